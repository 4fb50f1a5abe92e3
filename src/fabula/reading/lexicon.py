"""The words that this story has made its own."""

import msgspec


class Lexicon(msgspec.Struct, frozen=True):
    """Words a reader of this story knows, all casefolded with straight apostrophes.

    `names`: every word of a name of a person, place or thing. `coined`: words no dictionary has that the story uses
    again and again. `foreign`: words that stand in a foreign phrase. `sounds`: noises ("shhhh").
    """

    names: frozenset[str]
    coined: frozenset[str]
    foreign: frozenset[str]
    sounds: frozenset[str]
