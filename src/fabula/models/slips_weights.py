"""Opens the tagger of slips: its own weights and the reader's word table."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from importlib import resources
from importlib.resources.abc import Traversable
from math import erf, sqrt
from typing import TYPE_CHECKING, cast

from fabula.errors import MissingModel
from fabula.models.slips_table import read_rows
from fabula.models.weights import AGAIN, Session, checked_file, file_bytes, open_arrays, open_session
from fabula.models.wordpiece import WordPieces, read_vocabulary

if TYPE_CHECKING:
    import numpy
    from numpy.typing import NDArray

    from fabula.models.weights import Arrays

    Floats = NDArray[numpy.float32]

Confusions = Mapping[str, Mapping[str, str]]
"""A word that may have been typed → the words that may have been meant → the kind: one of h, s, i, d, f."""


@dataclass(frozen=True)
class SlipTagger:
    """An opened tagger. `rows`, `scales` are the reader's word table; `numbers` where a word's readiness stands in `naming`.

    `meanings` remembers the vectors of words that could have been meant: the same few are asked about again and again.
    """

    session: Session
    naming: Arrays
    rows: NDArray[numpy.int8]
    scales: Floats
    pieces: WordPieces
    confusions: Confusions
    numbers: Mapping[str, int]
    threads: int
    meanings: dict[str, Floats] = field(default_factory=dict)

    def piece_vectors(self, ids: Sequence[int]) -> Floats:
        """(pieces, 384): the word table's vectors of some pieces."""
        import numpy

        chosen = numpy.array(ids, numpy.int64)
        return self.rows[chosen].astype(numpy.float32) * self.scales[chosen]

    def naming_scores(self, head: str, vector: Floats, words: Sequence[str]) -> list[float]:
        """How likely each of some words was meant, as unnormalised logarithms; `head` is meant or missing."""
        import numpy

        weights = self.naming
        inner = vector @ weights[f"{head}.0.weight"] + weights[f"{head}.0.bias"]
        risen = numpy.array([x * 0.5 * (1 + erf(x / sqrt(2))) for x in inner.tolist()], numpy.float32)
        asked = risen @ weights[f"{head}.2.weight"] + weights[f"{head}.2.bias"]
        bias = weights[f"bias.{head}"]
        return [float(asked @ self.meaning(word)) + self._bias(bias, word) for word in words]

    def _bias(self, bias: Floats, word: str) -> float:
        return float(bias[self.numbers[word]]) if word in self.numbers else float(bias.min())

    def meaning(self, word: str) -> Floats:
        """(384,): the mean of a word's first and last piece, scaled to a root mean square of 1."""
        import numpy

        if word not in self.meanings:
            pieces = self.pieces.of(word)
            vector = self.piece_vectors([pieces[0], pieces[-1]]).mean(0)
            self.meanings[word] = vector / numpy.sqrt((vector * vector).mean() + 1e-12)
        return self.meanings[word]


def load_slips(threads: int = 2, folder: Traversable | None = None) -> SlipTagger:
    """The tagger whose weights are in the package, or in another folder with the reader's; opened.

    Raises MissingModel where a file is not there or is not the one that slips.json names.
    """
    place = folder or resources.files("fabula.models") / "weights"
    hashes = cast("dict[str, str]", json.loads(file_bytes(place, "slips.json")))
    table_hash = hashes.pop("words.rows")
    files = {name: checked_file(place, name, digest) for name, digest in hashes.items()}
    rows, scales = read_rows(file_bytes(place, "reader.onnx"))
    if hashlib.sha256(rows.tobytes()).hexdigest() != table_hash:
        raise MissingModel("The reader's word table is not the one that the tagger of slips was made with.", AGAIN)
    confusions = read_confusions(files["slips_words.txt"].decode("utf-8"))
    meant = (word for words in confusions.values() for word in words)
    return SlipTagger(
        open_session(files["slips.onnx"]),
        open_arrays(files["slips.npz"]),
        rows,
        scales,
        read_vocabulary(file_bytes(place, "vocab.txt").decode("utf-8").split("\n")),
        confusions,
        {word: number for number, word in enumerate(sorted({*confusions, *meant}))},
        threads,
    )


def read_confusions(table: str) -> dict[str, dict[str, str]]:
    """The table of one line a word: the word, then after tabs `kind:word,word`."""
    found: dict[str, dict[str, str]] = {}
    for line in table.splitlines():
        typed, *kinds = line.split("\t")
        found[typed] = {word: kind[0] for kind in kinds for word in kind[2:].split(",")}
    return found
