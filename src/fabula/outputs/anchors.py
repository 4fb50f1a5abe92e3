"""Where a comment hangs in a Word document: its origins become boundaries in runs, and runs are split there."""

from copy import deepcopy
from typing import TYPE_CHECKING, Final

import msgspec

from fabula.story import Place

if TYPE_CHECKING:
    from lxml.etree import _Element as Element  # pyright: ignore[reportPrivateUsage]

_WHOLE: Final = ("r", "fldSimple", "AlternateContent")
"""What a comment may stand before or after, but not inside, when it lies within another one of these."""
_SPACE: Final = "{http://www.w3.org/XML/1998/namespace}space"
_XML_SPACE: Final = " \t\r\n"


class Boundary(msgspec.Struct, frozen=True, order=True):
    """A place between two characters: in the top element (by its rank in the document), before the child of that
    index, `offset` code points into it. Beyond the last child it lies at the element's end.
    """

    rank: int
    child: int
    offset: int


class Document:
    """The parsed main part and the notes, to find places in; nothing is changed before all are found."""

    def __init__(self, main: str, roots: dict[str, "Element"]) -> None:
        self.root = roots[main]
        self.elements = list(self.root.iter())
        self._main = main
        self._parts = {part: list(root.iter()) for part, root in roots.items() if part != main}
        self._ranks = {element: rank for rank, element in enumerate(self.elements)}
        self._references = {
            (local(element).removesuffix("Reference"), element.get(_beside(element, "id"))): element
            for element in self.elements
            if local(element) in ("footnoteReference", "endnoteReference")
        }

    def range_of(self, places: list[Place]) -> tuple[Boundary, Boundary] | None:
        """The boundaries round the words at these places, the gaps between paragraphs left aside.

        Where the text runs against the order of the file (into a text box), the range holds only its first place.
        None where nothing of it can carry a comment.
        """
        held = [place for place in places if not self._is_gap(place)] or places
        sides = [side for place in (*held[:1], *held[-1:]) if (side := self._around(place)) is not None]
        if not sides:
            return None
        start, end = sides[0][0], sides[-1][1]
        return (start, end) if start <= end else (start, max(start, sides[0][1]))

    def _is_gap(self, place: Place) -> bool:
        return place.start == place.end and local(self._element(place)) == "p"

    def _element(self, place: Place) -> "Element":
        elements = self.elements if place.part == self._main else self._parts[place.part]
        return elements[place.node // 2]

    def _around(self, place: Place) -> tuple[Boundary, Boundary] | None:
        """The boundaries before and after a place; a note is commented at its reference, a box at its anchor."""
        element = self._element(place)
        if place.part != self._main:
            return self._beside_reference(element)
        if place.node % 2 and local(element) != "p":
            return self._round(element.getparent(), element)  # behind a comment inside a w:t: the whole w:t
        exact = local(element) == "t" and not len(element) and not place.node % 2
        if not exact:
            return self._round(element, element)
        return self._round(element, element, place.start, place.end)

    def _beside_reference(self, element: "Element") -> tuple[Boundary, Boundary] | None:
        for above in (element, *element.iterancestors()):
            reference = self._references.get((local(above), above.get(_beside(above, "id"))))
            if reference is not None:
                return self._round(reference, reference)
        return None

    def _round(
        self, child: "Element | None", element: "Element", start: int = 0, end: int | None = None
    ) -> tuple[Boundary, Boundary] | None:
        """The boundaries round `child[start:end]`, or round the outermost whole thing that it lies in."""
        tops = [above for above in element.iterancestors() if local(above) in _WHOLE]
        if child is None or not tops:
            return self._paragraph_start(element)
        top, rank = tops[-1], self._ranks[tops[-1]]
        if child.getparent() is not top or local(top) != "r":
            return Boundary(rank, 0, 0), Boundary(rank, len(top), 0)
        index = top.index(child)
        length = len(child.text or "")
        last = Boundary(rank, index, end) if end is not None and end < length else Boundary(rank, index + 1, 0)
        first = Boundary(rank, index + 1, 0) if start and start >= length else Boundary(rank, index, start)
        return first, max(first, last)

    def _paragraph_start(self, element: "Element") -> tuple[Boundary, Boundary] | None:
        """The empty range before the first run of a paragraph; a paragraph without one carries no comment."""
        run = next((child for child in element.iter() if local(child) in _WHOLE), None)
        if run is None or any(local(above) in _WHOLE for above in run.iterancestors()):
            return None
        here = Boundary(self._ranks[run], 0, 0)
        return here, here


def place_marks(document: Document, marks: list[tuple[Boundary, list["Element"]]]) -> None:
    """Put the marks at their boundaries, in the order given where they share one, splitting runs as needed."""
    by_rank: dict[int, dict[Boundary, list[Element]]] = {}
    for boundary, elements in marks:
        by_rank.setdefault(boundary.rank, {}).setdefault(boundary, []).extend(elements)
    for rank, at in by_rank.items():
        top = document.elements[rank]
        for boundary in sorted(at, reverse=True):  # from the end, so that earlier boundaries keep their indexes
            _put(top, boundary, at[boundary])


def _put(top: "Element", boundary: Boundary, marks: list["Element"]) -> None:
    if boundary.child >= len(top) and len(top):
        for mark in reversed(marks):
            top.addnext(mark)
        return
    at_start = not boundary.offset and all(local(child) == "rPr" for child in list(top)[: boundary.child])
    behind = top if at_start else _split(top, boundary)
    for mark in marks:
        behind.addprevious(mark)


def _split(run: "Element", boundary: Boundary) -> "Element":
    """Cut a run in two and give back the second: a run of the same properties with all that stood behind."""
    second = _alike(run)
    second.extend(deepcopy(child) for child in run if local(child) == "rPr")
    moved = list(run)[boundary.child :]
    if boundary.offset:
        moved[0] = _split_text(moved[0], boundary.offset)
    second.extend(moved)
    run.addnext(second)
    return second


def _split_text(text: "Element", offset: int) -> "Element":
    """Cut a `w:t` in two and give back the second. White space at its ends stays lost where it was not preserved."""
    second = _alike(text)
    first, rest = (text.text or "")[:offset], (text.text or "")[offset:]
    if text.get(_SPACE) != "preserve":
        first, rest = first.lstrip(_XML_SPACE), rest.rstrip(_XML_SPACE)
    for element, words in ((text, first), (second, rest)):
        element.text = words
        element.set(_SPACE, "preserve")
    return second


def _alike(element: "Element") -> "Element":
    """A new element of the same tag and attributes, with nothing inside."""
    new = element.makeelement(str(element.tag))
    for name, value in element.attrib.items():
        new.set(str(name), str(value))
    return new


def local(element: "Element") -> str:
    """The tag without its namespace."""
    return str(element.tag).rpartition("}")[2]


def _beside(element: "Element", name: str) -> str:
    """An attribute's name in the namespace of the element's own tag."""
    return f"{str(element.tag).rpartition('}')[0]}}}{name}"
