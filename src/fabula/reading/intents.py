"""What the author declares on purpose."""

import msgspec

from fabula.story import Span


class Intent(msgspec.Struct, frozen=True):
    """A declared intent: what it says in our words, the author's own words, and the checks it silences (globs).

    `span` is None where it is declared outside the text: in `fabula.toml`, or in the file's tags.
    """

    text: str
    span: Span | None
    silences: tuple[str, ...]


class Intents(msgspec.Struct, frozen=True):
    """The intents in text order."""

    items: tuple[Intent, ...]
