"""What a general proofreader (Harper) underlines, before we ask whether this story means it."""

import msgspec

from fabula.story import Span

SPELLING, SPACE, CAPITALS = "SpellCheck", "Space", "Capitals"
"""Rules with a check of their own: a word that nobody knows, a space too many or too few, a capital inside a word."""


class Lint(msgspec.Struct, frozen=True):
    """One underlining: the rule's name, its message, and replacements for exactly `span`, best first.

    Of a spelling also how many slips of the hand lie between the word and the first replacement, and how often that one
    stands in a million words of fiction.
    """

    span: Span
    rule: str
    message: str
    replacements: tuple[str, ...]
    slips: float = 0.0
    often: float = 0.0


class Proof(msgspec.Struct, frozen=True):
    """All underlinings of the body, in text order."""

    items: tuple[Lint, ...]
