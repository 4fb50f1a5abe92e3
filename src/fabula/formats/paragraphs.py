"""A word processor's paragraphs, gathered and then written down: what docx and odt agree on."""

from collections.abc import Sequence
from itertools import groupby
from typing import Final

import msgspec

from fabula.formats.marks import heading_level, is_break, numbered
from fabula.story import BlockKind, Draft, PartKind, Place

GAP: Final = "\n\n"
"""What stands between two paragraphs."""
RULE: Final = "* * *"
"""What a rule without characters reads as."""
STYLES: Final = ("italic", "bold", "underline")

_TITLES: Final = ("title", "titel", "titre", "título", "titolo")
_SUBTITLES: Final = ("subtitle", "untertitel", "sous-titre", "subtítulo", "sottotitolo")
_RULES: Final = ("horizontal line", "horizontalline")
_CONTENTS: Final = ("toc ", "contents ")


class Piece(msgspec.Struct, frozen=True, gc=False):
    """Characters from one place of the file; `styles` is the subset of STYLES they are set in."""

    text: str
    place: Place
    verbatim: bool
    styles: frozenset[str] = frozenset()


class Paragraph(msgspec.Struct):
    """A paragraph as the file holds it, while it is being gathered.

    `here` is the place that names the paragraph itself, `gap` the one that stands for the blank line after it.
    `style` is its style's name in lower case, `level` the heading level that style gives (0 for none). `ruled`
    marks one that draws a rule, at the place `here`. `counts` is false where an empty paragraph is no white
    space on the page (an empty table cell).
    """

    here: Place
    gap: Place
    style: str = ""
    level: int = 0
    declared: PartKind | None = None
    why: str = ""
    ruled: bool = False
    counts: bool = True
    pieces: list[Piece] = msgspec.field(default_factory=list[Piece])

    @property
    def text(self) -> str:
        """Its characters, white space at the ends removed."""
        return "".join(piece.text for piece in self.pieces).strip()


def is_title(style: str) -> bool:
    """True for the style, by its name in lower case, in which titles and subtitles are set."""
    return style in _TITLES or style in _SUBTITLES


def write_paragraphs(draft: Draft, paragraphs: Sequence[Paragraph]) -> None:
    """Write paragraphs into `draft`, one blank line between two; empty ones are only counted.

    The first paragraph in a title style is the title, with those of such a style that follow it. Lone numbers
    become headings where they count up and the file's styles know no heading.
    """
    for paragraph in paragraphs:
        if (paragraph.ruled or paragraph.style in _RULES) and not paragraph.text:
            paragraph.pieces = [Piece(RULE, paragraph.here, False)]
    lines = [paragraph.text for paragraph in paragraphs]
    _declare(paragraphs, lines)
    styled = any(paragraph.level for paragraph in paragraphs)
    counted: set[int] = set() if styled else numbered(lines)
    blank = 0
    gap: Place | None = None
    for index, (paragraph, line) in enumerate(zip(paragraphs, lines, strict=True)):
        if not line:
            blank += paragraph.counts
            continue
        if gap:
            draft.decoded(GAP, gap)
        kind, level = _kind(paragraph, line, index in counted)
        draft.open(kind, level, paragraph.declared, paragraph.why, blank)
        _write(draft, _stripped(paragraph.pieces))
        draft.close()
        blank, gap = 0, paragraph.gap


def _declare(paragraphs: Sequence[Paragraph], lines: list[str]) -> None:
    """Set `declared` where the style says what a paragraph is."""
    before: PartKind | None = None
    titled = False
    for paragraph, line in zip(paragraphs, lines, strict=True):
        if not line or paragraph.declared:
            continue
        if paragraph.style.startswith(_CONTENTS):
            paragraph.declared, paragraph.why = PartKind.META, "the table of contents"
        elif before is PartKind.TITLE and is_title(paragraph.style):
            paragraph.declared, paragraph.why = PartKind.TITLE, f"in the file's {paragraph.style} style"
        elif not titled and paragraph.style in _TITLES:
            paragraph.declared, paragraph.why = PartKind.TITLE, "in the file's title style"
            titled = True
        before = paragraph.declared


def _kind(paragraph: Paragraph, line: str, counted: bool) -> tuple[BlockKind, int]:
    """A break mark, a heading with its level, or words."""
    if is_break(line):
        return BlockKind.BREAK, 0
    if paragraph.declared in (PartKind.META, PartKind.END_NOTE):
        return BlockKind.PARAGRAPH, 0
    styled = paragraph.level or (1 if paragraph.style in _TITLES else 2 if is_title(paragraph.style) else 0)
    level = styled or heading_level(line) or (2 if counted else 0)
    return (BlockKind.HEADING, min(level, 6)) if level else (BlockKind.PARAGRAPH, 0)


def _stripped(pieces: list[Piece]) -> list[Piece]:
    """The pieces without the white space at both ends of the paragraph."""
    first, last = 0, len(pieces)
    while first < last and not pieces[first].text.strip():
        first += 1
    while last > first and not pieces[last - 1].text.strip():
        last -= 1
    kept = pieces[first:last]
    if kept and kept[0].verbatim:
        length = len(kept[0].text)
        kept[0] = _cut(kept[0], length - len(kept[0].text.lstrip()), length)
    if kept and kept[-1].verbatim:
        kept[-1] = _cut(kept[-1], 0, len(kept[-1].text.rstrip()))
    return kept


def _cut(piece: Piece, start: int, end: int) -> Piece:
    place = piece.place
    cut = Place(place.part, place.node, place.start + start, place.start + end)
    return Piece(piece.text[start:end], cut, True, piece.styles)


def _write(draft: Draft, pieces: list[Piece]) -> None:
    """Put the characters down, and the stretches of each style over however many pieces they run."""
    at = draft.length
    for piece in pieces:
        if piece.verbatim:
            draft.verbatim(piece.text, piece.place)
        else:
            draft.decoded(piece.text, piece.place)
    for style in STYLES:
        start = at
        for inside, run in groupby(((style in piece.styles, len(piece.text)) for piece in pieces), _inside):
            end = start + sum(length for _, length in run)
            if inside:
                draft.emphasise(start, end, style)
            start = end


def _inside(stretch: tuple[bool, int]) -> bool:
    return stretch[0]


def tell(changes: int, hidden: int, draft: Draft) -> None:
    """Tell the author of so many tracked changes and hidden stretches that were not read as they stand."""
    if changes:
        number = "One tracked change was" if changes == 1 else f"{changes} tracked changes were"
        draft.notice(f"{number} read as if accepted.")
    if hidden:
        where = "one place" if hidden == 1 else f"{hidden} places"
        draft.notice(f"Hidden text in {where} was left out.")
