"""How scenes stand to one another in time, as far as their headings and first words plainly say."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass

from msgspec.structs import replace

from fabula.reading import Time
from fabula.stages.timing.dates import SHIFT, Moment, moment_of, weekday_of
from fabula.stages.timing.openers import Opener
from fabula.stages.timing.years import years_between

_BACK = re.compile(r"\bflash\s?back\b|\bwhen (?:you|i|he|she|we|they) (?:was|were)\b", re.I)
_AHEAD = re.compile(r"\bepilogue\b|\bflash[\s-]?forward\b", re.I)
_FIRST_WORDS = re.compile(rf"\W*(?:about |almost |nearly |some |more than )?(?P<shift>{SHIFT.pattern})", re.I)
_NEVER, _EVER = -1000.0, 1000.0

Key = tuple[float, int, int, int]


@dataclass(frozen=True)
class Said:
    """What a scene's heading and first words say: its time, and its place in the calendar.

    `key` (year, month, day, minute) sorts; `dated` is false where nothing is said and the key is only that of the present then.
    """

    time: Time
    key: Key
    dated: bool


def read_times(openers: list[Opener]) -> list[Said]:
    """What each scene says of its time. A dated scene that goes back behind one told before it is a flashback."""
    leads = [opener.lead for opener in openers]
    moments = _in_one_calendar([moment_of(lead) for lead in leads], leads)
    found: list[Said] = []
    now: Key = (0.0, -1, -1, -1)
    for index, (opener, moment) in enumerate(zip(openers, moments, strict=True)):
        said = _said(opener, moment, now, index + 1 == len(openers))
        if said.time is Time.MAIN and moment is not None and index and said.key < now:
            said = Said(Time.FLASHBACK, said.key, True)
        if said.time is Time.MAIN:
            now = said.key
        found.append(said)
    return found


def _said(opener: Opener, moment: Moment | None, now: Key, last: bool) -> Said:
    """One scene's time and key; `now` is the key of the present at this place of the telling."""
    if _AHEAD.search(opener.lead) and last:
        return Said(Time.FLASHFORWARD, (_EVER, 0, 0, 0), True)
    if _BACK.search(opener.lead) and (moment is None or not moment.absolute):
        return Said(Time.FLASHBACK, (_NEVER, 0, 0, 0), True)
    if moment is not None and (moment.absolute or moment.year == 0):
        return Said(Time.MAIN, (moment.year, moment.month, moment.day, moment.minute), True)
    if moment is not None and moment.year < 0:
        return Said(Time.FLASHBACK, (now[0] + moment.year, moment.month, moment.day, -1), True)
    words = _FIRST_WORDS.match(opener.first_words)
    shift = moment_of(words["shift"]) if words else moment
    if shift is None:
        return Said(Time.MAIN, now, False)
    if shift.year < 0:
        return Said(Time.FLASHBACK, (now[0] + shift.year, 0, 0, 0), True)
    later = (now[0] + shift.year, max(shift.month, 0), 0, 0)
    return Said(Time.MAIN if last or shift.year < 1 else Time.FLASHFORWARD, later, True)


def _in_one_calendar(moments: list[Moment | None], leads: list[str]) -> list[Moment | None]:
    """The moments with the story's usual year put in where a date leaves its year out.

    Where no date names a year, years are counted from the story's own: see `years_between`.
    """
    years = Counter(moment.year for moment in moments if moment is not None and moment.absolute)
    if not years:
        apart = years_between(moments, [weekday_of(lead) for lead in leads])
        return [
            replace(moment, year=moment.year + years) if moment is not None else None
            for moment, years in zip(moments, apart, strict=True)
        ]
    usual = max(years, key=lambda year: (years[year], year))
    return [
        replace(moment, year=usual + moment.year, absolute=True)
        if moment is not None and not moment.absolute
        else moment
        for moment in moments
    ]
