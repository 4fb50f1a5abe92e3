"""The words that the tagger of slips reads: as an author counts them, so *don't* is one, and so is *cannot*."""

from __future__ import annotations

from fabula.models.words import split_words

_CLITIC = frozenset("'’ʼ")


def slip_places(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """(start, end) in code points of each word of `text[start:end]`: those of `split_words`, clitics with their word."""
    found: list[tuple[int, int]] = []
    for place in split_words(text, start, end):
        if found and _belongs(text, found[-1], place):
            found[-1] = (found[-1][0], place[1])
        else:
            found.append(place)
    return found


def _belongs(text: str, before: tuple[int, int], after: tuple[int, int]) -> bool:
    """Whether a word stands right behind another with nothing but an apostrophe between their letters."""
    if before[1] != after[0] or not text[before[1] - 1].isalnum():
        return False
    first = text[after[0]]
    return first.isalpha() or (first in _CLITIC and after[1] - after[0] > 1 and text[after[0] + 1].isalpha())


def slip_words(text: str) -> list[str]:
    """The words of a whole text as strings."""
    return [text[start:end] for start, end in slip_places(text, 0, len(text))]


def plain_word(word: str) -> str:
    """A word as the table of confusions has it: lower case, straight apostrophe."""
    return word.lower().replace("’", "'")
