"""A speech that is never closed

## What it notices
A speech with an opening quotation mark and no closing one, where the next paragraph does not go on with it.

## Why a reader minds
From there on the reader cannot tell what is said aloud and what is told.

## When it is fine
A speech over several paragraphs: each opens with a mark, only the last is closed. Apostrophes and inches are no quotation
marks.

## Examples
```story
"I have never been here {==before.==}

She looked round the room all the same. "Have you?"
```
```story
“You might have {==asked.==}

He shrugged, and the door closed behind him. “I might.”
```
```story
"Wait," she said. "There is something {==else.==}

Nobody waited.
```
```story
"The first thing is the rope.

"The second thing is the lamp," he said, and lit it.
```
```story
"You should have seen the boys' faces." He laughed. 'Tis a pity, he thought.
```
```story
“He is six foot two,” she said. “And she said, ‘Come in.’”
```

## Source
Our own, on the story's quotation style.
"""

import re
from collections.abc import Iterator

from fabula.reading import Quotations
from fabula.review import Remark, Severity
from fabula.story import Span, Story

SEVERITY = Severity.SLIP

_LAST = re.compile(r"[^\s\"“”]+[.!?…]$")
_AFTER = re.compile(r"\s*$|\n|\s+[\"“'‘]")


def check(story: Story, quotations: Quotations) -> Iterator[Remark]:
    """A remark for each speech left open, on its last word, with the closing mark as a suggestion."""
    style = quotations.style
    if not style.closing:
        return
    for quotation in quotations.items:
        if quotation.closed or quotation.continues or quotation.nested:
            continue
        stretch = story.text[quotation.span.start : quotation.span.end].rstrip()
        last = _LAST.search(stretch)
        if not last or last.start() == 0 or not _AFTER.match(story.text, quotation.span.end):
            continue
        span = Span(quotation.span.start + last.start(), quotation.span.start + last.end())
        first = " ".join(stretch.split()[:4])
        yield Remark(
            span,
            f"The speech that begins {first} … was still open for me when the paragraph ended. Does it end here?",
            (last.group() + style.closing,),
            confidence=0.75,
        )
