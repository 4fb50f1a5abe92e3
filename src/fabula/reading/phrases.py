"""What stands in another language: found, read, checked."""

from enum import StrEnum

import msgspec

from fabula.story import Span


class Verdict(StrEnum):
    """What we can say of a phrase: every part tested and right, a fault shown, or not checked."""

    RIGHT = "right"
    WRONG = "wrong"
    UNCHECKED = "unchecked"


class Phrase(msgspec.Struct, frozen=True):
    """A phrase in another language. `language` is ISO 639-1; `native` its words in their own script, accents restored.

    `problem` names the kind of fault (spelling, agreement, form, literal, address …), `evidence` says it in the words of
    the phrase; `suggestions` replace exactly the span, the author's romanisation first. `source` is where the gloss is from.
    """

    span: Span
    language: str
    romanised: bool
    verdict: Verdict
    confidence: float
    native: str | None = None
    gloss: str | None = None
    source: str = ""
    problem: str | None = None
    evidence: str = ""
    suggestions: tuple[str, ...] = ()


class Phrases(msgspec.Struct, frozen=True):
    """All phrases of the body in text order, none inside another."""

    items: tuple[Phrase, ...]
