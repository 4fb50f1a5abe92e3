"""Which stretches are story and which stand around it."""

import msgspec

from fabula.story import Part


class Parts(msgspec.Struct, frozen=True):
    """The parts of the text, ordered and disjoint; between them only white space and stray marks.

    Parts begin and end at block edges, but for a note inside a paragraph ("(A/N: I love that song!)") and for the lines
    of a frame that share a block ("TITLE", "by X"). Neighbouring blocks of one kind make one part, so a body part runs from
    the first word after a heading or note to the last before the next.
    """

    items: tuple[Part, ...]
