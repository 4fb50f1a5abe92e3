"""Tales told aloud: a speech that goes on from paragraph to paragraph and tells of others, in the past."""

from __future__ import annotations

from dataclasses import dataclass

from fabula.models.output import words_under
from fabula.reading import Quotations
from fabula.stages.timing.telling import Telling

_FEWEST_PARAGRAPHS, _FEWEST_WORDS = 3, 150
_OTHERS = 0.55
"""At least this share of a tale's persons are others than I and you: who speaks of himself and to us explains or confesses."""
_TOLD = 0.5
_ALL_OTHERS = 0.8
"""With so many others a tale may be told in the present ("Every night he puts a lamp in the window")."""


@dataclass(frozen=True)
class Tale:
    """Paragraphs `first` up to `end` hold a tale; `quotations` are the numbers of those that tell it."""

    first: int
    end: int
    quotations: tuple[int, ...]


def find_tales(telling: Telling, quotations: Quotations) -> list[Tale]:
    """The tales in text order. A speech counts whose every paragraph but the last is left open to go on in the next."""
    outer = [number for number, one in enumerate(quotations.items) if not one.nested]
    found: list[Tale] = []
    chain: list[int] = []
    for number in outer:
        chain.append(number)
        if not quotations.items[number].continues:
            tale = _tale(telling, quotations, chain)
            if tale is not None:
                found.append(tale)
            chain = []
    return _apart(found)


def _tale(telling: Telling, quotations: Quotations, chain: list[int]) -> Tale | None:
    """The tale that a chain of quotations tells, None where it is too short or speaks of other things."""
    if len(chain) < _FEWEST_PARAGRAPHS:
        return None
    ranges = [words_under(telling.output, quotations.items[number].span) for number in chain]
    words = [at for first, end in ranges for at in range(first, end)]
    if len(words) < _FEWEST_WORDS:
        return None
    feats = [telling.output.feats[at] for at in words]
    persons = [feat for feat in feats if "PronType=Prs" in feat and "Person=" in feat]
    others = sum("Person=3" in feat for feat in persons)
    verbs = [feat for feat in feats if "VerbForm=Fin" in feat and "Tense=" in feat]
    past = sum("Tense=Past" in feat for feat in verbs)
    told = others >= _OTHERS * len(persons) and past >= _TOLD * len(verbs)
    if not told and others < _ALL_OTHERS * len(persons):
        return None
    starts = telling.paragraphs[:, 0]
    first = int(starts.searchsorted(ranges[0][0], "right")) - 1
    end = int(starts.searchsorted(ranges[-1][1] - 1, "right"))
    return Tale(first, end, tuple(chain))


def _apart(tales: list[Tale]) -> list[Tale]:
    """The tales without those that begin in a paragraph of an earlier one: two speakers share a paragraph there."""
    found: list[Tale] = []
    for tale in tales:
        if not found or tale.first >= found[-1].end:
            found.append(tale)
    return found
