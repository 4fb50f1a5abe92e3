"""What stands in another language: found, read, checked."""

from collections.abc import Iterator
from enum import StrEnum
from html import escape

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


LANGUAGES = {
    "ru": "Russian", "uk": "Ukrainian", "fr": "French", "es": "Spanish", "de": "German", "it": "Italian",
    "pt": "Portuguese", "la": "Latin",
    "ja": "Japanese", "zh": "Chinese", "ko": "Korean", "pl": "Polish", "ga": "Irish", "el": "Greek", "ar": "Arabic",
    "hi": "Hindi or Urdu",
    "yi": "Yiddish", "ro": "Romanian", "sv": "Swedish", "nl": "Dutch",
}  # fmt: skip
"""The English names of the languages that we look for."""


def in_html(phrase: Phrase, said: str) -> str:
    """The phrase as a page can hold it: its language for whoever listens, its meaning for whoever hovers over it.

    The source is WCAG 2.2, success criterion 3.1.2, Language of Parts.
    """
    code = phrase.language + ("-Latn" if phrase.romanised else "")
    title = f' title="{escape(phrase.gloss.split(" / ")[0])}"' if phrase.gloss else ""
    return f'<span lang="{code}"{title}>{escape(said, quote=False)}</span>'


def doubts(phrases: Phrases, *problems: str) -> Iterator[Phrase]:
    """The phrases with a fault of those kinds, in text order."""
    return (one for one in phrases.items if one.verdict is Verdict.WRONG and one.problem in problems)


def doubt_of(phrase: Phrase, said: str) -> str:
    """What a careful reader says of a doubtful phrase: the evidence, what may be meant,
    and whom to ask. `said`: its words."""
    language = LANGUAGES[phrase.language]
    meaning = f", “{phrase.gloss.split(' / ')[0]}”" if phrase.gloss and phrase.source == "phrasebook" else ""
    script = f" ({phrase.native})" if phrase.romanised and phrase.native and not phrase.native.isascii() else ""
    meant = f" Did you mean “{phrase.suggestions[0]}”{script}?" if phrase.suggestions else ""
    reason = phrase.evidence or "it does not go together"
    return f"“{said}” ({language}{meaning}) made me stop: {reason}.{meant} Somebody who reads {language} could say for sure."
