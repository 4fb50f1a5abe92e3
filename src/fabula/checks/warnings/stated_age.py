"""An age that only the author can be sure of

## What it notices
Somebody who is said to be eighteen or younger, or a pupil at a school, near words that are listed under sexual content.
It asks, on the age; it never repeats the passage.

## Why a reader minds
Archives have a warning of their own for it, and readers rely on that. The program cannot know who takes part in what: only the
author can.

## When it is fine
Where the passage is about others, or is only talk, or the age is meant otherwise: then the question is answered.

## Examples
```story
Lena was {==seventeen==}, and the aunts did not want her to hear that the doctor had slept with her.
```
```story
Nils was {==sixteen==} that year. The master crossed the word “sexual” out of the play.
```
```story
The youngest {==schoolboy==} on the bench yawned. Nobody in the court liked the word: there had been a rape, it was read out.
```
Grown up:
```story
Lena was thirty-seven, and the aunts did not want her to hear that the doctor had slept with her.
```
Another scene:
```story
Lena was seventeen, and kept bees.

***

The aunts did not want to hear that the doctor had slept with her.
```
Nothing of the kind:
```story
Lena was seventeen, and the aunts did not want her to hear that the doctor had gone to Leeds.
```

## Source
The archive's Terms of Service FAQ on archive warnings: under eighteen in Earth years; ages not stated are taken as grown up.
"""

import re
from collections.abc import Iterator

from fabula.reading import Facts, Modality, Scene, Scenes, Warnings
from fabula.review import Remark, Severity
from fabula.story import Span, Story

SEVERITY = Severity.QUESTION

_TAGS = frozenset(("Sexual content", "Non-consent"))
_LIKENED = re.compile(r"\b(?:like|as|than|of)\s+(?:an?|the)\s+(?:\w+\s+){0,2}$", re.I)
"""The beginning of "the look of a naughty schoolboy"."""
_BEFORE = 40
_GROWN = 18
_REACH = 2000
"""Code points between the two: some twenty lines of a page."""
_PUPIL = re.compile(
    r"\b(?:school(?:girl|boy|child|children|girls|boys|kid|kids)|pupils?|"
    r"sixth-?former|high[- ]schoolers?)\b",
    re.I,
)


def check(story: Story, warnings: Warnings, facts: Facts, scenes: Scenes) -> Iterator[Remark]:
    """A remark on the first word of age near such a passage, one for each scene."""
    passages = [span for tag in warnings.tags if tag.tag in _TAGS for span in tag.evidence]
    for scene in scenes.items:
        inside = [span for span in passages if scene.span.start <= span.start < scene.span.end]
        young = [age for age in _young(story.text, scene, facts) if any(_is_near(age, span) for span in inside)]
        if young:
            yield Remark(
                min(young),
                "A reader may wonder about an age here: near by is a passage that archives list as sexual content. Is "
                "everybody it is "
                "about grown up? If so, nothing is needed; if not, archives ask for a warning of its own.",
                confidence=0.6,
            )


def _young(text: str, scene: Scene, facts: Facts) -> list[Span]:
    """The words in a scene that say that somebody is not yet, or only just, grown up."""
    ages = [
        one.span
        for one in facts.items
        if one.scene == scene.id
        and one.attribute == "age"
        and one.modality is Modality.ASSERTED
        and int(one.value) <= _GROWN
    ]
    pupils = _PUPIL.finditer(text, scene.span.start, scene.span.end)
    return ages + [
        Span(*one.span()) for one in pupils if not _LIKENED.search(text[max(0, one.start() - _BEFORE) : one.start()])
    ]


def _is_near(age: Span, passage: Span) -> bool:
    return max(age.start, passage.start) - min(age.end, passage.end) <= _REACH
