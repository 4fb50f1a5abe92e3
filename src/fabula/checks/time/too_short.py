"""A stretch of time longer than there is room for

## What it notices
A journey that takes longer than lies between setting out and arriving; "those six weeks" between two days of one month;
"the twelve years since the war", which ended seven years ago.

## Why a reader minds
The story gives both ends and the length of what lies between, and the length does not fit in.

## When it is fine
A journey that was to have taken so long; clocks of two countries; a length that is counted from somewhere else.

## Examples
```story
They left Arden at seven in the morning. The drive took {==five hours==}. They reached the lake at nine, and it was frozen.
```
```story
Peer came on the 2nd of May and left on the 9th of May. In {==those three weeks==} he had spoken twice.
```
```story
The strike ended in 1926. Now it was 1930. In {==the fifteen years since==} the strike ended, nobody had painted the gate.
```
```story
They left Arden at seven in the morning. The drive took five hours. They reached the lake at noon, and it was frozen.
```
```story
They left Arden at seven in the morning. The drive should have taken five hours. They reached the lake at nine.
```
```story
Peer came on the 2nd of May and left on the 26th of May. In those three weeks he had spoken twice.
```
```story
In 1926 he died. In 1930 they sold the house. In the fifteen years since the war, nobody had painted the gate.
```

## Source
Clock and calendar; a quarter more is allowed for.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from fabula.reading.moments import COUNT, UNIT, Moment, Scale, Step, moments_in, step_of
from fabula.review import Evidence, Kind, Remark, Severity
from fabula.story import Span, Story

SEVERITY = Severity.QUESTION
KIND = Kind.CONTRADICTION
_WAY = "drive|ride|journey|crossing|walk|flight|trip|voyage|passage|climb|march|descent"
_TOOK = re.compile(
    rf"\b(?:{_WAY})(?: [^.;!?]{{0,30}})? (?:took|lasted|had taken|had lasted) (?P<said>{COUNT} {UNIT})\b"
)
_OF = re.compile(
    rf"\b(?P<said>(?:the|those|these|all) {COUNT} {UNIT}) of (?:the|that|their|his|her|our|my) (?:{_WAY})\b"
)
_THOSE = re.compile(rf"\b[Ii]n (?:all )?(?P<said>(?:those|these) {COUNT} {UNIT})\b")
_SINCE = re.compile(rf"\b(?P<said>the {COUNT} {UNIT} since) (?P<event>[^.;,!?]{{4,60}})")
_SETS_OUT = re.compile(
    r"\b(?:left|leave|set (?:out|off)|started|caught|boarded|sailed|departed|drove (?:off|away)|took off)\b"
)
_ARRIVES = re.compile(
    r"\b(?:reached|arrived|landed|docked|came (?:in|into|to)|got (?:in|to|there|home)|stepped (?:down|off|out)|"
    r"(?:pulled|drew|rolled) (?:in|into|up))\b"
)
_SCALES = {
    "minute": Scale.CLOCK, "hour": Scale.CLOCK, "day": Scale.DATE, "night": Scale.DATE, "week": Scale.DATE, "year": Scale.YEAR,
    "decade": Scale.YEAR,
}  # fmt: skip
_REACH, _NEAR, _HALF_DAY = 500, 90, 720
_MORE = 1.25
_OVERNIGHT = 1.6
"""So many times its length a journey may last by the other half of the clock before nobody takes it for that."""


def check(story: Story) -> Iterator[Remark]:
    """A remark on each length that does not fit between the two moments it lies between."""
    text = story.text
    flat = text.replace("\n", " ")
    moments = list(moments_in(flat))
    starts = [moment.span.start for moment in moments]
    for pattern in (_TOOK, _OF, _THOSE, _SINCE):
        for match in pattern.finditer(flat):
            step = step_of(match, Span(*match.span("said")))
            number = bisect_left(starts, step.span.start)
            near = moments[max(0, number - 4) : number + 2]
            ends = _ends(flat, match, near, _SCALES.get(step.unit))
            if ends and not _fits(step, *ends) and "\n\n" not in text[ends[0].span.end : ends[1].span.start].strip():
                yield _remark(flat, step, *ends)


def _ends(text: str, match: re.Match[str], near: Sequence[Moment], scale: Scale | None) -> tuple[Moment, Moment] | None:
    """The two moments that a length lies between, None where the story does not plainly say so."""
    said = Span(*match.span("said"))
    of_scale = [one for one in near if one.scale is scale and said.start - _REACH < one.span.start < said.end + _REACH]
    before = [one for one in of_scale if one.span.end <= said.start]
    behind = [one for one in of_scale if one.span.start >= said.end]
    if match.re is _TOOK:
        ends = (before[-1], behind[0]) if before and behind else None
    else:
        ends = (before[-2], before[-1]) if len(before) > 1 else None
    if not ends:
        return None
    if match.re in (_TOOK, _OF):
        return ends if _travels(text, *ends) else None
    if match.re is _SINCE:
        return ends if _same_event(text, ends[0], match["event"]) else None
    return ends if not _counted_before(text, match, ends[0]) else None


def _travels(text: str, out: Moment, back: Moment) -> bool:
    """Whether somebody sets out at the one moment and arrives at the other."""
    around = [text[max(0, one.span.start - _NEAR) : one.span.end + _NEAR] for one in (out, back)]
    return bool(_SETS_OUT.search(around[0]) and _ARRIVES.search(around[1]))


def _same_event(text: str, moment: Moment, event: str) -> bool:
    """Whether the sentence of the first moment tells of what the length is counted from."""
    start = max(text.rfind(mark, 0, moment.span.start) for mark in ".!?") + 1
    told = {word.casefold() for word in re.findall(r"\w{4,}", text[start : moment.span.end])}
    return any(word.casefold() in told for word in re.findall(r"\w{3,}", event))


def _counted_before(text: str, match: re.Match[str], first: Moment) -> bool:
    """Whether the same length was told of before the moments: then it is that one which "those" means."""
    return f"{match['count']} {match['unit']}" in text[max(0, first.span.start - 4 * _REACH) : first.span.start]


def _fits(step: Step, first: Moment, last: Moment) -> bool:
    """Whether a length is no more than lies between two moments."""
    between = last.value - first.value
    if first.scale is Scale.YEAR:
        return between <= 0 or step.length <= between * _MORE + 1
    if first.scale is Scale.DATE:
        return between <= 0 or step.length <= between * _MORE + 2
    return _fits_clock(step, first, last)


def _fits_clock(step: Step, first: Moment, last: Moment) -> bool:
    """The same by the clock, whose two halves of the day look alike where nothing says which is meant."""
    if first.half and last.half:
        moments = [one.value + _HALF_DAY * (one.half == "pm") for one in (first, last)]
        return step.length <= (moments[1] - moments[0]) % (2 * _HALF_DAY) * _MORE + 15
    between = (last.value - first.value) % _HALF_DAY
    overnight = step.length <= between + _HALF_DAY <= _OVERNIGHT * step.length
    return overnight or step.length <= between * _MORE + 15


def _remark(text: str, step: Step, first: Moment, last: Moment) -> Remark:
    said, one, other = (text[span.start : span.end] for span in (step.span, first.span, last.span))
    return Remark(
        step.span,
        f"From ‘{one}’ to ‘{other}’ I count less than ‘{said}’. Is it longer than I think, or shorter than it says?",
        evidence=(Evidence(first.span, "from here"), Evidence(last.span, "to here")),
        confidence=0.7,
    )
