"""A room that changes its number

## What it notices
Somebody is given the key to one room and goes to bed behind the number of another.

## Why a reader minds
A number on a door is a small solid fact. When it changes, a reader of mysteries starts to make notes.

## When it is fine
They moved, or asked for another room: where the words in between say so, this check is silent.

## Examples
```story
Madame gave me the key to number six and a candle. The stairs were steep.

I lay in bed and looked at the brass {==nine on my door==}, and could not sleep.
```
```story
The clerk handed Julia the key to room twelve. The lift was out of order.

On the third floor Julia stopped. The {==fourteen on her door==} hung by one screw.
```
```story
They gave Martin the key to cabin four. The ship was already moving.

When Martin woke, somebody had chalked a cross beside the {==seven on his door==}.
```
The same number:
```story
Madame gave me the key to number six. I lay in bed and looked at the brass six on my door, and could not sleep.
```
Moved:
```story
Madame gave me the key to number six. There were mice, and she moved me. I looked at the brass nine on my door.
```
Somebody else's:
```story
Madame gave me the key to number six. Julian had another. He looked at the brass nine on his door.
```

## Source
Our own.
"""

import re
from collections import defaultdict
from collections.abc import Iterator

from fabula.reading import Facts, Note, Quotations
from fabula.reading.disagreements import first_clash, narration, noted, quoted, says
from fabula.review import Evidence, Kind, Remark, Severity
from fabula.story import Story

SEVERITY = Severity.QUESTION
KIND = Kind.CONTRADICTION

_MOVED = re.compile(r"\b(?:moved|changed|exchang\w*|swapp\w*|different|another|upside)\b", re.I)
_LATER = re.compile(
    r"\b(?:next\s+(?:day|night|morning|evening|time)|(?:years?|months?|weeks?|days)(?!\s+(?:ago|before|old|earlier)))\b",
    re.I,
)
_ROOM = re.compile(r"\b(?:room|key|door|number|cabin)s?\b|\bmoved\s+(?:me|him|her|them|us)\b", re.I)
_NEAR = 60


def check(story: Story, facts: Facts, quotations: Quotations) -> Iterator[Remark]:
    """A remark on the later number, with the earlier one as evidence."""
    told = narration(story.text, quotations)
    rooms: defaultdict[int | None, list[Note]] = defaultdict(list)
    for one in noted(facts.notes, "room number"):
        rooms[one.owner].append(one)
    for rows in rooms.values():
        for earlier, later in first_clash(rows, lambda a, b: a.value != b.value):
            start, end = earlier.span.start, later.span.end
            moved = any(
                says(story.text, _MOVED, at.start() - _NEAR, at.end() + _NEAR)
                for at in _ROOM.finditer(told, start, end)
            )
            if not moved and not says(told, _LATER, start, end):
                yield _remark(story.text, earlier, later)


def _remark(text: str, earlier: Note, later: Note) -> Remark:
    return Remark(
        later.span,
        f"I had number {earlier.value} in mind, from {quoted(text, earlier.span)}; "
        f"here it is {quoted(text, later.span)}. Is it another room?",
        evidence=(Evidence(earlier.span, f"here it is number {earlier.value}"),),
        confidence=0.7,
    )
