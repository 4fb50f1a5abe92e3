"""Dates as stories write them in headings: "Valencia, August 9, 1998", "LOG 214 / 22:10", "June, nine years ago"."""

import re

import msgspec

MONTHS = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december",
)  # fmt: skip
_SEASONS = {"spring": 3, "summer": 6, "autumn": 9, "fall": 9, "winter": 12, "christmas": 12, "easter": 4}
_NUMBERS = {
    "a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
    "ten": 10, "eleven": 11, "twelve": 12, "fifteen": 15, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50,
    "hundred": 100,
}  # fmt: skip
_UNITS = {
    "year": 1.0, "winter": 1.0, "summer": 1.0, "spring": 1.0, "month": 1 / 12, "week": 1 / 52, "day": 1 / 365,
    "night": 1 / 365, "hour": 1 / 8760, "minute": 1 / 525600, "decade": 10.0, "centurie": 100.0, "century": 100.0,
}  # fmt: skip
"""In years; "centurie" is what remains of "centuries" without its s."""
_SHORT = "jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec"
MONTH_DAY = re.compile(
    rf"\b(?P<month>{_SHORT})[a-z]*\.?\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\b|"
    rf"\b(?P<day2>\d{{1,2}})(?:st|nd|rd|th)?(?: of)? (?P<month2>{_SHORT})[a-z]*\b",
    re.I,
)
WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_WEEKDAY = re.compile(r"\b(mon|tues|wednes|thurs|fri|satur|sun)day\b", re.I)
_MONTH_ALONE = re.compile(r"\b(" + "|".join(MONTHS) + r")\b", re.I)
_SEASON = re.compile(r"\b(" + "|".join(_SEASONS) + r")\b", re.I)
_YEAR = re.compile(r"\b(1[0-9]\d\d|20\d\d|2[1-9]\d\d)\b")
_CLOCK = re.compile(r"\b(?P<hour>[012]?\d)[:.](?P<minute>[0-5]\d)\b\s*(?P<half>[ap]\.?m)?", re.I)
_ENTRY = re.compile(r"\b(?:log|day|entry|night|sol|cycle|week|year|stardate)\s+(?P<number>\d+)\b", re.I)
SHIFT = re.compile(
    r"\b(?P<number>\d+|" + "|".join(_NUMBERS) + r"|several|some|many|few)\s+(?P<unit>" + "|".join(_UNITS) + r")s?"
    r"\s+(?P<way>earlier|ago|before|previously|later|after|hence)\b",
    re.I,
)


class Moment(msgspec.Struct, frozen=True, order=True):
    """When a heading says a scene happens. `year` is a calendar year, or counted from the story's own (0) where `absolute` is
    false; `minute` of the day; -1 where it says nothing.
    """

    year: float
    month: int
    day: int
    minute: int
    absolute: bool


def moment_of(lead: str) -> Moment | None:
    """The moment a heading names, None where it names none."""
    entry = _ENTRY.search(lead)
    if entry:
        return Moment(0, 0, int(entry["number"]), _minute(lead), False)
    year = _YEAR.search(lead)
    dated = MONTH_DAY.search(lead)
    month, day = _month_and_day(lead, dated)
    if year:
        return Moment(float(year.group()), month, day, _minute(lead), True)
    shift = shift_of(lead)
    if shift is None and re.match(r"next (?:spring|summer|autumn|fall|winter|year)\b", lead, re.I):
        shift = 1.0
    if shift is not None:
        return Moment(shift, month, day, -1, False)
    return Moment(0, month, day, _minute(lead), False) if month > 0 else None


def weekday_of(lead: str) -> int:
    """The weekday that a heading names, Monday 0 to Sunday 6; -1 where it names none."""
    found = _WEEKDAY.search(lead)
    return WEEKDAYS.index(found[1][:3].casefold()) if found else -1


def shift_of(lead: str) -> float | None:
    """How many years a heading jumps ("nine years ago" is -9.0), None where it does not say."""
    found = SHIFT.search(lead)
    if not found:
        return None
    said = found["number"].casefold()
    number = float(said) if said.isdigit() else float(_NUMBERS.get(said, 3))
    years = number * _UNITS.get(found["unit"].casefold(), 1.0)
    return years if found["way"].casefold() in ("later", "after", "hence") else -years


def _month_and_day(lead: str, dated: re.Match[str] | None) -> tuple[int, int]:
    if dated:
        name = (dated["month"] or dated["month2"]).casefold()
        return next(index for index, month in enumerate(MONTHS, 1) if month.startswith(name)), int(
            dated["day"] or dated["day2"]
        )
    alone, season = _MONTH_ALONE.search(lead), _SEASON.search(lead)
    if alone:
        return MONTHS.index(alone.group().casefold()) + 1, -1
    return (_SEASONS[season.group().casefold()], -1) if season else (-1, -1)


def _minute(lead: str) -> int:
    clock = _CLOCK.search(lead)
    if not clock:
        return -1
    hour = int(clock["hour"])
    if clock["half"] and clock["half"][0].casefold() == "p" and hour < 12:
        hour += 12
    return hour * 60 + int(clock["minute"])
