"""Documents cut into windows of word pieces, and windows put together into batches of tensors."""

from __future__ import annotations

import itertools
import random
from dataclasses import dataclass, replace

import torch
from torch import Tensor

from fabula.models.wordpiece import SEPARATOR, START, WordPieces
from fabula.models.words import word_shape
from training.data.document import Document


@dataclass(frozen=True)
class Window:
    """Words `start` to `end` of a document, whole sentences unless one is longer than a window."""

    document: Document
    start: int
    end: int


@dataclass(frozen=True)
class Batch:
    """Windows as tensors: `ids`, `shapes`, `mask` (windows, pieces); `first`, `last` (words,) index the flattened pieces.

    Words are numbered through the whole batch. `sentences` holds (start, end) word numbers, `offsets` the number of each
    window's first word.
    """

    windows: list[Window]
    ids: Tensor
    shapes: Tensor
    mask: Tensor
    first: Tensor
    last: Tensor
    sentences: list[tuple[int, int]]
    offsets: list[int]

    @property
    def words(self) -> int:
        return len(self.first)


def cut_windows(
    document: Document, pieces: WordPieces, limit: int, chance: random.Random | None = None
) -> list[Window]:
    """Windows that tile a document at sentence starts, each at most `limit` pieces; with chance, the first one is shorter."""
    bounds = [*document.sentence_starts, len(document.words)]
    room = limit if chance is None else chance.randint(limit // 4, limit)
    windows, start, used = list[Window](), 0, 2
    paragraphs = set(document.paragraph_starts)
    for left, right in itertools.pairwise(bounds):
        size = sum(len(pieces.of(w)) for w in document.words[left:right]) + (left in paragraphs)
        if used + size > room and left > start:
            windows.append(Window(document, start, left))
            start, used, room = left, 2, limit
        used += size
    return [*windows, Window(document, start, bounds[-1])]


def make_batch(windows: list[Window], pieces: WordPieces, longest: int = 510) -> Batch:
    """Windows as one batch; pieces beyond `longest` in a window (a monstrous sentence) are dropped with their words' ends."""
    rows: list[list[int]] = []
    shapes: list[list[int]] = []
    places: list[tuple[int, int, int]] = []
    sentences: list[tuple[int, int]] = []
    offsets: list[int] = []
    for row, window in enumerate(windows):
        offsets.append(len(places))
        ids, cases = [pieces.numbers[START]], [0]
        paragraphs = set(window.document.paragraph_starts)
        for number in range(window.start, window.end):
            if number in paragraphs and number > window.start:
                ids.append(pieces.numbers[SEPARATOR])
                cases.append(0)
            word = window.document.words[number]
            found = pieces.of(word)[:12]
            ids += found
            cases += [word_shape(word)] * len(found)
            places.append((row, min(longest, len(ids) - len(found)), min(longest, len(ids) - 1)))
        rows.append([*ids[: longest + 1], pieces.numbers[SEPARATOR]])
        shapes.append([*cases[: longest + 1], 0])
        inside = [s for s in window.document.sentence_starts if window.start <= s < window.end]
        shift = offsets[-1] - window.start
        sentences += [(a + shift, b + shift) for a, b in zip(inside, [*inside[1:], window.end], strict=True)]
    width = max(map(len, rows))
    padded = lambda table: torch.tensor([r + [0] * (width - len(r)) for r in table])  # noqa: E731
    mask = torch.tensor([[1] * len(r) + [0] * (width - len(r)) for r in rows], dtype=torch.bool)
    place = torch.tensor(places)
    first, last = place[:, 0] * width + place[:, 1], place[:, 0] * width + place[:, 2]
    return Batch(windows, padded(rows), padded(shapes), mask, first, last, sentences, offsets)


def hide_words(batch: Batch, share: float, mask: int) -> Batch:
    """The batch with about this share of its words unreadable: every piece of them is `mask`. Their labels stay."""
    ids, hidden = batch.ids.flatten().clone(), torch.rand(batch.words) < share
    for first, last in zip(batch.first[hidden].tolist(), batch.last[hidden].tolist(), strict=True):
        ids[first : last + 1] = mask
    return replace(batch, ids=ids.view_as(batch.ids))


def group_windows(windows: list[Window], pieces: WordPieces, limit: int, chance: random.Random) -> list[list[Window]]:
    """Windows of like length together, each group at most `limit` pieces with its padding, in random order."""
    size = {id(w): 2 + sum(len(pieces.of(x)) for x in w.document.words[w.start : w.end]) for w in windows}
    groups, group, longest = list[list[Window]](), list[Window](), 0
    for window in sorted(windows, key=lambda w: size[id(w)] + 20 * chance.random()):
        if group and max(longest, size[id(window)]) * (len(group) + 1) > limit:
            groups.append(group)
            group, longest = [], 0
        group.append(window)
        longest = max(longest, size[id(window)])
    groups.append(group)
    chance.shuffle(groups)
    return groups
