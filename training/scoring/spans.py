"""Scores of nested mentions: a span is right where both its ends are; typed, where its type is too."""

from __future__ import annotations

from collections.abc import Iterable

from training.scoring.counts import Counts, compared

Typed = tuple[int, int, int]


def typed(gold: Iterable[Typed], said: Iterable[Typed]) -> Counts:
    """(start, end, type) compared whole."""
    return compared(gold, said)


def untyped(gold: Iterable[Typed], said: Iterable[Typed]) -> Counts:
    """Types forgotten."""
    return compared((m[:2] for m in gold), (m[:2] for m in said))


def of_type(gold: Iterable[Typed], said: Iterable[Typed], kind: int) -> Counts:
    """Only mentions of one type on each side."""
    return compared((m for m in gold if m[2] == kind), (m for m in said if m[2] == kind))
