"""In which year a date is that names none: weekdays tell, and a December before a January."""

from __future__ import annotations

import datetime
from collections.abc import Sequence

from fabula.stages.timing.dates import Moment

_CYCLE = range(1996, 2024)
"""Weekdays fall on the same dates every 28 years."""
_NEAR = (0, -1, 1)
_MONTHS_OFF = 3
_LATE, _EARLY = 10, 3
"""From a date in October or later to one in March or earlier a story has gone on into the next year."""


def years_between(moments: Sequence[Moment | None], weekdays: Sequence[int]) -> list[int]:
    """How many years each moment lies from the story's own year, 0 where nothing tells.

    `weekdays` are 0 (Monday) to 6, -1 where a heading names none. A year is sought in which most of the dates fall on the
    weekdays they name; a date that falls on its weekday only in the year before or after is of that year.
    """
    dated = [number for number, one in enumerate(moments) if one is not None and one.day > 0 and one.month > 0]
    named = [number for number in dated if weekdays[number] >= 0]
    if len(named) < 2:
        return _turns(moments)
    first = moments[named[0]]
    month = first.month if first is not None else 0
    found = max(
        ([_years_from(year, month, moments[number], weekdays[number]) for number in named] for year in _CYCLE),
        key=lambda apart: (apart.count(0), -apart.count(None)),
    )
    years = dict(zip(named, found, strict=True))
    return [years.get(number) or 0 for number in range(len(moments))]


def _years_from(year: int, month: int, moment: Moment | None, weekday: int) -> int | None:
    """How far from `year` the nearest year is in which the date falls on its weekday; None where none is near.

    A date within weeks of the story's first `month` is of the same year: there a wrong weekday is only wrong.
    """
    for apart in _NEAR:
        if moment is not None and apart and abs(moment.month - month) < _MONTHS_OFF:
            return None
        if moment is not None and _weekday(year + apart, moment.month, moment.day) == weekday:
            return apart
    return None


def _weekday(year: int, month: int, day: int) -> int:
    """Monday 0 to Sunday 6, -1 where there is no such date."""
    try:
        return datetime.date(year, month, day).weekday()
    except ValueError:
        return -1


def _turns(moments: Sequence[Moment | None]) -> list[int]:
    """The years passed at each moment where only the months tell."""
    years: list[int] = []
    year, before = 0, 0
    for moment in moments:
        month = moment.month if moment is not None and moment.day > 0 and not moment.year else 0
        year += before >= _LATE and 0 < month <= _EARLY
        before = month or before
        years.append(year if month else 0)
    return years
