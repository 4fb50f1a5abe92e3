"""Paragraphs written as HTML inside a Markdown file."""

import re
from collections.abc import Iterator

from fabula.formats.lines import place
from fabula.formats.md.inline import pieces_of, shown_in
from fabula.formats.md.stretch import Stretch
from fabula.formats.paragraphs import RULE, Paragraph, Piece

_EDGE = re.compile(
    r"<(?P<unread>script|style|head|title)\b[^<>]*>"
    r"|</?(?:p|div|center|blockquote|ul|ol|li|h(?P<level>[1-6])|section|table|tr|td|th|dl|dt|dd|pre)\b[^<>]*>"
    r"|<(?P<rule>hr)\b[^<>]*>",
    re.IGNORECASE,
)


def html_paragraphs(stretch: Stretch) -> Iterator[Paragraph]:
    """The paragraphs of a block of HTML: they part at block tags, and a rule is one of its own."""
    at = level = 0
    found = _EDGE.search(stretch.text)
    while found:
        yield from _paragraph(stretch, at, found.start(), level)
        at = found.end()
        if found["rule"]:
            yield paragraph_of([Piece(RULE, stretch.place(*found.span()), False)])
        if found["unread"]:
            end = re.compile(rf"</{found['unread']}\s*>", re.IGNORECASE).search(stretch.text, at)
            at = end.end() if end else len(stretch.text)
        level = int(found["level"]) if found["level"] and found[0][1] != "/" else 0
        found = _EDGE.search(stretch.text, at)
    yield from _paragraph(stretch, at, len(stretch.text), level)


def _paragraph(stretch: Stretch, start: int, end: int, level: int) -> Iterator[Paragraph]:
    """What stands between two block tags, if it is more than the white space of the source."""
    if stretch.text[start:end].strip(" \t\r\n"):
        yield paragraph_of(pieces_of(shown_in(stretch.part(start, end), raw=True)), level)


def paragraph_of(pieces: list[Piece], level: int = 0) -> Paragraph:
    """A paragraph of these characters; the places round it are not known yet."""
    here = pieces[0].place if pieces else place(0, 0)
    return Paragraph(here, here, level=level, pieces=pieces)
