"""Who is who: characters, their aliases, and the mentions that name them."""

from enum import StrEnum

import msgspec

from fabula.story import Span


class Form(StrEnum):
    """How a mention names: a proper name, a common noun, a pronoun."""

    NAME = "name"
    NOUN = "noun"
    PRONOUN = "pronoun"


class Kind(StrEnum):
    """What is mentioned, as the interchange names it."""

    PERSON = "person"
    PLACE = "place"
    FACILITY = "facility"
    LOCATION = "location"
    VEHICLE = "vehicle"
    ORGANISATION = "organisation"


class Mention(msgspec.Struct, frozen=True):
    """A span that names someone or something, on the chain `entity`; `character` is set where that is in the cast."""

    span: Span
    form: Form
    kind: Kind
    entity: int
    character: int | None
    confidence: float


class Mentions(msgspec.Struct, frozen=True):
    """All mentions of the body, in text order, longer before shorter at one place."""

    items: tuple[Mention, ...]


class Alias(msgspec.Struct, frozen=True):
    """One way of naming a character, with every place where it stands, in text order."""

    name: str
    places: tuple[Span, ...]


class Character(msgspec.Struct, frozen=True):
    """A person of the story. `name` is the fullest name, or what describes who has none; `aliases` are all the others, "I" for
    who tells it; `pronouns` are "he", "she", "they", "xe" … or "".
    """

    id: int
    name: str
    aliases: tuple[Alias, ...]
    pronouns: str
    places: tuple[Span, ...]


class Cast(msgspec.Struct, frozen=True):
    """The characters, most mentioned first."""

    items: tuple[Character, ...]


class People(msgspec.Struct, frozen=True):
    """Who is who before anybody is heard: an I and a you inside speech are not yet anyone's. Only stages read it."""

    mentions: Mentions
    cast: Cast
