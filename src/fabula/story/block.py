"""The paragraphs of the file, and what the file itself says of them."""

from enum import StrEnum

import msgspec

from fabula.story.part import PartKind
from fabula.story.span import Span


class BlockKind(StrEnum):
    """A paragraph of words, a heading, or a mark that breaks the scene (`***`, a rule, a lone `#`)."""

    PARAGRAPH = "paragraph"
    HEADING = "heading"
    BREAK = "break"


class Block(msgspec.Struct, frozen=True):
    """One paragraph as its format marks it.

    `span` holds no blank line and no separator at its ends; a hard-wrapped paragraph is one block with line ends inside.
    `level` is 1 to 6 for a heading, else 0. `declared` is the part that the file itself says this is (an archive's
    summary, a `title` style), None where the format is silent. `blank_before` counts the empty paragraphs or spare blank
    lines before it: white space is a scene break too.
    """

    kind: BlockKind
    span: Span
    level: int = 0
    declared: PartKind | None = None
    why: str = ""
    blank_before: int = 0


class Emphasis(msgspec.Struct, frozen=True):
    """Words set apart in the file: thought, memory and foreign words live in italics. `style`: italic, bold, underline."""

    span: Span
    style: str
