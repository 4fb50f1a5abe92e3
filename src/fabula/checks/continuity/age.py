"""Ages that do not add up

## What it notices
Somebody's age against another age of theirs: nineteen fifteen years ago and thirty-one now, crowned at twelve for
thirty years and dead at forty, a birthday against a year of birth, younger in a later year than before. Of two people,
who is the elder.

## Why a reader minds
Ages are the numbers that readers do add up, if only in the back of the head, because so much hangs on them.

## When it is fine
People lie about their age, guess, and grow older. Where the words near say so, or the difference is a single year, this
check is silent.

## Examples
```story
Vera Lind had been nineteen, and it was fifteen years ago, and the ice had been thin.

Vera got up. Vera was {==thirty-one years old==} and she had not cried since the war.
```
```story
Aldemar was crowned at twelve years old and had worn the crown for thirty.

They buried Aldemar in the rain. Aldemar was {==dead at forty==}, and nobody had asked him anything.
```
```story
Dario, my little brother, calls every night. I let it ring.

{==Dario is four years older than me==}, and he still takes the stairs two at a time.
```
It adds up:
```story
Vera Lind had been nineteen, and it was fifteen years ago. Vera got up. Vera was thirty-four years old and she
had not cried since.
```
Said why:
```story
Vera Lind had been nineteen, and it was fifteen years ago. She always lied about her age. Vera was thirty-one, she told them.
```
A memory:
```story
Vera Lind was seventy-three and had buried two husbands. The kettle sang. Vera had been nine, and the ice had been thin.
```
Years go by:
```story
Dario was nine. He ran away to sea. Ten years later Dario was nineteen and had a ship.
```

## Source
Our own.
"""

import re
from collections import defaultdict
from collections.abc import Iterator
from itertools import pairwise

from fabula.reading import Fact, Facts, Scenes
from fabula.reading.disagreements import held, is_now, quoted, says
from fabula.review import Evidence, Kind, Remark, Severity
from fabula.story import Story

SEVERITY = Severity.QUESTION
KIND = Kind.CONTRADICTION

_TOLD = re.compile(
    r"\b(?:l(?:ie|ied|ies|ying)\s+about|vain|pretend\w*|claim\w*|admit\w*|look(?:s|ed)?\s+(?:\w+\s+)?(?:older|younger|"
    r"about)|guess\w*|passed\s+for|"
    r"officially|vanity|papers|forged|mistaken|joke\w*|not\s+yet|at\s+heart|birthdays?|years\s+(?:later|passed|went))\b",
    re.I,
)
_NEAR = 220
_LEAD = 30
"""Code points before an age in which stands who is that old, and when."""
_HAD_BEEN = re.compile(r"(?:\bhad|['’]d)\s+(?:\w+\s+)?been\b[^.!?]*\Z", re.I)
_BARE = re.compile(r"(?:\A|[^\w])(?:he|she|they)(?:\s+\w+|['’]\w+){1,3}\s*\Z", re.I)
_YEAR = re.compile(r"\b(1[5-9]\d\d|20\d\d)\b")
_STEP = re.compile(r"\b(?:step|half|foster|in-law|adopted)", re.I)


def check(story: Story, facts: Facts, scenes: Scenes) -> Iterator[Remark]:
    """A remark on the later of two statements, with the earlier one as evidence; one for each person."""
    rows: defaultdict[int, list[Fact]] = defaultdict(list)
    for (who, _), found in held(facts.items, "age", "age after years", "age at death", "birth year").items():
        rows[who] += found
    for found in rows.values():
        ordered = sorted(found, key=lambda one: one.span)
        yield from _first(story.text, ordered, scenes)
    yield from _deaths(story.text, facts)
    yield from _elders(story.text, facts)


