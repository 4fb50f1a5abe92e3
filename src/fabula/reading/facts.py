"""What the story says of its people and things."""

from enum import StrEnum

import msgspec

from fabula.story import Span


class Modality(StrEnum):
    """How a thing is said: as so, as not so, as wished or feared, as dreamt."""

    ASSERTED = "asserted"
    DENIED = "denied"
    WISHED = "wished"
    DREAMT = "dreamt"


class Fact(msgspec.Struct, frozen=True):
    """One thing said of a character: "eye colour" is "green". `span` are the words that say it, in scene `scene`.

    `teller` is the character who says it, None for the narrator.
    """

    character: int
    attribute: str
    value: str
    span: Span
    scene: int
    teller: int | None = None
    modality: Modality = Modality.ASSERTED


class Facts(msgspec.Struct, frozen=True):
    """All facts in text order."""

    items: tuple[Fact, ...]
