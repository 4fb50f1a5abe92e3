"""Where the reader's model would have written a word otherwise."""

import re
from collections.abc import Iterator

import msgspec

from fabula.story import Span

_AROUND = 2
"""Words on each side that are quoted with an edit."""


class Edit(msgspec.Struct, frozen=True):
    """Words that read as a slip, and what they may have been meant to be, the likeliest first.

    `kind` is the kind of slip: real-word, verb-form, pronoun, preposition, missing-word, extra-word, apostrophe or spacing.
    `gain` is by how much the likeliest makes the sentence likelier (log odds of its having no slip there); `confidence` the
    calibrated probability that this is a slip.
    """

    span: Span
    suggestions: tuple[str, ...]
    kind: str
    gain: float
    confidence: float


class Edits(msgspec.Struct, frozen=True):
    """All edits of the body in text order, none inside another."""

    items: tuple[Edit, ...]


def edits_of(edits: Edits, *kinds: str) -> Iterator[Edit]:
    """The edits of some kinds, in text order."""
    return (edit for edit in edits.items if edit.kind in kinds)


def as_it_stands(text: str, edit: Edit) -> str:
    """The words of an edit with two words on each side, on one line, as the story has them."""
    before, after = _neighbours(text, edit.span)
    return " ".join(f"{before}{text[edit.span.start : edit.span.end]}{after}".split())


def as_it_may_read(text: str, edit: Edit) -> str:
    """The same words with the likeliest suggestion in place."""
    before, after = _neighbours(text, edit.span)
    return " ".join(f"{before}{edit.suggestions[0]}{after}".split())


def _neighbours(text: str, span: Span) -> tuple[str, str]:
    """Up to two words on each side, no further than the next mark that ends a clause."""
    before = re.search(rf"(?:[\w'’-]+,?\s+){{0,{_AROUND}}}$", text[max(0, span.start - 60) : span.start])
    after = re.match(rf"(?:\s+[\w'’-]+){{0,{_AROUND}}}", text[span.end : span.end + 60])
    return before.group() if before else "", after.group() if after else ""
