"""What the model says about a text: words with their syntax, mentions, and vectors for what is asked later."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from fabula.story import Span

if TYPE_CHECKING:
    import numpy
    from numpy.typing import NDArray

    Integers = NDArray[numpy.int64]
    Floats = NDArray[numpy.float32]

TYPES = ("person", "facility", "place", "location", "vehicle", "organisation")
"""Types of a mention, in the order of the model's classes."""
FORMS = ("name", "noun", "pronoun")
"""Forms of a mention, in the order of the model's classes."""


@dataclass(frozen=True)
class MentionScore:
    """Words `start` to `end` (exclusive) name someone or something.

    `type` indexes TYPES and `form` FORMS; `score` is a calibrated probability that span and type are right.
    """

    start: int
    end: int
    type: int
    form: int
    score: float


@dataclass(frozen=True)
class ReaderOutput:
    """Layers of a text of `n` words, `s` sentences and `p` paragraphs that hold words.

    `starts`, `ends` (n,) are code points of the text; `words` the same as strings. `heads` (n,) are word numbers, -1 for
    a root. `sentences` (s, 2) and `paragraph_starts` (p,) are word numbers. `inside` (n,) is the probability that a word
    belongs to a quotation, `opens` (n,) that it begins one. `vectors` (n, 384) describe words, float16. Mentions are in
    order of their start, the wider first.
    """

    words: tuple[str, ...]
    starts: Integers
    ends: Integers
    paragraph_starts: Integers
    sentences: Integers
    upos: tuple[str, ...]
    feats: tuple[str, ...]
    lemmas: tuple[str, ...]
    heads: Integers
    deprels: tuple[str, ...]
    mentions: tuple[MentionScore, ...]
    inside: Floats
    opens: Floats
    vectors: NDArray[numpy.float16]


def paragraph_vectors(output: ReaderOutput) -> Floats:
    """(p, 384): the mean of each paragraph's word vectors, of length 1."""
    import numpy

    if not len(output.paragraph_starts):
        return numpy.zeros((0, output.vectors.shape[1]), numpy.float32)
    ends = [*output.paragraph_starts[1:], len(output.words)]
    rows = [
        output.vectors[start:end].astype(numpy.float32).sum(0)
        for start, end in zip(output.paragraph_starts, ends, strict=True)
    ]
    sums = numpy.stack(rows)
    return sums / numpy.maximum(numpy.linalg.norm(sums, axis=1, keepdims=True), 1e-12)


def words_under(output: ReaderOutput, span: Span) -> tuple[int, int]:
    """The word numbers (first, last + 1) of the words that a span of the text overlaps; both alike where it overlaps none."""
    import numpy

    first = int(numpy.searchsorted(output.ends, span.start, "right"))
    return first, max(first, int(numpy.searchsorted(output.starts, span.end, "left")))
