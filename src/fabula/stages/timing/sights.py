"""What can be read off a scene by itself: its words, tense, person, who is there and where."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from fabula.models.output import words_under
from fabula.stages.timing.cuts import Cut, Role
from fabula.stages.timing.dates import SHIFT
from fabula.stages.timing.openers import Opener
from fabula.stages.timing.telling import FUTURE, PAST, PLUPERFECT, PRESENT, Telling, narrated
from fabula.story import Span

if TYPE_CHECKING:
    import numpy
    from numpy.typing import NDArray

    Floats = NDArray[numpy.float32]

_OPENING = 3
_CLEAR = 0.75
_FEWEST_VERBS = 4
_PLACES = (1, 2, 3, 4)
_LOOK = 150
"""Words of a scene's beginning in which it says where we are."""
_NAME = 0
_OWN = frozenset(("the", "his", "her", "my", "their", "our", "your"))


@dataclass(frozen=True)
class Sight:
    """A scene's span, what opened it, and what is seen of it.

    `first` and `end` are word numbers, `sentences` sentence numbers. `opening` are its first narrated sentences. `tense` is
    "past", "present", "future" or "" (mixed); `person` 1, 2, 3, or 0. `bag` are its weighted words.
    """

    span: Span
    opener: Opener
    role: Role
    cut: Cut | None
    first: int
    end: int
    sentences: range
    opening: tuple[str, ...]
    tense: str
    person: int
    bag: Floats


def see(telling: Telling, span: Span, opener: Opener, cut: Cut | None, words: Floats) -> Sight:
    """The sight of one scene."""
    import numpy

    first, end = words_under(telling.output, span)
    low, high = numpy.searchsorted(telling.sentences[:, 0], [first, end]).tolist()
    sentences = range(low, high)
    told = [text for number in sentences[: 2 * _OPENING] if (text := narrated(telling, number))]
    inside = numpy.searchsorted(telling.paragraphs[:, 0], [first, end]).tolist()
    return Sight(
        span,
        opener,
        cut.role if cut else Role.NEXT,
        cut,
        first,
        end,
        sentences,
        tuple(told[:_OPENING]),
        tense_of(telling, sentences),
        person_of(telling, sentences),
        words[inside[0] : inside[1]].sum(0),
    )


def tense_of(telling: Telling, sentences: range) -> str:
    """The tense that the narration of these sentences keeps to, "" where it keeps to none."""
    verbs = telling.verbs[sentences.start : sentences.stop].sum(0)
    total = int(verbs.sum())
    if total < _FEWEST_VERBS:
        return ""
    shares = {"past": verbs[PAST] + verbs[PLUPERFECT], "present": verbs[PRESENT], "future": verbs[FUTURE]}
    best = max(shares, key=lambda tense: shares[tense])
    return best if shares[best] >= _CLEAR * total else ""


def person_of(telling: Telling, sentences: range) -> int:
    """Who tells: 1 where the narration says I or we, 2 where it says you, 3 where neither, 0 where too little is said."""
    persons = telling.persons[sentences.start : sentences.stop].sum(0)
    total = int(persons.sum())
    if not total:
        return 0
    if persons[0] >= 0.1 * total and persons[0] >= persons[1]:
        return 1
    return 2 if persons[1] >= 0.25 * total else 3


_LEAD_PLACE = re.compile(r"(?:^|[/,\n] *)(?P<place>[^\W\d][^\d,/\n]{2,30})(?=$|[/,\n])")
_TIME_WORD = re.compile(
    r"\b(?:chapter|part|book|log|day|entry|epilogue|prologue|pov|hour|later|earlier|ago|when|next|last|morning|evening|night|"
    r"afternoon|noon|midnight|dawn|year|week|month|(?:mon|tues|wednes|thurs|fri|satur|sun)day|january|february|march|"
    r"april|may|"
    r"june|july|august|september|october|november|december|spring|summer|autumn|winter)s?\b",
    re.I,
)


def place_of(telling: Telling, sight: Sight) -> str | None:
    """Where the scene is, in the story's words: what its heading names, else the place most spoken of as it begins."""
    for found in _LEAD_PLACE.finditer(sight.opener.lead):
        place = found["place"].strip()
        if not _TIME_WORD.search(place) and len(sight.opener.lead) > len(place):
            return place
    for mention in telling.output.mentions:
        if sight.first <= mention.start < min(sight.end, sight.first + _LOOK) and mention.type in _PLACES:
            known = mention.form == _NAME or telling.output.words[mention.start].casefold() in _OWN
            if telling.spoken[mention.start] or not known or not _located(telling, mention.start):
                continue
            start, end = int(telling.output.starts[mention.start]), int(telling.output.ends[mention.end - 1])
            return " ".join(telling.text[start:end].split())
    return None


def _located(telling: Telling, word: int) -> bool:
    """Whether something is said to be in, at or on what begins at `word`."""
    return word > 0 and telling.output.words[word - 1].casefold() in ("in", "at", "on", "inside")


_SHIFT = re.sub(r"\?P<\w+>", "?:", SHIFT.pattern)
_WHEN = re.compile(
    rf"{_SHIFT}|\b(?:the )?(?:next|following|same) (?:morning|day|afternoon|evening|night|week|month|year|spring|"
    r"summer|autumn|winter)\b|\b(?:that|this) (?:morning|afternoon|evening|night|day|winter|summer|spring|autumn)\b|"
    r"\b(?:on (?:a )?|in |at |by )?(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|january|february|march|april|june|july|"
    r"august|september|october|november|"
    r"december|midnight|noon|dawn|dusk|sunset|sunrise)\b|\bin (?:may|the (?:morning|afternoon|evening|night|spring|"
    r"summer|autumn|winter))\b|"
    r"\b(?:at )?(?:half past |a? ?quarter (?:past|to) |\w+ to |\w+ past )?\w+ o['’]clock\b",
    re.I,
)


def when_of(sight: Sight) -> str | None:
    """When the scene is, in the story's words: its heading, else the words of time its first sentences hold."""
    if sight.opener.lead:
        return sight.opener.lead
    found = [one.group() for sentence in sight.opening[:2] for one in _WHEN.finditer(sentence)]
    return ", ".join(found) or None
