"""Eyes, hair or a bicycle that change their colour

## What it notices
One person's eyes, hair, beard or moustache in two colours that do not go together; a thing that somebody has one of (a
bicycle, a door, a dog) in two colours; clothes that change colour within a scene.

## Why a reader minds
Readers build faces out of very few words and keep them. Two colours make two people, or a clue.

## When it is fine
Dye, lenses, wigs and disguises, hair gone grey over the years, a new coat of paint, another thing of the same kind: where the
story says so, this check is silent. Colours that shade into one another (grey and blue, red and auburn) count as one.

## Examples
```story
Marta Keller had brown eyes and a quick temper. She sold fish. Everyone in the port knew her.

Years went by like that. Then one day Marta looked up, and her {==blue eyes==} were full of tears.
```
```story
Ulrike was a tall woman with cropped red hair. She ran the kitchen and nobody argued.

At noon Ulrike sat down. A feather had got stuck in Ulrike's {==black plait==}.
```
```story
Aoife had an old green bicycle. It squeaked, and Aoife loved it.

On Monday Aoife rode to the harbour on her {==blue bicycle==} and came home wet.
```
Said why:
```story
Marta Keller had brown eyes and a quick temper. She sold fish. Everyone knew her.

For the job in Lisbon she wore contact lenses. Marta looked up, and her blue eyes were full of tears.
```
Colours that shade into one another, and two people:
```story
Marta Keller had grey eyes. She sold fish. Marta looked up, and her blue eyes were full of tears. Jon Berg had brown eyes.
```
Another thing:
```story
Aoife had an old green bicycle. It broke, and she bought another. Aoife rode to the harbour on her blue bicycle.
```

## Source
The style-sheet questions of copy-editing handbooks: eyes that change colour are the first that each of them names.
"""

import re
from collections import defaultdict
from collections.abc import Iterator

from fabula.reading import Fact, Facts, Note, Scenes
from fabula.reading.disagreements import first_clash, held, is_now, noted, quoted, says
from fabula.review import Evidence, Kind, Remark, Severity
from fabula.story import Story

SEVERITY = Severity.QUESTION
KIND = Kind.CONTRADICTION

_EYES = "blue grey|brown hazel|brown black|hazel green|blue violet|grey green|amber brown|amber hazel|black grey"
_HAIR = (
    "blond fair|blond yellow|blond golden|blond flaxen|blond sandy|fair yellow|fair golden|fair flaxen|fair sandy|fair "
    "brown|yellow golden|"
    "yellow flaxen|golden flaxen|golden sandy|golden brown|golden red|golden auburn|golden ginger|yellow sandy|red "
    "auburn|red ginger|red copper|"
    "red chestnut|auburn chestnut|auburn copper|auburn ginger|auburn brown|chestnut brown|copper ginger|copper "
    "golden|sandy brown|sandy red|"
    "sandy ginger|black raven|raven brown|grey white|grey silver|white silver|blond white|blond silver|fair "
    "white|flaxen white|brown black|"
    "yellow white|sandy grey|golden white|black grey|brown grey|red sandy|copper chestnut|flaxen sandy"
)
_ALIKE = {
    name: {frozenset(pair.split()) for pair in pairs.split("|")}
    for name, pairs in {
        "eye colour": _EYES,
        "hair colour": _HAIR,
        "beard colour": _HAIR,
        "moustache colour": _HAIR,
    }.items()
}
"""Colours that writers give one head, or that shade into one another."""
_AGED = frozenset(("grey", "white", "silver"))
_DISGUISED = re.compile(r"\b(?:wigs?|lens|lenses|contacts|disguis\w*|glamour|shape-?shift\w*|make-?up)\b", re.I)
_FEATURES = {
    "eye": r"(?:eyes?|irises)",
    "hair": r"(?:hair|curls|braids?|plaits?|locks|ponytail)",
    "beard": r"(?:beard|whiskers)",
    "moustache": r"(?:moustache|mustache|whiskers)",
}
_CHANGE = (
    r"(?:dye[ds]?|dyeing|bleach\w*|tint\w*|henna\w*|different|chang\w*|colou?red|rins(?:e|ed)|painted|shade|"
    r"used\s+to\s+be|had\s+once\s+been|"
    r"(?:turn(?:s|ed|ing)|gone|grown|going|went)\s+(?:\w+\s+)?(?:white|grey|gray|silver|dark|darker|fair|blond\w*|red|black))"
)
_CHANGED = {
    name: re.compile(rf"\b{_CHANGE}\b[^.!?]{{0,60}}\b{feature}\b|\b{feature}\b[^.!?]{{0,60}}\b{_CHANGE}\b", re.I)
    for name, feature in _FEATURES.items()
}
_ANOTHER = re.compile(
    r"(?<!one after )\b(?:new|another|other|others|second|spare|borrow\w*|bought|buy|sold|paint\w*|repaint\w*|swapped|"
    r"exchanged|different|chang\w*|dress(?:ed|ing)|"
    r"put\s+on|took\s+off|pulled\s+on|hired|rented|one\s+of|dye[ds]?)\b",
    re.I,
)
_SAME = re.compile(r"\bthe\s+same\b", re.I)
_AFTER, _BEFORE, _CLOSE = 6000, 300, 80
_FAR = 60_000
"""Code points over which grey hair may have come with the years."""


