"""Pairs of quotation marks within one paragraph: which mark opens, which closes, which is an apostrophe."""

import re
from collections.abc import Iterator
from enum import Enum

import msgspec

from fabula.reading import QuoteStyle
from fabula.stages.speech.apostrophes import is_surely_clipped, may_be_clipped
from fabula.stages.speech.tags import Tag, tag_after
from fabula.story import Span

_QUIET = "*_"
_BEFORE_OPEN = " \n\t\u00a0\u202f\u2009([{—–-/"
_AFTER_CLOSE = " \n\t\u00a0)]}.,;:!?…—–-/"
_FAR = 6000
_CLOSING_SINGLE = re.compile("['’]")
_ANY_SINGLE = re.compile("['‘’]")
_DOUBLE = re.compile('["“”]')
_STOPS = '.,!?…—–-;:)]*_~”"»'


class Side(Enum):
    """What a mark's neighbours say it does."""

    OPENS = 1
    CLOSES = 2
    EITHER = 3
    NEITHER = 4


class Pair(msgspec.Struct, frozen=True):
    """A stretch between two marks, both included; `closed` is false where the closing one is missing."""

    span: Span
    closed: bool


def family_of(mark: str) -> str:
    """All the characters that can stand for `mark` in a story that mixes its keyboards."""
    for family in ('"“”„', "'‘’‚", "«»", "‹›"):
        if mark and mark in family:
            return family
    return ""


def pair_marks(text: str, stretch: Span, style: QuoteStyle) -> tuple[list[Pair], int | None]:
    """The outer pairs of a stretch, in order, and the offset after a closing mark that closes nothing (None if there is none
    before the first opening one).

    An unclosed pair ends at the stretch's end, or before the next opening mark where one comes first.
    """
    family = family_of(style.opening)
    single = _is_single(style)
    pairs: list[Pair] = []
    opened: int | None = None
    stray: int | None = None
    for at, mark in _marks(text, stretch, family):
        side = _side(text, at, mark, stretch, style)
        if opened is None:
            if _begins(text, at, side, stretch, style):
                opened = at
            elif side is not Side.NEITHER and not pairs and not single and stray is None:
                stray = at + 1
        elif _ends(text, at, side, stretch, style, opened):
            pairs.append(Pair(Span(opened, at + 1), True))
            opened = None
        elif _begins_anew(text, at, side, stretch, style):
            pairs.append(Pair(_trimmed(text, opened, at), False))
            opened = at
    if opened is not None:
        pairs.append(Pair(_trimmed(text, opened, stretch.end), False))
    return pairs, stray


def _is_single(style: QuoteStyle) -> bool:
    return "'" in family_of(style.opening)


def _marks(text: str, stretch: Span, family: str) -> Iterator[tuple[int, str]]:
    for match in re.compile(f"[{family}]").finditer(text, stretch.start, stretch.end):
        yield match.start(), match.group()


def _trimmed(text: str, start: int, end: int) -> Span:
    while end > start + 1 and text[end - 1].isspace():
        end -= 1
    return Span(start, end)


def _neighbours(text: str, at: int, stretch: Span) -> tuple[str, str]:
    """The characters on both sides of a mark, emphasis asterisks skipped, " " at the stretch's ends."""
    before, after = at - 1, at + 1
    while before >= stretch.start and text[before] in _QUIET:
        before -= 1
    while after < stretch.end and text[after] in _QUIET:
        after += 1
    return (
        text[before] if before >= stretch.start else " ",
        text[after] if after < stretch.end else " ",
    )


def _side(text: str, at: int, mark: str, stretch: Span, style: QuoteStyle) -> Side:
    before, after = _neighbours(text, at, stretch)
    can_open = before in _BEFORE_OPEN or family_of(before) != ""
    can_open = can_open and not after.isspace()
    can_close = not before.isspace() and (after in _AFTER_CLOSE or family_of(after) != "" or after == " ")
    if mark == '"' and before.isdigit() and not can_open and _is_measure(text, at):
        return Side.EITHER if can_close else Side.NEITHER
    if can_open != can_close:
        return Side.OPENS if can_open else Side.CLOSES
    if mark in "“‘„‚«»‹›”" and mark == style.opening != style.closing:
        return Side.OPENS
    if mark == style.closing != style.opening:
        return Side.CLOSES
    if mark in "'’‘" and before.isalnum() and after.isalnum():
        return Side.NEITHER
    if not can_open and before in ".,!?…" and after.isalnum():
        return Side.CLOSES
    return Side.EITHER


def _is_measure(text: str, at: int) -> bool:
    return bool(re.search(r"\d\s?['’]\s?\d+$|\b\d+(?:\.\d+)?$", text[max(0, at - 10) : at]))


