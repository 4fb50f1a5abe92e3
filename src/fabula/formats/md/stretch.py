"""Characters of one block, gathered from several places of the file."""

from bisect import bisect_right
from collections.abc import Iterable
from itertools import pairwise

import msgspec

from fabula.formats.lines import place
from fabula.formats.paragraphs import Piece
from fabula.story import Place


class Stretch(msgspec.Struct, frozen=True):
    """The source of one block without what stands round it (`> `, indents, hidden characters), lines joined
    by `\\n`.

    The character `text[i]`, where `starts[k] <= i < starts[k + 1]`, stands in the file at `offsets[k] + i -
    starts[k]`.
    """

    text: str
    starts: list[int]
    offsets: list[int]

    def at(self, index: int) -> int:
        """Where in the file `text[index]` stands."""
        number = bisect_right(self.starts, index) - 1
        return self.offsets[number] + index - self.starts[number]

    def place(self, start: int, end: int) -> Place:
        """The place of `text[start:end]`; a line end at its end reaches to the first character after it."""
        if self.text[end - 1] == "\n" and end < len(self.text):
            return place(self.at(start), self.at(end))
        return place(self.at(start), self.at(end - 1) + 1)

    def cuts(self, start: int, end: int) -> list[int]:
        """The indexes from `start` to `end`, both included, at which the file's characters do not follow one
        another.
        """
        first, last = bisect_right(self.starts, start), bisect_right(self.starts, end - 1)
        return [start, *self.starts[first:last], end]

    def pieces(self) -> list[Piece]:
        """All of it as it stands, line ends decoded."""
        found: list[Piece] = []
        for start, end in pairwise(self.cuts(0, len(self.text))):
            line_end = self.text[start:end] == "\n"
            found.append(Piece(self.text[start:end], self.place(start, end), not line_end))
        return found

    def part(self, start: int, end: int) -> "Stretch":
        """`text[start:end]` as a stretch of its own."""
        cuts = self.cuts(start, end)
        return gather((self.text[one:other], self.at(one)) for one, other in pairwise(cuts) if one < other)


def gather(pieces: Iterable[tuple[str, int]]) -> Stretch:
    """A stretch of characters, each piece with the offset at which it stands in the file."""
    texts: list[str] = []
    starts: list[int] = []
    offsets: list[int] = []
    length = 0
    for text, offset in pieces:
        if text:
            texts.append(text)
            starts.append(length)
            offsets.append(offset)
            length += len(text)
    return Stretch("".join(texts), starts, offsets)
