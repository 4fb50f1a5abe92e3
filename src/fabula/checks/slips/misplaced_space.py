"""A space in the wrong place

## What it notices
A space inside a word ("wi th", "t he", "didn t", "my self"), two words without one ("theIlk", "fookin'news"), a space before a
comma or a full stop, and none behind it.

## Why a reader minds
The eye reads two things where there is one, or one where there are two.

## When it is fine
Letters by their names, web addresses and file names, figures, a story that spaces its marks as French does.

## Examples
```story
She rushed to attack it {==wi th==} loud words, and he put his cap on {==t he==} back of his head.
```
```story
"I {==didn t==} understand her," he said, and the {==woman s==} voice answered him.
```
```story
He had built it all by {==him self==} on the step{== ,==} out of old boxes, and it {==stood.He==} was proud of it.
```
```story
"A cat o' nine tails," she said, "and a T square, a B and a C." He was a self made man, and it was his self respect.
```
```story
Plan B it was: point a to point b. It cost 3.50 at www.lamps.com, in U.S. money. "R. e. d.," she spelt.
```
```story
He sat up on top of it all for an hour, in to the wind and on to the sea. "Well ... no," he said . . . and was still.
```

## Source
Our own; which words are words is asked of a count of well-edited fiction.
"""

import re
from collections.abc import Iterator

from fabula.reading import Parts, Proof
from fabula.reading.proof import SPACE
from fabula.review import Remark, Severity
from fabula.story import PartKind, Span, Story

SEVERITY = Severity.SLIP

_BEFORE = re.compile(r"(?<=[a-z])(?P<space> +)(?P<mark>[,.;](?=[\s\"”])(?! [.,]))")
_BEHIND = re.compile(
    r"(?<![\w./@:\-])(?P<first>[A-Za-z]*[a-z]{2})(?P<mark>[.!?,;])(?P<next>(?<=[,;])[a-z]{2,}|(?<=[.!?])[A-Z][a-z]+)(?![\w./@:])"
)
_HABIT = 4
"""A mark spaced or glued so often is how the story is set."""


def check(story: Story, parts: Parts, proof: Proof) -> Iterator[Remark]:
    """A remark for each such place, on the pieces of the word or on the mark and its space."""
    for lint in proof.items:
        if lint.rule == SPACE:
            words, meant = story.text[lint.span.start : lint.span.end], lint.replacements[0]
            yield Remark(
                lint.span, f"I read ‘{words}’ and took it for ‘{meant}’. Did the space slip?", (meant,), confidence=0.9
            )
    before = [found for body in _bodies(parts) for found in _BEFORE.finditer(story.text, body.start, body.end)]
    behind = [found for body in _bodies(parts) for found in _BEHIND.finditer(story.text, body.start, body.end)]
    for found in before if len(before) < _HABIT else ():
        mark = found["mark"]
        yield Remark(
            Span(found.start(), found.end()),
            f"There is a space before the ‘{mark}’, so it stood alone for me. Did you mean it at the word?",
            (mark,),
            confidence=0.85,
        )
    for found in behind if len(behind) < _HABIT else ():
        yield Remark(
            Span(found.start(), found.end()),
            f"I read ‘{found.group()}’ as one word at first. Did you mean a space behind the ‘{found['mark']}’?",
            (f"{found['first']}{found['mark']} {found['next']}",),
            confidence=0.85,
        )


def _bodies(parts: Parts) -> Iterator[Span]:
    return (part.span for part in parts.items if part.kind is PartKind.BODY)
