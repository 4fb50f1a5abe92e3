"""The manuscript as the page lays it out: leaves of passages of rows, every comment beside the paragraph it begins in."""

from collections.abc import Sequence
from itertools import groupby

import msgspec

from fabula.outputs.page.cards import Card
from fabula.outputs.page.contents import TIMES
from fabula.outputs.page.places import Places, blocks_under, snapped
from fabula.outputs.page.segments import Layer, Segment, segments_of
from fabula.reading import Reading
from fabula.review import Review
from fabula.story import Block, BlockKind, Part, PartKind

LEAF = 40  # rows that the browser lays out together; a leaf out of sight costs it nothing
_LONG = 400  # code points; a comment on more than a paragraph's worth is tinted, not underlined
_WRAPPED = 45  # code points; a text file breaks lines where its window ended, verse breaks them sooner
_SHOWN = (PartKind.TITLE, PartKind.BYLINE, PartKind.HEADING, PartKind.BODY)
ASIDE_LABELS = {
    PartKind.TITLE: "Title",
    PartKind.BYLINE: "Byline",
    PartKind.META: "Posting details",
    PartKind.SUMMARY: "Summary",
    PartKind.NOTE: "Author’s note",
    PartKind.END_NOTE: "Closing note",
    PartKind.HEADING: "Heading",
}


class Row(msgspec.Struct, frozen=True):
    """A block of the story and the comments that begin in it.

    `start` is its offset; `lined` keeps its line ends; `opens` is true after a heading or a break. `sign` announces a
    scene that begins here and that neither a mark nor a heading announces.
    """

    kind: str
    level: int
    start: int
    segments: tuple[Segment, ...]
    cards: tuple[Card, ...]
    lined: bool
    opens: bool
    sign: str = ""


class Passage(msgspec.Struct, frozen=True):
    """Rows of one part. `label` is set where they are no story and stand folded away; `why` says what we took them for."""

    kind: str
    label: str
    why: str
    rows: tuple[Row, ...]
    open: bool


class Leaf(msgspec.Struct, frozen=True):
    """Passages that are laid out together."""

    passages: tuple[Passage, ...]


def leaves_of(review: Review, cards: Sequence[Card], places: Places) -> tuple[Leaf, ...]:
    """The whole text, block by block, in order. `places` are those that something on the page links to."""
    blocks = review.reading.story.blocks
    parts = _parts_of(review.reading)
    rows = _rows(review, cards, places, parts)
    leaves: list[Leaf] = []
    waiting: list[Passage] = []
    count = 0
    for part, run in groupby(range(len(blocks)), key=lambda index: parts[index]):
        for piece in _pieces([rows[index] for index in run]):
            if waiting and (count + len(piece) > LEAF or piece[0].kind == "heading"):
                leaves.append(Leaf(tuple(waiting)))
                waiting, count = [], 0
            waiting.append(_passage(part, piece))
            count += len(piece)
    return (*leaves, Leaf(tuple(waiting))) if waiting else tuple(leaves)


def turns_of(reading: Reading, places: Places) -> dict[str, str]:
    """What to say of each scene that begins in the middle of a paragraph, by the id of its first word."""
    starts = {f"w{block.span.start}" for block in reading.story.blocks}
    return {anchor: sign for anchor, sign in _signs(reading, places).items() if anchor not in starts}


def _pieces(rows: list[Row]) -> list[list[Row]]:
    """Rows in runs no longer than a leaf, a heading always first in its run."""
    pieces: list[list[Row]] = []
    for row in rows:
        if not pieces or len(pieces[-1]) == LEAF or (row.kind == "heading" and pieces[-1][-1].kind != "heading"):
            pieces.append([])
        pieces[-1].append(row)
    return pieces


def _passage(part: Part | None, rows: list[Row]) -> Passage:
    kind = part.kind if part else PartKind.BODY
    return Passage(
        kind=kind.value,
        label="" if kind in _SHOWN else ASIDE_LABELS[kind],
        why=part.why if part else "",
        rows=tuple(rows),
        open=any(row.cards for row in rows),
    )


def _parts_of(reading: Reading) -> list[Part | None]:
    """The part that each block belongs to (the one that holds its first character), None for stray marks between parts."""
    parts = reading.parts.items
    found: list[Part | None] = []
    at = 0
    for block in reading.story.blocks:
        while at < len(parts) and parts[at].span.end <= block.span.start:
            at += 1
        holds = at < len(parts) and parts[at].span.start < block.span.end
        found.append(parts[at] if holds and not _inside(parts[at], block) else None)
    return found


