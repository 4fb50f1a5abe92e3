"""Moonlight on a moonless night

## What it notices
Within one scene: no moon and then moonlight, a cloudless sky and then rain, no wind and then a wind that howls, with no
change told.

## Why a reader minds
The weather is the room that a scene outdoors plays in. When it changes unseen the reader is suddenly somewhere else.

## When it is fine
Weather changes, and stories say so in a word: rose, cleared, began, by morning. Then this check is silent.

## Examples
```story
It was a moonless night, and they went by the smell of the river. Jon counted steps.

"Here," said Jon. {==The moon shone==} on the wet stones between them.
```
```story
The sky was cloudless and the harbour lay like glass. Marta mended her net and sang.

"You are late," said Marta. {==The rain beat==} on the upturned boat.
```
```story
There was no wind, and the flags hung down like washing. Jon lit his pipe with one match.

"Listen," said Marta. {==The wind howled==} in the masts.
```
It changes:
```story
It was a moonless night, at first. Toward two the clouds parted. The moon shone on the wet stones between them.
```
Another day:
```story
The sky was cloudless and the harbour lay like glass.

***

The rain beat on the upturned boat. Marta swore at it.
```
Of one mind:
```story
There was no wind, and the flags hung down like washing. Jon lit his pipe with one match. Nothing moved.
```

## Source
Our own.
"""

import re
from collections.abc import Iterator

from fabula.reading import Facts, Quotations
from fabula.reading.disagreements import narration, noted, quoted, says
from fabula.review import Evidence, Kind, Remark, Severity
from fabula.story import Story

SEVERITY = Severity.QUESTION
KIND = Kind.CONTRADICTION

_WEATHER = r"(?:moon\w*|clouds?|sky|rain\w*|wind\w*|storm|sun|weather|air|breeze|squall|gale)"
_TURN = (
    r"(?:rose|rises?|risen|came|comes?|cleared?|clearing|broke|breaks?|stopped|stops|began|begun|begins?|start\w*|"
    r"gather\w*|parted|burst|sudden\w*|"
    r"chang\w*|blew\s+up|sprang|sprung|grew|turned|gust\w*|freshen\w*|dropped|fell|behind|through|until|till|again|now|"
    r"no\s+longer|at\s+first)"
)
_CHANGES = re.compile(
    rf"\b{_WEATHER}\b[^.!?]{{0,60}}\b{_TURN}\b|\b{_TURN}\b[^.!?]{{0,60}}\b{_WEATHER}\b|,\s+at\s+first\b", re.I
)
_LATER = re.compile(
    r"\b(?:later|hours?|next|dawn|morning|evening|nightfall|noon|days|weeks?|months?|years|by\s+the\s+time|"
    r"toward\s+\w+|presently|after\s+a\s+while|"
    r"at\s+last|remember\w*|midnight|that\s+night)\b",
    re.I,
)
_REACH = 6000


def check(story: Story, facts: Facts, quotations: Quotations) -> Iterator[Remark]:
    """A remark on the later weather, with the earlier one as evidence; at most one of a kind in a scene."""
    done: set[tuple[int, str]] = set()
    earlier_of: dict[tuple[int, str], list[int]] = {}
    notes, told = noted(facts.notes, "weather"), narration(story.text, quotations)
    for number, later in enumerate(notes):
        key = (later.scene, later.about)
        for index in earlier_of.get(key, ()):
            earlier = notes[index]
            near = later.span.start - earlier.span.end < _REACH
            if key in done or earlier.value == later.value or not near:
                continue
            if not any(says(told, words, earlier.span.end, later.span.start) for words in (_CHANGES, _LATER)):
                done.add(key)
                yield Remark(
                    later.span,
                    f"A moment ago I read {quoted(story.text, earlier.span)}; now {quoted(story.text, later.span)}. "
                    f"Did it change in between?",
                    evidence=(Evidence(earlier.span, "how it was before"),),
                    confidence=0.6,
                )
        earlier_of.setdefault(key, []).append(number)
