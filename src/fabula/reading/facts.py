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


class Note(msgspec.Struct, frozen=True):
    """One thing said of a thing, or of somebody in passing: what a reader keeps in the head without telling anybody.

    `about` names the thing as the story does ("left-hand oven"), `owner` is the character it belongs to or who does it,
    None where that is nobody or not known. `teller` is as in Fact.
    """

    about: str
    owner: int | None
    attribute: str
    value: str
    span: Span
    scene: int
    teller: int | None = None
    modality: Modality = Modality.ASSERTED


class Facts(msgspec.Struct, frozen=True):
    """All facts in text order, and the notes on things, places and comings and goings, in text order too."""

    items: tuple[Fact, ...]
    notes: tuple[Note, ...] = ()