def _inside(part: Part, block: Block) -> bool:
    """True for a note within a paragraph: it does not make the whole paragraph a note."""
    return part.kind not in _SHOWN and len(part.span) < len(block.span)


def _rows(review: Review, cards: Sequence[Card], places: Places, parts: list[Part | None]) -> list[Row]:
    story = review.reading.story
    blocks = story.blocks
    layers, beside = _on_blocks(review, cards)
    signs = _signs(review.reading, places)
    anchors: list[list[int]] = [[] for _ in blocks]
    for index, offset in places.linked():
        anchors[index].append(offset)
    top = _top_level(blocks, parts)
    return [
        Row(
            kind=_row_kind(block, parts[index]),
            level=min(6, max(block.level, top) - top + 3),
            start=block.span.start,
            segments=segments_of(story.text, block.span, layers[index], anchors[index]),
            cards=tuple(beside[index]),
            lined=_keeps_lines(story.text[block.span.start : block.span.end], story.source.format),
            opens=_opens(blocks, parts, index) or f"w{block.span.start}" in signs,
            sign=signs.get(f"w{block.span.start}", "") if not _opens(blocks, parts, index) else "",
        )
        for index, block in enumerate(blocks)
    ]


def _on_blocks(review: Review, cards: Sequence[Card]) -> tuple[list[list[Layer]], list[list[Card]]]:
    """For each block what lies on it, and the comments that begin in it."""
    blocks = review.reading.story.blocks
    starts = [block.span.start for block in blocks]
    layers: list[list[Layer]] = [[] for _ in blocks]
    beside: list[list[Card]] = [[] for _ in blocks]
    for layer in _all_layers(review) if blocks else ():
        under = blocks_under(blocks, starts, layer.span)
        whole = msgspec.structs.replace(layer, span=snapped(layer.span, blocks, under))
        for index in under if whole.comment or len(whole.span) else ():
            layers[index].append(whole)
        if layer.comment:
            beside[under[0]].append(cards[layer.comment - 1])
    return layers, beside


def _row_kind(block: Block, part: Part | None) -> str:
    """paragraph, heading or break; a heading that no markup marks is one all the same, the title is never one."""
    if part and part.kind is PartKind.TITLE:
        return BlockKind.PARAGRAPH.value
    if part and part.kind is PartKind.HEADING and block.kind is not BlockKind.BREAK:
        return BlockKind.HEADING.value
    return block.kind.value


def _all_layers(review: Review) -> list[Layer]:
    reading = review.reading
    layers = [
        Layer(comment.span, comment=number, long=len(comment.span) > _LONG)
        for number, comment in enumerate(review.comments, 1)
    ]
    layers += [Layer(emphasis.span, style=emphasis.style) for emphasis in reading.story.emphasis]
    layers += [Layer(part.span, aside=part.why or ASIDE_LABELS[part.kind]) for part in _inline_notes(reading)]
    return layers


def _inline_notes(reading: Reading) -> list[Part]:
    """Notes inside a paragraph: those that do not begin where a block begins and end where one ends."""
    begins = {block.span.start for block in reading.story.blocks}
    ends = {block.span.end for block in reading.story.blocks}
    return [
        part
        for part in reading.parts.items
        if part.kind not in _SHOWN and len(part.span) and (part.span.start not in begins or part.span.end not in ends)
    ]


def _top_level(blocks: tuple[Block, ...], parts: list[Part | None]) -> int:
    """The level of the story's foremost headings, its title apart; they stand right under the page's own."""
    kinds = [part.kind if part else PartKind.BODY for part in parts]
    levels = (
        block.level for block, kind in zip(blocks, kinds, strict=True) if block.level and kind is not PartKind.TITLE
    )
    return min(levels, default=1)


def _opens(blocks: tuple[Block, ...], parts: list[Part | None], index: int) -> bool:
    return index == 0 or blocks[index - 1].kind is not BlockKind.PARAGRAPH or parts[index] != parts[index - 1]


def _signs(reading: Reading, places: Places) -> dict[str, str]:
    """What to say where each scene but the first begins, by the id of its first word."""
    return {
        anchor: " · ".join(filter(None, (f"scene {number}", TIMES[scene.time])))
        for number, scene in enumerate(reading.scenes.items, 1)
        if number > 1 and (anchor := places.anchor(scene.span.start))
    }


def _keeps_lines(words: str, source_format: str) -> bool:
    """True where line ends inside a paragraph are meant.

    A plain text file may break its lines where its window ended; verse and letterheads stop well short of that.
    """
    lines = words.split("\n")[:-1]
    return bool(lines) and (source_format != "txt" or any(len(line.rstrip()) < _WRAPPED for line in lines))
