"""The author's OpenDocument text with the comments in its margin, on the exact words.

Only content.xml changes, and there only annotations are added; all other members come along byte for byte. A comment
on a footnote hangs on the note's anchor, one in a field on the field, one in a drawing on its anchor.
"""

from typing import TYPE_CHECKING, Final

import msgspec

from fabula.outputs.container import read_members, rewrite
from fabula.outputs.wording import lines_of, signature_of
from fabula.review import Comment, Review
from fabula.story import Place
from fabula.story.origins import places_of

if TYPE_CHECKING:
    from lxml.etree import _Element as Element  # pyright: ignore[reportPrivateUsage]

SUFFIX = ".review.odt"
FORMATS = ("odt",)

_AUTHOR: Final = "fabula"
_PART: Final = "content.xml"
_OFFICE: Final = "urn:oasis:names:tc:opendocument:xmlns:office:1.0"
_TEXT: Final = "urn:oasis:names:tc:opendocument:xmlns:text:1.0"
_DUBLIN: Final = "http://purl.org/dc/elements/1.1/"
_DRAWING: Final = "urn:oasis:names:tc:opendocument:xmlns:drawing:1.0"
_PARAGRAPHS: Final = ("p", "h")
_HOLDERS: Final = ("p", "h", "span", "a", "meta")
"""Where ODF 1.3 (14.1) lets an annotation stand inside a paragraph."""
_COUNTED: Final = ("s", "tab", "line-break")


class Boundary(msgspec.Struct, frozen=True, order=True):
    """A place in content.xml: `offset` code points into the string `node` (numbered as in Place); before the element
    itself where `before` is true (`node` is then that of its text).
    """

    node: int
    before: bool
    offset: int


def render(review: Review, source: bytes) -> bytes:
    """A copy of the OpenDocument text `source` with every comment as an annotation; the same input, the same bytes."""
    from lxml import etree

    root = read_members(source, (_PART,))[_PART]
    elements = list(root.iter())
    ranks = {element: rank for rank, element in enumerate(elements)}
    number = _last_number(root)
    story = review.reading.story
    starts: list[tuple[Boundary, Element]] = []
    ends: list[tuple[Boundary, Element]] = []
    for comment in review.comments:
        found = _range(places_of(story.origins, comment.span), elements, ranks)
        if not found:
            continue
        number += 1
        starts.append((found[0], _annotation(root, comment, story.text, number)))
        if found[0] != found[1]:
            ends.append((found[1], _new(root, _OFFICE, "annotation-end", number)))
    _place(elements, ends + starts)
    data = etree.tostring(root.getroottree(), xml_declaration=True, encoding="UTF-8")
    return rewrite(source, {_PART: data})


def _last_number(root: "Element") -> int:
    """The highest number of our own annotations in a file that we have commented before; 0 for none."""
    names = (entry.get(f"{{{_OFFICE}}}name", "") for entry in root.iter(f"{{{_OFFICE}}}annotation"))
    numbers = (name.removeprefix(f"{_AUTHOR}-") for name in names)
    return max((int(number) for number in numbers if number.isdecimal()), default=0)


def _annotation(root: "Element", comment: Comment, text: str, number: int) -> "Element":
    """The annotation that opens a comment's range, with its lines as paragraphs. Undated: no clock is read."""
    entry = _new(root, _OFFICE, "annotation", number)
    creator = root.makeelement(f"{{{_DUBLIN}}}creator", nsmap={"dc": _DUBLIN})
    creator.text = _AUTHOR
    entry.append(creator)
    for line in (*lines_of(comment, text), signature_of(comment)):
        paragraph = root.makeelement(f"{{{_TEXT}}}p", nsmap={"text": _TEXT})
        paragraph.text = " ".join(line.split())
        entry.append(paragraph)
    return entry


