"""Windows with slips as tensors."""

from __future__ import annotations

import random
from dataclasses import dataclass

import torch
from torch import Tensor

from fabula.models.slips_words import plain_word
from fabula.models.wordpiece import SEPARATOR, START, WordPieces
from fabula.models.words import word_shape
from training.slips.make import IGNORE, KEEP, Word

MASK = "[MASK]"
LAST = 4
"""Words at the end of a cut window that are not asked about: what follows them is not seen."""


@dataclass(frozen=True)
class SlipBatch:
    """`ids`, `shapes`, `mask` (windows, pieces); the rest index the flattened pieces or the vocabulary of meant words.

    `first`, `last`, `acts`, `gaps` (words,); `meant` and `missing` (slips, 2): a word's number and that of what was meant.
    """

    ids: Tensor
    shapes: Tensor
    mask: Tensor
    first: Tensor
    last: Tensor
    acts: Tensor
    gaps: Tensor
    meant: Tensor
    missing: Tensor


def make_batch(
    windows: list[list[Word]], pieces: WordPieces, numbers: dict[str, int], chance: random.Random | None = None
) -> SlipBatch:
    """Windows as one batch; with chance, some words of half the windows are hidden, to be guessed."""
    rows: list[list[int]] = []
    shapes: list[list[int]] = []
    places: list[tuple[int, int, int]] = []
    acts, gaps = list[int](), list[int]()
    meant, missing = list[tuple[int, int]](), list[tuple[int, int]]()
    for row, window in enumerate(windows):
        ids, cases = [pieces.numbers[START]], [0]
        hides = chance is not None and chance.random() < 0.5
        for number, word in enumerate(window):
            if word.opens and number:
                ids.append(pieces.numbers[SEPARATOR])
                cases.append(0)
            found = pieces.of(word.text)[:12]
            act, known = word.act, numbers.get(word.meant, -1)
            if hides and chance and act == KEEP and word.missing is None and chance.random() < 0.07:
                known = numbers.get(plain_word(word.text), -1)
                if known >= 0:
                    found, act = (pieces.numbers[MASK],), IGNORE
            asked = number < len(window) - LAST
            if asked and known >= 0:
                meant.append((len(places), known))
            if asked and word.missing is not None and word.missing in numbers:
                missing.append((len(places), numbers[word.missing]))
            acts.append(act if asked else IGNORE)
            gaps.append((word.missing is not None) if asked else IGNORE)
            places.append((row, len(ids), len(ids) + len(found) - 1))
            ids += found
            cases += [word_shape(word.text)] * len(found)
        rows.append([*ids, pieces.numbers[SEPARATOR]])
        shapes.append([*cases, 0])
    width = max(map(len, rows))
    padded = lambda table: torch.tensor([r + [0] * (width - len(r)) for r in table])  # noqa: E731
    mask = torch.tensor([[1] * len(r) + [0] * (width - len(r)) for r in rows], dtype=torch.bool)
    place = torch.tensor(places)
    pairs = lambda found: torch.tensor(found, dtype=torch.long).reshape(-1, 2)  # noqa: E731
    first, last = place[:, 0] * width + place[:, 1], place[:, 0] * width + place[:, 2]
    return SlipBatch(
        padded(rows),
        padded(shapes),
        mask,
        first,
        last,
        torch.tensor(acts),
        torch.tensor(gaps),
        pairs(meant),
        pairs(missing),
    )
