"""Apostrophes that look like quotation marks: 'tis, 'em, '90s, the boys' room, singin'."""

import re

from fabula.stages.vocabulary import word_set

_CLIPPED = word_set("""
    tis twas twill twere twould tisn twasn tain til till cause cos cuz coz bout fore fraid course nother neath tween stead
    gainst spect specially spose scuse nuff kay sup scape pon mongst gin d ll s re ve m t n zactly way most member lectric
    ceptin cept sides bacco lowed stonished
    """)
_DROPPED_H = word_set(
    "em im er e ere ow ad as is ave alf ud ead eart and andsome appen appened arry enry ell ello elp "
    "ome ope orrible orse ouse ungry undred ard eard eavy eaven igh oo old ot urry urt usband"
)
_SURE = word_set("em im er e ere ow ad alf ud")
_WORD = re.compile(r"[^\W_]+")


def may_be_clipped(text: str, at: int) -> bool:
    """True where the mark at `at` may stand for a dropped beginning: 'em, 'tis, '90s, or a dropped h ('ow, 'alf)."""
    word = _WORD.match(text, at + 1, at + 40)
    if not word:
        return False
    low = word.group().casefold()
    if low in _CLIPPED or low in _DROPPED_H or low[0].isdigit():
        return True
    return low[0] in "aeiou" and word.group()[0].islower()


def is_surely_clipped(text: str, at: int) -> bool:
    """True where the mark at `at` begins a word that is only ever written so ('tis, 'em, 'bout, '90s)."""
    word = _WORD.match(text, at + 1, at + 40)
    if not word:
        return False
    if not word.group()[0].islower():
        return bool(re.fullmatch(r"\d\ds?", word.group()))
    return word.group() in _CLIPPED - {"till", "most", "way", "course", "member", "sides"} or word.group() in _SURE