def _new(root: "Element", namespace: str, name: str, number: int) -> "Element":
    values = {f"{{{_OFFICE}}}name": f"{_AUTHOR}-{number}"}
    return root.makeelement(f"{{{namespace}}}{name}", values, nsmap={"office": _OFFICE})


def _range(
    places: list[Place], elements: list["Element"], ranks: dict["Element", int]
) -> tuple[Boundary, Boundary] | None:
    """The boundaries round the words at these places, the gaps between paragraphs left aside.

    Where the text runs against the order of the file (into a frame), the range holds only its first place.
    """
    held = [place for place in places if not _is_gap(place, elements)] or places
    if not held:
        return None
    first, last = (_around(place, elements, ranks) for place in (held[0], held[-1]))
    forward = _order(first[0], elements) <= _order(last[1], elements)
    return first[0], (last if forward else first)[1]


def _is_gap(place: Place, elements: list["Element"]) -> bool:
    return place.start == place.end and _local(elements[place.node // 2]) in _PARAGRAPHS


def _around(place: Place, elements: list["Element"], ranks: dict["Element", int]) -> tuple[Boundary, Boundary]:
    """The boundaries before and after a place, or round the outermost whole thing that it lies in."""
    element = elements[place.node // 2]
    if _is_gap(place, elements):
        here = Boundary(2 * ranks[element], False, 0)
        return here, here
    counted = not place.node % 2 and _local(element) in _COUNTED
    holder = element.getparent() if counted or place.node % 2 else element
    whole = _whole(holder)
    if whole is None and counted:
        whole = element
    if whole is None:
        return Boundary(place.node, False, place.start), Boundary(place.node, False, place.end)
    node = 2 * ranks[whole]
    return Boundary(node, True, 0), Boundary(node + 1, False, 0)


def _whole(holder: "Element | None") -> "Element | None":
    """The outermost thing round the text that takes no comment inside: a field, a note, a drawing in a paragraph."""
    found: Element | None = None
    candidate: Element | None = None
    in_paragraph = False
    while holder is not None:
        name = _local(holder)
        if name in _PARAGRAPHS:
            in_paragraph = True
            found = found if candidate is None else candidate
            candidate = None
        elif name == "note" or _is_drawn(holder) or not (in_paragraph or name in _HOLDERS):
            candidate = holder
        holder = holder.getparent()
    return found


def _is_drawn(element: "Element") -> bool:
    return str(element.tag).startswith(f"{{{_DRAWING}}}")


def _order(boundary: Boundary, elements: list["Element"]) -> tuple[int, int, int, int]:
    """Where a boundary comes in the file, to compare: a tail stands behind all that its element holds."""
    rank = boundary.node // 2
    if not boundary.node % 2:
        return rank, -1 if boundary.before else 0, 0, boundary.offset
    inside = sum(1 for _ in elements[rank].iter())
    return rank + inside - 1, 1, -rank, boundary.offset


def _place(elements: list["Element"], marks: list[tuple[Boundary, "Element"]]) -> None:
    """Put the marks at their boundaries, in the order given where they share one."""
    at: dict[Boundary, list[Element]] = {}
    for boundary, mark in marks:
        at.setdefault(boundary, []).append(mark)
    for boundary in sorted(at, reverse=True):  # from the end of each string, so that earlier offsets keep
        _insert(elements[boundary.node // 2], boundary, at[boundary])


def _insert(element: "Element", boundary: Boundary, marks: list["Element"]) -> None:
    parent, tail = element.getparent(), boundary.node % 2
    if boundary.before:
        for mark in marks:
            element.addprevious(mark)
    elif tail and parent is not None:
        string = element.tail or ""
        element.tail, marks[-1].tail = string[: boundary.offset], string[boundary.offset :]
        index = parent.index(element) + 1
        parent[index:index] = marks
    elif not tail:
        string = element.text or ""
        element.text, marks[-1].tail = string[: boundary.offset], string[boundary.offset :]
        element[0:0] = marks


def _local(element: "Element") -> str:
    return str(element.tag).rpartition("}")[2]
