"""A count of time that comes out elsewhere

## What it notices
The story says when it is, how far it goes on, and when it is then; and the three do not fit: "On Tuesday … the next
morning, a Friday"; "at nine … three hours later, at four"; "in 1948 … five years later, in 1961".

## Why a reader minds
Two of the three are enough to know the third, so many readers reckon it without wanting to.

## When it is fine
Time that goes by in between; a count that begins somewhere else; round numbers, which are let alone.

## Examples
```story
On Monday Rowan mended the net. The next morning, on {==Wednesday==}, he sold the boat.
```
```story
They opened the mill in 1911. Ten years later, in {==1931==}, it burned to the ground.
```
```story
At six o'clock the dogs began to bark. Two hours later, at {==eleven o'clock==}, they had not stopped.
```
```story
On Monday Rowan mended the net. The next morning, on Tuesday, he sold the boat.
```
```story
At six o'clock the dogs began to bark. Anna slept. When she woke the fire was out. An hour later, at eleven o'clock,
they had not stopped.
```
```story
They opened the mill in 1911. In 1921 they sold it. Ten years later, in 1931, it burned to the ground.
```
```story
On Monday Rowan mended the net.

***

A week later, on a Thursday, he sold the boat.
```

## Source
Clock and calendar. Counts of hours may be out by forty minutes, others by one.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

from fabula.reading import Break, Quotations, Scene, Scenes
from fabula.reading.moments import ROUND, Moment, Scale, Step, moments_in, steps_in
from fabula.review import Evidence, Kind, Remark, Severity
from fabula.story import Span, Story

SEVERITY = Severity.QUESTION
KIND = Kind.CONTRADICTION
_BEHIND = re.compile(r"(?:,? (?:on|at|in) (?:the |an? )?|, an? | (?:was|being) (?:an? )?)$")
_REACH = 600
"""Code points between a moment and the step counted from it: beyond, something else has happened."""
_SCALES = {
    "minute": (Scale.CLOCK,), "hour": (Scale.CLOCK,), "day": (Scale.WEEKDAY, Scale.DATE), "night": (Scale.WEEKDAY, Scale.DATE),
    "week": (Scale.DATE,), "month": (Scale.MONTH,), "year": (Scale.YEAR,), "decade": (Scale.YEAR,),
}  # fmt: skip
_WEEK = 7
_MANY = 8
"""Moments before a step among which the one it is counted from is looked for."""
_LONG = (
    "next|following|later|years?|months?|weeks?|decades?|until|till|after|then|since|spring|summer|autumn|winter|"
    "back (?:in|then|when)"
)
_DAY = f"{_LONG}|days?|nights?|tomorrow|yesterday|mornings?|evening|slept|woke"
_HOUR = (
    f"{_DAY}|hours?|minutes?|moments?|long|while|dinner|lunch|supper|breakfast|tea|sle(?:ep|pt)|afternoon|dawn|noon|midnight|"
    "finally|at last|presently|soon|ago"
)
_OPEN = "would|will|shall|should|could|might|must|if|every|each|always|usually|used to|not|never"
_PASSES = {
    scale: re.compile(rf"\b(?:{words}|{_OPEN})\b|’ll\b|n[’']t\b", re.I)
    for scale, words in (
        (Scale.CLOCK, _HOUR), (Scale.WEEKDAY, _DAY), (Scale.DATE, _DAY), (Scale.MONTH, _LONG), (Scale.YEAR, _LONG)
    )
}  # fmt: skip
"""Words between two moments after which the second may be counted from somewhere else, or neither be told as so."""


def check(story: Story, quotations: Quotations, scenes: Scenes) -> Iterator[Remark]:
    """A remark on each moment that is not as far from the one before it as the story says."""
    text = story.text.replace("\n", " ")
    moments = list(moments_in(text))
    starts = [moment.span.start for moment in moments]
    spoken = [quotation.span for quotation in quotations.items if not quotation.nested]
    bounds = _on_one_way(scenes)
    for step in steps_in(text):
        number = bisect_left(starts, step.span.start)
        then = _then(text, step, moments[max(0, number - 1) : number + 1])
        now = _now(text, step, then, moments[max(0, number - _MANY) : number]) if then else None
        if then and now and _off(now, step, then) > _slack(step, then.scale):
            places = (now.span.start, step.span.start, then.span.start)
            if len({_holder(at, spoken) >= 0 for at in places}) == len({_holder(at, bounds) for at in places}) == 1:
                yield _remark(text, now, step, then)


def _on_one_way(scenes: Scenes) -> list[Span]:
    """The scenes, those joined that no mark parts and that are of one time: "two days later" may open the second."""
    found: list[Span] = []
    before: Scene | None = None
    for scene in scenes.items:
        if before is not None and scene.opened_by is Break.UNMARKED and scene.time is before.time:
            found[-1] = Span(found[-1].start, scene.span.end)
        else:
            found.append(scene.span)
        before = scene
    return found


def _then(text: str, step: Step, near: Sequence[Moment]) -> Moment | None:
    """The moment at which a step is said to arrive: right behind it, or right before ("On Friday, two days later,")."""
    for moment in near:
        if moment.scale not in _SCALES[step.unit]:
            continue
        if moment.span.start > step.span.start:
            joined = _BEHIND.fullmatch(text, step.span.end, moment.span.start)
        else:
            joined = moment.leads and text[moment.span.end : step.span.start] == ", "
        if joined:
            return moment
    return None


def _now(text: str, step: Step, then: Moment, told: Sequence[Moment]) -> Moment | None:
    """The moment a step is counted from: the last one told, where nothing between lets time pass."""
    first = min(step.span.start, then.span.start)
    before = [one for one in told if one.span.end < first and one.scale is then.scale]
    if not before or not before[-1].leads or first - before[-1].span.end > _REACH:
        return None
    return None if _PASSES[then.scale].search(text, before[-1].span.end, first) else before[-1]


def _off(now: Moment, step: Step, then: Moment) -> float:
    """By how much the count is out, in what the scale is counted in, the short way round a clock or a year."""
    off = abs(then.value - now.value - step.length)
    whole = ROUND.get(then.scale)
    return min(off % whole, -off % whole) if whole else off


def _slack(step: Step, scale: Scale) -> float:
    """How much a count may be out: counts that are large or round are seldom meant to the letter."""
    if scale is Scale.CLOCK:
        return max(10, step.length / 2) if step.unit == "minute" else max(40, step.length / 5)
    if scale is Scale.WEEKDAY:
        return 0 if step.count < _WEEK else _WEEK
    return step.length / 5 + 1 if scale is not Scale.DATE or step.unit == "week" else step.length // 5


def _holder(place: int, spans: Sequence[Span]) -> int:
    """The number of the span a place lies in, -1 where in none; `spans` in order, none over another."""
    number = bisect_right(spans, place, key=lambda span: span.start) - 1
    return number if number >= 0 and place < spans[number].end else -1


def _remark(text: str, now: Moment, step: Step, then: Moment) -> Remark:
    first, count, second = (text[one.span.start : one.span.end] for one in (now, step, then))
    return Remark(
        then.span,
        f"I counted along: ‘{first}’, and ‘{count}’ it is ‘{second}’. I come out elsewhere. Has more time "
        "gone by, or is one of them meant otherwise?",
        evidence=(Evidence(now.span, "what I counted from"),),
        confidence=0.75,
    )
