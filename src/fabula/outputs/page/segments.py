"""Cuts a paragraph where anything begins or ends in it: comments, italics, an inline note, a place that is linked to."""

from collections.abc import Iterable

import msgspec

from fabula.story import Span


class Layer(msgspec.Struct, frozen=True):
    """Something that lies over a stretch of the text; exactly one of `comment`, `style` and `aside` says what.

    `comment` is a comment's number on the page (1 the first), `style` an emphasis, `aside` the reason why words inside a
    paragraph are no story. `long` comments cover so much that underlining every word would shout.
    """

    span: Span
    comment: int = 0
    style: str = ""
    aside: str = ""
    long: bool = False


class Segment(msgspec.Struct, frozen=True):
    """A stretch of the text over which nothing changes.

    `comments` are the numbers of all comments on it, `begins` and `ends` those that begin or end with it. A segment
    without text is the place of a comment on no words: a caret.
    """

    text: str
    anchor: str = ""
    comments: tuple[int, ...] = ()
    begins: tuple[int, ...] = ()
    ends: tuple[int, ...] = ()
    styles: tuple[str, ...] = ()
    aside: str = ""
    long: bool = False


def segments_of(text: str, block: Span, layers: Iterable[Layer], anchors: Iterable[int]) -> tuple[Segment, ...]:
    """The segments of a block in order; joined, their texts are `text[block.start:block.end]`.

    Layers may reach beyond the block and overlap as they like. `anchors` are the offsets in the block that need an id.
    """
    within = tuple(layer for layer in layers if _touches(layer.span, block))
    opening: dict[int, list[int]] = {}
    closing: dict[int, list[int]] = {}
    for index, layer in enumerate(within):
        opening.setdefault(max(block.start, layer.span.start), []).append(index)
        closing.setdefault(min(block.end, layer.span.end), []).append(index)
    wanted = set(anchors)
    edges = sorted({block.start, block.end, *opening, *closing, *wanted})
    segments: list[Segment] = []
    active: dict[int, Layer] = {}
    for start, end in zip(edges, [*edges[1:], block.end], strict=True):
        carets = [within[index] for index in opening.get(start, ()) if not len(within[index].span)]
        for index in closing.get(start, ()):
            active.pop(index, None)
        active.update((index, within[index]) for index in opening.get(start, ()) if len(within[index].span))
        anchor = f"w{start}" if start in wanted else ""
        if carets:
            segments.append(_caret(carets, anchor))
            anchor = ""
        if start < end:
            segments.append(_segment(text, Span(start, end), active.values(), anchor))
    return tuple(segments)


def _touches(span: Span, block: Span) -> bool:
    if len(span):
        return span.start < block.end and block.start < span.end
    return block.start <= span.start <= block.end


def _caret(carets: list[Layer], anchor: str) -> Segment:
    numbers = tuple(layer.comment for layer in carets)
    return Segment("", anchor, comments=numbers, begins=numbers, ends=numbers)


def _segment(text: str, span: Span, active: Iterable[Layer], anchor: str) -> Segment:
    layers = tuple(active)
    comments = [layer for layer in layers if layer.comment]
    return Segment(
        text=text[span.start : span.end],
        anchor=anchor,
        comments=tuple(layer.comment for layer in comments),
        begins=tuple(layer.comment for layer in comments if layer.span.start == span.start),
        ends=tuple(layer.comment for layer in comments if layer.span.end == span.end),
        styles=tuple(dict.fromkeys(layer.style for layer in layers if layer.style)),
        aside=next((layer.aside for layer in layers if layer.aside), ""),
        long=bool(comments) and all(layer.long for layer in comments),
    )
