"""An age that the years do not allow

## What it notices
Ages and years of one person that do not add up: nineteen fifteen years ago and thirty-one today; crowned at twelve,
on the throne
for thirty years, and dead at forty; born in 1901 and twenty-two in 1914.

## Why a reader minds
Readers who care for somebody count along. Where the sum is out they wonder which of the numbers to believe.

## When it is fine
A year more or less, which birthdays explain; people who lie about their age; numbers of which only one is told as so.

## Examples
```story
Marit had been nineteen, and it was fifteen years ago. She skated in circles and sang. She was young. Then the war
came, and there was no more singing. Marit was {==thirty-one years old==} now, and she had not sung since.
```
```story
"Aldemar was crowned at twelve years old and wore the crown for thirty," said the priest. "He was wise. He was
{==dead at forty==}, and he trusted nobody."
```
```story
Ilka was born in 1901, the year of the flood. She liked rain. In 1914, when {==she was twenty-two==}, she went to sea.
```
```story
Tomek was ten years old when he came to the mill. That was twenty years ago. Tomek was {==twenty-five years old==} and
had never left it.
```
```story
Marit had been nineteen, and it was fifteen years ago. She skated in circles and sang. Marit was thirty-four years old
now, and she had not sung since.
```
```story
"Aldemar was crowned at twelve years old and wore the crown for thirty," said the priest. "He was dead at forty-three."
```
```story
Ilka was born in 1901, her brother Milan in 1892. In 1914, when he was twenty-two, he went to sea.
```
```story
Marit had been nineteen, and it was fifteen years ago. Tomek was thirty-one years old, and he had never seen her skate.
```

## Source
Arithmetic; two years are allowed for birthdays.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator

import msgspec

from fabula.reading import Mentions, Scenes, Time
from fabula.reading.numbers import NUMBER, number_of
from fabula.review import Evidence, Kind, Remark, Severity
from fabula.story import Span, Story

SEVERITY = Severity.QUESTION
KIND = Kind.CONTRADICTION
_SLACK = 1
_WHO = r"(?P<who>[Hh]e|[Ss]he|[A-Z]\w+)"
_AGO = rf"(?P<ago>{NUMBER}) years ago"
_THEN = re.compile(
    rf"\b{_WHO} (?:had been|was) (?:only |just |barely )?(?P<age>{NUMBER})(?: years old)?(?: when [^.!?]{{1,60}})?"
    rf"(?:,? and|[.;]|,) (?:[Ii]t|[Tt]hat|[Tt]his) (?:was|had been) {_AGO}",
)
_NOW = re.compile(rf"\b{_WHO} (?:was|is) (?:only |just |barely |now )?(?P<age>{NUMBER}) years old\b(?! when)")
_SINCE = re.compile(
    r"\b(?P<who>[A-Z]\w+|[Hh]e|[Ss]he)(?: had)?(?: was| were| been)? (?:crowned|enthroned|married|ordained|enlisted|"
    r"widowed|wed)"
    rf"(?: \w+){{0,3}}? at (?:the age of )?(?P<age>{NUMBER})\b[^.!?]{{0,60}}?\bfor (?P<years>{NUMBER})\b"
    r"(?! (?:days|weeks|months|nights|hours|minutes|men|of))",
)
_DEAD = re.compile(
    rf"\b(?P<who>[A-Z]\w+|[Hh]e|[Ss]he)(?: had| was| is)? (?:dead|died) at (?:the age of )?(?P<age>{NUMBER})\b"
)

_YEAR = r"(?:1[1-9]\d\d|20\d\d)"
_BORN = re.compile(rf"\b{_WHO} (?:was|had been) born (?:in|on) [^.;!?]{{0,20}}?(?P<year>{_YEAR})\b")
_IN_YEAR = re.compile(
    rf"\b[Ii]n (?P<year>{_YEAR}),? (?:when |and )?(?P<said>{_WHO} (?:was|turned) (?:only |just |barely )?(?P<age>{NUMBER})"
    r"(?: years old)?)(?=[,.;]| when| and)"
)
_LIFE = re.compile(
    rf"\bborn in (?P<born>{_YEAR})\b[^.;!?]{{0,80}}? died in (?P<died>{_YEAR}),? (?P<said>(?:aged|at the age of) "
    rf"(?P<age>{NUMBER}))\b"
)


class _Age(msgspec.Struct, frozen=True):
    """Somebody is of an age: `least` and `most` years, at the story's present."""

    who: int
    years: int
    span: Span


