"""A conversation as a whole: the likeliest speakers of all its speeches together.

The state is who speaks and with whom, that is who spoke last but this one. The next speech is by the same person, by the other
one (they take turns), or by a third. Forward and backward sums over all sequences (Rabiner 1989) give each speech its
probabilities; with `k` people and `n` speeches that takes n * k * k steps.
"""

from __future__ import annotations

from enum import IntEnum
from typing import TYPE_CHECKING

import msgspec

if TYPE_CHECKING:
    import numpy
    from numpy.typing import NDArray

    Floats = NDArray[numpy.float64]


class Turn(IntEnum):
    """Who speaks next: the same person, the one who spoke before, somebody else."""

    SAME = 0
    BACK = 1
    OTHER = 2


class Chances(msgspec.Struct, frozen=True):
    """Probabilities for each speech: `speaker` (n, k), and `partner` (n, k + 1), the last column for nobody yet.

    `forward` and `backward` (n, k, k + 1) are the sums they are made of, each scaled to 1.
    """

    speaker: Floats
    partner: Floats
    forward: Floats
    backward: Floats


def decode(unary: Floats, turns: Floats) -> Chances:
    """The probabilities of a conversation: `unary` (n, k) log odds of each speaker by himself, `turns` (n, 3) those of each
    Turn from the speech before; the first row of `turns` is not read."""
    import numpy

    n, k = unary.shape
    own = numpy.exp(unary - unary.max(1, keepdims=True))
    steps = numpy.exp(turns)
    forward, backward = numpy.zeros((n, k, k + 1)), numpy.zeros((n, k, k + 1))
    forward[0, :, k] = own[0] / own[0].sum()
    for at in range(1, n):
        value = own[at][:, None] * _onward(forward[at - 1], steps[at])
        forward[at] = value / value.sum()
    backward[-1] = 1.0
    for at in range(n - 1, 0, -1):
        value = _homeward(own[at][:, None] * backward[at], steps[at])
        backward[at - 1] = value / value.sum()
    both = forward * backward
    both /= both.sum((1, 2), keepdims=True)
    return Chances(both.sum(2), both.sum(1), forward, backward)


def _onward(before: Floats, step: Floats) -> Floats:
    """(k, k + 1) for the next speaker and partner, before the speech itself is heard."""
    import numpy

    k = len(before)
    between = before[:, :k].T
    others = before.sum(1)[None, :] - between
    after = step[Turn.BACK] * between + step[Turn.OTHER] * others
    numpy.fill_diagonal(after, 0.0)
    value = step[Turn.SAME] * before
    value[:, :k] += after
    return value


def _homeward(after: Floats, step: Floats) -> Floats:
    """(k, k + 1) for the speaker and partner before, given what follows."""
    import numpy

    k = len(after)
    new = after[:, :k].copy()
    numpy.fill_diagonal(new, 0.0)
    third = new.sum(0)[:, None] - numpy.concatenate([new.T, numpy.zeros((k, 1))], 1)
    value = step[Turn.SAME] * after + step[Turn.OTHER] * third
    value[:, :k] += step[Turn.BACK] * new.T
    return value
