"""How likely words are beside each other in well-edited fiction: `log_shares`."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from importlib import resources
from io import BytesIO
from typing import TYPE_CHECKING, cast

from fabula.models.weights import checked_file, file_bytes

if TYPE_CHECKING:
    import numpy
    from numpy.typing import NDArray

    Integers = NDArray[numpy.int64]
    Floats = NDArray[numpy.float32]
    Hashes = NDArray[numpy.uint32]

BACK = 3
"""Words before a word by which it is judged."""
STEPS = 8
"""Counts are kept as eighths of a power of two."""
MIXED = 0.5
"""Share of the words' own company in the mixture; the company of words like them has the rest."""


@dataclass(frozen=True)
class Level:
    """Runs of some length: their hashes (sorted) with how often each stands, and hashes of what stands before the last word.

    `sums` and `rests` go with `befores`: how often it stands in all, and the share left to shorter runs.
    """

    runs: Hashes
    often: NDArray[numpy.uint8]
    befores: Hashes
    sums: NDArray[numpy.uint8]
    rests: NDArray[numpy.uint8]


@dataclass(frozen=True)
class Counts:
    """The table of counts. `numbers`: word → its number; `groups` (words,) the group of words like it that it belongs to;
    `alone` (groups,) and `within` (words,) the logarithms of how often a group stands, and a word among its group."""

    numbers: Mapping[str, int]
    groups: Integers
    alone: Floats
    within: Floats
    words: tuple[Level, ...]
    alike: tuple[Level, ...]


def open_counts(data: bytes) -> Counts:
    """The table out of its file's bytes, as `training/slips/count.py` writes it."""
    import numpy

    with numpy.load(BytesIO(data)) as arrays:
        vocabulary = bytes(arrays["vocabulary"]).decode("utf-8").split("\n")
        levels = {
            name: tuple(
                Level(
                    numpy.cumsum(arrays[f"{name}.{size}.runs"], dtype=numpy.uint64).astype(numpy.uint32),
                    arrays[f"{name}.{size}.often"],
                    numpy.cumsum(arrays[f"{name}.{size}.befores"], dtype=numpy.uint64).astype(numpy.uint32),
                    arrays[f"{name}.{size}.sums"],
                    arrays[f"{name}.{size}.rests"],
                )
                for size in sizes
            )
            for name, sizes in (("words", (2, 3)), ("alike", (2, 3, 4)))
        }
        return Counts(
            {word: number for number, word in enumerate(vocabulary)},
            arrays["groups"].astype(numpy.int64),
            arrays["alone"].astype(numpy.float32),
            arrays["within"].astype(numpy.float32),
            levels["words"],
            levels["alike"],
        )


def hashes_of(runs: Integers) -> Hashes:
    """(n,) hashes of n runs of words or groups, given as the rows of (n, length)."""
    import numpy

    found = numpy.full(len(runs), runs.shape[1], numpy.uint64)
    for column in runs.T:
        found = (found ^ column.astype(numpy.uint64)) * numpy.uint64(0x9E3779B97F4A7C15)
        found ^= found >> numpy.uint64(29)
    return (found >> numpy.uint64(32)).astype(numpy.uint32)


def log_shares(counts: Counts, rows: Integers) -> Floats:
    """(n, length - BACK): the logarithm of how likely each word of each row is behind the BACK words before it."""
    import numpy

    length = rows.shape[1]
    found = numpy.empty((len(rows), length - BACK), numpy.float32)
    for at in range(BACK, length):
        found[:, at - BACK] = _of_column(counts, rows[:, at - BACK : at + 1])
    return found


def _of_column(counts: Counts, runs: Integers) -> Floats:
    import numpy

    groups = counts.groups[runs]
    share = numpy.exp(counts.alone[groups[:, -1]])
    for size, level in enumerate(counts.alike, 2):
        share = _share(level, groups[:, -size:], share)
    alike = share * numpy.exp(counts.within[runs[:, -1]])
    own = alike
    for size, level in enumerate(counts.words, 2):
        own = _share(level, runs[:, -size:], own)
    return numpy.log(MIXED * own + (1 - MIXED) * alike)


def _share(level: Level, runs: Integers, shorter: Floats) -> Floats:
    """How likely the last of each run is behind the others, where shorter runs say `shorter` (Witten and Bell 1991)."""
    import numpy

    before, known = _find(level.befores, hashes_of(runs[:, :-1]))
    run, there = _find(level.runs, hashes_of(runs))
    often = numpy.where(there & known, 2.0 ** (level.often[run] / STEPS), 0.0)
    sums = 2.0 ** (level.sums[before] / STEPS)
    rest = numpy.where(known, level.rests[before] / 255, 1.0)
    return (numpy.where(known, often / sums, 0.0) + rest * shorter).astype(numpy.float32)


def _find(keys: Hashes, asked: Hashes) -> tuple[Integers, NDArray[numpy.bool]]:
    import numpy

    at = numpy.minimum(numpy.searchsorted(keys, asked), len(keys) - 1)
    return at, keys[at] == asked


def load_counts() -> Counts:
    """The table out of the package. Raises MissingModel where it is not there or is not the one that its JSON file names."""
    place = resources.files("fabula.models") / "weights"
    hashes = cast("dict[str, str]", json.loads(file_bytes(place, "slips_counts.json")))
    return open_counts(checked_file(place, "slips_counts.npz", hashes["slips_counts.npz"]))
