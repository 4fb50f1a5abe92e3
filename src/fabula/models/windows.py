"""Which words are read together: windows of paragraphs, each with some of what stands before it.

A window begins anew at paragraphs that their own words single out, so that a change in one chapter does not move the
windows of the next.
"""

from __future__ import annotations

import zlib
from collections.abc import Sequence
from dataclasses import dataclass

CORE, CONTEXT = 288, 96
"""Word pieces of a window, and of what it is shown before them."""
ANCHOR = 13
"""One paragraph in so many begins a window whatever stands before it."""
_FINAL = frozenset('.!?…”"’')


@dataclass(frozen=True)
class Stretch:
    """Words `start` to `end` that stay together, `size` pieces: a paragraph, or a part of one too long for a window."""

    start: int
    end: int
    size: int
    anchor: bool


@dataclass(frozen=True)
class Window:
    """Words `start` to `end` are shown; `own_start` to `own_end` of them are read here and nowhere else."""

    start: int
    end: int
    own_start: int
    own_end: int


def stretches_of(words: Sequence[str], sizes: Sequence[int], paragraph_starts: Sequence[int]) -> list[Stretch]:
    """The stretches of a text; a paragraph of more than CORE pieces is cut after a mark that ends a sentence."""
    found: list[Stretch] = []
    ends = [*paragraph_starts[1:], len(words)]
    for start, end in zip(paragraph_starts, ends, strict=False):
        anchor = zlib.crc32(" ".join(words[start:end]).encode()) % ANCHOR == 0
        while start < end:
            cut = _cut(words, sizes, start, end)
            found.append(Stretch(start, cut, sum(sizes[start:cut]), anchor))
            start, anchor = cut, False
    return found


def _cut(words: Sequence[str], sizes: Sequence[int], start: int, end: int) -> int:
    """Where a stretch that begins at `start` ends: `end`, or after the last final mark that leaves it at most CORE pieces."""
    used, cut = 0, start
    for number in range(start, end):
        used += sizes[number]
        if used > CORE:
            return cut if cut > start else max(start + 1, number)
        opens = number + 1 < end and words[number + 1][:1] in _FINAL
        if words[number][-1:] in _FINAL and not opens:
            cut = number + 1
    return end


def plan_windows(stretches: Sequence[Stretch], sizes: Sequence[int]) -> list[Window]:
    """Windows whose own words tile the text; a stretch shown twice is read where the smaller side of its context is larger."""
    cores = _cores(stretches)
    starts = [_context(stretches, first, sizes) for first, _ in cores]
    owned = [0]
    for (first, end), (_, context) in zip(cores, zip(cores[1:], starts[1:], strict=True), strict=False):
        owned.append(_handed_over(stretches, first, end, context, sizes))
    owned.append(len(stretches))
    windows: list[Window] = []
    for number, ((_, end), start) in enumerate(zip(cores, starts, strict=True)):
        if owned[number] < owned[number + 1]:
            own_start, own_end = stretches[owned[number]].start, stretches[owned[number + 1] - 1].end
            windows.append(Window(start, stretches[end - 1].end, own_start, own_end))
    return windows


def _cores(stretches: Sequence[Stretch]) -> list[tuple[int, int]]:
    """(first, end) stretch numbers of groups of at most CORE pieces."""
    cores: list[tuple[int, int]] = []
    first, used = 0, 0
    for number, stretch in enumerate(stretches):
        if number > first and (used + stretch.size > CORE or stretch.anchor):
            cores.append((first, number))
            first, used = number, 0
        used += stretch.size
    return [*cores, (first, len(stretches))] if stretches else []


def _context(stretches: Sequence[Stretch], first: int, sizes: Sequence[int]) -> int:
    """The word at which the context before stretch `first` starts: whole stretches, or the end of one."""
    left, number = CONTEXT, first
    while number and stretches[number - 1].size <= left:
        number -= 1
        left -= stretches[number].size
    if number < first or not number:
        return stretches[number].start
    word = stretches[first].start
    while word > stretches[first - 1].start and sizes[word - 1] <= left:
        word -= 1
        left -= sizes[word]
    return word


def _handed_over(stretches: Sequence[Stretch], first: int, end: int, context: int, sizes: Sequence[int]) -> int:
    """The first of the stretches `first` to `end` that the next window, shown from word `context`, reads."""
    after = 0
    for number in range(end - 1, first - 1, -1):
        stretch = stretches[number]
        if stretch.start < context or sum(sizes[context : stretch.start]) <= after:
            return number + 1
        after += stretch.size
    return first
