"""Parts a paragraph where the file leaves a line empty inside it (`<br><br>`, two `\\line`)."""

from collections.abc import Iterator, Sequence

import msgspec

from fabula.formats.lines import place
from fabula.formats.paragraphs import Paragraph, Piece


def parted(paragraph: Paragraph) -> Iterator[Paragraph]:
    """The paragraph, or those it is made of: two line ends with only white space between them part it.

    Each line end beyond two is an empty paragraph, as an author who types them means it.
    """
    pieces = paragraph.pieces
    start = at = 0
    while at < len(pieces):
        after = _past_line_ends(pieces, at)
        ends = [piece for piece in pieces[at:after] if piece.text == "\n"]
        if len(ends) > 1:
            gap = place(ends[0].place.start, ends[-1].place.end)
            yield msgspec.structs.replace(paragraph, pieces=pieces[start:at], gap=gap)
            for _ in ends[2:]:
                yield msgspec.structs.replace(paragraph, pieces=[], gap=gap)
            start = after
        at = max(after, at + 1)
    yield msgspec.structs.replace(paragraph, pieces=pieces[start:])


def _past_line_ends(pieces: Sequence[Piece], at: int) -> int:
    """The index after a run of line ends, and white space between them, that begins at `at`; `at` where none does."""
    after = at
    if pieces[at].text != "\n":
        return at
    while at < len(pieces) and not pieces[at].text.strip():
        at += 1
        if pieces[at - 1].text == "\n":
            after = at
    return after
