"""A phrase cut into lines of the phrasebook and the words between them."""

import msgspec

from fabula.packs import Line
from fabula.stages.foreign.bookcase import Library
from fabula.stages.foreign.likelihood import phrases_at
from fabula.stages.foreign.words import Word


class Unit(msgspec.Struct, frozen=True):
    """Words `first` to `last` (exclusive) of the phrase; `lines` are the phrasebook's for exactly these words, if any."""

    first: int
    last: int
    lines: tuple[Line, ...] = ()

    @property
    def right(self) -> tuple[Line, ...]:
        """The lines that hold these words to be right."""
        return tuple(line for line in self.lines if not line.kind)

    @property
    def wrong(self) -> tuple[Line, ...]:
        """The lines that know these words as a common slip."""
        return tuple(line for line in self.lines if line.kind)


def units_of(words: tuple[Word, ...], language: str, library: Library) -> tuple[Unit, ...]:
    """The cut with the fewest pieces, and among those the one whose lines cover most words."""
    best: list[tuple[float, tuple[Unit, ...]]] = [(0.0, ())]
    spans: dict[int, list[Unit]] = {}
    for at in range(len(words)):
        lines: dict[int, list[Line]] = {}
        for count, line in phrases_at(words, at, language, library):
            lines.setdefault(count, []).append(line)
        for count, found in lines.items():
            spans.setdefault(at + count, []).append(Unit(at, at + count, tuple(found)))
        spans.setdefault(at + 1, []).append(Unit(at, at + 1))
    for end in range(1, len(words) + 1):
        ways = [(best[unit.first][0] + _cost(unit), (*best[unit.first][1], unit)) for unit in spans[end]]
        best.append(min(ways, key=lambda way: way[0]))
    return best[-1][1]


def _cost(unit: Unit) -> float:
    if not unit.lines:
        return 1.2
    return 0.9 if unit.last - unit.first == 1 else 1.0
