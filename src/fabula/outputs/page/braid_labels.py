"""Finds room on the braid for the words that set a memory off."""

from collections.abc import Iterator, Sequence

import msgspec

_CHARACTER, _LINE = 6.1, 14.0  # pixels: a narrow letter of the label's size on average, and the height of its line
_KNOT = 13.0  # half the room that a knot takes
_STOPS = '“”" .,;:—–-'
_LONGEST = 30  # code points of a label


class Label(msgspec.Struct, frozen=True):
    """Words at a crossing; `x` and `y` are where their base line begins."""

    x: float
    y: float
    words: str


class _Box(msgspec.Struct, frozen=True):
    left: float
    top: float
    right: float
    bottom: float


def labels_for(knots: Sequence[tuple[float, float]], words: Sequence[str], size: tuple[int, int]) -> tuple[Label, ...]:
    """A label near each knot that has words, wherever one fits; without room it is left to the table.

    Each knot looks only at its neighbours, so the work grows with the number of scenes.
    """
    taken: dict[int, list[_Box]] = {}
    for x, y in knots:
        _take(taken, _Box(x - _KNOT, y - _KNOT, x + _KNOT, y + _KNOT))
    found: list[Label] = []
    for (x, y), said in zip(knots, words, strict=True):
        label = _cut(said)
        if not label:
            continue
        box = next((box for box in _rooms(x, y, _CHARACTER * len(label)) if _free(box, taken, size)), None)
        if box:
            _take(taken, box)
            found.append(Label(round(box.left, 1), round(box.bottom - 3.5, 1), label))
    return tuple(found)


def _cut(words: str) -> str:
    """The words short enough for a label, cut at a word."""
    bare = words.strip(_STOPS[:4])
    if len(bare) > _LONGEST:
        head = bare[:_LONGEST].rpartition(" ")[0] or bare[:_LONGEST]
        bare = f"{head.rstrip(_STOPS)} …"
    return f"“{bare}”" if bare else ""


def _rooms(x: float, y: float, width: float) -> Iterator[_Box]:
    """Where a label may stand, the best first: right of its knot, below, above, left, then further off."""
    for left, middle in (
        (x + _KNOT + 2, y),
        (x - width / 2, y + _KNOT + _LINE / 2),
        (x - width / 2, y - _KNOT - _LINE / 2),
        (x - width - _KNOT, y),
        (x + _KNOT, y + _LINE),
        (x + _KNOT, y - _LINE),
        (x - width - _KNOT, y + _LINE),
        (x - width / 2, y + _KNOT + 1.5 * _LINE),
        (x - width / 2, y - _KNOT - 1.5 * _LINE),
    ):
        yield _Box(left, middle - _LINE / 2, left + width, middle + _LINE / 2)


def _free(box: _Box, taken: dict[int, list[_Box]], size: tuple[int, int]) -> bool:
    if box.left < 0 or box.right > size[0] or box.top < 2 * _LINE or box.bottom > size[1]:
        return False
    return not any(
        box.left < other.right and other.left < box.right and box.top < other.bottom and other.top < box.bottom
        for column in _columns(box)
        for other in taken.get(column, ())
    )


def _take(taken: dict[int, list[_Box]], box: _Box) -> None:
    for column in _columns(box):
        taken.setdefault(column, []).append(box)


def _columns(box: _Box) -> range:
    """The strips of the drawing, each 64 pixels wide, that a box lies in."""
    return range(int(box.left // 64), int(box.right // 64) + 1)
