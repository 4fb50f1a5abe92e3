"""Gathers the characters of one block of a page into lines, as a browser would set them, and those into paragraphs."""

import re
from collections.abc import Iterator
from typing import Final

import msgspec

from fabula.formats.marks import is_break
from fabula.formats.markup.elements import Element, Flat, Run
from fabula.formats.markup.places import BLANK, UNREADABLE
from fabula.story import BlockKind

_FLOW: Final = re.compile(rf"[^{BLANK}]++(?: [^{BLANK}]++)*+|[{BLANK}]++")
_SET: Final = re.compile(r"[^\r\n]++|\r\n|\n|\r")
_ODD: Final = re.compile("[\ud800-\udfff\0]")


class Lines:
    """The lines of the block that is being read. White space collapses and never begins or ends a line."""

    def __init__(self) -> None:
        self._lines: list[list[Run]] = [[]]
        self._breaks: list[Run] = []
        self._space: tuple[int, int, int] | None = None
        self._linked = 0

    @property
    def empty(self) -> bool:
        """True while there is neither a character nor a line break."""
        return not self._breaks and not self._lines[0]

    def flow(self, page: str, start: int, end: int, mask: int, linked: bool) -> None:
        """Add `page[start:end]`, white space collapsed."""
        for match in _FLOW.finditer(page, start, end):
            if match[0][0] in BLANK:
                self.space(match.start(), match.end(), mask)
            else:
                self._words(page, match.start(), match.end(), mask, linked)

    def preformatted(self, page: str, start: int, end: int, mask: int, linked: bool) -> None:
        """Add `page[start:end]` with its white space and line ends."""
        for match in _SET.finditer(page, start, end):
            if match[0] == "\r":
                self.space(match.start(), match.end(), mask)
            elif match[0][-1] == "\n":
                self.line_break(match.end() - 1, match.end(), True)
            else:
                self._words(page, match.start(), match.end(), mask, linked)

    def space(self, start: int, end: int, mask: int) -> None:
        """White space: one space, if words stand on both sides of it."""
        if not self._space and self._lines[-1]:
            self._space = (start, end, mask)

    def line_break(self, start: int, end: int, verbatim: bool) -> None:
        """End the line."""
        self._space = None
        self._breaks.append(Run("\n", start, end, verbatim))
        self._lines.append([])

    def decoded(self, text: str, start: int, end: int, mask: int, linked: bool) -> None:
        """Add characters that the page writes otherwise at `page[start:end]`."""
        self._put(Run(text, start, end, False, mask), linked)

    def _words(self, page: str, start: int, end: int, mask: int, linked: bool) -> None:
        at = start
        for odd in _ODD.finditer(page, start, end):
            if at < odd.start():
                self._put(Run(page[at : odd.start()], at, odd.start(), True, mask), linked)
            at = odd.end()
            self._put(Run(UNREADABLE, odd.start(), at, False, mask), linked)
        if at < end:
            self._put(Run(page[at:end], at, end, True, mask), linked)

    def _put(self, run: Run, linked: bool) -> None:
        line = self._lines[-1]
        if self._space:
            start, end, mask = self._space
            line.append(Run(" ", start, end, False, mask))
            self._space = None
        line.append(run)
        if linked:
            self._linked += len(run.text)

    def flats(self, element: Element, part: str, blank: int) -> tuple[list[Flat], int]:
        """The paragraphs these lines make, and how many blank lines follow the last one.

        `blank` blank lines stand before the first. A break mark on a line of its own is a paragraph; a heading is one.
        One blank line parts paragraphs and is not counted, but round a `p`, which has its margins already.
        """
        lines = self._lines[:-1] if self._breaks and not _worded(self._lines[-1]) else self._lines
        stanzas = [[*_worded_lines(lines)]] if element.level else _stanzas(lines)
        found: list[Flat] = []
        empty = 0
        for stanza in stanzas:
            runs = _trim(self._joined(stanza))
            if not runs:
                empty += len(stanza)
                continue
            margin = element.tag == "p" and not found
            blank += empty if margin else max(0, empty - 1)
            found.append(_flat(runs, element, part, blank))
            blank = empty = 0
        if found and element.tag != "p":
            empty = max(0, empty - 1)
        if found and self._linked:
            found[0] = msgspec.structs.replace(found[0], linked=self._linked)
        return found, blank + empty

    def _joined(self, stanza: list[int]) -> list[Run]:
        runs: list[Run] = []
        for before, index in zip([-1, *stanza], stanza, strict=False):
            if before >= 0:
                runs.append(self._breaks[before])
            runs += self._lines[index]
        return runs


def _flat(runs: tuple[Run, ...], element: Element, part: str, blank: int) -> Flat:
    """A paragraph, a heading where its element is one, a break mark where its words are."""
    text = "".join(run.text for run in runs)
    if "\n" not in text and is_break(text):
        return Flat(runs, element, BlockKind.BREAK, 0, blank, 0, part)
    kind = BlockKind.HEADING if element.level else BlockKind.PARAGRAPH
    return Flat(runs, element, kind, element.level, blank, 0, part)


def _worded(line: list[Run]) -> bool:
    return any(run.text.strip() for run in line)


def _worded_lines(lines: list[list[Run]]) -> Iterator[int]:
    return (index for index, line in enumerate(lines) if _worded(line))


def _stanzas(lines: list[list[Run]]) -> list[list[int]]:
    """Indexes of the lines, cut at blank lines and round break marks; a run of blank lines is a stanza too."""
    found: list[list[int]] = []
    before = ""
    for index, line in enumerate(lines):
        text = "".join(run.text for run in line)
        sort = "words" if text.strip() else "blank"
        sort = "mark" if sort == "words" and len(lines) > 1 and is_break(text) else sort
        if found and sort == before != "mark":
            found[-1].append(index)
        else:
            found.append([index])
        before = sort
    return found


def _trim(runs: list[Run]) -> tuple[Run, ...]:
    """The runs without white space at either end, no-break spaces included."""
    first, last = 0, len(runs)
    while first < last and not runs[first].text.strip():
        first += 1
    while last > first and not runs[last - 1].text.strip():
        last -= 1
    kept = runs[first:last]
    if kept and kept[0].verbatim:
        run = kept[0]
        text = run.text.lstrip()
        kept[0] = Run(text, run.end - len(text), run.end, True, run.mask)
    if kept and kept[-1].verbatim:
        run = kept[-1]
        text = run.text.rstrip()
        kept[-1] = Run(text, run.start, run.start + len(text), True, run.mask)
    return tuple(kept)
