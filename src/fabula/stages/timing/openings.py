"""How scenes open in words: when it is now, who stands there, what the first sentence begins with."""

import re

_UNIT = r"(?:second|minute|moment|hour|day|night|morning|week|month|year|summer|winter|spring|autumn|decade|centur(?:y|ie))s?"
_NUMBER = (
    r"(?:an?|\d+|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|fifty|a hundred|"
    r"several|some|many|few|a few|half an|a couple of|a dozen)"
)
_DAYTIME = (
    r"(?:morning|forenoon|noon|midday|afternoon|evening|night|nightfall|midnight|dawn|daybreak|dusk|sunset|sunrise|twilight|"
    r"day|breakfast|lunch|luncheon|dinner|supper|tea)"
)
_SEASON = r"(?:spring|summer|autumn|fall|winter|christmas|easter)"
_WEEKDAY = r"(?:mon|tues|wednes|thurs|fri|satur|sun)day"
_MONTH = r"(?:january|february|march|april|may|june|july|august|september|october|november|december)"
SIGNS = {
    "leap": rf"\b{_NUMBER}(?: \w+)? {_UNIT} (?:later|earlier|before|ago|after\w*|passed|went by|had passed|had gone)\b",
    "next": rf"\b(?:next|following|previous|second|third|last) (?:{_UNIT}|{_DAYTIME}|{_WEEKDAY})\b|\b(?:day|morning|"
    r"night) after\b|\btomorrow\b|\byesterday\b",
    "that": rf"\b(?:that|this|same|one|late that|early that|all) (?:{_DAYTIME}|{_SEASON}|{_UNIT})\b|\btonight\b",
    "daytime": rf"\b(?:in|at|by|toward|towards|on|during|before|after|until|till|was) (?:the )?(?:\w+ )?{_DAYTIME}\b"
    r"|\bo['’]clock\b|\b\d\d?[:.]\d\d\b",
    "calendar": rf"\b(?:on|in|by|last|since|until|was) (?:the )?(?:early |late )?(?:{_WEEKDAY}|{_MONTH}|{_SEASON}|"
    r"1[5-9]\d\d|20\d\d)\b",
    "while": r"^\W*(?:when|as|after|before|while|by the time|until|since|once|during|for (?:a|some|several|the)|all|at)\b",
    "meanwhile": r"^\W*(?:meanwhile|meantime|later|soon|presently|at last|at length|finally|eventually|now|then|suddenly|"
    r"back in|down in|up in|out in|outside|elsewhere|it was)\b",
    "first": r"\b(?:the first|the last|the only|once|used to|in those days|at that time|years ago|long ago|for years|as a "
    r"(?:boy|girl|child))\b",
    "wake": r"\b(?:woke|awoke|awakened|wakened|waking|opened (?:his|her|my) eyes|arrived|reached|returned|sat in|"
    r"stood (?:in|at|on|by)|lay (?:in|on)|waiting|waited|found (?:himself|herself|myself|them))\b",
    "leave": r"\b(?:left|gone|went (?:out|away|off|to (?:bed|sleep))|slept|asleep|walked (?:out|away|off)|closed|shut|"
    r"vanished|disappeared|died|dead|fainted|darkness|blackness|good[- ]?(?:bye|night)|rode off|drove off|hung up)\b",
}
"""What first (and, for "leave", last) sentences of scenes say of time; weighed by what training found, none is proof alone."""
_NEXT_DAY = re.compile(
    rf"\W*(?:on (?:the )?(?:(?:next|following) )?{_WEEKDAY}\b|(?:it was )?(?:the )?(?:next|following) (?:{_DAYTIME}|week|month|"
    rf"year)\b|{_NUMBER} (?:day|night|week|month|year)s? (?:later|after(?:wards)?)\b|(?:in|by) the morning\b|"
    rf"by (?:{_WEEKDAY}|nightfall)\b|that (?:night|evening)\b|at (?:dawn|daybreak)\b|it was (?:morning|the alarm)\b)",
    re.I,
)
"""Beginnings that leave the day, or the day for its night."""
FIRST_WORDS = tuple(
    "the a an it he she they i we you there when as at in on by then but and so for his her my their that this if no not "  # noqa: SIM905
    "after all one two now what to with from".split()
)
_COMPILED = {name: re.compile(pattern, re.I) for name, pattern in SIGNS.items()}


def signs_in(sentence: str) -> list[str]:
    """The names of the signs that a sentence bears."""
    return [name for name, pattern in _COMPILED.items() if pattern.search(sentence)]


def opens_another_day(sentence: str) -> bool:
    """Whether a sentence says at once that it is another day, or night ("On the Saturday she took the train")."""
    return _NEXT_DAY.match(sentence) is not None
