"""Walks the tokens of a page as a browser would and sets down its paragraphs, each with the element it stands in."""

from collections import defaultdict
from collections.abc import Callable
from typing import Final

from fabula.formats.markup import styles as look
from fabula.formats.markup.elements import Element, Flat, Run
from fabula.formats.markup.lines import Lines
from fabula.formats.markup.places import BREAK_MARK, dereference
from fabula.formats.markup.scanner import Piece, Token, attributes, scan
from fabula.formats.markup.styles import Styles
from fabula.story import BlockKind

# fmt: off
_BLOCKS: Final = frozenset((
    "address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details", "dialog", "dir",
    "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6",
    "header", "hgroup", "html", "legend", "li", "listing", "main", "menu", "ol", "p", "pre", "search",
    "section", "summary", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul", "xmp",
))
_VOID: Final = frozenset((
    "area", "base", "br", "col", "embed", "frame", "hr", "img", "input", "link", "meta", "param", "source",
    "track", "wbr",
))
_UNREAD: Final = frozenset((
    "applet", "audio", "button", "canvas", "datalist", "iframe", "map", "math", "nav", "noscript", "object",
    "rp", "rt", "rtc", "script", "select", "style", "svg", "template", "textarea", "video",
))
# fmt: on
_LOOKS: Final[dict[str, int]] = {
    **dict.fromkeys(("i", "em", "cite", "dfn", "var"), look.ITALIC),
    **dict.fromkeys(("b", "strong"), look.BOLD),
    **dict.fromkeys(("u", "ins"), look.UNDERLINE),
}
_CELLS: Final = ("td", "th", "caption")
_TABULAR: Final = frozenset(("table", "thead", "tbody", "tfoot", "tr", "td", "th", "caption"))
_IMPLIED: Final = {
    "li": (("li",), ("ul", "ol", "menu", "dir")),
    "dt": (("dt", "dd"), ("dl",)),
    "dd": (("dt", "dd"), ("dl",)),
    "td": (_CELLS, ("table",)),
    "th": (_CELLS, ("table",)),
    "tr": (("tr",), ("table",)),
}
"""Which open tags an opening tag closes, and within which it looks for them."""
_HEADINGS: Final = {f"h{level}": level for level in range(1, 7)}
_STANDING: Final = frozenset(("html", "body"))
_REFERRING: Final = frozenset(("noteref", "doc-noteref", "doc-backlink", "referrer"))


