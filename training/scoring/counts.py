"""Precision, recall and F1 from counts, and how sure they are."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import TypeVar

Item = TypeVar("Item")


@dataclass(frozen=True)
class Counts:
    """What is right of what was wanted and of what was said; fractions where a measure gives partial credit."""

    right: float
    wanted: float
    right_said: float
    said: float

    def __add__(self, other: Counts) -> Counts:
        return Counts(
            self.right + other.right,
            self.wanted + other.wanted,
            self.right_said + other.right_said,
            self.said + other.said,
        )

    @property
    def recall(self) -> float:
        return self.right / self.wanted if self.wanted else 0.0

    @property
    def precision(self) -> float:
        return self.right_said / self.said if self.said else 0.0

    @property
    def f1(self) -> float:
        both = self.recall + self.precision
        return 2 * self.recall * self.precision / both if both else 0.0


def total(counts: Iterable[Counts]) -> Counts:
    """The pooled counts of several documents."""
    return sum(counts, Counts(0, 0, 0, 0))


def compared(wanted: Iterable[object], said: Iterable[object]) -> Counts:
    """Counts of two sets of items, right where equal."""
    gold, found = set(wanted), set(said)
    both = len(gold & found)
    return Counts(both, len(gold), both, len(found))


def interval(
    items: Sequence[Item], figure: Callable[[Sequence[Item]], float], times: int = 1000
) -> tuple[float, float]:
    """The 95 % interval of a figure by drawing documents anew (bootstrap, Efron 1979), always with the same seed."""
    chance = random.Random(20)
    drawn = sorted(figure(chance.choices(items, k=len(items))) for _ in range(times))
    return drawn[int(0.025 * times)], drawn[int(0.975 * times)]
