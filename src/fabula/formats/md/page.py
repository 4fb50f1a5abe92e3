"""The lines of a Markdown file, as they stand and as the block parser shall see them."""

import re
from collections.abc import Iterator

import msgspec

from fabula.formats.lines import Line, lines_of
from fabula.formats.marks import is_break
from fabula.formats.md.hidden import GONE

_WORD = "\ufdd1"
"""Stands for a character that is no markup, whatever the parser thinks of it."""
_UNNUMBERED = re.compile(r"(#{1,4})!(?=[ \t])")
_DEFINITION = re.compile(
    r"[ ]{0,3}\[(?!\^)([^\[\]]+)\]:[ \t]*<?(?:[a-z]+://|mailto:|www\.|[/#.])\S*(?:[ \t]+[\"'(].*[\"')])?[ \t]*"
)
_TITLE_LENGTH = 90


class Page(msgspec.Struct, frozen=True):
    """A file's lines, and the same without hidden characters at their ends (`shown`).

    Character 0 of `shown[n]` is character `skipped[n]` of line n. `references` are the labels of links that
    the file defines, casefolded.
    """

    lines: list[Line]
    shown: list[str]
    skipped: list[int]
    references: frozenset[str]

    def offset(self, number: int, column: int) -> int:
        """Where in the file the character `shown[number][column]` stands."""
        return self.lines[number].start + self.skipped[number] + column


def page_of(text: str, hidden: str) -> Page:
    """The page of a file, where `hidden` is the same text with every hidden character as GONE."""
    lines = list(lines_of(text))
    every: list[str] = []
    skipped: list[int] = []
    labels: set[str] = set()
    for line in lines:
        shown = hidden[line.start : line.end]
        defined = _DEFINITION.fullmatch(shown)
        if defined:
            labels.add(" ".join(defined[1].split()).casefold())
        blank = defined or (GONE in shown and not shown.strip(GONE + " \t"))
        skipped.append(len(shown) - len(shown.lstrip(GONE)))
        every.append("" if blank else shown.strip(GONE))
    return Page(lines, every, skipped, frozenset(labels))


def for_parser(page: Page) -> Iterator[str]:
    """The lines for markdown-it-py, character for character, with break marks disguised as words.

    Else `~~~` would open a block of code, `---` turn the paragraph above into a heading, a lone `*` be an
    empty list.
    """
    title = earlier = ""
    for shown in page.shown:
        line = _UNNUMBERED.sub(r"\1 ", shown)
        if is_break(shown.replace(GONE, "")) and not _underlines(shown, title, earlier):
            line = re.sub(r"\S", _WORD, shown)
        yield line
        title, earlier = shown, title


def _underlines(line: str, title: str, earlier: str) -> bool:
    """True where `line` makes a heading of the line above: one short line by itself that ends no sentence."""
    bare = title.strip()
    alone = 0 < len(bare) <= _TITLE_LENGTH and not earlier.strip() and not is_break(title)
    return alone and set(line.strip()) in ({"-"}, {"="}) and bare[-1] not in ".!?,;:…\"”'’*_)"
