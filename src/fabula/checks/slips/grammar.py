"""Words that do not go together

## What it notices
Fixed slips of the hand and the ear: "could of", "more then", "each others", "baited breath", "it would of been nice to wonder".
Only patterns that were right when tried on fiction.

## Why a reader minds
The sentence says something else than it means, and the reader goes back to find out what.

## When it is fine
Where somebody speaks so. A pattern that was wrong about dialogue, verse or older prose is not used at all.

## Examples
```story
She {==could of==} been anywhere by now.
```
```story
There was nothing he wanted more {==then==} to sleep.
```
```story
He knew that {==their==} was no one in the house.
```
```story
He had {==went==} out by the time the letter came.
```
```story
We {==cant==} stay here, she thought, and stayed.
```
```story
He could have been anywhere. Of course he had loved her more then, in the first year, than ever since.
```
```story
"I ain't never seen nothing like it, I had went to bed," said the boy, "and them was good days."
```
```story
Theirs was a house of few words, and there was their own table in it.
```

## Source
The rules of Harper that `docs/harper-rules.md` lists as in, with the figures that decided.
"""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator

from fabula.reading import Lint, Proof, Quotations
from fabula.reading.proof import CAPITALS, SPACE, SPELLING
from fabula.review import Remark, Severity
from fabula.story import Story

SEVERITY = Severity.SLIP

_ELSEWHERE = frozenset({SPELLING, SPACE, CAPITALS})
"""What checks of their own tell."""

_ONLY_IN_NARRATION = frozenset({"SimplePastToPastParticiple"})
"""People do say "I had went"; a story seldom tells so."""
_OF_SOMETHING = re.compile(r"\s+(?:the|a|an|his|her|its|their|my|your|our|this|that|these|those|it|him|them)\b")
"""Behind this "could of" is no slip: "she told us what she could of the story"."""
_NECESSITY = re.compile(r"\s+(?:necessity|course|late|old)\b")
_DARE = re.compile(r"[\w’']+ dare\b")
"""Older prose has "he would dare do it" and "would of necessity hear"."""
_A_HABIT = {"CapitalizePersonalPronouns": 3}
"""So often, and it is the writer's way: a chat without capitals."""


def check(story: Story, quotations: Quotations, proof: Proof) -> Iterator[Remark]:
    """A remark for each place where one of the trusted rules speaks and knows what was meant; one for each place."""
    spoken = [(one.span.start, one.span.end) for one in quotations.items if not one.nested]
    often = Counter(lint.rule for lint in proof.items)
    end = 0
    for lint in proof.items:
        if lint.rule in _ELSEWHERE or not lint.replacements or lint.span.start < end:
            continue
        if often[lint.rule] >= _A_HABIT.get(lint.rule, len(proof.items) + 1) or _is_message(story.text, lint):
            continue
        if _DARE.match(story.text, lint.span.start) or (
            lint.rule == "ModalOf" and _NECESSITY.match(story.text, lint.span.end)
        ):
            continue
        if lint.rule == "ModalOf" and _OF_SOMETHING.match(story.text, lint.span.end):
            continue
        if lint.rule in _ONLY_IN_NARRATION and _is_spoken(lint, spoken):
            continue
        end = lint.span.end
        words = story.text[lint.span.start : lint.span.end]
        suggestions = tuple(one for one in lint.replacements if one != words)[:3]
        if suggestions:
            yield Remark(lint.span, _message(words, suggestions[0]), suggestions, confidence=0.85)


def _is_spoken(lint: Lint, spoken: list[tuple[int, int]]) -> bool:
    index = bisect_right(spoken, (lint.span.start, lint.span.end)) - 1
    return index >= 0 and lint.span.start < spoken[index][1]


def _is_message(text: str, lint: Lint) -> bool:
    """Whether the words open a line of a chat ("Paz: i ate it")."""
    return text[max(0, lint.span.start - 2) : lint.span.start] == ": "


def _message(words: str, meant: str) -> str:
    if not meant:
        return f"I read ‘{words}’ here and could do without it. Was it left over from another version of the sentence?"
    return f"I read ‘{words}’ here and understood ‘{meant}’. Did you mean that?"
