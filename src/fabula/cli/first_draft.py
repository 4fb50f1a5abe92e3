"""The first draft of a check, ready to run: it notices a word said three times in a row."""

_DRAFT = '''"""A word said three times in a row. (First draft of `{name}`: say here in one line what the reader trips on.)

## What it notices

Say what it notices, for someone who knows novels.

## Why a reader minds

Say what happens in the reader's head.

## When it is fine

Say when an author means it, so that it stays silent.

## Examples

```story
He knocked, and {{==really really really==}} wished he had not.
```

```story
It was {{==cold cold cold==}} in the hall.
```

```story
She ran, {{==ran ran ran==}} home.
```

```story
It was very, very, very cold.
```

```story
He knocked twice.
```

```story
She ran and ran.
```

## Source

Say where the rule comes from.
"""

import re
from collections.abc import Iterator

from fabula.reading import Parts
from fabula.review import Remark, Severity
from fabula.story import PartKind, Span, Story

SEVERITY = Severity.QUESTION

_THRICE = re.compile(r"\\b(\\w+) \\1 \\1\\b", re.IGNORECASE)


def check(story: Story, parts: Parts) -> Iterator[Remark]:
    """A remark for every word of the body said three times in a row."""
    for part in parts.items:
        if part.kind is PartKind.BODY:
            for found in _THRICE.finditer(story.text, part.span.start, part.span.end):
                yield Remark(Span(*found.span()), f"I read “{{found.group(1)}}” three times. Is that meant?")
'''


def first_draft(name: str) -> str:
    """The source of a new check called `name`: its page with three examples that speak and three that keep quiet."""
    return _DRAFT.format(name=name)
