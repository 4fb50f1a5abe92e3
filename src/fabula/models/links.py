"""Scores between mentions, and between quotations and mentions: who is the same one, and who speaks."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from fabula.models.mention_features import (
    ALIKE_COLUMN,
    FORMS_COLUMN,
    OWN_SIZES,
    PAIR_SIZES,
    SHARED,
    MentionFeatures,
    features_of,
    pair_features,
)
from fabula.models.output import MentionScore, ReaderOutput
from fabula.models.speaker_features import SPEAKER_SIZES, speaker_pairs
from fabula.models.weights import Reader

if TYPE_CHECKING:
    import numpy
    from numpy.typing import NDArray

    Floats = NDArray[numpy.float32]
    Integers = NDArray[numpy.int64]

NEAREST, NAMESAKES = 200, 8
"""Earlier mentions that are scored with a mention: the nearest ones, and of names also earlier ones with a word in common."""
STRANGERS = 2.0
"""Taken from the score of two names without a word in common: a wrong merger of two people costs a reader most."""
CHUNK = 32768
"""Pairs scored at a time, a bound on memory only."""
NAME, PRONOUN = 0, 2
INSIDE = 0.5
WORD_VECTORS = 4 * 384
"""Numbers that describe a quotation or a candidate: the vectors of four words."""


@dataclass(frozen=True)
class Antecedents:
    """Scored pairs of mentions: `later` and `earlier` (pairs,) mention numbers, `scores` (pairs,); `new` (mentions,).

    A mention is likely the same as the earlier one whose score is highest, or a new one where `new` is higher still.
    """

    later: Integers
    earlier: Integers
    scores: Floats
    new: Floats


@dataclass(frozen=True)
class SpeakerScore:
    """A mention that may be the speaker of a quotation, with its probability."""

    quotation: int
    mention: int
    score: float


def mention_features(output: ReaderOutput, mentions: Sequence[MentionScore]) -> MentionFeatures:
    """What the mentions' own words say, in the order given."""
    import numpy

    starts = [m.start for m in mentions]
    return features_of(
        output.words,
        starts,
        [m.end for m in mentions],
        [(m.type, m.form) for m in mentions],
        [bool(output.inside[start] > INSIDE) for start in starts],
        [int(n) for n in numpy.searchsorted(output.sentences[:, 0], numpy.array(starts, numpy.int64), "right")],
    )


def score_antecedents(reader: Reader, output: ReaderOutput, mentions: Sequence[MentionScore]) -> Antecedents:
    """Scores of each mention with earlier ones; the mentions must be in order of their start, the wider first."""
    import numpy

    if not mentions:
        none = numpy.zeros(0, numpy.int64)
        return Antecedents(none, none, numpy.zeros(0, numpy.float32), numpy.zeros(0, numpy.float32))
    weights, features = reader.links, mention_features(output, mentions)
    vectors = _mention_vectors(weights, output, features)
    pairs = _candidates(features)
    pairs = pairs[_possible(features, pairs)]
    later, earlier = pairs[:, 0], pairs[:, 1]
    scorer = _PairScorer(weights, vectors)
    chunks = [
        scorer.scores(later[at : at + CHUNK], earlier[at : at + CHUNK], features) for at in range(0, len(pairs), CHUNK)
    ]
    new = _linear(weights, "pairs.new", vectors)[:, 0]
    return Antecedents(later, earlier, numpy.concatenate([numpy.zeros(0, numpy.float32), *chunks]), new)


def own_pairs(antecedents: Antecedents) -> list[slice]:
    """For each mention, where its pairs with earlier ones stand."""
    import numpy

    bounds = numpy.searchsorted(antecedents.later, numpy.arange(len(antecedents.new) + 1)).tolist()
    return [slice(start, end) for start, end in pairwise(bounds)]


def chain_odds(
    antecedents: Antecedents, number: int, own: slice, chains: Integers
) -> tuple[Integers, NDArray[numpy.float64]]:
    """The chains that the earlier mentions are on, and how much likelier mention `number` is on each than on a new one.

    Its odds are the sum over a chain's members: that is what training makes likely (Lee et al. 2017), the best single
    antecedent is not.
    """
    import numpy

    met, members = numpy.unique(chains[antecedents.earlier[own]], return_inverse=True)
    raised = numpy.exp(antecedents.scores[own].astype(numpy.float64) - antecedents.new[number])
    return met, numpy.asarray(numpy.bincount(members, raised, len(met)), numpy.float64)


def link_mentions(antecedents: Antecedents) -> list[int]:
    """The chain of each mention, numbered from 0 in order of first mention.

    A mention joins the earlier chain that is likeliest, or begins one where that is likelier still.
    """
    import numpy

    chains = numpy.zeros(len(antecedents.new), numpy.int64)
    fresh = 0
    for number, own in enumerate(own_pairs(antecedents)):
        met, odds = chain_odds(antecedents, number, own, chains)
        joins = len(met) > 0 and odds.max() > 1
        chains[number] = met[odds.argmax()] if joins else fresh
        fresh += not joins
    return chains.tolist()