class Walk:
    """One page being read. After `run`, `flats` holds its paragraphs in order; `ids`, `names`, `classes` all that occur."""

    def __init__(self, page: str, part: str, xml: bool, sheet: Callable[[str], Styles | None] = lambda _: None) -> None:
        self.flats: list[Flat] = []
        self.title = ""
        self.ids: set[str] = set()
        self.names: set[str] = set()
        self.classes: set[str] = set()
        self.unseen = 0
        self.broken_off = False
        self._page = page
        self._part = part
        self._xml = xml
        self._sheet = sheet
        self._styles = Styles()
        self._lines = Lines()
        self._blank = 0
        self._stack: list[Element] = [Element("", None, {})]
        self._blocks: list[Element] = [self._stack[0]]
        self._opened: defaultdict[str, list[Element]] = defaultdict(list)
        self._counts = {look.ITALIC: 0, look.BOLD: 0, look.UNDERLINE: 0}
        self._mask = 0
        self._styled_hidden: Element | None = None

    def run(self) -> "Walk":
        """This, once the whole page is read."""
        for piece in scan(self._page, self._xml):
            if piece.token is Token.OPEN:
                self._open(piece)
            elif piece.token is Token.CLOSE:
                self._close(piece)
            elif piece.token is Token.RAW:
                self._raw(piece)
            else:
                self._characters(piece)
        self._flush()
        return self

    def _characters(self, piece: Piece) -> None:
        top = self._stack[-1]
        if top.hidden:
            if self._styled_hidden:
                self.unseen += len(self._page[piece.start : piece.end].split())
            return
        anchors = self._opened["a"]
        linked = bool(anchors) and anchors[-1].href
        if piece.token is Token.TEXT:
            add = self._lines.preformatted if top.preformatted else self._lines.flow
            add(self._page, piece.start, piece.end, self._mask, linked)
            return
        reference = self._page[piece.start : piece.end]
        characters = dereference(reference)
        if characters == " ":
            self._lines.space(piece.start, piece.end, self._mask)
        elif characters == reference:
            self._lines.flow(self._page, piece.start, piece.end, self._mask, linked)
        elif characters:
            self._lines.decoded(characters, piece.start, piece.end, self._mask, linked)

    def _raw(self, piece: Piece) -> None:
        raw = self._page[piece.start : piece.end]
        if piece.tag == "style":
            self._styles.add(raw)
        elif piece.tag == "title" and not self.title and not self._stack[-1].hidden:
            from html import unescape

            self.title = " ".join(unescape(raw[:2000]).split())
        elif piece.tag == "script" and piece.end == len(self._page):
            self.broken_off = True

    def _open(self, piece: Piece) -> None:
        tag = piece.tag
        if tag == "br":
            if not self._stack[-1].hidden:
                self._lines.line_break(piece.start, piece.end, False)
        elif tag == "link":
            self._link(attributes(piece.inside))
        elif tag == "hr":
            self._rule(piece)
        elif tag not in _VOID and not (tag in _STANDING and self._opened[tag]):
            self._enter(piece, self._element(piece))

    def _element(self, piece: Piece) -> Element:
        """The element a tag opens, with what it inherits and what the style sheets make of it."""
        self._imply(piece.tag)
        names = attributes(piece.inside) if piece.inside else {}
        element = Element(piece.tag, self._stack[-1], names)
        if names:
            self.ids.add(element.id)
            self.names.add(element.name)
            self.classes.update(element.classes)
        shown = self._styles.look(element.tag, element.id, element.classes)
        if "style" in names:
            shown = look.over(shown, look.inline_look(names["style"]))
        element.mask = (_LOOKS.get(piece.tag, 0) & ~shown.off) | shown.on
        element.block = piece.tag in _BLOCKS
        element.level = _HEADINGS.get(piece.tag, element.level)
        element.preformatted = element.preformatted or piece.tag in ("pre", "listing", "xmp")
        if (shown.hidden or "hidden" in names) and piece.tag not in _STANDING and not element.hidden:
            element.hidden = True
            self._styled_hidden = element
        if piece.tag in _UNREAD or not _REFERRING.isdisjoint(element.roles):
            element.hidden = True
        return element

    def _enter(self, piece: Piece, element: Element) -> None:
        if element.block:
            self._flush()
        if piece.empty and self._xml:
            self._blank += piece.tag == "p" and not element.hidden
            self._styled_hidden = None if self._styled_hidden is element else self._styled_hidden
            return
        self._stack.append(element)
        self._opened[piece.tag].append(element)
        if element.block:
            self._blocks.append(element)
        self._count(element.mask, 1)
        if piece.tag == "q" and not element.hidden:
            self._lines.decoded("“", piece.start, piece.end, self._mask, False)

    def _close(self, piece: Piece) -> None:
        tag = piece.tag
        if tag == "br" and not self._stack[-1].hidden:
            self._lines.line_break(piece.start, piece.end, False)
        if tag in _STANDING or not self._opened[tag]:
            return
        target = self._opened[tag][-1]
        if target.block:
            if tag not in _TABULAR and self._depth(_CELLS) > target.depth:
                return
            if tag == "p" and self._blocks[-1] is target and self._lines.empty and not target.hidden:
                self._blank += 1
            self._pop(target)
        else:
            if tag == "q" and not target.hidden and self._blocks[-1].depth < target.depth:
                self._lines.decoded("”", piece.start, piece.end, self._mask, False)
            self._leave(target)

    def _imply(self, tag: str) -> None:
        """Close what a browser closes by itself before `tag`: an open paragraph, the item before, a heading."""
        if tag in _BLOCKS:
            self._pop_below(("p",), _CELLS)
        if tag in _IMPLIED:
            self._pop_below(*_IMPLIED[tag])
        if tag in _HEADINGS and self._blocks[-1].tag in _HEADINGS:
            self._pop(self._blocks[-1])

        if tag == "a" and self._opened["a"]:
            self._leave(self._opened["a"][-1])

    def _leave(self, target: Element) -> None:
        """Close an element that is no block; round open blocks it only ends what it does to the look of words."""
        if self._blocks[-1].depth > target.depth:
            self._end(target)
        else:
            self._pop(target)

    def _pop_below(self, tags: tuple[str, ...], bounds: tuple[str, ...]) -> None:
        depth = self._depth(tags)
        if depth > self._depth(bounds):
            self._pop(next(self._opened[tag][-1] for tag in tags if self._depth((tag,)) == depth))

    def _depth(self, tags: tuple[str, ...]) -> int:
        """How deep the innermost open element of these tags stands; -1 for none."""
        return max(self._opened[tag][-1].depth if self._opened[tag] else -1 for tag in tags)

    def _pop(self, target: Element) -> None:
        """Close `target` and all that stands open in it."""
        if target.block:
            self._flush()
        while True:
            element = self._stack.pop()
            if element.block:
                self._blocks.pop()
            if not element.closed:
                self._end(element)
            if element is self._styled_hidden:
                self._styled_hidden = None
            if element is target:
                return

    def _end(self, element: Element) -> None:
        """End what an element does to the look of words; it may stay on the stack (`<i><p>…</i>…</p>`)."""
        element.closed = True
        self._opened[element.tag].pop()
        self._count(element.mask, -1)

    def _count(self, mask: int, by: int) -> None:
        if not mask:
            return
        self._mask = 0
        for bit in self._counts:
            self._counts[bit] += by if mask & bit else 0
            self._mask |= bit if self._counts[bit] else 0

    def _rule(self, piece: Piece) -> None:
        element = self._element(piece)
        self._flush()
        if not element.hidden:
            run = Run(BREAK_MARK, piece.start, piece.end, False)
            self.flats.append(Flat((run,), self._blocks[-1], BlockKind.BREAK, 0, self._blank, 0, self._part))
            self._blank = 0
        self._styled_hidden = None if self._styled_hidden is element else self._styled_hidden

    def _link(self, names: dict[str, str]) -> None:
        if "stylesheet" in names.get("rel", "").lower().split():
            found = self._sheet(names.get("href", ""))
            if found:
                self._styles.merge(found)

    def _flush(self) -> None:
        """Set down the block read so far."""
        if self._lines.empty:
            self._lines = Lines()
            return
        flats, self._blank = self._lines.flats(self._blocks[-1], self._part, self._blank)
        self.flats += flats
        self._lines = Lines()
