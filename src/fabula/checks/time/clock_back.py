"""A clock that runs back

## What it notices
The narrator says what time it is ("It was twenty to eight"), and later the same evening says an earlier time.

## Why a reader minds
A clock is a promise that the hours are kept. Where it runs back a reader takes the scene for a memory, or for the
next day.

## When it is fine
A memory; another day; a clock that somebody says is slow or has stopped; hours so far apart that midnight or noon
lies between.

## Examples
```story
It was twenty to eight, and the soup was on the stove. Dez cut the bread and Wilf sang.

***

{==It was a quarter past seven==} by the clock over the door. They had all gone home, and Dez put his feet up.
```
```story
It was ten o'clock when the bell rang. Marit went down to the door and found nobody. She shut it again.
{==It was half past nine==} by the time she sat down.
```
```story
It was half past three. The boat lay on the sand. They pushed it out, and the oars were gone.
{==It was three o'clock==} by the church when they gave it up.
```
```story
It was twenty to eight, and the soup was on the stove. Dez cut the bread and Wilf sang. It was a quarter past eight
when they sat down.
```
```story
It was twenty to eight, and the soup was on the stove. The next morning Dez opened the kitchen. It was a quarter past
seven.
```
```story
It was eleven o'clock when they lit the lamp. Nobody spoke. It was two o'clock before the boat came in.
```

## Source
A clock face: only times less than four hours apart are compared.
"""

import re
from collections.abc import Iterator
from itertools import pairwise

from fabula.reading import Quotations, Scenes, Time
from fabula.reading.numbers import NUMBER, number_of
from fabula.review import Evidence, Kind, Remark, Severity
from fabula.story import Span, Story

SEVERITY = Severity.QUESTION
KIND = Kind.CONTRADICTION
_CLOCK = re.compile(
    rf"\bIt was (?:now |only |just |already |nearly |about )?(?:(?:(?P<quarter>a quarter|half|"
    rf"(?P<minutes>{NUMBER})(?: minutes)?) "
    rf"(?P<way>past|to) (?P<hour>{NUMBER}))|(?P<whole>{NUMBER}) o['’]clock)\b",
    re.I,
)
_OTHER_DAY = re.compile(
    r"\b(?:morning|dawn|sunrise|daybreak|breakfast|midnight|noon|next day|day after|following|tomorrow|days|weeks|months|"
    r"slept|sleep|"
    r"asleep|woke|awoke|bed|yesterday|later|slow|stopped|wrong)\b",
    re.I,
)
_ON_A_DAY = re.compile(r"(?:^|[.!?”\"’'] +)(?:By|On|Come) (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b")
_FURTHEST = 240
"""Minutes: further back, the other half of the day is likelier."""
_REACH = 20_000
_BEHIND = 25
"""Code points behind a time in which it may say "in the morning"."""


def check(story: Story, scenes: Scenes, quotations: Quotations) -> Iterator[Remark]:
    """A remark on each time of the clock that is earlier than the one told before it, on the same day."""
    text = story.text.replace("\n", " ")
    spoken = [quotation.span for quotation in quotations.items if not quotation.nested]
    past = [scene.span for scene in scenes.items if scene.time is not Time.MAIN and scene.time is not Time.FRAME]
    told = [
        match
        for match in _CLOCK.finditer(text)
        if not _inside(match.start(), spoken) and not _inside(match.start(), past)
    ]
    for before, match in pairwise(told):
        back = (_minutes(before) - _minutes(match)) % 720
        if not 0 < back <= _FURTHEST or match.start() - before.end() > _REACH:
            continue
        between = _between(text, before.end(), match.end(), past)
        if _OTHER_DAY.search(between) or _ON_A_DAY.search(between):
            continue
        yield Remark(
            Span(*match.span()),
            "The clock was further on when I last saw it. Has it run back, or is this another day?",
            evidence=(Evidence(Span(*before.span()), "what the clock said before"),),
            confidence=0.75,
        )


def _minutes(match: re.Match[str]) -> int:
    """Minutes after twelve on the clock's face."""
    if match["whole"]:
        return number_of(match["whole"]) % 12 * 60
    said = match["quarter"].casefold()
    part = {"a quarter": 15, "half": 30}.get(said) or number_of(match["minutes"])
    hour = number_of(match["hour"]) % 12 * 60
    return (hour + part if match["way"].casefold() == "past" else hour - part) % 720


def _between(text: str, start: int, end: int, past: list[Span]) -> str:
    """The words between two places and just behind the second, those of memories left out."""
    pieces: list[str] = []
    at = start
    for span in past:
        if at < span.start < end:
            pieces.append(text[at : span.start])
            at = max(at, span.end)
    pieces.append(text[at : end + _BEHIND])
    return " ".join(pieces)


def _inside(place: int, spans: list[Span]) -> bool:
    return any(span.start <= place < span.end for span in spans)