def score_speakers(
    reader: Reader, output: ReaderOutput, quotations: Sequence[tuple[int, int]], mentions: Sequence[MentionScore]
) -> list[SpeakerScore]:
    """For each quotation (first word, last + 1), the persons near it that may speak it, likeliest first.

    What is left to 1 is the probability that none of them does.
    """
    import numpy

    near = speaker_pairs(
        quotations, mention_features(output, mentions), output.paragraph_starts.tolist(), len(output.words)
    )
    weights = reader.links
    quotes = _relu(_linear(weights, "speakers.quotation.1", _four(output, near.quotation_words)))
    candidates = _relu(_linear(weights, "speakers.candidate.1", _four(output, near.mention_words)))
    left, right = quotes[near.pairs[:, 0]], candidates[near.pairs[:, 1]]
    inner = left + right + numpy.matmul(left * right, weights["speakers.product.weight"].T, dtype=numpy.float32)
    for column in range(len(SPEAKER_SIZES)):
        inner = inner + weights[f"speakers.features.{column}.weight"][near.features[:, column]]
    scores = _linear(weights, "speakers.score", _relu(inner))[:, 0]
    nobody = _linear(weights, "speakers.nobody", quotes)[:, 0]
    found: list[SpeakerScore] = []
    bounds = numpy.searchsorted(near.pairs[:, 0], numpy.arange(len(quotations) + 1)).tolist()
    for number, (first, last) in enumerate(pairwise(bounds)):
        chances = _softmax(numpy.concatenate([nobody[number : number + 1], scores[first:last]]))[1:]
        rows = [
            SpeakerScore(number, int(near.mentions[near.pairs[p, 1]]), float(c))
            for p, c in zip(range(first, last), chances, strict=True)
        ]
        found += sorted(rows, key=lambda row: -row.score)
    return found


def _four(output: ReaderOutput, places: Integers) -> Floats:
    import numpy

    return output.vectors[places].reshape(len(places), WORD_VECTORS).astype(numpy.float32)


def _candidates(features: MentionFeatures) -> Integers:
    """(pairs, 2): mentions worth scoring with one another, (later, earlier), in order."""
    import numpy

    namesakes: dict[int, list[int]] = {}
    rows: list[Integers] = []
    for later in range(len(features.start)):
        nearest = max(0, later - NEAREST)
        is_name = features.own[later, 1] == NAME
        words = [int(name) for name in features.names[later] if name >= 0 and is_name]
        far = sorted({n for word in words for n in namesakes.get(word, [])[-NAMESAKES:] if n < nearest})
        rows.append(numpy.concatenate([numpy.array(far, numpy.int64), numpy.arange(nearest, later)]))
        for word in words:
            namesakes.setdefault(word, []).append(later)
    counts = [len(row) for row in rows]
    return numpy.stack([numpy.repeat(numpy.arange(len(rows)), counts), numpy.concatenate(rows)], 1)


def _possible(features: MentionFeatures, pairs: Integers) -> NDArray[numpy.bool_]:
    """Which pairs may be one thing: both of one type, and a name or noun not inside the other mention."""
    later, earlier = pairs[:, 0], pairs[:, 1]
    nested = features.end[earlier] > features.start[later]
    alike = features.own[later, 0] == features.own[earlier, 0]
    return alike & ~(nested & (features.own[later, 1] != PRONOUN))


def _mention_vectors(weights: Mapping[str, Floats], output: ReaderOutput, features: MentionFeatures) -> Floats:
    import numpy

    ends = [output.vectors[features.start], output.vectors[features.end - 1]]
    own = [weights[f"pairs.own.{column}.weight"][features.own[:, column]] for column in range(len(OWN_SIZES))]
    return _relu(_linear(weights, "pairs.mention.1", numpy.concatenate([*ends, *own], 1).astype(numpy.float32)))


class _PairScorer:
    """What is the same for all pairs, computed once."""

    def __init__(self, weights: Mapping[str, Floats], vectors: Floats) -> None:
        self.weights, self.vectors = weights, vectors
        self.later, self.earlier = (_linear(weights, f"pairs.{side}", vectors) for side in ("later", "earlier"))
        self.bilinear = _linear(weights, "pairs.bilinear", vectors) / vectors.shape[1] ** 0.5

    def scores(self, later: Integers, earlier: Integers, features: MentionFeatures) -> Floats:
        import numpy

        weights, vectors = self.weights, self.vectors
        product = weights["pairs.product.weight"].T
        inner = numpy.matmul(vectors[later] * vectors[earlier], product, dtype=numpy.float32)
        inner += self.later[later]
        inner += self.earlier[earlier]
        columns = pair_features(features, later, earlier)
        for column in range(len(PAIR_SIZES)):
            inner += weights[f"pairs.features.{column}.weight"][columns[:, column]]
        bilinear = numpy.einsum("pd,pd->p", self.bilinear[later], vectors[earlier])
        strangers = (columns[:, FORMS_COLUMN] == 3 * NAME + NAME) & (columns[:, ALIKE_COLUMN] < SHARED)
        return _linear(weights, "pairs.score", _relu(inner))[:, 0] + bilinear - numpy.float32(STRANGERS) * strangers


def _linear(weights: Mapping[str, Floats], name: str, value: Floats) -> Floats:
    return value @ weights[f"{name}.weight"].T + weights[f"{name}.bias"]


def _relu(value: Floats) -> Floats:
    import numpy

    return numpy.maximum(value, 0)


def _softmax(scores: Floats) -> Floats:
    import numpy

    raised = numpy.exp(scores - scores.max())
    return raised / raised.sum()
