"""Noises and drawn-out words: "shhhh", "aaargh", "noooo", "tsk"."""

import re

_RUN = re.compile(r"([^\W\d_])\1\1")
_COMMON = 3.0
_LONG_RUN = re.compile(r"([^\W\d_])\1{3}")
_ANY_RUN = re.compile(r"([^\W\d_])\1+")
_NO_VOWEL = re.compile(r"[bcdfghjklmnpqrstvwxz']{2,}")
_TWICE = re.compile(r"([^\W\d_]{1,4})[-']?\1(?:[-']?\1)*h?")
_CRIES = re.compile(
    r"(?:[au]+r*g+h*|a+r*h+|o+h+|u+h+|e+h+|h+[aeou]+h*|w+h*o+a+h*|e+w+|e+e+k|u+r+g*h*|o+w+|o+o+f|hu?mp?h|ye+a+h*|y[aeiu]+s?"
    r"|h+[aeou]*rr*u*m+p*h*|n[aeo]+h*|t[us]+[tk]|p[fs]+h*t*|b+r+h*|g+r+h*|m+h*m*|z+)"
)


def is_sound(word: str, known: dict[str, float]) -> bool:
    """True for a noise or a word drawn out on purpose; `word` in lower case with straight apostrophes.

    "loooked" is not: its run is one letter longer than a word that has two there anyway.
    """
    if _LONG_RUN.search(word):
        return True
    if _RUN.search(word):
        return known.get(_RUN.sub(r"\1\1", word), 0.0) < _COMMON
    if len(_ANY_RUN.findall(word)) > 1 and _ANY_RUN.sub(r"\1", word) in known:
        return True
    return bool(_NO_VOWEL.fullmatch(word) or _TWICE.fullmatch(word) or _CRIES.fullmatch(word))
