"""Who says each quotation, and to whom."""

import msgspec

from fabula.reading.quotations import SpeechType


class Attribution(msgspec.Struct, frozen=True):
    """The speaker and addressee of one quotation: character ids, None where we do not know.

    `type` is how the story tells it; `confidence` the calibrated probability that `speaker` is right.
    """

    speaker: int | None = None
    addressee: int | None = None
    type: SpeechType = SpeechType.IMPLICIT
    confidence: float = 0.0


class Attributions(msgspec.Struct, frozen=True):
    """One attribution for each quotation, in the same order."""

    items: tuple[Attribution, ...]
