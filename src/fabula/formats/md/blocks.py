"""The blocks of a Markdown file: where markdown-it-py finds them, with the exact characters of each."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

import msgspec
from markdown_it.token import Token

from fabula.formats.marks import is_break
from fabula.formats.md.hidden import GONE
from fabula.formats.md.page import Page
from fabula.formats.md.stretch import Stretch, gather

_INSIDE = r"[ \t>]*(?:(?:[-+*]|\d{1,9}[.)])[ \t]+)*[ \t>]*"
_ATX = re.compile(_INSIDE + r"#{1,6}!?[ \t]*")
_MARKER = re.compile(r"(?:[-+*]|\d{1,9}[.)])[ \t]*$")
_RULE = re.compile(r"([-*_])[ \t]*(?:\1[ \t]*)*$")


class Found(msgspec.Struct, frozen=True):
    """A block from line `first` to before `last`: "words" to be read as Markdown, "code" as it is, or "html"."""

    kind: str
    stretch: Stretch
    first: int
    last: int
    level: int = 0


class _Cut(msgspec.Struct, frozen=True):
    """What a line gives to a block: the characters `start` to `end` of `page.shown[number]`."""

    number: int
    start: int
    end: int


def blocks(page: Page, tokens: Sequence[Token]) -> Iterator[Found]:
    """Every block with characters of its own, in order."""
    apart = _line_a_paragraph(page, tokens)
    item = -1
    for before, token in pairwise([Token("", "", 0), *tokens]):
        if token.type == "list_item_open" and token.map:
            item = token.map[0]
        elif token.type == "list_item_close" and before.type == "list_item_open":
            yield from _empty_item(page, item)
        elif token.type == "inline" and before.type == "heading_open":
            yield from _heading(page, token, before)
        elif token.map:
            yield from _block(page, token, item, apart)


def _block(page: Page, token: Token, item: int, apart: bool) -> Iterator[Found]:
    """The blocks of one token; `item` is the line on which the last list item began."""
    first, last = token.map or (0, 0)
    if token.type == "inline":
        cuts = _with_marker(page, _aligned(page, first, last, token.content), item)
        for group in _groups(page, cuts, apart):
            yield _found("words", page, group)
    elif token.type == "fence" and token.content:
        for group in _parted(_aligned(page, first + 1, last, token.content, indented=True)):
            yield _found("code", page, group)
    elif token.type == "html_block":
        cuts = [cut for cut in _aligned(page, first, last, token.content) if cut.start < cut.end]
        yield _found("html", page, cuts)
    elif token.type == "hr" and (rule := _RULE.search(page.shown[first])):
        yield _found("words", page, [_Cut(first, rule.start(), len(page.shown[first].rstrip()))])


def _found(kind: str, page: Page, cuts: Sequence[_Cut], level: int = 0) -> Found:
    """A block of the given cuts, joined by line ends."""
    return Found(kind, gather(_pieces(page, cuts)), cuts[0].number, cuts[-1].number + 1, level)


def _pieces(page: Page, cuts: Sequence[_Cut]) -> Iterator[tuple[str, int]]:
    for rank, cut in enumerate(cuts):
        if rank:
            yield "\n", page.offset(cuts[rank - 1].number, cuts[rank - 1].end)
        words = page.shown[cut.number][cut.start : cut.end]
        for run in re.finditer(f"[^{GONE}]+", words):
            yield run[0], page.offset(cut.number, cut.start + run.start())


def _aligned(page: Page, first: int, last: int, content: str, indented: bool = False) -> list[_Cut]:
    """Which characters of the lines `first` to `last` the parser's `content` is made of: of each line its
    end.

    What the parser takes away (quote marks, list markers, indents) stands at a line's beginning. It also
    takes away lines of none but exotic white space at the beginning of a paragraph; those are passed over.
    """
    lines = content.removesuffix("\n").split("\n")
    spare = last - first - len(lines)
    number = first
    while spare > 0 and not indented and not page.shown[number].strip(" \t>").strip():
        number, spare = number + 1, spare - 1
    cuts: list[_Cut] = []
    for line in lines:
        end = len(page.shown[number].rstrip())
        words = line.rstrip() if indented else line.strip()
        cuts.append(_Cut(number, max(0, end - len(words)), end))
        number += 1
    return cuts


def _with_marker(page: Page, cuts: list[_Cut], item: int) -> list[_Cut]:
    """The same cuts, with the bullet or number of the list item that begins on their first line: a reader
    sees it, and in fiction it is most often the dash of somebody speaking.
    """
    first = cuts[0]
    marker = _MARKER.search(page.shown[first.number][: first.start]) if first.number == item else None
    return [_Cut(first.number, marker.start(), first.end), *cuts[1:]] if marker else cuts


def _empty_item(page: Page, number: int) -> Iterator[Found]:
    """The marker of a list item without words ("1." can be a chapter)."""
    shown = page.shown[number].rstrip()
    marker = _MARKER.search(shown)
    if marker:
        yield _found("words", page, [_Cut(number, marker.start(), len(shown))])


def _heading(page: Page, token: Token, opening: Token) -> Iterator[Found]:
    """A heading's words, without its marks."""
    level = int(opening.tag[1])
    if not token.map or not token.content.strip():
        return
    first, last = token.map[0], token.map[1]
    if opening.markup[0] in "=-":
        cuts = _aligned(page, first, last, token.content)
    else:
        marks = _ATX.match(page.shown[first])
        start = marks.end() if marks else 0
        cuts = [_Cut(first, start, start + len(token.content.strip()))]
    yield _found("words", page, cuts, level)


def _groups(page: Page, cuts: Sequence[_Cut], apart: bool) -> Iterator[Sequence[_Cut]]:
    """The paragraphs in a run of lines: a break mark stands alone, and where `apart` is set every line does."""
    group: list[_Cut] = []
    for cut in cuts:
        words = page.shown[cut.number][cut.start : cut.end].replace(GONE, "")
        alone = apart or is_break(words)
        if group and alone:
            yield group
            group = []
        group.append(cut)
        if alone:
            yield group
            group = []
    if group:
        yield group


def _parted(cuts: Sequence[_Cut]) -> Iterator[Sequence[_Cut]]:
    """The lines of a block of code, parted at its blank lines."""
    group: list[_Cut] = []
    for cut in cuts:
        if cut.start < cut.end:
            group.append(cut)
        elif group:
            yield group
            group = []
    if group:
        yield group


def _line_a_paragraph(page: Page, tokens: Sequence[Token]) -> bool:
    """True where the file has no blank lines between its paragraphs: single lines end as sentences do, nearly
    always.
    """
    ends = total = 0
    for before, token in pairwise(tokens):
        if token.type != "inline" or before.type != "paragraph_open" or not token.map:
            continue
        for line in token.content.split("\n")[:-1]:
            total += 1
            ends += line.endswith(tuple(".!?…\"”'’*_)"))
    return total >= 5 and ends >= 0.8 * total