def check(story: Story, facts: Facts, scenes: Scenes) -> Iterator[Remark]:
    """A remark on the later place, with the earlier one as evidence; one for each person and feature."""
    for (_, attribute), rows in held(facts.items, *_ALIKE).items():
        for earlier, later in first_clash(rows, lambda a, b, name=attribute: _differ(a, b, name)):
            if not _is_explained(story.text, scenes, earlier, later):
                yield _remark(story.text, earlier, later, attribute.removesuffix(" colour"))
    yield from _things(story.text, facts)


def _differ(earlier: Fact, later: Fact, attribute: str) -> bool:
    return earlier.value != later.value and frozenset((earlier.value, later.value)) not in _ALIKE[attribute]


def _is_explained(text: str, scenes: Scenes, earlier: Fact, later: Fact) -> bool:
    if earlier.attribute != "eye colour" and len(_AGED & {earlier.value, later.value}) == 1:
        years = not (is_now(scenes, earlier.scene) and is_now(scenes, later.scene))
        if years or later.span.start - earlier.span.end > _FAR:
            return True
    start, end = earlier.span.start - _BEFORE, later.span.end + _AFTER
    changed = _CHANGED[later.attribute.removesuffix(" colour")]
    return says(text, changed, start, end) or says(text, _DISGUISED, start, end)


def _things(text: str, facts: Facts) -> Iterator[Remark]:
    """Things in two colours: lasting things over the whole story, clothes within a scene."""
    groups: defaultdict[tuple[object, ...], list[Note]] = defaultdict(list)
    for one in noted(facts.notes, "colour", "garment colour"):
        scene = one.scene if one.attribute == "garment colour" else None
        groups[one.about, one.owner, scene].append(one)
    for rows in groups.values():
        for earlier, later in first_clash(rows, lambda a, b: a.value != b.value):
            if not _is_another(text, earlier, later):
                yield _remark(text, earlier, later, later.about)


def _is_another(text: str, earlier: Note, later: Note) -> bool:
    """Whether a word of change stands near any mention of the thing; "the same one" says that none matters."""
    if _SAME.search(text, later.span.start, later.span.end + 40):
        return False
    start = max(0, earlier.span.start - _CLOSE)
    named = re.finditer(rf"\b{re.escape(later.about.split()[-1])}\b", text[start : later.span.end + _CLOSE], re.I)
    return any(says(text, _ANOTHER, start + match.start() - _CLOSE, start + match.end() + _CLOSE) for match in named)


def _remark(text: str, earlier: Fact | Note, later: Fact | Note, thing: str) -> Remark:
    return Remark(
        later.span,
        f"I had pictured {earlier.value} here, from {quoted(text, earlier.span)}; now I read {quoted(text, later.span)}. "
        f"Is it the same {thing}, or did something change in between?",
        evidence=(Evidence(earlier.span, f"here it is {earlier.value}"),),
        confidence=0.75,
    )
