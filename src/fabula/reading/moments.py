"""The words by which a story tells the time: o'clock, weekdays, dates, months, years; and how far it goes on."""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import StrEnum

import msgspec

from fabula.reading.numbers import NUMBER, number_of
from fabula.story import Span


class Scale(StrEnum):
    """What a moment is counted in: minutes of a clock's face, days of a week, days of a year, months, years."""

    CLOCK = "clock"
    WEEKDAY = "weekday"
    DATE = "date"
    MONTH = "month"
    YEAR = "year"


ROUND = {Scale.CLOCK: 720, Scale.WEEKDAY: 7, Scale.DATE: 365, Scale.MONTH: 12}
"""After how many it begins anew; years never do."""
_DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_MONTHS = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december",
)  # fmt: skip
_BEFORE = (0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334)
_ORDINALS = {
    "first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9,
    "tenth": 10, "eleventh": 11, "twelfth": 12, "thirteenth": 13, "fourteenth": 14, "fifteenth": 15, "sixteenth": 16,
    "seventeenth": 17, "eighteenth": 18, "nineteenth": 19, "twentieth": 20,
}  # fmt: skip
_MONTH = "|".join(month.capitalize() for month in _MONTHS)
_NTH = rf"(?:\d{{1,2}}(?:st|nd|rd|th)?|{'|'.join(_ORDINALS)})"
_UNITS = {
    "minute": 1.0, "hour": 60.0, "day": 1.0, "night": 1.0, "week": 7.0, "month": 1.0, "year": 1.0, "decade": 10.0,
}  # fmt: skip
"""Each in the finest that it is counted in: minutes, days, months, years."""
UNIT = rf"(?P<unit>{'|'.join(_UNITS)})s?"
COUNT = rf"(?P<count>half an|an?|{NUMBER})"
_MOMENT = re.compile(
    rf"(?:(?:(?P<part>a quarter|quarter|half|(?P<minutes>{NUMBER})(?: minutes)?) (?P<way>past|to) )(?P<hour>{NUMBER})"
    rf"|(?P<whole>{NUMBER}) o['’]clock|(?P<twelve>noon|midday|midnight)"
    rf"|(?<=\bat )(?P<bare>{NUMBER})(?= in the (?:morning|afternoon|evening)\b| at night\b|[,.;])"
    rf"|(?P<weekday>{'|'.join(day.capitalize() for day in _DAYS)})"
    rf"|(?:(?P<month1>{_MONTH}) (?:the )?(?P<day1>{_NTH})|(?P<day2>{_NTH})(?: of)? (?P<month2>{_MONTH}))"
    rf"|(?P<month>{_MONTH})|(?P<year>1[1-9]\d\d|20\d\d))(?![\w’'-])"
    r"(?P<half> (?:in the|that) (?:morning|afternoon|evening)| (?:at|that) night)?",
)
_LEADS = re.compile(r"(?:\b[Oo]n (?:the |an? )?|\b[Aa]t |\b[Ii]n |\b[Ii]t was (?:an? )?|, an? )$")
SHIFT = re.compile(
    rf"\b(?:{COUNT} {UNIT} (?:later|after that|afterwards)|the (?:next|following) (?P<next>day|morning|afternoon|evening|year)|"
    r"the (?P<after>day|year) after)\b",
    re.I,
)


class Moment(msgspec.Struct, frozen=True):
    """A time that is told: `value` counted in `scale`, from midnight or noon, Monday, New Year, January or the year 0.

    `half` says "am" or "pm" of a clock, "" where nothing does; `leads` whether the words before make it the time of what is
    told ("on", "at", "it was") and not a thing ("that Monday", "the May ball").
    """

    span: Span
    scale: Scale
    value: int
    half: str
    leads: bool


class Step(msgspec.Struct, frozen=True):
    """How far the story says it goes on: `length` in minutes, days, months or years, whichever `unit` is counted in."""

    span: Span
    unit: str
    count: int
    length: float


def moments_in(text: str) -> Iterator[Moment]:
    """Every moment a text names, in order; `text` with spaces for line ends."""
    for match in _MOMENT.finditer(text):
        scale, value = _value(match)
        if value >= 0:
            leads = bool(_LEADS.search(text, max(0, match.start() - 12), match.start()))
            yield Moment(Span(*match.span()), scale, value, _half(match), leads)


def steps_in(text: str) -> Iterator[Step]:
    """Every "three hours later" and "the next morning" of a text, in order."""
    for match in SHIFT.finditer(text):
        if match["count"]:
            yield step_of(match, Span(*match.span()))
        else:
            unit = "year" if "year" in (match["next"], match["after"]) else "day"
            yield Step(Span(*match.span()), unit, 1, 1.0)


def step_of(match: re.Match[str], span: Span) -> Step:
    """The step that a match of COUNT and UNIT counts."""
    unit, said = match["unit"].casefold(), match["count"].casefold()
    if said == "half an":
        return Step(span, unit, 1, _UNITS[unit] / 2)
    count = 1 if said in ("a", "an") else number_of(said)
    return Step(span, unit, count, count * _UNITS[unit])


def _value(match: re.Match[str]) -> tuple[Scale, int]:
    """The scale and value of a match, -1 where no clock or month has it."""
    if match["weekday"]:
        return Scale.WEEKDAY, _DAYS.index(match["weekday"].casefold())
    if match["month"]:
        return Scale.MONTH, _MONTHS.index(match["month"].casefold())
    if match["year"]:
        return Scale.YEAR, int(match["year"])
    if match["month1"] or match["month2"]:
        said = match["day1"] or match["day2"]
        day = _ORDINALS.get(said) or int(re.sub(r"\D", "", said))
        month = _MONTHS.index((match["month1"] or match["month2"]).casefold())
        return Scale.DATE, _BEFORE[month] + day if 1 <= day <= 31 else -1
    return Scale.CLOCK, _clock(match)


def _clock(match: re.Match[str]) -> int:
    if match["twelve"]:
        return 0
    hour = number_of(match["whole"] or match["bare"] or match["hour"])
    if not 1 <= hour <= 12:
        return -1
    if not match["way"]:
        return hour % 12 * 60
    part = {"a quarter": 15, "quarter": 15, "half": 30}.get(match["part"].casefold()) or number_of(match["minutes"])
    return (hour % 12 * 60 + (part if match["way"] == "past" else -part)) % 720


def _half(match: re.Match[str]) -> str:
    """Which half of the day the words right behind a clock time say."""
    if match["twelve"]:
        return "am" if match["twelve"] == "midnight" else "pm"
    if not match["half"]:
        return ""
    return "am" if match["half"].endswith("morning") else "pm"
