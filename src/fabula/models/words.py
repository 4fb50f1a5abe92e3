"""The words of a text, by rule, and the shape of a word."""

from __future__ import annotations

LOWER_SHAPE, TITLE_SHAPE, UPPER_SHAPE, MIXED_SHAPE = range(4)


def word_shape(word: str) -> int:
    """0 lower case or no letters, 1 a capital first, 2 all capitals, 3 a capital inside."""
    if word[:1].isupper():
        return UPPER_SHAPE if len(word) > 1 and word.isupper() else TITLE_SHAPE
    return MIXED_SHAPE if any(c.isupper() for c in word) else LOWER_SHAPE
