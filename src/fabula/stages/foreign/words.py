"""The words of a stretch of text as other languages cut them, and the pieces that a phrase does not leave."""

import re
from collections.abc import Iterable, Iterator

import msgspec

from fabula.story import Span

_ELIDED = r"(?:[dljmtscn]|qu|un|dell|all|nell|quest|quell|dov|com|cos|jusqu|lorsqu|puisqu|sull|dall|bell|sant)['’](?=[^\W\d_])"
_MARKS = "\u0300-\u036f"
_LETTERS = rf"[^\W\d_][{_MARKS}]*(?:[^\W\d_]|[{_MARKS}]|['’ʼ](?=[^\W\d_]))*"
_WORD = re.compile(rf"{_ELIDED}|{_LETTERS}(?:-{_LETTERS})*", re.IGNORECASE)
_STOP = re.compile(r"""["“”„«»‹›.!?…:;()\[\]—–*_/|\n]|--|(?<!\w)['‘’]|['’](?!\w)|\d""")


_SINGLE = re.compile(r"(?<!\w)['‘](?=\w)|‘")


class Word(msgspec.Struct, frozen=True):
    """A word where it stands: `low` in small letters with straight apostrophes; `first` where a capital says nothing."""

    span: Span
    text: str
    low: str
    first: bool


class Piece(msgspec.Struct, frozen=True):
    """Words between two marks that end a sentence or a quotation. `apart`: they are all of what is quoted or in italics."""

    words: tuple[Word, ...]
    apart: bool


def pieces_of(text: str, stretch: Span, italics: Iterable[Span]) -> Iterator[Piece]:
    """The pieces of a paragraph in order; italics make pieces of their own."""
    edges = sorted({edge for span in italics for edge in (span.start, span.end) if stretch.start < edge < stretch.end})
    slanted = [(span.start, span.end) for span in italics]
    softened = not _SINGLE.search(text, stretch.start, stretch.end)
    stops = (
        stop
        for stop in _STOP.finditer(text, stretch.start, stretch.end)
        if not (softened and _is_soft_sign(text, stop.start()))
    )
    cuts = [(stop.start(), stop.end()) for stop in stops]
    cuts = sorted([*cuts, *((edge, edge) for edge in edges), (stretch.end, stretch.end)])
    start = stretch.start
    for cut, after in cuts:
        if cut > start:
            words = tuple(_words(text, start, cut))
            if words:
                yield Piece(words, _is_apart(text, start, cut, slanted))
        start = max(start, after)


def _is_soft_sign(text: str, at: int) -> bool:
    """Whether an apostrophe behind a word closes nothing: no single quotation mark opens in the paragraph ("Bud' laska")."""
    return text[at] in "'’" and text[at - 1 : at].isalpha()


def _words(text: str, start: int, end: int) -> Iterator[Word]:
    first = True
    for found in _WORD.finditer(text, start, end):
        yield Word(
            Span(found.start(), found.end()),
            found.group(),
            found.group().casefold().replace("’", "'").replace("ʼ", "'"),
            first,
        )
        first = False


def split_hyphens(word: Word) -> tuple[Word, ...]:
    """The parts of a hyphenated word, each where it stands."""
    at = word.span.start
    parts: list[Word] = []
    for piece in word.text.split("-"):
        low = piece.casefold().replace("’", "'").replace("ʼ", "'")
        parts.append(Word(Span(at, at + len(piece)), piece, low, word.first and not parts))
        at += len(piece) + 1
    return tuple(parts)


def _is_apart(text: str, start: int, end: int, slanted: list[tuple[int, int]]) -> bool:
    before = text[start - 1 : start]
    after = text[end : end + 1]
    opened = before in "\"“„«‹‘'¿¡*_" if before else False
    inside = any(left <= start and end <= right for left, right in slanted)
    return inside or (opened and (after in "\"”“»›’'.!?…*_,—-" or text[end - 1 : end] in ",;"))
