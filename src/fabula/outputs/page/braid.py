"""The braid: the order in which the story is told along the page, the order in which it happens down it, a line a strand."""

from collections.abc import Sequence
from itertools import pairwise

import msgspec

from fabula.outputs.page.braid_labels import Label, labels_for
from fabula.outputs.page.cast import ranges
from fabula.outputs.page.contents import TIMES
from fabula.outputs.page.places import Places, shortened
from fabula.outputs.precedence import reasons_of
from fabula.reading import Reading, Scene, Time

_STYLES = 6  # dashes and colours for strands before they come round again
_CROWDED = 40  # scenes; beyond that a knot has no room for its number
_LEFT, _RIGHT, _TOP, _BOTTOM = 34, 90, 40, 26
_TRIGGER = 120  # code points of a trigger's words in the table


class Knot(msgspec.Struct, frozen=True):
    """A scene on the drawing: where, which strand, which time; `told` is what a screen reader says of it."""

    number: int
    x: float
    y: float
    strand: int
    time: str
    anchor: str
    told: str


class Line(msgspec.Struct, frozen=True):
    """A path on the drawing: a strand from scene to scene, or the telling as it crosses to another strand (`strand` -1)."""

    path: str
    strand: int


class SceneRow(msgspec.Struct, frozen=True):
    """A scene in the table: told as `number`, happens as `happens` and `why`; when, where and who as far as we know."""

    number: int
    happens: int
    anchor: str
    words: str
    time: str
    strand: int
    setting: str
    people: str
    trigger: str
    trigger_anchor: str
    why: str


class Strand(msgspec.Struct, frozen=True):
    """A strand in the key: its number, its style, the scenes on it."""

    number: int
    style: int
    scenes: str


class Braid(msgspec.Struct, frozen=True):
    """The drawing, in pixels, and the table that says the same."""

    width: int
    height: int
    knots: tuple[Knot, ...]
    lines: tuple[Line, ...]
    labels: tuple[Label, ...]
    rows: tuple[SceneRow, ...]
    strands: tuple[Strand, ...]
    times: tuple[str, ...]
    crowded: bool
    in_order: bool


def braid_of(reading: Reading, openings: Sequence[str], places: Places) -> Braid | None:
    """The braid; None where the story is one scene. `openings` are the scenes' first words."""
    scenes = reading.scenes.items
    if len(scenes) < 2:
        return None
    ranks = _ranks(scenes)
    reasons = reasons_of(reading.scenes)
    strands = {thread: number for number, thread in enumerate(dict.fromkeys(scene.thread for scene in scenes))}
    across, down = _steps(len(scenes), len(set(ranks)))
    knots = tuple(
        Knot(
            number,
            _LEFT + across * (number - 0.5),
            _TOP + down * (rank - 0.5),
            strands[scene.thread],
            scene.time.value,
            places.anchor(scene.span.start),
            _told(number, scene, rank, len(scenes), openings[number - 1]),
        )
        for number, (scene, rank) in enumerate(zip(scenes, ranks, strict=True), 1)
    )
    width, height = round(_LEFT + across * len(scenes) + _RIGHT), round(_TOP + down * max(ranks) + _BOTTOM)
    rows = tuple(
        _row(number, scene, rank, strands[scene.thread], openings[number - 1], reading, places, reasons[number - 1])
        for number, (scene, rank) in enumerate(zip(scenes, ranks, strict=True), 1)
    )
    return Braid(
        width=width,
        height=height,
        knots=knots,
        lines=(*_crossings(knots), *_strand_lines(knots)),
        labels=labels_for([(knot.x, knot.y) for knot in knots], [row.trigger for row in rows], (width, height)),
        rows=rows,
        strands=_key(knots),
        times=tuple(time.value for time in Time if any(scene.time is time for scene in scenes)),
        crowded=len(scenes) > _CROWDED,
        in_order=all(one <= next_one for one, next_one in pairwise(ranks)),
    )


def _ranks(scenes: Sequence[Scene]) -> list[int]:
    """The row of each scene: 1 for the earliest, none left out."""
    places = {order: rank for rank, order in enumerate(sorted({scene.story_order for scene in scenes}), 1)}
    return [places[scene.story_order] for scene in scenes]


def _steps(scenes: int, rows: int) -> tuple[float, float]:
    """How far apart two scenes stand, across and down: wide while few, never so near that two knots touch."""
    return max(20.0, min(110.0, 800 / scenes)), max(6.0, min(44.0, 400 / rows))


def _told(number: int, scene: Scene, rank: int, scenes: int, opening: str) -> str:
    time = f", {TIMES[scene.time]}" if TIMES[scene.time] else ""
    return f"Scene {number} of {scenes}{time}, number {rank} to happen: {opening}"


def _crossings(knots: Sequence[Knot]) -> list[Line]:
    """The telling where it leaves one strand for another."""
    return [Line(_curve(one, other), -1) for one, other in pairwise(knots) if one.strand != other.strand]


def _strand_lines(knots: Sequence[Knot]) -> list[Line]:
    lines: list[Line] = []
    last: dict[int, Knot] = {}
    for knot in knots:
        if knot.strand in last:
            lines.append(Line(_curve(last[knot.strand], knot), knot.strand % _STYLES))
        last[knot.strand] = knot
    return lines


def _curve(one: Knot, other: Knot) -> str:
    middle = (one.x + other.x) / 2
    return f"M{one.x:g} {one.y:g}C{middle:g} {one.y:g} {middle:g} {other.y:g} {other.x:g} {other.y:g}"


def _row(
    number: int, scene: Scene, rank: int, strand: int, words: str, reading: Reading, places: Places, why: str
) -> SceneRow:
    names = {one.id: one.name for one in reading.cast.items}
    there = [names[one] for one in scene.present if one in names]
    return SceneRow(
        number=number,
        happens=rank,
        anchor=places.anchor(scene.span.start),
        words=words,
        time=TIMES[scene.time] or "main",
        strand=strand + 1,
        setting=" · ".join(dict.fromkeys(filter(None, (scene.when, scene.where)))),
        people=", ".join(there[:4]) + (f" and {len(there) - 4} more" if len(there) > 4 else ""),
        trigger=shortened(reading.story.text, scene.trigger, _TRIGGER) if scene.trigger else "",
        trigger_anchor=places.anchor(scene.trigger.start) if scene.trigger else "",
        why=why,
    )


def _key(knots: Sequence[Knot]) -> tuple[Strand, ...]:
    numbers: dict[int, list[int]] = {}
    for knot in knots:
        numbers.setdefault(knot.strand, []).append(knot.number)
    return tuple(Strand(strand + 1, strand % _STYLES, ranges(scenes)) for strand, scenes in numbers.items())
