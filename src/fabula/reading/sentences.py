"""Sentences and tokens of the body."""

from bisect import bisect_right

import msgspec

from fabula.story import Span


class Sentences(msgspec.Struct, frozen=True):
    """Sentences of the body parts and headings' bodies in text order; a sentence never leaves its block."""

    items: tuple[Span, ...]


class Tokens(msgspec.Struct, frozen=True):
    """Words and marks of the same stretches in text order.

    A word keeps its inner apostrophes and hyphens ("o'clock", "twenty-six", "don't"); every other visible character is a
    token of its own, but for runs of one mark ("...", "--", "!!").
    """

    items: tuple[Span, ...]


def sentence_at(sentences: Sentences, place: Span) -> Span:
    """The sentence that `place` begins in, `place` itself where it is in none."""
    at = bisect_right(sentences.items, place.start, key=lambda span: span.start) - 1
    return sentences.items[at] if at >= 0 and place.start < sentences.items[at].end else place
