"""Pairs of quotation marks within one paragraph: which mark opens, which closes, which is an apostrophe."""

import re
from collections.abc import Iterator
from enum import Enum

import msgspec

from fabula.reading import QuoteStyle
from fabula.stages.speech.apostrophes import is_surely_clipped, may_be_clipped
from fabula.story import Span

_QUIET = "*_"
_BEFORE_OPEN = " \n\t\u00a0\u202f\u2009([{—–-/"
_AFTER_CLOSE = " \n\t\u00a0)]}.,;:!?…—–-/"
_STOPS = ".,!?…—–-;:)]*_~”\"»"


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
    for family in ("\"“”„", "'‘’‚", "«»", "‹›"):
        if mark and mark in family:
            return family
    return ""


def pair_marks(text: str, stretch: Span, style: QuoteStyle) -> tuple[list[Pair], int | None]:
    """The outer pairs of a stretch, in order, and the offset after a closing mark that closes nothing (None if there is none
    before the first opening one).

    An unclosed pair ends at the stretch's end, or before the next opening mark where one comes first.
    """
    family = family_of(style.opening)
    single = "'" in family
    pairs: list[Pair] = []
    opened: int | None = None
    stray: int | None = None
    for at, mark in _marks(text, stretch, family):
        side = _side(text, at, mark, stretch, style)
        if opened is None:
            if _begins(text, at, side, stretch, single):
                opened = at
            elif side is not Side.NEITHER and not pairs and not single and stray is None:
                stray = at + 1
        elif _ends(text, at, side, stretch, style, single):
            pairs.append(Pair(Span(opened, at + 1), True))
            opened = None
        elif _begins_anew(text, at, side, stretch, single):
            pairs.append(Pair(_trimmed(text, opened, at), False))
            opened = at
    if opened is not None:
        pairs.append(Pair(_trimmed(text, opened, stretch.end), False))
    return pairs, stray


def _marks(text: str, stretch: Span, family: str) -> Iterator[tuple[int, str]]:
    for match in re.finditer(f"[{family}]", text[stretch.start : stretch.end]):
        yield stretch.start + match.start(), match.group()


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


def _begins(text: str, at: int, side: Side, stretch: Span, single: bool) -> bool:
    """Whether a mark opens speech where none is open."""
    if single:
        return side in (Side.OPENS, Side.EITHER) and _single_begins(text, at, stretch)
    if side is Side.EITHER:
        before, after = _neighbours(text, at, stretch)
        return not before.isalnum() and not (before.isdigit() and after.isspace())
    return side is Side.OPENS


def _single_begins(text: str, at: int, stretch: Span) -> bool:
    """A single mark opens speech unless it begins a clipped word; a clipped word may still begin a speech ('Er, no.')."""
    if text[at] == "’" and not may_be_clipped(text, at):
        return False
    before, after = _neighbours(text, at, stretch)
    if before.isalnum() or after.isspace():
        return False
    if text[at] == "‘" or not may_be_clipped(text, at):
        return not is_surely_clipped(text, at) or _strong_end(text, at + 1, stretch) is not None and at == stretch.start
    if is_surely_clipped(text, at) and at != stretch.start:
        return False
    if at != stretch.start and text[max(stretch.start, at - 2) : at].strip()[-1:] not in tuple(",.!?:;—–-”\""):
        return after.isupper() and _strong_end(text, at + 1, stretch) is not None
    return _strong_end(text, at + 1, stretch) is not None


def _strong_end(text: str, at: int, stretch: Span) -> int | None:
    """Where the next mark stands that only the end of a speech can be (behind a stop), None if there is none."""
    for match in re.finditer(r"['’]", text[at : stretch.end]):
        here = at + match.start()
        before, after = _neighbours(text, here, stretch)
        if before in _STOPS and (after in _AFTER_CLOSE or family_of(after)):
            return here
    return None


def _ends(text: str, at: int, side: Side, stretch: Span, style: QuoteStyle, single: bool) -> bool:
    """Whether a mark closes the open speech."""
    if side is Side.NEITHER or side is Side.OPENS:
        return False
    before, after = _neighbours(text, at, stretch)
    if not single:
        return side is Side.CLOSES or not (before.isdigit() and _closes_later(text, at, stretch))
    if text[at] == "‘" and style.opening == "‘":
        return False
    if before in _STOPS:
        return True
    if before.isspace() or after.isalnum():
        return False
    return not _strong_end_first(text, at + 1, stretch)


def _closes_later(text: str, at: int, stretch: Span) -> bool:
    """Whether an inch mark can be left alone, because the paragraph's next double mark closes."""
    later = re.search(r"[\"”“]", text[at + 1 : stretch.end])
    if not later:
        return False
    before, after = _neighbours(text, at + 1 + later.start(), stretch)
    return not before.isspace() and (after in _AFTER_CLOSE or after == " ")


def _strong_end_first(text: str, at: int, stretch: Span) -> bool:
    """Whether the next sure mark behind `at` closes: then the weak one before it was an apostrophe (the boys' room)."""
    for match in re.finditer(r"['‘’]", text[at : stretch.end]):
        here = at + match.start()
        before, after = _neighbours(text, here, stretch)
        if before in _STOPS and (after in _AFTER_CLOSE or family_of(after)):
            return True
        if before in _BEFORE_OPEN and not after.isspace() and not may_be_clipped(text, here):
            return False
        if before in ",.!?" or (before.isspace() and text[max(0, here - 2)] in ",.!?:" and not after.isspace()):
            return False
    return False


def _begins_anew(text: str, at: int, side: Side, stretch: Span, single: bool) -> bool:
    """Whether a mark opens a new speech although one is open, because the open one was never closed."""
    if side is not Side.OPENS:
        return False
    before, after = _neighbours(text, at, stretch)
    lead = text[max(stretch.start, at - 2) : at].strip()[-1:]
    if not single:
        return before.isspace() and (lead in tuple(",.!?:;—–…") or after.isupper())
    if may_be_clipped(text, at) and text[at] != "‘":
        return False
    return bool(lead) and lead in ",.!?:…" and (after.isupper() or lead == ",")
