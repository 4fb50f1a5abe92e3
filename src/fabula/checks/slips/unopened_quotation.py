"""A speech that is never opened

## What it notices
A paragraph whose first quotation mark is a closing one, with the stop of a speech before it.

## Why a reader minds
The reader takes the words for the story's own until the mark comes, and begins again.

## When it is fine
Where an open speech goes on from the paragraph before. A paragraph that only tells has a mark too many rather than one too few;
another check says so. Inches, apostrophes and words quoted in passing are no speech.

## Examples
```story
“I was there,” she said.

{==Well==}, yes,” he admitted, “it was a long day.”
```
```story
"I was there," she said.

{==That's==} right, I could be here again," he thought.
```
```story
“I was there,” she said. “Were you?”

{==This==} time of the day?” He thought about it.
```
```story
“I was there,” she said.

She found the table laid with bread and salt. {==I==} was hoping to eat with you,” he said.
```
```story
“I was there,” she said.

He admitted it. “It was a long day,” he said, “and a longer night.”
```
```story
"The first thing is the rope.

And the second is the lamp," he said, and lit it.
```
```story
"I was there," she said.

The board was 6" wide and 12" long, and the boys' caps hung on it.
```

## Source
Our own, on the story's quotation style.
"""

import re
from collections.abc import Iterator

from fabula.reading import Parts, Quotations
from fabula.reading.narration import sounds_told
from fabula.review import Remark, Severity
from fabula.story import BlockKind, PartKind, Span, Story

SEVERITY = Severity.SLIP

_DOUBLE = re.compile(r"[\"“”]")
_FIRST_WORD = re.compile(r"[^\W\d_][\w'’\-]*")
_SENTENCE_END = re.compile(r"[.!?…]\s+")
_STOPS = frozenset(",.!?…—")


def check(story: Story, parts: Parts, quotations: Quotations) -> Iterator[Remark]:
    """A remark for each such paragraph, on its first word, with the opening mark before it as the suggestion."""
    if quotations.style.name not in ("straight", "curly"):
        return
    bodies = [part.span for part in parts.items if part.kind is PartKind.BODY]
    left_open = {one.span.end for one in quotations.items if not one.closed}
    begun = {one.span.start for one in quotations.items}
    previous_open = False
    for block in story.blocks:
        start, end = block.span.start, block.span.end
        was_open, previous_open = previous_open, any(at in left_open for at in range(end - 1, end + 2))
        if block.kind is not BlockKind.PARAGRAPH or was_open or start in begun:
            continue
        if not any(body.start <= start and end <= body.end for body in bodies):
            continue
        word = _FIRST_WORD.match(story.text, start)
        mark = _DOUBLE.search(story.text, start, end)
        if not word or not mark or not _closes(story.text, mark.start(), end):
            continue
        word = _first_spoken(story.text, word, mark.start())
        if word:
            yield Remark(
                Span(word.start(), word.end()),
                f"I did not know that ‘{word.group()} …’ was said aloud until its mark came. Does the speech begin here?",
                (quotations.style.opening + word.group(),),
                confidence=0.75,
            )


def _first_spoken(text: str, first: re.Match[str], end: int) -> re.Match[str] | None:
    """The word at which speech begins: the first, or behind sentences that only tell; None where all of it is told."""
    at = first.start()
    for stop in [*(found.end() for found in _SENTENCE_END.finditer(text, at, end)), end]:
        if not sounds_told(text[at:stop]):
            return _FIRST_WORD.match(text, at)
        at = stop
    return None


def _closes(text: str, at: int, end: int) -> bool:
    """Whether the mark can only close: it is no opening one, a stop stands before it, and a space or the end behind it."""
    behind = text[at + 1] if at + 1 < end else " "
    return text[at] != "“" and text[at - 1] in _STOPS and behind.isspace()
