"""The strands of a story: what runs on from scene to scene, each with a number."""

from __future__ import annotations

from fabula.reading import Time
from fabula.stages.timing.cuts import Role
from fabula.stages.timing.placing import Place
from fabula.stages.timing.sights import Sight

_ALIKE = 0.2
"""Likeness (cosine of weighted words) from which on two memories are of one strand."""


def number_threads(sights: list[Sight], places: list[Place]) -> list[int]:
    """The strand of each scene, 0 the present. All tales are one strand; a memory joins the strand of memories most like it."""
    import numpy

    numbers: list[int] = []
    last: dict[int, Sight] = {}
    tale = 0
    for sight, place in zip(sights, places, strict=True):
        if place.time in (Time.MAIN, Time.FRAME):
            numbers.append(0)
            continue
        if sight.role is Role.TALE:
            tale = tale or len(last) + 1
            thread = tale
        else:
            likeness = {
                number: float(
                    sight.bag @ other.bag / max(1e-6, numpy.linalg.norm(sight.bag) * numpy.linalg.norm(other.bag))
                )
                for number, other in last.items()
                if number != tale
            }
            best = max(likeness, key=lambda number: likeness[number], default=0)
            thread = best if likeness.get(best, 0.0) >= _ALIKE else len(last) + 1
        last[thread] = sight
        numbers.append(thread)
    return numbers
