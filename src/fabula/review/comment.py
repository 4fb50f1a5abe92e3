"""One thing a reader noticed, and where."""

from enum import StrEnum

import msgspec

from fabula.story import Span


class Severity(StrEnum):
    """`note < question < slip`: worth knowing; a reader would ask; any editor would mend it."""

    NOTE = "note"
    QUESTION = "question"
    SLIP = "slip"

    @property
    def rank(self) -> int:
        """0 for a note, 1 for a question, 2 for a slip."""
        return list(Severity).index(self)


class Kind(StrEnum):
    """How a comment is meant."""

    SLIP = "slip"
    QUESTION = "question"
    CONTRADICTION = "contradiction"
    STYLE = "style"
    PRAISE = "praise"


class Evidence(msgspec.Struct, frozen=True):
    """A place elsewhere in the story that a comment speaks of, with a label ("chapter 2 says")."""

    span: Span
    label: str


class Remark(msgspec.Struct, frozen=True):
    """What a check notices. The desk signs it with the check's name, its severity and an id, and so makes it a comment.

    Each suggestion replaces exactly `span`. `words` are what the author may put into `fabula.toml` to hear no more of it
    (a spelling, a name), "" where that makes no sense.
    """

    span: Span
    message: str
    suggestions: tuple[str, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    confidence: float = 0.8
    words: str = ""


class Comment(msgspec.Struct, frozen=True):
    """A remark, signed. `id` hangs on the check, the words and the sentence around them, not on the place in the text, so
    it is the same in the next draft while that sentence stands.
    """

    id: str
    span: Span
    check: str
    severity: Severity
    kind: Kind
    message: str
    suggestions: tuple[str, ...]
    evidence: tuple[Evidence, ...]
    confidence: float
