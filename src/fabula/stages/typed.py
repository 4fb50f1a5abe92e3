"""Slips of the typing hand that only a list of words can tell: spaces and capitals inside words."""

import re
from collections.abc import Iterable, Iterator

from fabula.reading import Lint
from fabula.reading.proof import CAPITALS, SPACE
from fabula.stages.spellings import GLUE
from fabula.story import Span

_PAIR = re.compile(r"(?<![\w'’‘\-–—.@#])(?=(?P<left>[^\W\d_]+) (?P<right>[a-z]+)(?!\w)(?![–—.]\w|['’\-]))")
_MIXED = re.compile(
    r"\b(?:(?P<two>[A-Z]{2}[a-z]{2,})|(?P<glued>[a-z]{2,5})(?P<name>[A-Z][a-z]{2,})|(?P<first>[a-z][A-Z][a-z]+))\b"
)
_CLIPPED = re.compile(r"\b(?P<word>[a-z]{2,}in['’])(?P<next>[a-z]{3,})\b")
_TAILS = {"s": "'s", "t": "'t", "ll": "'ll", "re": "'re", "ve": "'ve"}
_SELVES = re.compile(
    r"\b(?P<who>my|him|her|your|it|our|them) (?P<self>self|selves)(?=[.,;:!?]|\s+(?:and|in|to|with|on|at|up|as|by|into)\b)"
)
_COMMON, _RARE, _SURELY = 20.0, 1.0, 100.0
_AS_RARE = 500
"""A piece that stands so many times more seldom than the whole word is no word of its own there."""


def typing_slips(text: str, paragraphs: Iterable[Span], known: dict[str, float]) -> Iterator[Lint]:
    """Words cut in two, words run together, and capitals inside a word, in the order of their paragraphs.

    `known` says how often words stand in a million, in lower case.
    """
    for span in paragraphs:
        for found in _PAIR.finditer(text, span.start, span.end):
            joined = _joined(found["left"], found["right"], known)
            if joined:
                yield _lint(found.start("left"), found.end("right"), SPACE, joined)
        for found in _SELVES.finditer(text, span.start, span.end):
            yield _lint(found.start(), found.end(), SPACE, found["who"] + found["self"])
        for found in _CLIPPED.finditer(text, span.start, span.end):
            if known.get(found["next"], 0.0) >= _COMMON:
                yield _lint(found.start(), found.end(), SPACE, f"{found['word']} {found['next']}")
        for found in _MIXED.finditer(text, span.start, span.end):
            yield from _mixed(found, known)


def _lint(start: int, end: int, rule: str, meant: str) -> Lint:
    return Lint(Span(start, end), rule, "", (meant,))


def _joined(left: str, right: str, known: dict[str, float]) -> str:
    """The one word that two pieces make, "" where they are two words, or one of them is a name."""
    low = left.casefold()
    whole = low + right
    if right in _TAILS:
        owns = right == "s" and known.get(low, 0.0) >= _COMMON and low not in "aio"
        return left + _TAILS[right].replace("'", "’") if low + _TAILS[right] in known or owns else ""
    if (low, right) == ("o", "clock"):
        return left + "’clock"
    often = known.get(whole, 0.0)
    if left[1:] != left[1:].lower() or (len(left) == 1 and left.isupper()) or often < _COMMON:
        return ""
    pieces = (known.get(low, 0.0), known.get(right, 0.0))
    alone = any(len(one) == 1 and one not in "aio" for one in (low, right))
    strange = min(pieces) < max(_RARE, often / _AS_RARE) and max(pieces) < _SURELY
    return left + right if alone or strange else ""


def _mixed(found: re.Match[str], known: dict[str, float]) -> Iterator[Lint]:
    """Two capitals where one was meant ("WHen", "iIt"), and a little word glued to a name ("theIlk")."""
    start, end, word = found.start(), found.end(), found.group()
    if found["two"] and known.get(word.lower(), 0.0) >= _COMMON:
        yield _lint(start, end, CAPITALS, word.capitalize())
    elif found["first"] and known.get(word[1:].lower(), 0.0) >= _COMMON and word[0] == word[1].lower():
        yield _lint(start, end, CAPITALS, word[1:].lower())
    elif found["glued"] in GLUE and found["name"]:
        yield _lint(start, end, SPACE, f"{found['glued']} {found['name']}")
