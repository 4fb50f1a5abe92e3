"""The words that the stages ask about, opened once."""

import msgspec

from fabula.stages.wordlist import fiction_words, rare_words


class Dictionary(msgspec.Struct, frozen=True):
    """How `often` each word stands in a million words of fiction, and real words too `rare` to stand there.

    All in lower case with straight apostrophes.
    """

    often: dict[str, float]
    rare: frozenset[str]


def open_dictionary() -> Dictionary:
    """The dictionary out of the package; it serves any number of stories."""
    return Dictionary(fiction_words(), rare_words())
