"""Finds the block that a place in the text belongs to, by bisection."""

from bisect import bisect_right
from collections.abc import Iterable, Mapping
from typing import TypeAlias

from fabula.story import Block, Span, Story

Places: TypeAlias = Mapping[int, tuple[int, int]]
"""Offsets that the page links to, each with the index of its block and the offset of the character that stands for it."""


def blocks_under(blocks: tuple[Block, ...], starts: list[int], span: Span) -> range:
    """The indices of the blocks that `span` touches; where it touches none, the one block nearest to it.

    `starts` are the blocks' starts. Empty only where there is no block at all.
    """
    if not blocks:
        return range(0)
    first = max(0, bisect_right(starts, span.start) - 1)
    if blocks[first].span.end <= span.start and len(span) and first + 1 < len(blocks):
        first += 1
    last = first
    while last + 1 < len(blocks) and blocks[last + 1].span.start < span.end:
        last += 1
    return range(first, last + 1)


def places_in(story: Story, offsets: Iterable[int]) -> Places:
    """Where a reader would look for each offset; nothing in a story without blocks.

    An offset between two blocks is the start of the later one, one after the last block its last character.
    """
    blocks = story.blocks
    starts = [block.span.start for block in blocks]
    return {offset: _place(blocks, starts, offset) for offset in sorted(set(offsets))} if blocks else {}


def anchor_of(places: Places, offset: int) -> str:
    """The id of that place on the page, "" where the page has none."""
    return f"w{places[offset][1]}" if offset in places else ""


def _place(blocks: tuple[Block, ...], starts: list[int], offset: int) -> tuple[int, int]:
    index = max(0, bisect_right(starts, offset) - 1)
    if offset >= blocks[index].span.end and index + 1 < len(blocks):
        return index + 1, blocks[index + 1].span.start
    return index, min(max(offset, blocks[index].span.start), blocks[index].span.end - 1)


def snapped(span: Span, blocks: tuple[Block, ...], under: range) -> Span:
    """`span` with its ends moved out of the white space between blocks, onto the blocks `under` it."""
    first, last = blocks[under[0]].span, blocks[under[-1]].span
    start = min(max(span.start, first.start), first.end)
    return Span(start, min(max(span.end, start), last.end))
