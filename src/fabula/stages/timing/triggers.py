"""What set a memory off: the words just before it that it takes up, or those that announce it."""

from __future__ import annotations

import math
from collections import Counter

from fabula.reading import Time
from fabula.stages.timing.cuts import Role
from fabula.stages.timing.dates import moment_of
from fabula.stages.timing.memories import REMEMBERING, SENSED
from fabula.stages.timing.placing import Place, jump_in
from fabula.stages.timing.sights import Sight
from fabula.stages.timing.telling import PLUPERFECT, Telling, span_of
from fabula.story import Span

_REACH = 12
"""Sentences before a memory in which its trigger is looked for."""
_FADES = 0.75
_CONTENT = ("NOUN", "PROPN", "VERB", "ADJ", "X")
_LEAST = 2.0
_FIRST_PART = 80
"""Words of a memory that its trigger is held against: what set it off comes first in it."""


def find_triggers(telling: Telling, sights: list[Sight], places: list[Place]) -> list[Span | None]:
    """The trigger of each scene that leaves the present, None where nothing shows one."""
    spread = Counter(lemma.casefold() for lemma in telling.output.lemmas)
    found: list[Span | None] = []
    told = False
    for number, (sight, place) in enumerate(zip(sights, places, strict=True)):
        away = place.time in (Time.FLASHBACK, Time.FLASHFORWARD)
        announced = _announced(telling, sight) if away else None
        if announced is not None or not away or not number or (told and sight.role is Role.TALE):
            found.append(announced)
        else:
            told = told or sight.role is Role.TALE
            found.append(_spark(telling, sights[number - 1], sight, spread))
    return found


def _announced(telling: Telling, sight: Sight) -> Span | None:
    """The heading that names the jump, or the first sentence that does."""
    if sight.opener.lead_span is not None and sight.cut is None:
        lead = sight.opener.lead
        if moment_of(lead) is not None or jump_in(lead) is not None or "epilogue" in lead.casefold():
            return sight.opener.lead_span
    if not sight.sentences:
        return None
    span = span_of(telling, sight.sentences[0])
    jump = jump_in(telling.text[span.start : span.end])
    if jump is None or telling.spoken[sight.first]:
        return None
    return span if telling.verbs[sight.sentences[0], PLUPERFECT] else Span(span.start, span.start + jump.end())


def _spark(telling: Telling, before: Sight, sight: Sight, spread: Counter[str]) -> Span | None:
    """The sentence before a memory that has most in common with how it begins; the nearer, the likelier."""
    taken_up = _lemmas(telling, sight.first, min(sight.end, sight.first + _FIRST_PART))
    if sight.role is Role.TALE:
        return _question(telling, before, _lemmas(telling, sight.first, sight.end))
    best, spark = 0.0, None
    nearest = [number for number in before.sentences if telling.sentences[number, 0] < sight.first][-_REACH:]
    for distance, number in enumerate(reversed(nearest)):
        first, end = (int(at) for at in telling.sentences[number])
        shared = _lemmas(telling, first, min(end, sight.first)) & taken_up
        score = sum(math.log(len(telling.output.lemmas) / spread[lemma]) for lemma in shared) / 3
        score += _LEAST * (distance == 0) + 1.5 * bool(REMEMBERING.search(_text(telling, number)))
        score += 3.0 * (sight.role is Role.MEMORY and bool(SENSED.search(_text(telling, number))))
        score *= _FADES**distance
        if score > best:
            best, spark = score, number
    if spark is None:
        return None
    span = span_of(telling, spark)
    return Span(span.start, min(span.end, max(span.start + 1, sight.span.start)))


def _question(telling: Telling, before: Sight, taken_up: set[str]) -> Span | None:
    """The question before a tale that it has most in common with: a tale told aloud is mostly asked for."""
    best, asked = 0, None
    for number in before.sentences[-2 * _REACH :]:
        first, end = (int(at) for at in telling.sentences[number])
        span = span_of(telling, number)
        shared = len(_lemmas(telling, first, end) & taken_up)
        if telling.spoken[first:end].any() and "?" in telling.text[span.start : span.end] and shared >= best:
            best, asked = shared, span
    return asked


def _text(telling: Telling, sentence: int) -> str:
    span = span_of(telling, sentence)
    return telling.text[span.start : span.end]


def _lemmas(telling: Telling, first: int, end: int) -> set[str]:
    """The content words of a stretch, foreign ones too."""
    output = telling.output
    return {
        output.lemmas[at].casefold()
        for at in range(first, end)
        if output.upos[at] in _CONTENT
        and len(output.words[at]) > 2
        and output.lemmas[at] not in ("say", "have", "be", "do", "go")
    }