def _first(text: str, rows: list[Fact], scenes: Scenes) -> Iterator[Remark]:
    for number, later in enumerate(rows):
        for earlier in reversed(rows[:number]):
            if later.span.start < earlier.span.end:  # one statement, and what follows from it
                continue
            said = _why(earlier, later, scenes)
            if said and _are_comparable(text, earlier, later) and not _is_explained(text, earlier, later):
                yield _remark(text, earlier, later, said)
                return


def _is_explained(text: str, earlier: Fact, later: Fact) -> bool:
    return any(says(text, _TOLD, one.span.start - _NEAR, one.span.end + _NEAR) for one in (earlier, later))


def _are_comparable(text: str, earlier: Fact, later: Fact) -> bool:
    """Whether two ages may stand beside each other: not where "had been" looks back, nor on a bare "she" from far off."""
    if (earlier.attribute, later.attribute) != ("age", "age"):
        return True
    looks_back = [says(text, _HAD_BEEN, one.span.start - _LEAD, one.span.start) for one in (earlier, later)]
    bare = says(text, _BARE, later.span.start - _LEAD, later.span.start)
    return looks_back[0] == looks_back[1] and not (bare and later.span.start - earlier.span.end > _NEAR)


def _why(earlier: Fact, later: Fact, scenes: Scenes) -> str:
    """What a reader reckons from the two, "" where they agree."""
    kinds, ages = (earlier.attribute, later.attribute), (int(earlier.value), int(later.value))
    now = is_now(scenes, earlier.scene) and is_now(scenes, later.scene)
    if "birth year" in kinds:
        return _since_birth(earlier, later, scenes) if "age" in kinds else ""
    if kinds == ("age after years", "age") or kinds == ("age", "age after years"):
        return f"I make that {ages[kinds.index('age after years')]}" if now and abs(ages[0] - ages[1]) > 1 else ""
    if kinds == ("age", "age") and now and earlier.teller == later.teller:
        same = earlier.scene == later.scene and abs(ages[0] - ages[1]) > 1
        return "that would be younger than before" if same and ages[1] < ages[0] else ""
    return ""


def _since_birth(earlier: Fact, later: Fact, scenes: Scenes) -> str:
    """A year of birth against an age in a scene that has a year in its date."""
    born, aged = (earlier, later) if earlier.attribute == "birth year" else (later, earlier)
    year = _YEAR.search(scenes.items[aged.scene].when or "")
    if not year:
        return ""
    reckoned = int(year[1]) - int(born.value)
    return f"I make that {reckoned}" if abs(reckoned - int(aged.value)) > 1 else ""


def _deaths(text: str, facts: Facts) -> Iterator[Remark]:
    """A reign or a life's work that lasts longer than the life; the dead may be named otherwise, so nobody else may fit."""
    reigns = [one for rows in held(facts.items, "age after years").values() for one in rows]
    deaths = [one for rows in held(facts.items, "age at death").values() for one in rows]
    for death in deaths:
        before = [one for one in reigns if int(one.value) > int(death.value)]
        if len(before) == 1 and len(deaths) == 1 and not _is_explained(text, before[0], death):
            earlier, later = sorted((before[0], death), key=lambda one: one.span)
            yield _remark(text, earlier, later, f"I make that {before[0].value}")


def _elders(text: str, facts: Facts) -> Iterator[Remark]:
    """Of two people, first the one is the elder and then the other."""
    attributes = {one.attribute for one in facts.items if one.attribute.startswith("age beside ")}
    for rows in held(facts.items, *attributes).values():
        for earlier, later in pairwise(rows):
            if earlier.value != later.value and not says(text, _STEP, earlier.span.start - 60, later.span.end + 60):
                yield _remark(text, earlier, later, f"here one is {earlier.value}, there {later.value}")
                break


def _remark(text: str, earlier: Fact, later: Fact, reckoning: str) -> Remark:
    return Remark(
        later.span,
        f"I remembered {quoted(text, earlier.span)} when I came to {quoted(text, later.span)}: {reckoning}. Which did "
        f"you mean?",
        evidence=(Evidence(earlier.span, "what I counted from"),),
        confidence=0.7,
    )
