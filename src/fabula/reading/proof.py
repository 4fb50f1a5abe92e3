"""What a general proofreader (Harper) underlines, before we ask whether this story means it."""

import msgspec

from fabula.story import Span


class Lint(msgspec.Struct, frozen=True):
    """One underlining: the rule's name, its message, and replacements for exactly `span`, best first."""

    span: Span
    rule: str
    message: str
    replacements: tuple[str, ...]


class Proof(msgspec.Struct, frozen=True):
    """All underlinings of the body, in text order."""

    items: tuple[Lint, ...]
