"""How old people are, when they were born, and how long what they did has lasted."""

from __future__ import annotations

import re
from collections.abc import Iterator

from fabula.reading import Fact
from fabula.stages.ledger.numbers import NUMBER, number_of
from fabula.stages.ledger.page import Page, fact, person, subject, word_at

_ABOUT = r"(?:(?:only|just|barely|still|now|already|hardly|exactly|then|not yet|all of)\s+)?"
_AFTER = (
    r"(?=\s+years?\s+(?:old|of\s+age)\b|\s*[.,;:!?—–]|\s+(?:and|when|then|now|that|last|this|on|in\s+(?:January|February|March|"
    r"April|May|June|July|August|September|October|November|December))\b)(?:\s+years?\s+(?:old|of\s+age)\b)?"
)
_IS = rf"\s*,?\s*(?:who\s+)?(?P<be>is|was|am|are|were|'s|’s|'m|’m|had been|has been|turns|turned|will be|must be)\s+{_ABOUT}"
_AGE = re.compile(rf"{_IS}(?P<age>{NUMBER})\b{_AFTER}", re.I)
_TOLD = re.compile(rf"\b(?:aged|at\s+the\s+age\s+of)\s+(?P<age>{NUMBER})\b(?!\s+(?:to|or|and)\b)", re.I)
_DEAD = re.compile(
    rf"\b(?:dead|died|dies|killed|buried|drowned|hanged)\s+at\s+(?:only\s+|just\s+)?(?P<age>{NUMBER})\b(?!\s*[:o'’]|"
    rf"\s+(?:in|past|to|that|miles))",
    re.I,
)
_BORN = re.compile(r"\bborn\s+(?:on\s+[^.;,]{0,20}\s*|in\s+(?:\w+\s+)?)(?P<year>1[5-9]\d\d|20\d\d)\b", re.I)
_AGO = re.compile(
    rf"(?:it\s+(?:was|is)|that\s+(?:was|is)|,|;|—)\s+(?:now\s+|all\s+)?(?P<n>{NUMBER})\s+years\s+(?:ago|before|back|since)\b",
    re.I,
)
_CROWN = re.compile(
    rf"\b(?:crowned|enthroned|married|ordained|enlisted|widowed|apprenticed|began|started|joined|inherited|succeeded|"
    rf"came\s+to\s+the\s+throne)"
    rf"\s+(?:\w+\s+){{0,4}}?at\s+(?:the\s+age\s+of\s+)?(?P<age>{NUMBER})\b[^.?!;]{{0,60}}?\bfor\s+(?P<years>{NUMBER})\b(?!\s+(?:days|weeks|months|hours|minutes|miles|pounds))",
    re.I,
)
_BIRTHDAY = re.compile(
    rf"(?P<ordinal>{NUMBER}th|thirteenth|\w+teenth|twentieth|thirtieth|fortieth|fiftieth|sixtieth|seventieth|eightieth|"
    rf"ninetieth)\s+birthday",
    re.I,
)
_OLDEST, _YOUNGEST = 115, 2
_NEAR = 120


def ages(page: Page) -> Iterator[Fact]:
    """What is said of ages: "age", "birth year", "age at death", and what follows ("age after years", a sum)."""
    for mention in page.people.values():
        if mention.character is None:
            continue
        match = _AGE.match(page.text, mention.span.end, mention.span.end + _NEAR)
        if match and _YOUNGEST < number_of(match["age"]) < _OLDEST:
            yield from _stated(page, mention.character, match)
    yield from _matched(page, _DEAD, "age at death")
    yield from _matched(page, _BORN, "birth year")
    yield from _summed(page)


def _stated(page: Page, who: int, match: re.Match[str]) -> Iterator[Fact]:
    """An age, and, where the same sentence counts the years since, the age that follows."""
    age = number_of(match["age"])
    words = word_at(page, match.start("age")), word_at(page, match.end() - 1)
    stated = fact(page, who, "age", str(age), *words)
    if not stated:
        return
    yield stated
    end = int(page.output.ends[page.output.sentences[page.sentence[words[0]]][1] - 1])
    since = _AGO.search(page.text, match.end("age"), end)
    if since:
        years = number_of(since["n"])
        summed = fact(page, who, "age after years", str(age + years), words[0], word_at(page, since.end() - 1))
        if summed:
            yield summed


def _matched(page: Page, pattern: re.Pattern[str], attribute: str) -> Iterator[Fact]:
    """Facts about the subject of a matched word."""
    for match in pattern.finditer(page.text):
        word = word_at(page, match.start())
        who = _subject(page, word)
        value = match.group(1)
        if who is not None:
            said = value if attribute == "birth year" else str(number_of(value))
            found = fact(page, who, attribute, said, word, word_at(page, match.end() - 1))
            if found:
                yield found


def _subject(page: Page, word: int) -> int | None:
    if word < 0:
        return None
    doer = subject(page, word)
    return person(page, doer) if doer is not None else None


def _summed(page: Page) -> Iterator[Fact]:
    """Crowned at twelve, and the crown worn for thirty years: forty-two at least."""
    for match in _CROWN.finditer(page.text):
        word = word_at(page, match.start())
        who = _subject(page, word)
        age, years = number_of(match["age"]), number_of(match["years"])
        if who is None or age < 0 or years < 0:
            continue
        found = fact(page, who, "age after years", str(age + years), word, word_at(page, match.end() - 1))
        if found:
            yield found
