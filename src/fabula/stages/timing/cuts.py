"""Where scenes change without a mark: tales told aloud and memories, with the way back from each."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

from fabula.reading import Quotations
from fabula.stages.timing.chances import SeamWeights, seam_chances
from fabula.stages.timing.memories import Memory, find_memories
from fabula.stages.timing.openers import Opener
from fabula.stages.timing.openings import opens_another_day
from fabula.stages.timing.tales import Tale, find_tales
from fabula.stages.timing.telling import Telling, narrated, sentences_of
from fabula.stages.timing.tense_runs import past_runs

if TYPE_CHECKING:
    import numpy
    from numpy.typing import NDArray

    Floats = NDArray[numpy.float32]


class Role(Enum):
    """What a scene is to the one before it: simply the next, a tale somebody tells, a memory, or the way back from one."""

    NEXT = "next"
    TALE = "tale"
    MEMORY = "memory"
    BACK = "back"


@dataclass(frozen=True)
class Cut:
    """A scene begins at `start` though nothing marks it; `quotations` are the numbers of those that tell a tale."""

    start: int
    role: Role
    confidence: float
    quotations: tuple[int, ...] = ()


def find_cuts(
    telling: Telling, quotations: Quotations, openers: list[Opener], words: Floats, seams: SeamWeights
) -> list[Cut]:
    """The unmarked cuts in text order, none where a mark opens a scene already.

    Plain changes of scene are looked for only where nothing in the whole story is marked: who marks some marks all.
    """
    marked = {opener.start for opener in openers}
    tales = find_tales(telling, quotations)
    cuts = [cut for tale in tales for cut in _round_tale(telling, tale)]
    told = [range(tale.first, tale.end + 1) for tale in tales]
    stretches = _stretches(telling, openers)
    runs = past_runs(telling, stretches)
    cuts += [cut for run in runs for cut in _round_run(telling, run)]
    for memory in [] if runs else find_memories(telling, words, stretches):
        opened = int(telling.paragraphs[:, 0].searchsorted(memory.door, "right")) - 1
        if not any(opened in tale or memory.back in tale for tale in told):
            cuts += _round_memory(telling, memory)
    if len(openers) == 1:
        cuts += _seams(telling, seam_chances(telling, seams), cuts)
    cuts = [cut for cut in cuts if cut.role is not Role.BACK or cut.start not in marked]
    return sorted(cuts, key=lambda cut: cut.start)


def _round_tale(telling: Telling, tale: Tale) -> list[Cut]:
    """The cuts before and behind a tale."""
    starts = telling.output.starts
    cuts = [Cut(int(starts[telling.paragraphs[tale.first, 0]]), Role.TALE, 0.8, tale.quotations)]
    if tale.end < len(telling.paragraphs):
        cuts.append(Cut(int(starts[telling.paragraphs[tale.end, 0]]), Role.BACK, 0.8))
    return cuts


def _round_run(telling: Telling, run: tuple[int, int]) -> list[Cut]:
    """The cuts before and behind what is told in the past; none behind the end of the story."""
    starts = [telling.sentences[at, 0] for at in run if at < len(telling.sentences)]
    places = [int(telling.output.starts[word]) for word in starts]
    return [Cut(place, role, _TENSE) for place, role in zip(places, (Role.MEMORY, Role.BACK), strict=False)]


def _round_memory(telling: Telling, memory: Memory) -> list[Cut]:
    starts = telling.output.starts
    sure = 0.7 if memory.score > _SURE else 0.5
    return [
        Cut(int(starts[memory.door]), Role.MEMORY, sure),
        Cut(int(starts[telling.paragraphs[memory.back, 0]]), Role.BACK, sure),
    ]


_SURE, _TENSE = 4.0, 0.8
_LEAST, _APART = 0.2, 200
"""Chance below which nothing is taken for a seam, and words between two cuts."""
_SAID, _DAY_APART = 0.5, 60
"""How sure a scene that opens with another day is, and words between it and another cut."""
_USUAL = 2000
"""Words of a scene, as they run in print. No more seams are taken, the likeliest first: together with a low bar that puts back
more of the breaks of authors kept out than a high bar does, and is hardly more often wrong (docs/when.md)."""


def _seams(telling: Telling, chances: Floats, cuts: list[Cut]) -> list[Cut]:
    """The likeliest seams, the surest first, none near another cut: at most as many as a story of this length has scenes.

    Where a paragraph begins by saying that it is another day, that alone is enough, however many there are.
    """
    starts = telling.output.starts[telling.paragraphs[:, 0]]
    taken = [int(telling.output.starts.searchsorted(cut.start)) for cut in cuts]
    most = round(len(telling.output.words) / _USUAL) - len(taken)
    found: list[Cut] = []
    for paragraph in (-chances).argsort(kind="stable").tolist():
        said = paragraph > 0 and opens_another_day(narrated(telling, sentences_of(telling, paragraph)[0]))
        if not said and (chances[paragraph] < _LEAST or len(found) >= most):
            continue
        word = int(telling.paragraphs[paragraph, 0])
        if all(abs(word - other) >= (_DAY_APART if said else _APART) for other in taken):
            taken.append(word)
            found.append(Cut(int(starts[paragraph]), Role.NEXT, max(float(chances[paragraph]), _SAID * said)))
    return found


def _stretches(telling: Telling, openers: list[Opener]) -> list[tuple[int, int]]:
    """The paragraphs between one mark and the next, as (first, end)."""
    import numpy

    starts = telling.output.starts[telling.paragraphs[:, 0]]
    bounds = numpy.searchsorted(starts, [opener.start for opener in openers]).tolist()
    ends = [*bounds[1:], len(starts)]
    return [(first, end) for first, end in zip(bounds, ends, strict=True) if first < end]
