"""Where the paragraphs of a plain text begin and end: at blank lines, at indents, or at every line."""

import re
from collections.abc import Sequence
from itertools import pairwise

import msgspec

_NARROW, _WIDE = 35, 130
"""Widths, in characters, at which people and programs wrap; the usual ones are 60 to 80."""
_FULL = 0.88
"""A line is full where the next word would bring it beyond this share of the width: typists wrap raggedly."""


class Wrapping(msgspec.Struct, frozen=True):
    """How a file's lines make paragraphs: `width` in characters, 0 where each line is a paragraph of its own.

    `indented` is true where an indent opens a paragraph and no blank line need stand before it.
    """

    width: int
    indented: bool


def wrapping_of(lines: Sequence[str], alone: Sequence[bool]) -> Wrapping:
    """How the file is wrapped; `alone` marks headings and break marks, which no paragraph holds.

    Wrapped prose is known by two things: many lines go on in the middle of a sentence, and the lines before
    those are nearly always full. Verse, chats, addresses and one paragraph a line lack one or both.
    """
    indented = _opens_by_indent(lines)
    inner = [
        at
        for at in range(len(lines) - 1)
        if lines[at].strip() and lines[at + 1].strip() and not (alone[at] or alone[at + 1])
        if not _opens(lines[at], lines[at + 1], indented)
    ]
    running = [at for at in inner if _runs_on(lines[at + 1])]
    if not running or len(running) < 0.2 * len(inner):
        return Wrapping(0, indented)
    lengths = sorted(len(lines[at].rstrip()) for at in running)
    width = lengths[(len(lengths) - 1) * 97 // 100]
    full = sum(_is_full(lines[at], lines[at + 1], width) for at in running)
    wrapped = _NARROW <= width <= _WIDE and full >= 0.6 * len(running)
    return Wrapping(width if wrapped else 0, indented)


def joins(line: str, following: str, wrapping: Wrapping) -> bool:
    """True where `following` goes on with the paragraph of `line`."""
    if not wrapping.width or _opens(line, following, wrapping.indented):
        return False
    length = len(line.rstrip())
    if _is_full(line, following, wrapping.width):
        return True
    if _runs_on(following):
        return length > wrapping.width // 2 and not following.startswith("by ")
    return length > 0.7 * wrapping.width and line.rstrip()[-1] not in ".!?…:;\"”'’»*_)]—–-"


def _opens_by_indent(lines: Sequence[str]) -> bool:
    """True where indented lines mostly follow other lines, not blank ones."""
    after_text = after_blank = 0
    for before, line in pairwise(lines):
        if line.strip() and _indent(line):
            after_text += bool(before.strip()) and not _indent(before)
            after_blank += not before.strip()
    return after_text > 1 and after_text > after_blank


def _opens(line: str, following: str, indented: bool) -> bool:
    """True where the indent of `following` says that a paragraph begins."""
    depth = _indent(following)
    return depth > _indent(line) or bool(indented and depth)


def _is_full(line: str, following: str, width: int) -> bool:
    word = following.split(None, 1)[0]
    return len(line.rstrip()) + 1 + len(word) > _FULL * width


def _runs_on(line: str) -> bool:
    """True where a line begins in the middle of a sentence."""
    return bool(re.match(r"[\W_]*[a-z]", line))


def _indent(line: str) -> int:
    """How deep a line stands, in characters; one stray space is none."""
    depth = len(line) - len(line.lstrip())
    return 2 * depth if line.startswith("\t") else depth if depth > 1 else 0
