"""Numbers as stories write them, in words or figures."""

import re

_ONES = (
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen",
    "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
)  # fmt: skip
_TENS = {"twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90}
_SMALL = {word: number for number, word in enumerate(_ONES)} | _TENS
NUMBER = (
    r"(?:\d{1,3}|(?:"
    + "|".join(_TENS)
    + r")(?:[- ](?:"
    + "|".join(_ONES[1:10])
    + r"))?|"
    + "|".join(sorted(_ONES, key=len, reverse=True))
    + r")"
)
"""A pattern for a number below a hundred in words, or below a thousand in figures."""


def number_of(words: str) -> int:
    """The number that a match of NUMBER says. Raises KeyError for anything else."""
    if words.isdigit():
        return int(words)
    return sum(_SMALL[word] for word in re.split(r"[- ]", words.casefold()))
