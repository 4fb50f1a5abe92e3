"""The tagger in torch: the reader's encoder once more, and heads that say what is to be done with each word."""

from __future__ import annotations

import numpy
import torch
from torch import Tensor, nn
from torch.nn import functional

from fabula.models.wordpiece import WordPieces
from training.reader.network import WIDTH, Encoder
from training.slips.batches import SlipBatch

INNER = 192
ACTS = 3
"""Keep, replace, leave out."""


class SlipNetwork(nn.Module):
    """Encoder and heads. `words` are the frozen vectors of the words that may have been meant, (vocabulary, WIDTH)."""

    def __init__(self, words: Tensor) -> None:
        super().__init__()
        self.encoder = Encoder()
        self.register_buffer("vocabulary", words, persistent=False)
        self.acts = nn.Sequential(nn.Dropout(0.1), nn.Linear(WIDTH, INNER), nn.GELU(), nn.Linear(INNER, ACTS))
        self.gaps = nn.Sequential(nn.Dropout(0.1), nn.Linear(2 * WIDTH, INNER), nn.GELU(), nn.Linear(INNER, 2))
        self.meant = nn.Sequential(nn.Linear(WIDTH, WIDTH), nn.GELU(), nn.Linear(WIDTH, WIDTH))
        self.missing = nn.Sequential(nn.Linear(2 * WIDTH, WIDTH), nn.GELU(), nn.Linear(WIDTH, WIDTH))
        self.bias = nn.Parameter(torch.zeros(len(words)))
        self.bias_missing = nn.Parameter(torch.zeros(len(words)))

    def vectors(self, batch: SlipBatch) -> tuple[Tensor, Tensor]:
        """(words, WIDTH) of words, and (words, 2 * WIDTH) of the gaps before them."""
        with torch.autocast("cpu", dtype=torch.bfloat16):
            hidden = self.encoder(batch.ids, batch.shapes, batch.mask)
        flat = hidden.float().reshape(-1, WIDTH)
        first = flat[batch.first]
        return (first + flat[batch.last]) * 0.5, torch.cat([flat[batch.first - 1], first], 1)

    def losses(self, batch: SlipBatch) -> dict[str, Tensor]:
        words, gaps = self.vectors(batch)
        weights = torch.tensor([1.0, 2.0, 2.0])
        parts = {
            "acts": 3 * functional.cross_entropy(self.acts(words), batch.acts, weights),
            "gaps": 3 * functional.cross_entropy(self.gaps(gaps), batch.gaps, weights[:2]),
        }
        if len(batch.meant):
            parts["meant"] = 0.25 * self._named(self.meant(words[batch.meant[:, 0]]), self.bias, batch.meant[:, 1])
        if len(batch.missing):
            vectors = self.missing(gaps[batch.missing[:, 0]])
            parts["missing"] = 0.1 * self._named(vectors, self.bias_missing, batch.missing[:, 1])
        return parts

    def _named(self, vectors: Tensor, bias: Tensor, wanted: Tensor) -> Tensor:
        with torch.autocast("cpu", dtype=torch.bfloat16):
            scores = vectors @ self.vocabulary.T
        return functional.cross_entropy(scores.float() + bias, wanted)


def vocabulary_vectors(words: list[str], pieces: WordPieces, table: numpy.ndarray) -> numpy.ndarray:
    """(words, WIDTH): the mean of the first and last piece of each word, scaled to a root mean square of 1."""
    ends = numpy.array([(pieces.of(word)[0], pieces.of(word)[-1]) for word in words])
    return scaled((table[ends[:, 0]] + table[ends[:, 1]]) / 2)


def scaled(vectors: numpy.ndarray) -> numpy.ndarray:
    return vectors / numpy.sqrt((vectors**2).mean(1, keepdims=True) + 1e-12)
