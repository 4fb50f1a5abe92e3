"""Two counts of years since the same thing

## What it notices
"Four years since the funeral", and a little further on, told from the same day, "nine years since the funeral".

## Why a reader minds
What somebody counts from is what matters to them; readers remember the number.

## When it is fine
Years that go by in between; another day that is told of; one of the two said aloud by somebody who may not know.

## Examples
```story
It is four years since the funeral, and the key hangs on its nail. I do not go there. {==Nine years since the funeral==}, and
people still lower their voices.
```
```story
It was six months since the fire, and they had not rebuilt the barn.

Nobody came to the door. {==Eleven months since the fire==}, and still no letter from the insurance.
```
```story
Twenty years since the war, and the bridge had not been mended. Jory spat in the river. {==Thirty years since the war==}, and
nobody had asked him what he thought.
```
```story
It is four years since the funeral. I do not go there. Four years since the funeral, and people still lower their voices.
```
```story
It is four years since the funeral. I do not go there.

***

Five years later the key still hung on its nail. It was nine years since the funeral.
```
```story
It is four years since the funeral. "Nine years since the funeral!" says Aunt Bea, who has never been able to count.
```

## Source
Arithmetic; a year, or one in five, is let alone.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from fabula.reading import Quotations, Scenes
from fabula.reading.moments import COUNT, SHIFT, UNIT, Step, step_of
from fabula.review import Evidence, Kind, Remark, Severity
from fabula.story import Span, Story

SEVERITY = Severity.QUESTION
KIND = Kind.CONTRADICTION
_SINCE = re.compile(rf"\b{COUNT} {UNIT} since (?P<event>(?:the|my|our|[A-Z]\w+[’']s) \w+)\b(?! of\b)", re.I)
_LONG_UNITS = ("day", "week", "month", "year")
_PASSES = re.compile(
    rf"{SHIFT.pattern}|\b(?:spring|summer|autumn|winter|christmas|anniversary) (?:came|was|again|went|passed)\b", re.I
)
_REACH = 8_000
"""Code points between the two, about five pages: further on the year may be another without a word."""


def check(story: Story, quotations: Quotations, scenes: Scenes) -> Iterator[Remark]:
    """A remark on the second of two counts since the same thing, told in one scene, that differ."""
    text = story.text.replace("\n", " ")
    spoken = [quotation.span for quotation in quotations.items if not quotation.nested]
    bounds = [scene.span for scene in scenes.items]
    last: dict[tuple[str, str], Step] = {}
    for match in _SINCE.finditer(text):
        step = step_of(match, Span(*match.span()))
        if step.unit not in _LONG_UNITS or _holder(match.start(), spoken) >= 0:
            continue
        key = match["event"].casefold(), step.unit
        before = last.setdefault(key, step)
        if abs(before.count - step.count) <= max(1, before.count / 5) or step.span.start - before.span.end > _REACH:
            continue
        same_scene = _holder(before.span.start, bounds) == _holder(step.span.start, bounds)
        if same_scene and not _PASSES.search(text, before.span.end, step.span.start):
            yield _remark(text, before, step)


def _holder(place: int, spans: Sequence[Span]) -> int:
    """The number of the span a place lies in, -1 where in none; `spans` in order, none over another."""
    number = bisect_right(spans, place, key=lambda span: span.start) - 1
    return number if number >= 0 and place < spans[number].end else -1


def _remark(text: str, before: Step, step: Step) -> Remark:
    first, second = (text[one.span.start : one.span.end] for one in (before, step))
    return Remark(
        step.span,
        f"Before, it was ‘{first}’; here it is ‘{second}’. Has so much time gone by, or is one of the numbers another?",
        evidence=(Evidence(before.span, "what was said before"),),
        confidence=0.75,
    )
