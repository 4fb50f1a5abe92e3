"""What each stretch of a file is: the story itself, or something around it."""

from enum import StrEnum

import msgspec

from fabula.story.span import Span


class PartKind(StrEnum):
    """The kinds of part, as the interchange names them."""

    TITLE = "title"
    BYLINE = "byline"
    META = "meta"
    SUMMARY = "summary"
    NOTE = "note"
    HEADING = "heading"
    BODY = "body"
    END_NOTE = "end-note"


class Part(msgspec.Struct, frozen=True):
    """A stretch of the text of one kind, and why we took it for that (a phrase for the author, "" for the body)."""

    kind: PartKind
    span: Span
    why: str = ""
