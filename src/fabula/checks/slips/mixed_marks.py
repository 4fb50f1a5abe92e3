"""Straight and curly marks in one story

## What it notices
A few straight quotation marks or apostrophes among curly ones, or the other way round: what pasting leaves behind. One remark
for the story, at the first mark of the side that is fewer, with some of the others.

## Why a reader minds
Most do not see it; an editor, a printer and a reading aloud program do.

## When it is fine
A story that is straight or curly throughout, and one that is half and half; primes for feet and inches.

## Examples
```story
“I was there,” she said. “I saw it, and it wasn’t small.” He said, {=="==}No," and left. “Well,” she said.
```
```story
“I was there,” she said. “I saw it, and it wasn’t small, and it isn’t now.” He couldn’t say. It wasn{=='==}t his, nor mine.
```
```story
"I was there," she said. "I saw it, and it wasn't small." He said, {==“==}No,” and left. "Well," she said. "It's late."
```
```story
“I was there,” she said. “I saw it, and it wasn’t small.”
```
```story
"I was there," she said. "I saw it, and it wasn't small."
```
```story
“I was there,” she said. The board was 6" by 3' and no longer. “I saw it, and it wasn’t small.”
```

## Source
Our own.
"""

import re
from collections.abc import Iterator

from fabula.reading import Parts
from fabula.review import Evidence, Kind, Remark, Severity
from fabula.story import PartKind, Span, Story

SEVERITY = Severity.NOTE
KIND = Kind.STYLE

_STRAIGHT = re.compile(r"(?<!\d)[\"']")
_CURLY = re.compile(r"[“”‘’]")
_FEW = 0.25


def check(story: Story, parts: Parts) -> Iterator[Remark]:
    """A remark at the first mark of the fewer kind, where the other kind is plainly the story's."""
    bodies = [part.span for part in parts.items if part.kind is PartKind.BODY]
    straight, curly = (
        [Span(one.start(), one.end()) for body in bodies for one in marks.finditer(story.text, body.start, body.end)]
        for marks in (_STRAIGHT, _CURLY)
    )
    fewer = len(straight) < len(curly)
    few, many = (straight, curly) if fewer else (curly, straight)
    name, usual = ("straight", "curly") if fewer else ("curly", "straight")
    if not few or len(few) > _FEW * (len(few) + len(many)):
        return
    yield Remark(
        few[0],
        f"This mark is {name}, and the story’s others are {usual} ({len(few)} of {len(few) + len(many)}). Was it pasted in?",
        (),
        tuple(Evidence(span, f"{name} here too") for span in few[1:4]),
        confidence=0.9,
    )
