"""Scores of syntax: attachment, tags and lemmas over gold words; words and sentences over the characters of a text."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from training.data.document import Syntax
from training.scoring.counts import Counts, compared


@dataclass(frozen=True)
class SyntaxCounts:
    """Words, and how many of them are right in each way; LAS asks for head and whole relation, subtypes included."""

    words: int
    upos: int
    feats: int
    lemma: int
    uas: int
    las: int

    def __add__(self, other: SyntaxCounts) -> SyntaxCounts:
        mine, theirs = vars(self), vars(other)
        return SyntaxCounts(**{name: mine[name] + theirs[name] for name in mine})


def compare_syntax(gold: Syntax, said: Syntax) -> SyntaxCounts:
    """Counts over words that are the same on both sides. Lemmas are compared as they are, capitals included."""
    same = lambda name: [a == b for a, b in zip(getattr(gold, name), getattr(said, name), strict=True)]  # noqa: E731
    heads = same("heads")
    both = [head and deprel for head, deprel in zip(heads, same("deprels"), strict=True)]
    return SyntaxCounts(
        len(gold.upos), sum(same("upos")), sum(same("feats")), sum(same("lemmas")), sum(heads), sum(both)
    )


def compare_sentences(gold: Sequence[tuple[int, int]], said: Sequence[tuple[int, int]]) -> Counts:
    """Sentences right where both ends are (the CoNLL 2018 shared task's measure), as places in the same text."""
    return compared(gold, said)
