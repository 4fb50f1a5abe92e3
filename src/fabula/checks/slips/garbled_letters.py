"""Letters that a file garbled

## What it notices
What stands where quotation marks, dashes and accented letters were, after a file was saved in one alphabet and opened in
another: â€™ for an apostrophe, Ã© for é, and the lozenge with a question mark in it. One remark for each kind, with its places.

## Why a reader minds
No reader can tell what was there.

## When it is fine
Where a story shows such a file on purpose.

## Examples
```story
It was the captain{==â€™==}s own lamp. She had meant it.
```
```story
They met in the caf{==Ã©==} by the harbour, and drank.
```
```story
He said that the se{==�==}or would be late, and sat down.
```
```story
They met in the café by the harbour — the señor’s own.
```
```story
Ã is a letter of its own in Portuguese: São, não, “Ã”.
```
```story
The price was 30 € and the pâté was good. An “â” has a roof.
```

## Source
The bytes of UTF-8 read as Windows-1252, which is what nearly all of these are.
"""

import re
from collections import defaultdict
from collections.abc import Iterator

from fabula.review import Evidence, Remark, Severity
from fabula.story import Span, Story

SEVERITY = Severity.SLIP

_GARBLED = re.compile(
    r"â€[\x80-\xbf™œ˜¦“”\u009d\u201d\u2019]?|[ÃÂ][\x80-\xbf\u0152-\u017e\u02c6-\u02dc\u2020-\u2022\u2026\u2030-\u203a\u20ac\u2122]|\ufffd"
)


def check(story: Story) -> Iterator[Remark]:
    """A remark for each kind of garbled letter, at its first place."""
    places: dict[str, list[Span]] = defaultdict(list)
    for found in _GARBLED.finditer(story.text):
        places[found.group()].append(Span(found.start(), found.end()))
    for letters, spans in places.items():
        meant = _meant(letters)
        yield Remark(
            spans[0],
            f"I could not read ‘{letters}’ here. "
            + (f"Was it ‘{meant}’ in your file?" if meant else "What was it in your file?"),
            (meant,) if meant else (),
            tuple(Evidence(span, "here too") for span in spans[1:4]),
            confidence=0.95,
        )


def _meant(letters: str) -> str:
    """What the bytes spell in UTF-8; "" where they are cut short."""
    try:
        return letters.encode("cp1252").decode("utf-8")
    except UnicodeError:
        return ""