def _begins(text: str, at: int, side: Side, stretch: Span, style: QuoteStyle) -> bool:
    """Whether a mark opens speech where none is open."""
    if _is_single(style):
        if text[at] == "’" and style.opening == "‘":
            return False
        return side in (Side.OPENS, Side.EITHER) and _single_begins(text, at, stretch)
    if side is Side.EITHER:
        before, after = _neighbours(text, at, stretch)
        return not before.isalnum() and not (before.isdigit() and after.isspace())
    return side is Side.OPENS


def _single_begins(text: str, at: int, stretch: Span) -> bool:
    """A single mark opens speech unless it begins a clipped word; a clipped word may still begin a speech ('Er, no.')."""
    before, after = _neighbours(text, at, stretch)
    if before.isalnum() or after.isspace():
        return False
    clipped = may_be_clipped(text, at)
    if not clipped:
        return True
    if at == stretch.start:
        return _strong_end(text, at + 1, stretch)
    if is_surely_clipped(text, at):
        return False
    lead = text[max(stretch.start, at - 2) : at].strip()[-1:]
    return (after.isupper() or (lead != "" and lead in ',.!?:;—–-”"')) and _strong_end(text, at + 1, stretch)


def _strong_end(text: str, at: int, stretch: Span) -> bool:
    """Whether a mark follows that only the end of a speech can be (behind a stop)."""
    return any(_is_strong_end(text, match.start(), stretch) for match in _ahead(_CLOSING_SINGLE, text, at, stretch))


def _is_strong_end(text: str, at: int, stretch: Span) -> bool:
    before, after = _neighbours(text, at, stretch)
    return before in _STOPS and (after in _AFTER_CLOSE or family_of(after) != "")


def _ahead(pattern: re.Pattern[str], text: str, at: int, stretch: Span) -> Iterator[re.Match[str]]:
    """The marks in front of us, no further than a long speech goes: this keeps endless paragraphs linear."""
    return pattern.finditer(text, at, min(stretch.end, at + _FAR))


def _ends(text: str, at: int, side: Side, stretch: Span, style: QuoteStyle, opened: int) -> bool:
    """Whether a mark closes the open speech."""
    if side is Side.NEITHER or side is Side.OPENS:
        return False
    before, after = _neighbours(text, at, stretch)
    if not _is_single(style):
        return side is Side.CLOSES or not (before.isdigit() and _closes_later(text, at, stretch))
    if text[at] == "‘" and style.opening == "‘":
        return False
    if before in _STOPS:
        return True
    if before.isspace() or after.isalnum() or (opened == stretch.start and _is_possessive(text, at, stretch)):
        return False
    return not _strong_end_first(text, at + 1, stretch)


def _is_possessive(text: str, at: int, stretch: Span) -> bool:
    """True for the boys' room, singin' low, o' the: a word goes on behind it in small letters, and it is no tag."""
    found = re.compile(r"\s+[a-z]").match(text, at + 1, stretch.end)
    ending = text[max(stretch.start, at - 2) : at].casefold()
    return (
        bool(found)
        and (ending[-1:] == "s" or ending in ("in", "an", " o", "th"))
        and (tag_after(text, at + 1, stretch.end) is Tag.NONE)
    )


def _closes_later(text: str, at: int, stretch: Span) -> bool:
    """Whether an inch mark can be left alone, because the paragraph's next double mark closes."""
    later = next(_ahead(_DOUBLE, text, at + 1, stretch), None)
    if not later:
        return False
    before, after = _neighbours(text, later.start(), stretch)
    return not before.isspace() and after in _AFTER_CLOSE


def _strong_end_first(text: str, at: int, stretch: Span) -> bool:
    """Whether the next sure mark behind `at` closes: then the weak one before it was an apostrophe (the boys' room)."""
    for match in _ahead(_ANY_SINGLE, text, at, stretch):
        here = match.start()
        if _is_strong_end(text, here, stretch):
            return True
        before, after = _neighbours(text, here, stretch)
        if after.isspace() or not (before.isspace() or before in _BEFORE_OPEN):
            continue
        lead = text[max(stretch.start, here - 2) : here].strip()[-1:]
        if not may_be_clipped(text, here) or (lead != "" and lead in ",.!?:—–-"):
            return False
    return False


def _begins_anew(text: str, at: int, side: Side, stretch: Span, style: QuoteStyle) -> bool:
    """Whether a mark opens a new speech although one is open, because the open one was never closed."""
    if side is not Side.OPENS or (text[at] == "’" and style.opening == "‘"):
        return False
    before, after = _neighbours(text, at, stretch)
    lead = text[max(stretch.start, at - 2) : at].strip()[-1:]
    if not _is_single(style):
        return before.isspace() and (lead in tuple(",.!?:;—–…") or after.isupper())
    if may_be_clipped(text, at) and text[at] != "‘":
        return False
    return bool(lead) and lead in ",.!?:…" and (after.isupper() or lead == ",")
