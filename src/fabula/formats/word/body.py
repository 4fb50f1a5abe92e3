"""Walks a Word part in reading order: paragraphs, runs and what they hold, tracked changes taken as accepted."""

import re
import unicodedata
from typing import TYPE_CHECKING, Final

from fabula.formats.paragraphs import GAP, RULE, STYLES, Paragraph, Piece, is_title
from fabula.formats.word.package import attribute, local
from fabula.formats.word.styles import Marks, Styles, combine, find, marks_of, outline_level, value_of
from fabula.story import Place

if TYPE_CHECKING:
    from lxml.etree import _Element as Element  # pyright: ignore[reportPrivateUsage]

_GONE: Final = ("del", "moveFrom")
_KEPT: Final = ("ins", "moveTo")
_AROUND_BLOCKS: Final = ("tbl", "tr", "tc", "sdtContent", "customXml", *_KEPT)
_AROUND_RUNS: Final = (
    "hyperlink",
    "smartTag",
    "sdtContent",
    "customXml",
    "fldSimple",
    "bdo",
    "dir",
    "rubyBase",
    *_KEPT,
)
_CHARACTERS: Final = {
    "tab": "\t",
    "ptab": "\t",
    "br": "\n",
    "cr": "\n",
    "noBreakHyphen": "\u2011",
    "softHyphen": "\u00ad",
}
_SYMBOLS: Final = {
    ("wingdings", 0x4A): "☺",
    ("wingdings", 0x4C): "☹",
    ("wingdings", 0xDF): "←",
    ("wingdings", 0xE0): "→",
    ("wingdings", 0xE1): "↑",
    ("wingdings", 0xE2): "↓",
    ("wingdings", 0xFC): "✓",
    ("symbol", 0xAE): "→",
    ("symbol", 0xB0): "°",
    ("symbol", 0xB7): "•",
    ("symbol", 0x2D): "−",
}
"""What Word's AutoCorrect and the symbol dialogue insert most; other symbols keep the code the file gives."""
_MOST_NESTED: Final = 20
"""How deep Word itself nests fields."""
_LINES: Final = re.compile(r"[\r\n]+|[^\r\n]+")
_XML_SPACE: Final = " \t\r\n"


