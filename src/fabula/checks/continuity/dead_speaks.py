"""The dead who go on talking

## What it notices
Somebody of whom the narrator has plainly said that they are dead, and who says or does something later in the story's time.

## Why a reader minds
Death is the one fact that every reader writes down.

## When it is fine
Memories, letters, ghosts and dreams; deaths that were a mistake, a lie or a trick. Where the story speaks of any of
these near by, or goes on to give the dead a whole scene, this check is silent.

## Examples
```story
Anselme died that winter. They carried Anselme down the hill, and Hester sold his boots.

In the spring Hester whitewashed the house. Julia brought her seeds. "It is late for beans," {==said Anselme==}.
```
```story
By morning Captain Roche was dead. They covered him with a flag and went on.

The ship was quiet. The cook made soup for nobody. Captain {==Roche shook==} his head over the chart.
```
```story
Martin was dead. The doctor closed his bag and said so twice.

Anna drew the curtains. Julia made the tea. They did not speak. {==Martin poured==} the milk.
```
Remembered:
```story
Anselme died that winter. Hester remembered how he used to talk. "It is late for beans," said Anselme, every spring.
```
Not dead after all:
```story
Martin was dead. The doctor said so. But he was alive: Martin poured the milk and laughed at them.
```
Somebody else:
```story
Martin was dead. The doctor closed his bag. Julia poured the milk, and Anna sat down.
```

## Source
Our own.
"""

import re
from collections.abc import Iterator

from fabula.reading import Fact, Facts, Note, Quotations, Scenes, Time
from fabula.reading.disagreements import held, narration, noted, quoted, says
from fabula.review import Evidence, Kind, Remark, Severity
from fabula.story import Story

SEVERITY = Severity.QUESTION
KIND = Kind.CONTRADICTION

_EXPLAINED = re.compile(
    r"\b(?:alive|living|lived|not\s+dead|n't\s+dead|ghosts?|spirits?|spectre|dream\w*|surviv\w*|resurrect\w*|revive\w*|"
    r"vampire|undead|zombie|corpse|"
    r"memory|memories|remember\w*|recall\w*|used\s+to|letter|portrait|photograph|recording|years|earlier|ago|"
    r"back\s+(?:to\s+life|from)|heaven|hell|"
    r"haunt\w*|vision|as\s+though|mistake\w*|believed|supposed|would|(?:his|her)\s+(?:son|father|brother|daughter|"
    r"mother|sister|widow)|junior|senior|"
    r"younger|elder)\b",
    re.I,
)
_CERTAIN = re.compile(
    r"\b(?:alive|not\s+dead|n't\s+dead|ghosts?|spirits?|spectre|resurrect\w*|revive\w*|vampire|undead|zombie|"
    r"back\s+(?:to\s+life|from\s+the)|haunt\w*|surviv\w*|"
    r"dreamt|dreamed|remembered|recalled)\b",
    re.I,
)
_PRONOUN = re.compile(r"(?:He|She|They|It|I|You|We|One|[a-z]\w*)\b")
_SEEN = 3
"""The dead who do more than so many things have a scene of their own: a memory, or the order of telling."""
_NEAR, _AT_ONCE = 250, 40


def check(story: Story, facts: Facts, scenes: Scenes, quotations: Quotations) -> Iterator[Remark]:
    """A remark on what the dead do, with their death as evidence; one for each person."""
    told = narration(story.text, quotations)
    acts = noted(facts.notes, "acts", "acts unnamed", "leaves")
    for (who, _), rows in held(facts.items, "alive").items():
        death = next((one for one in rows if _is_plain(story.text, scenes, one)), None)
        if death is None:
            continue
        later = [one for one in acts if one.owner == who and one.span.start > death.span.end + _AT_ONCE]
        seen = next((one for one in later if one.attribute == "acts" and _is_after(scenes, death, one)), None)
        if seen is not None and len(later) <= _SEEN and not _is_explained(story.text, told, death, seen):
            yield Remark(
                seen.span,
                f"I had understood that this person is dead ({quoted(story.text, death.span)}); here I read "
                f"{quoted(story.text, seen.span)}. "
                "Is it somebody else, or an earlier time?",
                evidence=(Evidence(death.span, "where I read of the death"),),
                confidence=0.65,
            )


def _is_plain(text: str, scenes: Scenes, death: Fact) -> bool:
    """Whether the narrator says it, by a name, and not of what is still to come."""
    named = not _PRONOUN.match(text, death.span.start)
    return named and death.teller is None and scenes.items[death.scene].time is not Time.FLASHFORWARD


def _is_after(scenes: Scenes, death: Fact, act: Note) -> bool:
    before, after = scenes.items[death.scene], scenes.items[act.scene]
    return after.story_order >= before.story_order and after.time is not Time.FLASHBACK


def _is_explained(text: str, told: str, death: Fact, seen: Note) -> bool:
    """Whether the narrator speaks of memories and the like beside the deed, or anybody of a life after all anywhere between."""
    near = says(told, _EXPLAINED, seen.span.start - _NEAR, seen.span.end + _NEAR)
    return near or says(text, _CERTAIN, death.span.start - _NEAR, seen.span.end + 2000)
