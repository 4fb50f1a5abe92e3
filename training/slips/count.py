"""Counts which words stand beside each other in clean fiction: `python -m training.slips.count FICTION WEIGHTS`.

Writes `slips_counts.npz` and its hash. Runs of two and three words are counted, and runs of up to four groups of words: the
commonest words are groups of their own, the others are put together by the small words that stand beside them (k-means on
square roots of shares, with the 2,000 columns turned into 60). Runs that stand once or twice are dropped, what they had goes to
shorter runs (Witten and Bell 1991). Authors that are held out are not counted.
"""

from __future__ import annotations

import hashlib
import json
import sys
from collections import Counter
from pathlib import Path

import numpy
from numpy.typing import NDArray

from fabula.models.counts import BACK, STEPS, hashes_of
from fabula.models.counts_words import MARKS, PARAGRAPH, SPECIAL, counted_words
from fabula.models.slips_words import slip_words
from training.slips.prose import read_books

Integers = NDArray[numpy.int64]
Floats = NDArray[numpy.float32]
OFTEN = 6
"""Times a word stands in small letters to be in the vocabulary."""
OWN, GROUPS, BESIDE, WIDTH, ROUNDS = 400, 200, 1000, 60, 25
"""Words that are groups of their own, groups of the others, neighbours looked at, columns kept, rounds of k-means."""
LEAST = {("words", 2): 2, ("words", 3): 3, ("alike", 2): 1, ("alike", 3): 2, ("alike", 4): 3}
"""How often a run must stand to be kept."""


def main() -> None:
    folder, weights = Path(sys.argv[1]), Path(sys.argv[2])
    vocabulary, numbers = numbered(folder)
    groups = grouped(numbers, len(vocabulary))
    arrays = table(vocabulary, numbers, groups)
    path = weights / "slips_counts.npz"
    numpy.savez_compressed(path, **arrays)
    known = {path.name: hashlib.sha256(path.read_bytes()).hexdigest()}
    (weights / "slips_counts.json").write_text(json.dumps(known, indent=2) + "\n", "utf-8")
    print(f"{len(vocabulary)} words, {path.stat().st_size / 1e6:.1f} MB")


def numbered(folder: Path) -> tuple[list[str], Integers]:
    """The vocabulary, commonest first, and the books as numbers of it; a paragraph begins with PARAGRAPH."""
    paragraphs = [slip_words(line) for book in read_books(folder) for line in book]
    small = Counter(plain for words in paragraphs for word in words if not (plain := _plain(word)).startswith("^"))
    known = {word for word, times in small.items() if times >= OFTEN and _may_be_known(word)} | {
        "i",
        "i'm",
        "i've",
        "i'd",
        "i'll",
    }
    counted = [word for words in paragraphs for word in (PARAGRAPH, *counted_words(words, {0}, known))]
    order = [word for word, _ in Counter(counted).most_common()]
    order += [word for word in SPECIAL if word not in set(order)]
    at = {word: number for number, word in enumerate(order)}
    return order, numpy.array([at[word] for word in counted], numpy.int64)


def _plain(word: str) -> str:
    return "^" if word[:1].isupper() else word.lower().replace("’", "'")


def _may_be_known(word: str) -> bool:
    letter = len(word) == 1 and word.isalpha() and word not in ("a", "o")
    return not letter and word not in MARKS and not word[:1].isdigit()


def grouped(numbers: Integers, size: int) -> Integers:
    """(size,): the group of each word."""
    shares = _shares_beside(numbers, size)
    values = shares @ numpy.linalg.eigh(shares.T @ shares)[1][:, -WIDTH:]
    rest, chance = values[OWN:], numpy.random.default_rng(1)
    weights = numpy.sqrt(numpy.bincount(numbers, minlength=size)[OWN:])[:, None]
    middles = rest[: 3 * GROUPS][chance.choice(3 * GROUPS, GROUPS, replace=False)]
    nearest = numpy.zeros(len(rest), numpy.int64)
    for _ in range(ROUNDS):
        nearest = ((middles**2).sum(1) - 2 * rest @ middles.T).argmin(1)
        for group in range(GROUPS):
            own = nearest == group
            middles[group] = (
                (rest[own] * weights[own]).sum(0) / weights[own].sum() if own.any() else chance.choice(rest)
            )
    return numpy.concatenate([numpy.arange(OWN), OWN + nearest])


