"""Apostrophes that look like quotation marks: 'tis, 'em, '90s, the boys' room, singin'."""

import re

APOSTROPHES = "'’‘"
_CLIPPED = frozenset(
    """
    tis twas twill twere twould til till cause cos cuz coz bout fore fraid course nother neath tween stead gainst
    spect spose scuse nuff kay sup scape pon mongst gin d ll s re ve m t n zactly way most member lectric ceptin cept
    """.split()  # noqa: SIM905
)
_VOWELS = "aeiouyAEIOUYwW"
_AFTER = re.compile(r"[^\W_]+")


def may_be_clipped(text: str, at: int) -> bool:
    """True where the mark at `at` may stand for a dropped beginning: 'em, 'tis, '90s, or a dropped h ('ow, 'alf)."""
    word = _AFTER.match(text, at + 1)
    if not word:
        return False
    low = word.group().casefold()
    return low in _CLIPPED or low[0].isdigit() or low[0] in "aeiou" or low in ("ye", "ya", "whore", "wot")


def is_surely_clipped(text: str, at: int) -> bool:
    """True where the mark at `at` begins a word that is only ever written so ('tis, 'em, 'bout, '90s)."""
    word = _AFTER.match(text, at + 1)
    if not word or not word.group()[0].islower():
        return bool(word) and bool(re.match(r"\d\ds?\b", word.group()))
    return word.group() in _CLIPPED or word.group() in ("em", "im", "er", "e", "ere", "ow", "ad", "alf", "ud")
