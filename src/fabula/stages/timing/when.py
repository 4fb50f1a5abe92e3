"""How scenes stand to one another in time, as far as their headings and first words plainly say."""

import re
from collections import Counter

from fabula.reading import Time
from fabula.stages.timing.dates import SHIFT, Moment, moment_of
from fabula.stages.timing.openers import Opener

_BACK = re.compile(r"\bflash\s?back\b|\bwhen (?:you|i|he|she|we|they) (?:was|were)\b", re.I)
_AHEAD = re.compile(r"\bepilogue\b|\bflash[\s-]?forward\b", re.I)
_FIRST_WORDS = re.compile(rf"\W*(?:about |almost |nearly |some |more than )?(?P<shift>{SHIFT.pattern})", re.I)
_NEVER, _EVER = -1000.0, 1000.0


def time_scenes(openers: list[Opener]) -> tuple[list[Time], list[int]]:
    """For each scene, how it stands to the story's present, and its rank by when it happens.

    Told order holds wherever headings and first words say nothing. A dated scene that goes back behind one told before it is a
    flashback.
    """
    moments = _in_one_calendar([moment_of(opener.lead) for opener in openers])
    times: list[Time] = []
    keys: list[tuple[float, int, int, int]] = []
    now = (0.0, -1, -1, -1)
    for index, (opener, moment) in enumerate(zip(openers, moments, strict=True)):
        time, key = _placed(opener, moment, now, index + 1 == len(openers))
        if time is Time.MAIN and moment is not None and index and key < now:
            time = Time.FLASHBACK
        if time is Time.MAIN:
            now = key
        times.append(time)
        keys.append(key)
    ranked = sorted(range(len(keys)), key=lambda index: (keys[index], index))
    ranks = {index: rank for rank, index in enumerate(ranked, start=1)}
    return times, [ranks[index] for index in range(len(keys))]


def _placed(
    opener: Opener, moment: Moment | None, now: tuple[float, int, int, int], last: bool
) -> tuple[Time, tuple[float, int, int, int]]:
    """A scene's time and its sort key; `now` is the key of the present at this place of the telling."""
    if _AHEAD.search(opener.lead) and last:
        return Time.FLASHFORWARD, (_EVER, 0, 0, 0)
    if _BACK.search(opener.lead) and (moment is None or not moment.absolute):
        return Time.FLASHBACK, (_NEVER, 0, 0, 0)
    if moment is not None and (moment.absolute or moment.year == 0):
        return Time.MAIN, (moment.year, moment.month, moment.day, moment.minute)
    if moment is not None and moment.year < 0:
        return Time.FLASHBACK, (now[0] + moment.year, moment.month, moment.day, -1)
    said = _FIRST_WORDS.match(opener.first_words)
    shift = moment_of(said["shift"]) if said else moment
    if shift is None:
        return Time.MAIN, now
    if shift.year < 0:
        return Time.FLASHBACK, (now[0] + shift.year, 0, 0, 0)
    later = (now[0] + shift.year, max(shift.month, 0), 0, 0)
    return (Time.MAIN if last or shift.year < 1 else Time.FLASHFORWARD), later


def _in_one_calendar(moments: list[Moment | None]) -> list[Moment | None]:
    """The moments with the story's usual year put in where a date leaves its year out."""
    years = Counter(moment.year for moment in moments if moment is not None and moment.absolute)
    if not years:
        return moments
    usual = max(years, key=lambda year: (years[year], year))
    return [
        Moment(usual + moment.year, moment.month, moment.day, moment.minute, True)
        if moment is not None and not moment.absolute
        else moment
        for moment in moments
    ]
