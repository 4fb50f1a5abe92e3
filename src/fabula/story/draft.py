"""Writes a story down while a format parses its file: text, blocks and origins grow together."""

from fabula.story.block import Block, BlockKind, Emphasis
from fabula.story.origins import Origin, Place
from fabula.story.part import PartKind
from fabula.story.span import Span
from fabula.story.story import Declaration, Source, Story

_Open = tuple[BlockKind, int, int, "PartKind | None", str, int]


class Draft:
    """A story being read. A format calls `verbatim` and `decoded` for the characters, `open` and `close` round each
    paragraph, and `finish` at the end. It strips white space from the ends of blocks by itself, and drops empty ones
    (counting them in the next block's `blank_before`).
    """

    def __init__(self) -> None:
        self._pieces: list[str] = []
        self._origins: list[Origin] = []
        self._blocks: list[tuple[int, int, BlockKind, int, PartKind | None, str, int]] = []
        self._emphasis: list[tuple[int, int, str]] = []
        self._declarations: list[Declaration] = []
        self._notices: list[str] = []
        self._open: _Open | None = None
        self.length = 0

    def verbatim(self, text: str, place: Place) -> None:
        """Add characters that stand in the file exactly so at `place`."""
        self._add(text, place, True)

    def decoded(self, text: str, place: Place) -> None:
        """Add characters that the file writes otherwise at `place` (an entity, an escape, a paragraph's end)."""
        self._add(text, place, False)

    def _add(self, text: str, place: Place, verbatim: bool) -> None:
        if not text:
            return
        last = self._origins[-1] if self._origins else None
        span = Span(self.length, self.length + len(text))
        if last and verbatim and last.verbatim and _adjoin(last.place, place):
            joined = Place(place.part, place.node, last.place.start, place.end)
            self._origins[-1] = Origin(Span(last.span.start, span.end), joined, True)
        else:
            self._origins.append(Origin(span, place, verbatim))
        self._pieces.append(text)
        self.length = span.end

    def open(
        self,
        kind: BlockKind = BlockKind.PARAGRAPH,
        level: int = 0,
        declared: PartKind | None = None,
        why: str = "",
        blank_before: int = 0,
    ) -> None:
        """Begin a block here; one that is still open is closed first."""
        self.close()
        self._open = (kind, level, self.length, declared, why, blank_before)

    def close(self) -> None:
        """End the open block here; nothing happens where none is open."""
        if self._open:
            kind, level, start, declared, why, blank = self._open
            self._blocks.append((start, self.length, kind, level, declared, why, blank))
            self._open = None

    def emphasise(self, start: int, end: int, style: str) -> None:
        """Remember that `text[start:end]` is set in `style`; empty stretches are dropped."""
        if start < end:
            self._emphasis.append((start, end, style))

    def declare(self, key: str, value: str) -> None:
        """Keep something the file says about the story outside its text."""
        self._declarations.append(Declaration(key, value))

    def notice(self, sentence: str) -> None:
        """Tell the author, once, what could not be read."""
        if sentence not in self._notices:
            self._notices.append(sentence)

    def finish(self, source: Source) -> Story:
        """The finished story. Raises ValueError where the format broke an invariant."""
        self.close()
        text = "".join(self._pieces)
        return Story(
            text=text,
            blocks=_trimmed(self._blocks, text),
            origins=tuple(self._origins),
            source=source,
            emphasis=tuple(Emphasis(Span(start, end), style) for start, end, style in sorted(self._emphasis)),
            declarations=tuple(self._declarations),
            notices=tuple(self._notices),
        )


def _adjoin(one: Place, other: Place) -> bool:
    return (one.part, one.node, one.end) == (other.part, other.node, other.start)


def _trimmed(blocks: list[tuple[int, int, BlockKind, int, PartKind | None, str, int]], text: str) -> tuple[Block, ...]:
    kept: list[Block] = []
    empty = 0
    for start, end, kind, level, declared, why, blank in blocks:
        while start < end and text[start].isspace():
            start += 1
        while end > start and text[end - 1].isspace():
            end -= 1
        if start == end:
            empty += 1 + blank
            continue
        kept.append(Block(kind, Span(start, end), level, declared, why, blank + empty))
        empty = 0
    return tuple(kept)
