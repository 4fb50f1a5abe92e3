"""A date that no calendar has

## What it notices
A weekday that does not fall on its date ("Thursday, March 15, 2024" was a Friday), and days that no month has
(September 31).

## Why a reader minds
Dates are there to be counted with. A reader who looks one up, and finds it wrong, stops counting.

## When it is fine
Dates without a year, which could be any; calendars of other worlds; somebody in the story who is known to get dates
wrong.

## Examples
```story
Chicago
{==Thursday, March 15, 2024==}

Dear Anna, I am writing because the house is cold and the stove will not light.
```
```story
He had it in writing: born on the {==31st of September==}, it said, and signed by a priest.
```
```story
It began on {==Tuesday, the 2nd of January, 1905==}, when the river froze. Nobody skated.
```
```story
Chicago
Friday, March 15, 2024

Dear Anna, I am writing because the house is cold and the stove will not light.
```
```story
Thursday, March 15. Nothing happened. The stove would not light, and on the 30th of September it rained.
```
```story
On Monday he went to see May, who was 31, and on the second Monday in June, 1905 he came back.
```

## Source
The Gregorian calendar, in Britain and America since 1752; dates before 1800 are let alone.
"""

import re
from collections.abc import Iterator
from datetime import date

import msgspec

from fabula.review import Evidence, Remark, Severity
from fabula.story import Span, Story

SEVERITY = Severity.QUESTION
_MONTHS = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december",
)  # fmt: skip
_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_LONGEST = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_SHORT = r"(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)"
_MONTH = rf"(?P<month{{0}}>{'|'.join(_MONTHS)}|{_SHORT})\b\.?"
_DAY = r"(?P<day{0}>\d{{1,2}})(?:st|nd|rd|th)?"
_DATE = re.compile(
    r"(?:\b(?P<weekday>(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?)\b\.?,?\s+)?(?:the\s+)?"
    rf"(?:\b{_MONTH.format(1)}\s+{_DAY.format(1)}|\b{_DAY.format(2)}\s+(?:of\s+)?{_MONTH.format(2)})(?![\d:])"
    r"(?:,?\s+(?P<year>1[89]\d\d|20\d\d)\b)?",
    re.I,
)
_OLDEST = 1800


class _Found(msgspec.Struct, frozen=True):
    """A date as it stands; `year` and `weekday` (0 Monday) are -1 where they are not said."""

    span: Span
    year: int
    month: int
    day: int
    weekday: int


def check(story: Story) -> Iterator[Remark]:
    """A remark on each date that cannot be, with another dated place of the story beside it."""
    found = list(_dates(story.text))
    whole = [one for one in found if one.weekday >= 0 and one.year >= _OLDEST]
    right = [one for one in whole if _weekday(one) == one.weekday]
    for one in found:
        if one.day > _LONGEST[one.month - 1] or (one.year > 0 and _weekday(one) < 0):
            month = _MONTHS[one.month - 1].capitalize()
            yield Remark(one.span, f"I looked for this day in the calendar: {month} has no {one.day}. Which day is it?")
        elif one in whole and one not in right:
            fell = _DAYS[_weekday(one)]
            beside = tuple(Evidence(other.span, "here the weekday fits its date") for other in right[:1])
            said = _DAYS[one.weekday]
            message = (
                f"I counted: this date fell on a {fell}, not on a {said}. Is it the weekday or the day that is meant?"
            )
            yield Remark(one.span, message, evidence=beside, confidence=0.9)


def _dates(text: str) -> Iterator[_Found]:
    """Every date in the text that has a month and a day; "may" and "march" only where they are written as names."""
    for match in _DATE.finditer(text):
        month, day = match["month1"] or match["month2"], match["day1"] or match["day2"]
        if not month[0].isupper() or not 1 <= int(day) <= 31:
            continue
        number = next(index for index, name in enumerate(_MONTHS, 1) if name.startswith(month.casefold()[:3]))
        weekday = (match["weekday"] or "").casefold()[:2]
        short = [name.casefold()[:2] for name in _DAYS]
        year = int(match["year"]) if match["year"] else -1
        start = min(match.start(group) for group in ("weekday", "month1", "month2", "day1", "day2") if match[group])
        yield _Found(Span(start, match.end()), year, number, int(day), short.index(weekday) if weekday else -1)


def _weekday(one: _Found) -> int:
    """The weekday a full date falls on, -1 where there is no such day."""
    try:
        return date(one.year, one.month, one.day).weekday()
    except ValueError:
        return -1
