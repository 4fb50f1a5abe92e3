"""Where the reader's model would have written a word otherwise."""

import msgspec

from fabula.story import Span


class Edit(msgspec.Struct, frozen=True):
    """Words that read as a slip, and what they may have been meant to be, the likeliest first.

    `kind` is the kind of slip (real-word, missing-word, extra-word, agreement-tense …). `gain` is by how much the likeliest
    makes the sentence likelier (log odds); `confidence` the calibrated probability that this is a slip.
    """

    span: Span
    suggestions: tuple[str, ...]
    kind: str
    gain: float
    confidence: float


class Edits(msgspec.Struct, frozen=True):
    """All edits of the body in text order, none inside another."""

    items: tuple[Edit, ...]
