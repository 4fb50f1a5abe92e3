"""A wound that changes sides

## What it notices
A hurt, bandaged or missing part of the body that is the left one in one place and the right one in another.

## Why a reader minds
A wound is the thing about a character that the reader's own body remembers. When it moves, the reader goes back to look.

## When it is fine
Both sides are hurt, or there are two wounds: where the story says so (both, the other, as well), this check is silent.

## Examples
```story
Tavik had a bandage on his right hand. He would not keep it still.

At breakfast Tavik held the bowl with his {==bandaged left hand==}.
```
```story
Orla had broken her left arm in the fall. Nobody had time for it.

In the morning Orla could not lift her {==broken right arm==} at all.
```
```story
The sergeant limped on his wounded left leg. The road was long.

By dusk the sergeant had to rest his {==injured right leg==} on a stone.
```
```story
The arrow went through the side door and into Orla's left wrist. She sat down on the step.

Orla rubbed her {==wrist, the right one, where the scar==} was, and went on with the bread.
```
```story
Jon Berg had broken his ankle, the left one, on the quay. Nobody laughed.

A week later Jon lifted his {==right leg in its plaster==} on to the bench.
```
The same side:
```story
Tavik had a bandage on his right hand. At breakfast Tavik held the bowl against his chest with his bandaged right hand.
```
Both:
```story
Tavik had burned both hands, the right worse. He held his bandaged left hand out. His bandaged right hand he hid.
```
Two people:
```story
Tavik had a bandage on his right hand. Orla held the bowl with her bandaged left hand.
```

## Source
Our own.
"""

import re
from collections.abc import Iterator

import msgspec

from fabula.reading import Cast, Fact, Facts, Modality, Note
from fabula.reading.disagreements import quoted, says
from fabula.review import Evidence, Kind, Remark, Severity
from fabula.story import Story

SEVERITY = Severity.QUESTION
KIND = Kind.CONTRADICTION

_HURT = "hurt "
_PARTS = r"(?:hands?|arms?|legs?|f[oe]{2}t|knees?|ankles?|eyes?|ears?|wrists?|shoulders?|sides?|ones?)"
_BOTH = re.compile(
    rf"\bboth\s+(?:of\s+)?(?:his|her|my|their|your|the)?\s*{_PARTS}|\b(?:the\s+other|another|each|either|"
    rf"second)\s+{_PARTS}\b|\bas\s+well\b",
    re.I,
)
_NEAR = 160
_REACH = 30_000
"""Code points over which a hurt that is nobody's by name is taken for the one that somebody has."""
_WHOLE = {
    "hurt leg": ("hurt leg", "hurt ankle", "hurt foot", "hurt knee", "hurt shin", "hurt calf"),
    "hurt arm": ("hurt arm", "hurt wrist", "hurt forearm", "hurt elbow"),
}
"""A limb, and the parts of it that a story may name instead."""
_NAMELESS = frozenset(("he", "she", "they", "him", "her"))
_EVENTS = re.compile(r"\b(?:broke|hit|struck|shot|burned|burnt\s+(?:his|her|my)|sprained|cut|twisted)\b", re.I)


class _Wound(msgspec.Struct, frozen=True):
    """A hurt part; `who` is None where the story names nobody we know by name."""

    who: int | None
    told: Fact | Note


def check(story: Story, facts: Facts, cast: Cast) -> Iterator[Remark]:
    """A remark on the later side, with the earlier one as evidence."""
    nameless = {one.id for one in cast.items if one.name.casefold() in _NAMELESS}
    wounds = [
        _Wound(None if isinstance(one, Note) or one.character in nameless else one.character, one)
        for one in (*facts.items, *facts.notes)
        if one.attribute.startswith(_HURT) and one.modality is Modality.ASSERTED
    ]
    wounds.sort(key=lambda wound: wound.told.span)
    for part in dict.fromkeys(wound.told.attribute for wound in wounds):
        rows = [wound for wound in wounds if wound.told.attribute in _WHOLE.get(part, (part,))]
        people = {wound.who for wound in rows} - {None}
        for number, later in enumerate(rows):
            earlier = next((one for one in reversed(rows[:number]) if _clash(one, later, len(people))), None)
            if earlier is not None and not _is_explained(story.text, earlier.told, later.told):
                yield _remark(story.text, earlier.told, later.told)
                break


def _clash(earlier: _Wound, later: _Wound, people: int) -> bool:
    """Two sides of one person; a nameless one is the only other person who has that part hurt."""
    near = later.told.span.start - earlier.told.span.end < _REACH
    same = earlier.who == later.who if None not in (earlier.who, later.who) else people <= 1 and near
    return same and earlier.told.value != later.told.value


def _is_explained(text: str, earlier: Fact | Note, later: Fact | Note) -> bool:
    said = (says(text, _BOTH, one.span.start - _NEAR, one.span.end + _NEAR) for one in (earlier, later))
    anew = says(text, _EVENTS, later.span.start - 40, later.span.start)
    return any(said) or anew


def _remark(text: str, earlier: Fact | Note, later: Fact | Note) -> Remark:
    part = earlier.attribute.removeprefix(_HURT)
    return Remark(
        later.span,
        f"I remember the {earlier.value} {part}, from {quoted(text, earlier.span)}; here it is the {later.value} one, "
        f"{quoted(text, later.span)}. Is it one hurt or two?",
        evidence=(Evidence(earlier.span, f"here it is the {earlier.value} {part}"),),
        confidence=0.75,
    )
