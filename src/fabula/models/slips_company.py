"""What words say of a proposal by the company they keep: `company_of`."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from fabula.models.counts import BACK, Counts, log_shares
from fabula.models.counts_words import PARAGRAPH, counted_words

if TYPE_CHECKING:
    import numpy
    from numpy.typing import NDArray

    Floats = NDArray[numpy.float32]


_SURPRISE = 5.0
"""Most that leaving a word out gains by the word's own being unlikely."""
Change = tuple[int, int, str]
"""Words `start` to `end` (exclusive) and what may have been meant in their place."""


def company_of(counts: Counts, words: Sequence[str], opens: frozenset[int], changes: Iterable[Change]) -> list[float]:
    """For each change, the logarithm of how many times likelier the words there are beside each other once it is made.

    The words changed and the three behind them are judged, each by the three before it, within their paragraph.
    """
    counted = counted_words(words, opens, counts.numbers)
    edge = [PARAGRAPH] * BACK
    rows: list[list[str]] = []
    for start, end, meant in changes:
        left = [*edge, *counted[_first(opens, start) : start]][-BACK:]
        right = [*counted[end : _last(opens, start, end, len(counted))], *edge][:BACK]
        rows += [[*left, *counted[start:end], *right], [*left, *_known(meant, counts), *right]]
    shares = _shares(counts, rows)
    return [_gained(shares[at], shares[at + 1]) for at in range(0, len(shares), 2)]


def _gained(old: Floats, new: Floats) -> float:
    """The sum of `new` without that of `old`; a rare word left out gains no more than a common one."""
    gained = float(new.sum() - old.sum())
    return gained - max(0.0, float(-old[0]) - _SURPRISE) if len(new) < len(old) else gained


def _first(opens: frozenset[int], start: int) -> int:
    """BACK words before a place, or the first of its paragraph."""
    return next((n for n in range(start, start - BACK, -1) if n in opens or n <= 0), start - BACK)


def _last(opens: frozenset[int], start: int, end: int, length: int) -> int:
    """BACK words behind a place, or as many as its paragraph has."""
    return next((n for n in range(max(end, start + 1), min(end + BACK, length)) if n in opens), min(end + BACK, length))


def _known(meant: str, counts: Counts) -> list[str]:
    return counted_words(["I" if word == "i" else word for word in meant.split()], (), counts.numbers)


def _shares(counts: Counts, rows: Sequence[Sequence[str]]) -> list[Floats]:
    """The logarithm of how likely each word of each row is, from its fourth word on."""
    import numpy

    found: dict[int, Floats] = {}
    for length in {len(row) for row in rows}:
        which = [number for number, row in enumerate(rows) if len(row) == length]
        asked = numpy.array([[counts.numbers[word] for word in rows[number]] for number in which], numpy.int64)
        found.update(zip(which, log_shares(counts, asked), strict=True))
    return [found[number] for number in range(len(rows))]