class Body:
    """The paragraphs of one part of a Word file, gathered by `gather`; the rest says what was met on the way.

    `notes` are the footnotes and endnotes referred to, as (kind, id) in reading order; `changes` and `hidden`
    count tracked changes and hidden runs; `unread` names what holds words that we cannot read.
    """

    def __init__(self, root: "Element", part: str, styles: Styles) -> None:
        self.paragraphs: list[Paragraph] = []
        self.notes: list[tuple[str, str]] = []
        self.changes = 0
        self.hidden = 0
        self.unread: set[str] = set()
        self._part = part
        self._styles = styles
        self._ranks = {element: rank for rank, element in enumerate(root.iter())}
        self._preserve = attribute(root, "space") == "preserve"
        self._open: Paragraph | None = None
        self._marks: Marks = {}
        self._fields: list[bool] = []
        self._boxes: list[Element] = []
        self._in_table = False

    def gather(self, parent: "Element") -> None:
        """Take in all paragraphs below `parent`, in tables and content controls too."""
        for child in parent:
            name = local(child)
            if name == "p":
                self._paragraph(child)
            elif name in _GONE or (name == "tr" and find(find(child, "trPr"), "del") is not None):
                self.changes += 1
            elif name == "AlternateContent":
                self.gather(_choice(child))
            elif name == "sdt" and not _is_placeholder(child):
                self.gather(child)
            elif name == "altChunk":
                self.unread.add("a document embedded in this one")
            elif name in _AROUND_BLOCKS:
                self._contain(child, name)

    def _contain(self, child: "Element", name: str) -> None:
        self.changes += name in _KEPT
        outer, self._in_table = self._in_table, self._in_table or name == "tbl"
        self.gather(child)
        self._in_table = outer
        if name == "tc":
            self._end()

    def _paragraph(self, element: "Element") -> None:
        properties = find(element, "pPr")
        rank = self._ranks[element]
        paragraph = self._open or Paragraph(Place(self._part, 2 * rank, 0, 0), Place(self._part, 2 * rank, 0, 0))
        self._open = paragraph
        paragraph.gap = Place(self._part, 2 * rank + 1, 0, 0)
        paragraph.counts = not self._in_table
        self._style(paragraph, properties)
        self._runs(element)
        self._fields = [resulting for resulting in self._fields if resulting]
        if not _is_joined(properties):
            self._end()
            boxes, self._boxes = self._boxes, []
            for box in boxes:
                self.gather(box)
                self._end()

    def _style(self, paragraph: Paragraph, properties: "Element | None") -> None:
        style = self._styles.style(value_of(find(properties, "pStyle")))
        direct = outline_level(properties)
        paragraph.style = style.name
        paragraph.level = style.level if direct is None else direct
        self._marks = style.marks
        if paragraph.level or is_title(style.name):  # bold is what a heading is, not words set apart
            self._marks = {"hidden": style.marks.get("hidden", False)}

    def _end(self) -> None:
        if self._open:
            self.paragraphs.append(self._open)
            self._open = None

    def _runs(self, parent: "Element") -> None:
        for child in parent:
            name = local(child)
            if name == "r":
                self._run(child)
            elif name in _GONE:
                self.changes += 1
            elif name == "AlternateContent":
                self._runs(_choice(child))
            elif name == "sdt" and not _is_placeholder(child):
                self._runs(child)
            elif name in ("oMath", "oMathPara"):
                self.unread.add("an equation")
            elif name in _AROUND_RUNS:
                self.changes += name in _KEPT
                self._runs(child)

    def _run(self, run: "Element") -> None:
        properties = find(run, "rPr")
        style = value_of(find(properties, "rStyle"))
        character = self._styles.style(style).marks if style else {}
        styles = combine(self._styles, self._marks, character, marks_of(properties))
        hidden = "hidden" in styles
        self.hidden += hidden and any(local(child) == "t" for child in run)
        shown = styles.intersection(STYLES)
        for child in run:
            if local(child) == "fldChar":
                self._field(attribute(child, "fldCharType"))
            elif not hidden and all(self._fields):
                self._content(child, local(child), shown)

    def _field(self, kind: str) -> None:
        """Follow a field: its instruction runs from `begin` to `separate`, its result from there to `end`."""
        if kind == "begin":
            self._fields = [*self._fields[-_MOST_NESTED:], False]  # fields left open must not pile up
        elif self._fields and kind == "separate":
            self._fields[-1] = True
        elif self._fields and kind == "end":
            self._fields.pop()

    def _content(self, element: "Element", name: str, styles: frozenset[str]) -> None:
        if name == "t":
            self._text(element, styles)
        elif name in _CHARACTERS or name == "sym":
            self._add(characters_of(element), Place(self._part, 2 * self._ranks[element], 0, 0), False, styles)
        elif name in ("footnoteReference", "endnoteReference"):
            self.notes.append((name.removesuffix("Reference"), attribute(element, "id")))
        elif name in ("AlternateContent", "drawing", "pict", "object"):
            self._boxes += _boxes_in(element)
            if self._open and any(attribute(rule, "hr") == "t" for rule in element.iter("{*}rect")):
                self._open.ruled = True
        elif name == "ruby":
            self._runs(element)

    def _text(self, element: "Element", styles: frozenset[str]) -> None:
        """Take in a `w:t`: white space at its ends only counts where it is to be preserved, as in Word."""
        rank = self._ranks[element]
        strings = [(element.text or "", 2 * rank)]
        strings += [(child.tail or "", 2 * self._ranks[child] + 1) for child in element]
        keep = self._preserve or attribute(element, "space") == "preserve"
        for index, (string, node) in enumerate(strings):
            start = 0 if keep or index else len(string) - len(string.lstrip(_XML_SPACE))
            end = len(string) if keep or index + 1 < len(strings) else len(string.rstrip(_XML_SPACE))
            for found in _LINES.finditer(string, start, max(start, end)):
                place = Place(self._part, node, found.start(), found.end())
                broken = found[0][0] in "\r\n"
                self._add(" " if broken else found[0], place, not broken, styles)

    def _add(self, text: str, place: Place, verbatim: bool, styles: frozenset[str]) -> None:
        if self._open:
            self._open.pieces.append(Piece(text, place, verbatim, styles))


def characters_of(element: "Element", tail: bool = False) -> str:
    """The characters a decoded origin stands for: of a tab, a line break, a symbol; a rule for a paragraph that
    is one; with `tail`, what comes after the paragraph. A line end inside a `w:t` reads as a space.
    """
    name = local(element)
    if name == "p":
        return GAP if tail else RULE
    if name == "sym":
        found = re.fullmatch(r"[0-9A-Fa-f]{2,4}", attribute(element, "char"))
        code = int(found[0], 16) if found else 0
        return _SYMBOLS.get((attribute(element, "font").lower(), code & 0xFF)) or _printable(chr(code))
    return _CHARACTERS.get(name, " ")


def _printable(character: str) -> str:
    """The character, or the mark for an unreadable one where it is a control or half of a pair."""
    return "\ufffd" if unicodedata.category(character) in ("Cc", "Cs") else character


def _choice(alternate: "Element") -> "Element":
    """The branch of an `mc:AlternateContent` to read: the first, which is the one for today's programs."""
    return next((child for child in alternate if local(child) in ("Choice", "Fallback")), alternate)


def _boxes_in(element: "Element") -> list["Element"]:
    """The contents of the text boxes in a drawing, each once though the file may hold it twice."""
    if local(element) == "txbxContent":
        return [element]
    if local(element) == "AlternateContent":
        branches = [child for child in element if local(child) in ("Choice", "Fallback")]
        return next((boxes for branch in branches if (boxes := _boxes_in(branch))), list["Element"]())
    return [box for child in element for box in _boxes_in(child)]


def _is_placeholder(control: "Element") -> bool:
    """True for a content control that shows only its prompt ("Click here to enter text")."""
    return find(find(control, "sdtPr"), "showingPlcHdr") is not None


def _is_joined(properties: "Element | None") -> bool:
    """True where the end of the paragraph is a tracked deletion: the next one goes on in the same line."""
    mark = find(properties, "rPr")
    return any(find(mark, name) is not None for name in _GONE)
