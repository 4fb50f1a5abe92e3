"""A thing that is broken, lost or left behind, and used again

## What it notices
A clock that has stopped and strikes, an oven that has died and bakes, a pistol left in a locker that is in her coat:
the thing does its work again, and nothing in between mends it, fetches it or replaces it.

## Why a reader minds
What is broken or lost in a story is a promise. The reader holds on to it until it is paid.

## When it is fine
It was mended, found, fetched, given back or replaced: a word of that near any place in between keeps this check silent,
as does a second thing of the same kind.

## Examples
```story
The clock in the hall has stopped at ten past four. Nobody winds it now.

I sat on the stairs and waited for him. The {==clock strikes==} nine in the hall, and I put on my coat.
```
```story
The oven had died on Wednesday and nobody had the money for a part. They sold cold pies.

At seven Dez {==pulled a tray of buns out of the oven==} and whistled.
```
```story
Vera had left the pistol in the locker at the station, under a scarf. She came with empty hands, as the message said.

She sat by the window. Vera felt the {==pistol in her pocket==} and waited.
```
Mended:
```story
The clock in the hall had stopped at ten past four. On Sunday Jon repaired it. The clock struck nine in the hall.
```
Fetched:
```story
Vera had left the pistol in the locker at the station. At noon she went back and fetched it. Vera felt the
pistol in her pocket.
```
Two of a kind:
```story
The left-hand oven had died on Wednesday. Dez pulled a tray of buns out of the right-hand oven and whistled.
```

## Source
Our own.
"""

import re
from collections.abc import Iterator

from fabula.reading import Cast, Facts, Note, Scenes, Time
from fabula.reading.disagreements import noted, quoted, says
from fabula.review import Evidence, Kind, Remark, Severity
from fabula.story import Story

SEVERITY = Severity.QUESTION
KIND = Kind.CONTRADICTION

_MENDED = re.compile(
    r"(?<!nobody )(?<!never )(?<!not )(?<!n't )\b(?:repair\w*|mend\w*|fix(?:ed|es|ing)?|found|find|finds|fetch\w*|"
    r"return\w*|recover\w*|replac\w*|new|another|second|spare|bought|wound|winds?|"
    r"charg\w*|rechar\w*|plug\w*|restart\w*|work(?:s|ed|ing)?\s+again|going\s+again|running\s+again|gave\s+(?:it|"
    r"them)\s+back|given\s+back|brought|brings|"
    r"took\s+(?:it|them)|taken\s+(?:it|them)|takes\s+(?:it|them)|picked\s+(?:it|them)?\s*up|pick(?:s|ed)\s+(?:it|them)|"
    r"got\s+(?:it|them)|retriev\w*|"
    r"electrician|clockmaker|watchmaker|plumber|engineer|mechanic|came\s+back|back\s+(?:to\s+life|in)|started\s+again|"
    r"sent\s+for|borrow\w*|lent)\b",
    re.I,
)
_MANY = r"\b(?:{name}s\b|(?:another|second|other|new|spare|each|every|both|two|three)\s+(?:\w+\s+)?{name}\b)"
_FAR = {"parted with": 40_000, "stops": 80_000}
_WORKS = {"stops": "works", "parted with": "held"}
_NEAR = 100
_NAMELESS = frozenset(("he", "she", "they"))


def check(story: Story, facts: Facts, scenes: Scenes, cast: Cast) -> Iterator[Remark]:
    """A remark where the thing is used again, with the place where it stopped or was left as evidence; one for each thing."""
    nameless = {one.id for one in cast.items if one.name.casefold() in _NAMELESS}
    done: set[tuple[str, int | None]] = set()
    for lost in noted(facts.notes, *_WORKS):
        if (lost.about, lost.owner) in done or scenes.items[lost.scene].time is Time.FLASHFORWARD:
            continue
        used = next(
            (one for one in noted(facts.notes, _WORKS[lost.attribute]) if _is_again(lost, one, scenes, nameless)), None
        )
        if used is not None and not _is_explained(story.text, lost, used):
            done.add((lost.about, lost.owner))
            yield _remark(story.text, lost, used)


def _is_again(lost: Note, used: Note, scenes: Scenes, nameless: set[int]) -> bool:
    """Whether the same thing is used later, told and in story time."""
    if used.about != lost.about or not 0 < used.span.start - lost.span.end < _FAR[lost.attribute]:
        return False
    if lost.teller != used.teller:
        return False
    known = None not in (lost.owner, used.owner) and not {lost.owner, used.owner} & nameless
    if known and lost.owner != used.owner:
        return False
    before, after = scenes.items[lost.scene], scenes.items[used.scene]
    return after.story_order >= before.story_order and after.time is not Time.FLASHBACK


def _is_explained(text: str, lost: Note, used: Note) -> bool:
    """Whether anything said near the thing, from a little before to a little after, brings it back, or there are two of it."""
    noun = re.escape(lost.about.split()[-1])
    if says(text, re.compile(_MANY.format(name=noun), re.I), 0, len(text)):
        return True
    start, end = lost.span.start - _NEAR, used.span.end + _NEAR
    named = re.finditer(rf"\b{noun}\b", text[max(0, start) : end], re.I)
    places = [max(0, start) + match.start() for match in named]
    return any(says(text, _MENDED, at - _NEAR, at + _NEAR) for at in places)


def _remark(text: str, lost: Note, used: Note) -> Remark:
    return Remark(
        used.span,
        f"I last met the {lost.about} at {quoted(text, lost.span)}; here it is at work again: {quoted(text, used.span)}. "
        "Did I miss how it came back?",
        evidence=(Evidence(lost.span, f"what I last heard of the {lost.about}"),),
        confidence=0.65,
    )
