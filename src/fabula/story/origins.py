"""The way home: where each stretch of the text stands in the file. Built while parsing, never found by searching."""

from itertools import islice

import msgspec

from fabula.story.span import Span


class Place(msgspec.Struct, frozen=True, gc=False):
    """A stretch of one string of the source, half-open, in code points of that string.

    `part` is the file inside the container ("" for a file that is no container). `node` names the string within it:
    0 is the whole decoded file; in XML containers that we write back into (docx, odt) it is `2 * rank` for the text of the
    element of that rank in document order (as lxml's `root.iter()` counts, comments and instructions included) and
    `2 * rank + 1` for its tail.
    """

    part: str
    node: int
    start: int
    end: int


class Origin(msgspec.Struct, frozen=True, gc=False):
    """A span of the text and the place it came from.

    *Verbatim*: the place holds the same characters one to one. Otherwise *decoded*: an entity, an escape, a line end,
    the gap between two paragraphs; the span as a whole stands for the place as a whole.
    """

    span: Span
    place: Place
    verbatim: bool


def check_origins(origins: tuple[Origin, ...], length: int) -> None:
    """Raise ValueError unless the origins tile a text of `length` code points in order."""
    at = 0
    for origin in origins:
        if origin.span.start != at or not len(origin.span):
            raise ValueError(f"origins leave a gap or overlap at {at}")
        if origin.verbatim and len(origin.span) != origin.place.end - origin.place.start:
            raise ValueError(f"a verbatim origin at {at} has two lengths")
        at = origin.span.end
    if at != length:
        raise ValueError(f"origins end at {at}, the text at {length}")


def places_of(origins: tuple[Origin, ...], span: Span) -> list[Place]:
    """The places that `span` covers, in text order; verbatim origins are cut to it, decoded ones stay whole.

    An empty span gives the empty place before its next character (after the last one at the end of the text).
    """
    first = _first_at(origins, span.start)
    if span.start == span.end:
        return [_before(origins, first, span.start)] if origins else []
    found: list[Place] = []
    for origin in islice(origins, first, None):
        if origin.span.start >= span.end:
            break
        found.append(_cut(origin, span))
    return found


def _first_at(origins: tuple[Origin, ...], offset: int) -> int:
    """Index of the origin that holds `offset` (len(origins) past the end), by bisection."""
    low, high = 0, len(origins)
    while low < high:
        middle = (low + high) // 2
        if origins[middle].span.end <= offset:
            low = middle + 1
        else:
            high = middle
    return low


def _before(origins: tuple[Origin, ...], index: int, offset: int) -> Place:
    """The empty place before the character at `offset`, which `origins[index]` holds; past the end, after the last."""
    if index == len(origins):
        last = origins[-1].place
        return Place(last.part, last.node, last.end, last.end)
    origin = origins[index]
    into = offset - origin.span.start if origin.verbatim else 0
    return Place(origin.place.part, origin.place.node, origin.place.start + into, origin.place.start + into)


def _cut(origin: Origin, span: Span) -> Place:
    place = origin.place
    if not origin.verbatim:
        return place
    start = place.start + max(0, span.start - origin.span.start)
    end = place.start + min(origin.span.end, span.end) - origin.span.start
    return Place(place.part, place.node, start, end)
