"""Walks the body of an OpenDocument text in reading order: paragraphs, spans and what stands in them."""

import re
from typing import TYPE_CHECKING, Final

from fabula.formats.opendocument.styles import Marks, Style, Styles, attribute, local, shown_name
from fabula.formats.paragraphs import GAP, RULE, STYLES, Paragraph, Piece, is_title
from fabula.story import PartKind, Place

if TYPE_CHECKING:
    from lxml.etree import _Element as Element  # pyright: ignore[reportPrivateUsage]

PART: Final = "content.xml"

_TEXT: Final = "urn:oasis:names:tc:opendocument:xmlns:text:1.0"
_DRAWING: Final = "urn:oasis:names:tc:opendocument:xmlns:drawing:1.0"
_AROUND_BLOCKS: Final = (
    *("section", "list", "list-item", "list-header", "numbered-paragraph"),
    *("table", "table-header-rows", "table-rows", "table-row-group", "table-row", "table-cell"),
)
_INDEXES: Final = ("index-body", "index-title")
_INDEX: Final = ("table-of-content", "alphabetical-index", "illustration-index", "table-index", "user-index")
_UNSEEN: Final = (
    "hidden-text",
    "hidden-paragraph",
    "placeholder",
    "ruby-text",
    "script",
    "annotation",
    "tracked-changes",
)
_MESS: Final = re.compile(r"[ \t\r\n]*[\t\r\n][ \t\r\n]*| {2,}")
_WHITE: Final = " \t\r\n"
_MOST_SPACES: Final = 100
"""A count of spaces beyond this is no story's; one number must not fill the memory."""


class Body:
    """The paragraphs of content.xml, gathered by `gather`; the rest says what was met on the way.

    `notes` are the footnotes and endnotes in reading order; `changes` and `hidden` count tracked changes and
    hidden stretches.
    """

    def __init__(self, root: "Element", styles: Styles) -> None:
        self.paragraphs: list[Paragraph] = []
        self.notes: list[Element] = []
        self.changes = 0
        self.hidden = 0
        self._styles = styles
        self._ranks = {element: rank for rank, element in enumerate(root.iter())}
        self._open: Paragraph | None = None
        self._boxes: list[Element] = []
        self._after_space = True
        self._in_table = False
        self._declared: PartKind | None = None

    def gather(self, parent: "Element") -> None:
        """Take in all paragraphs below `parent`, in tables, lists and sections too."""
        for child in parent:
            name = local(child)
            if name in ("p", "h"):
                self._paragraph(child)
            elif name == "tracked-changes":
                self.changes += sum(local(change) == "changed-region" for change in child)
            elif name == "section" and self._is_hidden(child):
                self.hidden += 1
            elif name in _INDEX or name in _INDEXES:
                outer, self._declared = self._declared, PartKind.META
                self.gather(child)
                self._declared = outer
            elif name in _AROUND_BLOCKS or _is_in(child, _DRAWING):
                outer_table, self._in_table = self._in_table, self._in_table or name == "table"
                self.gather(child)
                self._in_table = outer_table

    def _is_hidden(self, section: "Element") -> bool:
        style = self._styled("section", section)
        return attribute(section, "display") == "none" or style.marks.get("hidden", False)

    def _styled(self, family: str, element: "Element") -> Style:
        name = attribute(element, "style-name")
        known = self._styles.get((family, name))
        if known:
            return known
        default = self._styles.get((family, ""))
        return Style(shown_name(name), 0, default.marks if default else {})

    def _paragraph(self, element: "Element") -> None:
        rank = self._ranks[element]
        style = self._styled("paragraph", element)
        level = attribute(element, "outline-level")
        paragraph = Paragraph(Place(PART, 2 * rank, 0, 0), Place(PART, 2 * rank + 1, 0, 0), style.name)
        paragraph.level = int(level) if level.isdecimal() else style.level or int(local(element) == "h")
        paragraph.counts = not self._in_table
        if self._declared:
            paragraph.declared, paragraph.why = self._declared, "the table of contents"
        marks = style.marks
        if paragraph.level or is_title(style.name):  # bold is what a heading is, not words set apart
            marks = {"hidden": style.marks.get("hidden", False)}
        self._open, self._after_space = paragraph, True
        self._inside(element, marks)
        self._open = None
        self.paragraphs.append(paragraph)
        boxes, self._boxes = self._boxes, []
        for box in boxes:
            self.gather(box)

    def _inside(self, element: "Element", marks: Marks) -> None:
        """Take in the characters of a paragraph or of something in it, in file order."""
        rank = self._ranks[element]
        self._text(element.text, 2 * rank, marks)
        for child in element:
            self._child(child, local(child), marks)
            self._text(child.tail, 2 * self._ranks[child] + 1, marks)

    def _child(self, child: "Element", name: str, marks: Marks) -> None:
        if _is_in(child, _DRAWING):
            self._boxes.append(child)
        elif not _is_in(child, _TEXT) or name in _UNSEEN:
            self.hidden += name in ("hidden-text", "hidden-paragraph")
        elif name == "note":
            self.notes.append(child)
        elif name in ("s", "tab", "line-break"):
            self._add(characters_of(child), Place(PART, 2 * self._ranks[child], 0, 0), False, marks)
            self._after_space = False
        elif name == "span":
            self._inside(child, marks | self._span_marks(child))
        else:
            self._inside(child, marks)

    def _span_marks(self, span: "Element") -> Marks:
        """What a span's own style says; the family's default is the paragraph's business."""
        style = self._styles.get(("text", attribute(span, "style-name")))
        marks = style.marks if style else {}
        self.hidden += marks.get("hidden", False)
        return marks

    def _text(self, string: str | None, node: int, marks: Marks) -> None:
        """Take in character data: white space collapses to one space, and goes at the paragraph's start.

        ODF 1.3 6.1.2; after a tab, a break or a counted space it begins anew, as LibreOffice reads it.
        """
        if not string:
            return
        at = len(string) - len(string.lstrip(_WHITE)) if self._after_space else 0
        for mess in _MESS.finditer(string, at):
            self._add(string[at : mess.start()], Place(PART, node, at, mess.start()), True, marks)
            self._add(" ", Place(PART, node, mess.start(), mess.end()), False, marks)
            at = mess.end()
        self._add(string[at:], Place(PART, node, at, len(string)), True, marks)
        self._after_space = string[-1] in _WHITE

    def _add(self, text: str, place: Place, verbatim: bool, marks: Marks) -> None:
        if text and self._open and not marks.get("hidden"):
            styles = frozenset(style for style in STYLES if marks.get(style))
            self._open.pieces.append(Piece(text, place, verbatim, styles))


def characters_of(element: "Element", tail: bool = False) -> str:
    """The characters a decoded origin stands for: of counted spaces, a tab, a line break; a rule for a paragraph
    that is one; with `tail`, what comes after the paragraph. Collapsed white space reads as one space.
    """
    name = local(element)
    if name in ("p", "h"):
        return GAP if tail else RULE
    if name == "s" and not tail:
        count = attribute(element, "c")
        return " " * (min(int(count), _MOST_SPACES) if count.isdecimal() else 1)
    return {"tab": "\t", "line-break": "\n"}.get("" if tail else name, " ")


def _is_in(element: "Element", namespace: str) -> bool:
    return str(element.tag).startswith(f"{{{namespace}}}")
