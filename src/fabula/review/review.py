"""Everything handed back to the author."""

import msgspec

from fabula.reading import Intent, Reading, Warnings
from fabula.review.comment import Comment


class SetAside(msgspec.Struct, frozen=True):
    """How many comments were not made because the author asked: `why` quotes the note or the setting."""

    why: str
    count: int


class About(msgspec.Struct, frozen=True):
    """What a check that spoke looks for, in its own page's words (plain text, one paragraph)."""

    check: str
    notices: str


class Review(msgspec.Struct, frozen=True):
    """Comments in reading order, and what came of the rest. Same inputs, same bytes.

    `failed` names checks that broke down, with the class of what went wrong (never story text); `versions` lists all that
    took part ("fabula 0.1.0", "harper-py 0.2.0"). `checks` explains the checks that made comments.
    """

    reading: Reading
    comments: tuple[Comment, ...]
    warnings: Warnings
    intents: tuple[Intent, ...]
    set_aside: tuple[SetAside, ...]
    letter: str
    notices: tuple[str, ...]
    failed: tuple[str, ...]
    versions: tuple[str, ...]
    checks: tuple[About, ...] = ()
