"""Finds the block that a place in the text belongs to, by bisection, and keeps the places that the page links to."""

from bisect import bisect_right

from fabula.reading import Reading
from fabula.story import Block, Span, Story


class Places:
    """The places of the story that something on the page links to; to ask for one is to link to it.

    Whatever shows them asks first, the manuscript is laid out last and gives each of them an id. A place between two blocks
    is the start of the later one, a place after the last block that block's last character.
    """

    def __init__(self, story: Story) -> None:
        self._blocks = story.blocks
        self._starts = [block.span.start for block in story.blocks]
        self._linked: dict[int, int] = {}

    def anchor(self, offset: int) -> str:
        """The id of that place on the page; "" in a story without blocks."""
        if not self._blocks:
            return ""
        index, at = self._place(offset)
        self._linked[at] = index
        return f"w{at}"

    def linked(self) -> list[tuple[int, int]]:
        """The index of its block and the offset of each place asked for, in text order."""
        return [(index, at) for at, index in sorted(self._linked.items())]

    def _place(self, offset: int) -> tuple[int, int]:
        index = max(0, bisect_right(self._starts, offset) - 1)
        span = self._blocks[index].span
        if offset >= span.end and index + 1 < len(self._blocks):
            return index + 1, self._starts[index + 1]
        return index, min(max(offset, span.start), span.end - 1)


class Finder:
    """Tells in which scene a place is, and in which sentence."""

    def __init__(self, reading: Reading) -> None:
        self._scenes = [scene.span.start for scene in reading.scenes.items]
        self._sentences = reading.sentences.items
        self._text = reading.story.text

    def scene(self, offset: int) -> int:
        """The scene's number in told order, from 1; the first for what stands before it."""
        return max(1, bisect_right(self._scenes, offset))

    def words(self, span: Span, most: int) -> str:
        """The sentence around a span on one line; of a long one about `most` code points, the span among them."""
        at = bisect_right(self._sentences, span.start, key=lambda sentence: sentence.start) - 1
        sentence = self._sentences[at] if at >= 0 else span
        if sentence.end <= span.start or len(span) >= most:
            return shortened(self._text, span, most)
        if len(sentence) <= most:
            return " ".join(self._text[sentence.start : sentence.end].split())
        spare = (most - len(span)) // 2
        start = max(sentence.start, min(span.start - spare, sentence.end - most))
        words = self._text[start : min(sentence.end, start + most)]
        return " ".join(_whole(words, start > sentence.start, start + most < sentence.end).split())


def _whole(words: str, cut_before: bool, cut_after: bool) -> str:
    """The words without the halves of words that a cut left, an ellipsis at each cut."""
    if cut_before:
        words = f"… {words.partition(' ')[2] or words}"
    if cut_after:
        words = f"{words.rpartition(' ')[0] or words} …"
    return words


def shortened(text: str, span: Span, most: int) -> str:
    """The words of `span` on one line, in `most` code points or little over: the middle of a longer stretch is left out."""
    if len(span) <= most:
        return " ".join(text[span.start : span.end].split())
    half = most // 2
    head = " ".join(text[span.start : span.start + half].split())
    tail = " ".join(text[span.end - half : span.end].split())
    return f"{head.rpartition(' ')[0] or head} … {tail.partition(' ')[2] or tail}"


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


def snapped(span: Span, blocks: tuple[Block, ...], under: range) -> Span:
    """`span` with its ends moved out of the white space between blocks, onto the blocks `under` it."""
    first, last = blocks[under[0]].span, blocks[under[-1]].span
    start = min(max(span.start, first.start), first.end)
    return Span(start, min(max(span.end, start), last.end))
