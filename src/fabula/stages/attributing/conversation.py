"""From a conversation's evidence to who says each of its speeches, and to whom."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

import msgspec

from fabula.stages.attributing.addressees import find_addressees
from fabula.stages.attributing.decoding import Turn, decode
from fabula.stages.attributing.evidence import Evidence, Guesses, Hearing, Signal, noun_of, told_by, weigh
from fabula.stages.attributing.speeches import Speech
from fabula.stages.attributing.strengths import STRENGTHS, TURNS

if TYPE_CHECKING:
    import numpy
    from numpy.typing import NDArray

    Floats = NDArray[numpy.float64]


def guess(hearing: Hearing, talks: Sequence[Sequence[Speech]]) -> Guesses:
    """A first hearing of all conversations, to learn whom the story calls by which noun."""
    speakers: dict[int, dict[int, float]] = {}
    nouns: defaultdict[str, Counter[int]] = defaultdict(Counter)
    for speeches in talks:
        evidence, chances = _weighed(hearing, speeches)
        for speech, row in zip(speeches, chances, strict=True):
            noun = noun_of(hearing, told_by(hearing, speech))
            if noun:
                own = {who: float(chance) for who, chance in zip(evidence.people, row, strict=True)}
                speakers[speech.number] = own
                nouns[noun].update(own)
    return Guesses(speakers, {noun: dict(known) for noun, known in nouns.items()})


class Heard(msgspec.Struct, frozen=True):
    """The likeliest speaker of a speech with the probability, and the addressee (a character, or None)."""

    speaker: int
    chance: float
    addressee: int | None


def attend(hearing: Hearing, speeches: Sequence[Speech]) -> dict[int, Heard]:
    """Who says each speech of a conversation, by the number of the quotation; empty where nobody is in sight."""
    evidence, chances = _weighed(hearing, speeches)
    if not evidence.people:
        return {}
    best = [int(row.argmax()) for row in chances]
    speakers = [evidence.people[place] for place in best]
    addressees = find_addressees(hearing, speeches, speakers)
    return {
        speech.number: Heard(who, float(chances[index, place]), addressee)
        for index, (speech, place, who, addressee) in enumerate(zip(speeches, best, speakers, addressees, strict=True))
    }


def _weighed(hearing: Hearing, speeches: Sequence[Speech]) -> tuple[Evidence, Floats]:
    """The evidence of a conversation, and the probabilities (speeches, people) of its speakers."""
    import numpy

    evidence = weigh(hearing, speeches)
    if not evidence.people:
        return evidence, numpy.zeros((len(speeches), 0))
    strengths = numpy.array([STRENGTHS[signal] for signal in Signal])
    return evidence, decode(evidence.table @ strengths, _turns(speeches)).speaker


def gap(speech: Speech, before: Speech) -> str:
    """How a speech follows the one before; a pause in a call is none."""
    if speech.goes_on:
        return "broken"
    step = 0 if speech.held else speech.paragraph - before.paragraph
    return "paragraph" if step == 0 else "next" if step == 1 else "near" if step <= 3 else "far"


def _turns(speeches: Sequence[Speech]) -> Floats:
    import numpy

    gaps = ["far", *(gap(speech, before) for before, speech in pairwise(speeches))]
    return numpy.array([[TURNS[one][turn] for turn in Turn] for one in gaps])
