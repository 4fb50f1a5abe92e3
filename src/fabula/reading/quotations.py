"""Who is quoted: direct speech as the story marks it."""

from enum import StrEnum

import msgspec

from fabula.story import Span


class SpeechType(StrEnum):
    """How the tag names the speaker: by name, by pronoun or common noun, or there is no tag."""

    EXPLICIT = "explicit"
    ANAPHORIC = "anaphoric"
    IMPLICIT = "implicit"


class Manner(StrEnum):
    """Whether quoted words are said aloud, thought, or stand in a letter or on a sign."""

    SPEECH = "speech"
    THOUGHT = "thought"
    WRITING = "writing"


class QuoteStyle(msgspec.Struct, frozen=True):
    """The marks this story puts round speech, found before anything else reads it.

    `opening` and `closing` are the marks of outer speech ("“", "”"; for dash dialogue "—" and ""), `inner_opening` and
    `inner_closing` those of speech inside speech ("" where the story has none). `name` is one of straight, curly, single,
    curly-single, guillemets, dash, none.
    """

    name: str
    opening: str = ""
    closing: str = ""
    inner_opening: str = ""
    inner_closing: str = ""


class Quotation(msgspec.Struct, frozen=True):
    """A stretch of direct speech, thought or writing from its opening to its closing mark, both included.

    A speech over several paragraphs is one quotation per paragraph, those before the last with `closed` false and
    `continues` true. `closed` false and `continues` false: the closing mark is missing. `nested` lies inside another.
    `type` is what the tag alone tells; `confidence` how surely this is direct speech.
    """

    span: Span
    closed: bool = True
    continues: bool = False
    nested: bool = False
    type: SpeechType = SpeechType.IMPLICIT
    confidence: float = 0.5
    manner: Manner = Manner.SPEECH


class Quotations(msgspec.Struct, frozen=True):
    """The story's quotation style and every quotation in text order (an outer one before those inside it)."""

    style: QuoteStyle
    items: tuple[Quotation, ...]