def check(story: Story, mentions: Mentions, scenes: Scenes) -> Iterator[Remark]:
    """A remark on the second of two ages of one person that contradict each other, the first as evidence."""
    text = story.text.replace("\n", " ")
    then = [
        _Age(_who(match, mentions), number_of(match["age"]) + number_of(match["ago"]), Span(*match.span()))
        for match in _THEN.finditer(text)
    ]
    past = [(scene.span.start, scene.span.end) for scene in scenes.items if scene.time is Time.FLASHBACK]
    for match in _NOW.finditer(text):
        if any(start <= match.start() < end for start, end in past):
            continue
        who, years = _who(match, mentions), number_of(match["age"])
        span = Span(match.start("age"), match.end())
        for other in then:
            if other.who == who >= 0 and abs(other.years - years) > _SLACK and not _overlap(other.span, span):
                yield _remark(span, f"by what was said before it comes to {other.years}", other.span)
                break
    yield from _reigns(text, mentions)
    yield from _births(text, mentions)


def _births(text: str, mentions: Mentions) -> Iterator[Remark]:
    """Ages in a year, or at death, that the year of birth does not allow."""
    for match in _LIFE.finditer(text):
        years = int(match["died"]) - int(match["born"])
        if abs(years - number_of(match["age"])) > _SLACK:
            yield _remark(Span(*match.span("said")), f"from {match['born']} I count {years}", Span(*match.span("born")))
    born = {who: match for match in _BORN.finditer(text) if (who := _who(match, mentions)) >= 0}
    for match in _IN_YEAR.finditer(text):
        birth = born.get(_who(match, mentions))
        if birth and abs(int(match["year"]) - int(birth["year"]) - number_of(match["age"])) > _SLACK:
            years = int(match["year"]) - int(birth["year"])
            yield _remark(Span(*match.span("said")), f"from {birth['year']} I count {years}", Span(*birth.span("year")))


def _reigns(text: str, mentions: Mentions) -> Iterator[Remark]:
    """What somebody began at one age and did for so long that they cannot have died at another."""
    dead = list(_DEAD.finditer(text))
    for match in _SINCE.finditer(text):
        years = number_of(match["age"]) + number_of(match["years"])
        for death in dead:
            same = _same(match, death, mentions) and len(dead) == 1
            if same and years - number_of(death["age"]) > _SLACK:
                span = Span(death.start() + len(death["who"]) + 1, death.end())
                span = Span(text.index(("dead" if "dead" in death.group() else "died"), death.start()), span.end)
                yield _remark(span, f"by what was said before it comes to {years} at least", Span(*match.span()))


def _same(first: re.Match[str], second: re.Match[str], mentions: Mentions) -> bool:
    """Whether both speak of one person: the same one as far as we know, or a name and a pronoun of which we know nothing."""
    one, other = _who(first, mentions), _who(second, mentions)
    return one == other or second["who"].casefold() in ("he", "she")


def _who(match: re.Match[str], mentions: Mentions) -> int:
    """The character a match speaks of, -1 where we do not know."""
    starts = [mention.span.start for mention in mentions.items]
    at = bisect_left(starts, match.start("who"))
    for mention in mentions.items[max(0, at - 2) : at + 1]:
        if mention.span.start <= match.start("who") < mention.span.end and mention.character is not None:
            return mention.character
    return -1


def _overlap(left: Span, right: Span) -> bool:
    return left.start < right.end and right.start < left.end


def _remark(span: Span, sum_: str, other: Span) -> Remark:
    return Remark(
        span,
        f"I counted along, and {sum_}. Is one of the numbers another?",
        evidence=(Evidence(other, "what was said before"),),
        confidence=0.8,
    )
