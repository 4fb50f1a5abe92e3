"""Numbers as stories write them."""

import re

_UNITS = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
]
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()  # noqa: SIM905
_WORDS = {word: number for number, word in enumerate(_UNITS)} | {word: 20 + 10 * n for n, word in enumerate(_TENS)}
NUMBER = rf"(?:\d{{1,3}}|(?:{'|'.join(_TENS)})(?:[- ](?:{'|'.join(_UNITS[1:10])}))?|{'|'.join(_UNITS[1:])}|a hundred)"
"""A pattern for a whole number up to 999 in figures, up to a hundred in words."""


def number_of(written: str) -> int:
    """The number that figures or words write; -1 for no number.

    >>> number_of("Thirty-one"), number_of("9"), number_of("dozen")
    (31, 9, -1)
    """
    flat = written.casefold().strip()
    if flat.isdecimal():
        return int(flat)
    if flat == "a hundred":
        return 100
    parts = re.split(r"[- ]+", flat)
    if not all(part in _WORDS for part in parts) or len(parts) > 2:
        return -1
    return sum(_WORDS[part] for part in parts)