def _shares_beside(numbers: Integers, size: int) -> Floats:
    """(size, 2 BESIDE): square roots of the shares of common words before and behind each word, less what is usual."""
    sides = []
    for word, beside in ((numbers[:-1], numbers[1:]), (numbers[1:], numbers[:-1])):
        common = beside < BESIDE
        pairs, times = numpy.unique(word[common] * BESIDE + beside[common], return_counts=True)
        side = numpy.zeros((size, BESIDE), numpy.float32)
        side[pairs // BESIDE, pairs % BESIDE] = times
        sides.append(side)
    both = numpy.concatenate(sides, 1)
    usual = both.sum(0) / both.sum()
    smooth = both + 3 * usual
    return numpy.sqrt(smooth / smooth.sum(1, keepdims=True)) - numpy.sqrt(usual)


def table(vocabulary: list[str], numbers: Integers, groups: Integers) -> dict[str, NDArray[numpy.generic]]:
    """The arrays of the file, as `fabula.models.counts.open_counts` reads them."""
    edge = vocabulary.index(PARAGRAPH)
    often, together = numpy.bincount(numbers, minlength=len(vocabulary)), numpy.bincount(groups[numbers])
    arrays: dict[str, NDArray[numpy.generic]] = {
        "vocabulary": numpy.frombuffer("\n".join(vocabulary).encode(), numpy.uint8),
        "groups": groups.astype(numpy.uint16),
        "alone": numpy.log(numpy.maximum(together, 0.5) / together.sum()).astype(numpy.float16),
        "within": numpy.log(numpy.maximum(often, 0.5) / together[groups]).astype(numpy.float16),
    }
    words = numpy.repeat(numbers, numpy.where(numbers == edge, BACK, 1))
    for (name, length), least in LEAST.items():
        row = words if name == "words" else groups[words]
        runs = numpy.lib.stride_tricks.sliding_window_view(row, length)
        level = _level(runs[runs[:, -1] != edge], int(row.max()) + 1, least)
        arrays |= {f"{name}.{length}.{key}": values for key, values in level.items()}
    return arrays


def _level(runs: Integers, base: int, least: int) -> dict[str, NDArray[numpy.generic]]:
    length = runs.shape[1]
    packed = numpy.zeros(len(runs), numpy.int64)
    for column in runs.T:
        packed = packed * base + column
    keys, times = numpy.unique(packed, return_counts=True)
    befores, first = numpy.unique(keys // base, return_index=True)
    sums, kinds = numpy.add.reduceat(times, first), numpy.diff(numpy.append(first, len(keys)))
    kept = times >= least
    held = numpy.add.reduceat(numpy.where(kept, times, 0), first)
    some = held > 0
    hashes, order = numpy.unique(hashes_of(_unpacked(keys[kept], base, length)), return_index=True)
    before_hashes, before_order = numpy.unique(hashes_of(_unpacked(befores[some], base, length - 1)), return_index=True)
    rests = ((kinds + sums - held) / (kinds + sums))[some][before_order]
    return {
        "runs": _steps(hashes), "often": _eighths(times[kept][order]), "befores": _steps(before_hashes),
        "sums": _eighths((kinds + sums)[some][before_order]),
        "rests": numpy.maximum(1, numpy.round(rests * 255)).astype(numpy.uint8),
    }  # fmt: skip


def _unpacked(keys: Integers, base: int, length: int) -> Integers:
    columns: list[Integers] = []
    for _ in range(length):
        columns.append(keys % base)
        keys = keys // base
    return numpy.stack(columns[::-1], 1)


def _steps(hashes: NDArray[numpy.uint32]) -> NDArray[numpy.uint32]:
    return numpy.diff(hashes.astype(numpy.int64), prepend=0).astype(numpy.uint32)


def _eighths(times: Integers) -> NDArray[numpy.uint8]:
    return numpy.round(STEPS * numpy.log2(times)).astype(numpy.uint8)


if __name__ == "__main__":
    main()
