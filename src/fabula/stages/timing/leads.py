"""Paragraphs that open a scene by themselves: date lines, letterheads, mail and chat headers, "Sarah's POV"."""

import re

from fabula.stages.timing.dates import MONTH_DAY, SHIFT

_WEEKDAY = r"(?:mon|tues|wednes|thurs|fri|satur|sun)day"
_MONTH = r"(?:january|february|march|april|may|june|july|august|september|october|november|december)"
_SEASON = r"(?:spring|summer|autumn|fall|winter|christmas|easter)"
_PART_OF_DAY = r"(?:morning|afternoon|evening|night|midnight|noon|dawn|dusk|day|week|month|year)"
_DATED = re.compile(
    rf"\b{_MONTH}\b|\b{_WEEKDAY}\b|\b(?:1[0-9]|2[0-9])\d\d\b|\b[012]?\d[:.][0-5]\d\b|^(?:next|last) {_SEASON}|^{_SEASON}\b|"
    rf"^(?:log|day|entry|sol|cycle|week|stardate)\s+\S+",
    re.I,
)
_JUMP = re.compile(
    rf"(?:(?:about|almost|nearly|over|more than)\s+)?(?:{SHIFT.pattern})|flash\s?back|end (?:of )?flash\s?back|"
    rf"(?:the )?present(?: day)?|meanwhile|now|then|before|later|"
    rf"(?:the )?(?:next|following|same|previous|that|later that) {_PART_OF_DAY}|"
    rf"(?:much |a (?:little|few \w+|\w+) )?later|(?:earlier|later) (?:that|the same) {_PART_OF_DAY}",
    re.I,
)
_POV = re.compile(
    r"(?:[^\W\d_][\w'’. \-]{0,30}['’]s? )?(?:POV|P\.O\.V\.?|point of view)\b[^.!?]{0,20}|POV[: \-–—]+[\w'’. ]{1,30}",
    re.I,
)
_NAMED_PART = re.compile(r"(?:epilogue|prologue|interlude|intermission)\b[^.!?]{0,50}", re.I)
_MAIL = re.compile(r"^(?:from|to|date|subject|sent|cc):\s", re.I | re.M)
CHAT = re.compile(r"[\[(](?P<stamp>[^\])\n]{4,40})[\])]\s*[^\W\d_][\w'’. \-]{0,24}:\s")
_CLOCK = r"[012]?\d[:.][0-5]\d(?: ?[ap]\.?m\.?)?"
_RUN_IN = re.compile(
    r"[*_\[(]*(?:(?:captain['’]s |personal |ship['’]s )?(?:log|diary|journal|entry|day|night|sol)\b[ #]*"
    r"(?:\d+|entry)?[.,:;/ –—-]+)?"
    rf"(?:(?:{_WEEKDAY}[.,]? )?(?:(?:the )?\d{{1,2}}(?:st|nd|rd|th)?(?: of)? {_MONTH}|{_MONTH} \d{{1,2}}(?:st|nd|rd|th)?)"
    rf"(?:,? \d{{4}})?|{_WEEKDAY}|(?:log|day|night|sol|entry) #?\d+)(?:[.,;/ –—-]+{_CLOCK})?[*_\])]*[.:–—][*_]*(?=\s)",
    re.I,
)
_MARKS = "*_~=-–—[]() \t"
_LONGEST_LINE = 60
_MOST_LINES = 4
_SHORT_LINE = 40


def is_lead(paragraph: str) -> bool:
    """True for a paragraph that is a heading in all but its mark: a date, a letterhead, a jump in time, a point of view."""
    lines = [line.strip(_MARKS) for line in paragraph.split("\n")]
    if len(lines) > _MOST_LINES or any(len(line) > _LONGEST_LINE for line in lines):
        return False
    whole = " ".join(lines)
    if paragraph[-1] in "—–-" and paragraph[0] not in "—–-=~":
        return False
    if _POV.fullmatch(whole) or len(_MAIL.findall(paragraph)) > 1:
        return True
    if _NAMED_PART.fullmatch(whole) or _JUMP.fullmatch(whole.rstrip(".:…")):
        return True
    if not whole or whole[-1] in ".!?…,:;\"”’'»" or not (whole[0].isupper() or whole[0].isdigit()):
        return False
    return bool(_DATED.search(whole)) and len(whole.split()) <= 12 and not CHAT.match(paragraph)


def run_in(paragraph: str) -> str:
    """The date or log entry that a paragraph opens with on the line of its text ("Log. Tuesday, February 11. 06:00. Wind…"),
    "" where there is none. One alone may be a sentence: it counts where other paragraphs of the story open alike.
    """
    found = _RUN_IN.match(paragraph)
    return found.group().strip(_MARKS + ".:") if found else ""


def is_mail_line(paragraph: str) -> bool:
    """True for a paragraph that begins with a mail header (From:, To:, Date:)."""
    return bool(_MAIL.match(paragraph))


def is_short_line(paragraph: str) -> bool:
    """True for a line that may stand over a date: a few words with a capital and no stop ("Chicago")."""
    return (
        len(paragraph) <= _SHORT_LINE and paragraph[0].isupper() and paragraph[-1].isalnum() and "\n" not in paragraph
    )


def chat_day(paragraph: str) -> int:
    """The day of the year a chat line is stamped with, 0 where it is a chat line without a day, -1 where it is none."""
    found = CHAT.match(paragraph)
    if not found:
        return -1
    dated = MONTH_DAY.search(found["stamp"])
    if not dated:
        return 0
    month = (dated["month"] or dated["month2"]).casefold()
    order = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
    return order.index(month) * 31 + int(dated["day"] or dated["day2"])
