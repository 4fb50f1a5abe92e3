"""Which mentions could be the speaker of a quotation, and what is known of each before a vector is read."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from fabula.models.mention_features import MentionFeatures

if TYPE_CHECKING:
    import numpy
    from numpy.typing import NDArray

    Integers = NDArray[numpy.int64]

BEFORE, AFTER = 300, 60
"""Words before and after a quotation where its speaker is looked for."""
PERSON = 0
"""The type of a person."""
SPEAKER_SIZES = (12, 12, 3, 4, 10, 2)
"""Values of the columns of `SpeakerPairs.features`."""


@dataclass(frozen=True)
class SpeakerPairs:
    """Quotations and the mentions that could speak them.

    `mentions` numbers the candidates among all mentions; `pairs` (pairs, 2) are quotation and candidate numbers;
    `features` (pairs, 6): words before and after the quotation in powers of two, form, paragraph (same, one before,
    earlier, later), gender class, whether it is the nearest one after; `quotation_words` and `mention_words` (…, 4) are
    the words whose vectors describe each.
    """

    mentions: Integers
    pairs: Integers
    features: Integers
    quotation_words: Integers
    mention_words: Integers


def speaker_pairs(
    quotations: Sequence[tuple[int, int]], mentions: MentionFeatures, paragraph_starts: Sequence[int], words: int
) -> SpeakerPairs:
    """Candidates of each quotation (start, end): persons outside quotations, near it."""
    import numpy

    able = numpy.flatnonzero((mentions.own[:, 0] == PERSON) & (mentions.own[:, 2] == 0))
    start, end = mentions.start[able], mentions.end[able]
    paragraph = numpy.searchsorted(numpy.asarray(paragraph_starts), start, "right")
    pairs: list[Integers] = []
    rows: list[Integers] = []
    longest = int((end - start).max(initial=0))  # so nothing that begins further before a place reaches it
    for number, (left, right) in enumerate(quotations):
        first, last = numpy.searchsorted(start, (left - BEFORE - longest, right + AFTER))
        near = first + numpy.flatnonzero(end[first:last] > left - BEFORE)
        own = numpy.searchsorted(numpy.asarray(paragraph_starts), left, "right")
        before, after = left - end[near], start[near] - right
        step = own - paragraph[near]
        where = numpy.select([step == 0, step == 1, step > 1], [0, 1, 2], 3)
        nearest = (after >= 0) & (after == after[after >= 0].min(initial=AFTER))
        columns = [
            _bucket(before),
            _bucket(after),
            mentions.own[able[near], 1],
            where,
            mentions.own[able[near], 3],
            nearest,
        ]
        rows.append(numpy.stack(columns, 1).astype(numpy.int64))
        pairs.append(numpy.stack([numpy.full(len(near), number), near], 1).astype(numpy.int64))
    spans = numpy.array(quotations, numpy.int64).reshape(-1, 2)
    return SpeakerPairs(
        able,
        numpy.concatenate([numpy.zeros((0, 2), numpy.int64), *pairs]),
        numpy.concatenate([numpy.zeros((0, 6), numpy.int64), *rows]),
        _around(spans[:, 0], spans[:, 1] - 1, words),
        _around(start, end - 1, words),
    )


def _around(first: Integers, last: Integers, words: int) -> Integers:
    import numpy

    return numpy.stack([first, last, numpy.maximum(first - 1, 0), numpy.minimum(last + 1, words - 1)], 1)


def _bucket(distances: Integers) -> Integers:
    """0 for none (negative), 1 for touching, then one bucket for each power of two."""
    import numpy

    return numpy.minimum(11, numpy.frexp(numpy.maximum(distances + 1, 0).astype(numpy.float64))[1]).astype(numpy.int64)
