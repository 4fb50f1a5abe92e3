"""What is known of each speech by itself: for everybody who may speak it, which signals hold and how strongly."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from enum import IntEnum
from math import log
from typing import TYPE_CHECKING

import msgspec

from fabula.reading import Form
from fabula.stages.attributing.calls import Use, uses
from fabula.stages.attributing.sightings import NAMELESS, NARRATOR, Seen, Sighting
from fabula.stages.attributing.speeches import Speech
from fabula.stages.speech.tags import Tag
from fabula.story import Span

if TYPE_CHECKING:
    import numpy
    from numpy.typing import NDArray

    Floats = NDArray[numpy.float64]

REACH = 60
"""Sightings before a speech in which its speaker is looked for."""
ABOUT = 8
"""Speeches on both sides in which somebody whom a tag names is taken to be of the company."""
MOST = 30
"""People who are weighed in one conversation: the most often seen ones, a bound on time only."""


class Signal(IntEnum):
    """A reason to think, or not to think, that somebody speaks."""

    TAG_NAME = 0
    TAG_NOUN = 1
    TAG_PRONOUN = 2
    TAG_I = 3
    TAG_OTHER_GENDER = 4
    BEAT_AFTER = 5
    BEAT_BEFORE = 6
    ALONE_IN_PARAGRAPH = 7
    IN_PARAGRAPH = 8
    LED_IN = 9
    MODEL = 10
    CALLED = 11
    SPOKEN_OF = 12
    OWN_NAME = 13
    CALLED_BEFORE = 14
    CALLED_AFTER = 15
    LAST_SEEN = 16
    LAST_BUT_ONE = 17
    LAST_BUT_TWO = 18
    SEEN_EARLIER = 19
    OFTEN = 20
    IN_COMPANY = 21
    NARRATOR = 22
    NAMELESS = 23


class Evidence(msgspec.Struct, frozen=True):
    """Of one conversation: who may speak, and a table (speeches, people, signals) of how strongly each signal holds."""

    people: tuple[int, ...]
    table: Floats


class Hearing(msgspec.Struct, frozen=True):
    """What all conversations of a story are weighed with: its text, who is seen where, who is subject of a clause, and the
    model's chances, for each quotation by its number."""

    text: str
    seen: Seen
    subjects: frozenset[int]
    chances: dict[int, dict[int, float]]


class _Row(msgspec.Struct, frozen=True):
    speech: int
    who: int
    signal: Signal
    value: float = 1.0


def weigh(hearing: Hearing, speeches: Sequence[Speech]) -> Evidence:
    """The evidence of one conversation, from the signals that hold for each speech."""
    import numpy

    rows = list(_rows(hearing, speeches))
    counts = Counter(row.who for row in rows)
    people = tuple(sorted(sorted(counts, key=lambda who: (-counts[who], who))[:MOST]))
    place = {who: index for index, who in enumerate(people)}
    table = numpy.zeros((len(speeches), len(people), len(Signal)))
    for row in rows:
        if row.who in place:
            table[row.speech, place[row.who], row.signal] = row.value
    return Evidence(people, table)


def _rows(hearing: Hearing, speeches: Sequence[Speech]) -> Iterator[_Row]:
    named: list[tuple[int, int]] = []
    frequent = _frequent(hearing, speeches)
    used = [list(uses(hearing.text, speech.span, within(hearing.seen, speech.span))) for speech in speeches]
    for index, speech in enumerate(speeches):
        rows = [
            *_tagged(hearing, index, speech),
            *_beaten(hearing, index, speech),
            *_ranked(hearing, index, speech),
            *(
                _Row(index, who, Signal.MODEL, _odds(chance))
                for who, chance in hearing.chances.get(speech.number, {}).items()
            ),
        ]
        near = {row.who for row in rows}
        named += [(index, row.who) for row in rows if row.signal in (Signal.TAG_NAME, Signal.TAG_I)]
        yield from rows
        yield from _called(index, speeches, used)
        for who in near:
            yield _Row(index, who, Signal.OFTEN, frequent[who])
            yield from _kind(index, who)
    yield from _company(named, len(speeches))


def _kind(index: int, who: int) -> Iterator[_Row]:
    if who == NARRATOR:
        yield _Row(index, who, Signal.NARRATOR)
    elif who <= NAMELESS:
        yield _Row(index, who, Signal.NAMELESS)


def _odds(chance: float) -> float:
    return log(chance + 0.01) - log(0.01)


def within(seen: Seen, span: Span) -> Sequence[Sighting]:
    """The sightings that begin inside a span."""
    return seen.items[bisect_left(seen.starts, span.start) : bisect_left(seen.starts, span.end)]


def _tagged(hearing: Hearing, index: int, speech: Speech) -> Iterator[_Row]:
    """The one whom the tag names; for a he or she, also who cannot be meant."""
    subject = speech.said.subject
    if subject is None:
        return
    inside = [one for one in within(hearing.seen, subject) if not one.quoted]
    if not inside:
        return
    one = inside[0]
    words = hearing.text[one.span.start : one.span.end]
    if words == "I":
        yield _Row(index, one.who, Signal.TAG_I)
        return
    yield _Row(
        index, one.who, {Form.NAME: Signal.TAG_NAME, Form.NOUN: Signal.TAG_NOUN}.get(one.form, Signal.TAG_PRONOUN)
    )


def _beaten(hearing: Hearing, index: int, speech: Speech) -> Iterator[_Row]:
    """Those who act in the narration of the paragraph."""
    after = [one for one in within(hearing.seen, speech.after) if not one.quoted]
    before = [one for one in within(hearing.seen, speech.before) if not one.quoted]
    untagged = speech.said.tag is Tag.NONE
    acting = [one for one in after if one.span.start in hearing.subjects]
    if acting and untagged:
        yield _Row(index, acting[0].who, Signal.BEAT_AFTER)
    acting = [one for one in before if one.span.start in hearing.subjects]
    if acting and untagged:
        yield _Row(index, acting[-1].who, Signal.BEAT_BEFORE)
    around = {one.who for one in (*before, *after)}
    for who in around:
        yield _Row(index, who, Signal.IN_PARAGRAPH)
        if len(around) == 1:
            yield _Row(index, who, Signal.ALONE_IN_PARAGRAPH)


def _ranked(hearing: Hearing, index: int, speech: Speech) -> Iterator[_Row]:
    """Who was seen in narration before, the last one first; those of another gender than the tag says; who led in."""
    gender = _gender_of_tag(hearing, speech)
    at = bisect_left(hearing.seen.starts, speech.span.start)
    order: list[int] = []
    for one in reversed(hearing.seen.items[max(0, at - REACH) : at]):
        if not one.quoted and one.who not in order:
            order.append(one.who)
    ranks = (Signal.LAST_SEEN, Signal.LAST_BUT_ONE, Signal.LAST_BUT_TWO)
    for rank, who in enumerate(order):
        yield _Row(index, who, ranks[rank] if rank < len(ranks) else Signal.SEEN_EARLIER)
    if gender:
        for who in {*order, *hearing.chances.get(speech.number, {})}:
            if hearing.seen.genders.get(who, gender) != gender:
                yield _Row(index, who, Signal.TAG_OTHER_GENDER)


def _gender_of_tag(hearing: Hearing, speech: Speech) -> str:
    if speech.said.subject is None:
        return ""
    inside = [one for one in within(hearing.seen, speech.said.subject) if not one.quoted]
    return inside[0].gender if inside else ""


def _called(index: int, speeches: Sequence[Speech], used: Sequence[Iterable[tuple[Sighting, Use]]]) -> Iterator[_Row]:
    """Those whom this speech names, and those whom the speeches on either side call."""
    signals = {Use.CALLED: Signal.CALLED, Use.SPOKEN_OF: Signal.SPOKEN_OF, Use.OWN: Signal.OWN_NAME}
    for one, use in used[index]:
        yield _Row(index, one.who, signals[use])
    for step, signal in ((-1, Signal.CALLED_BEFORE), (1, Signal.CALLED_AFTER)):
        other = index + step
        while 0 <= other < len(speeches) and speeches[other].paragraph == speeches[index].paragraph:
            other += step
        if not 0 <= other < len(speeches) or abs(speeches[other].paragraph - speeches[index].paragraph) > 2:
            continue
        beside = speeches[other].paragraph
        while 0 <= other < len(speeches) and speeches[other].paragraph == beside:
            for one, use in used[other]:
                if use is Use.CALLED:
                    yield _Row(index, one.who, signal)
            other += step


def _frequent(hearing: Hearing, speeches: Sequence[Speech]) -> defaultdict[int, float]:
    """The logarithm of how often each is seen in the narration of this conversation."""
    stretch = Span(max(0, speeches[0].before.start - 1000), speeches[-1].after.end)
    counts = Counter(one.who for one in within(hearing.seen, stretch) if not one.quoted)
    return defaultdict(float, {who: log(count) for who, count in counts.items()})


def _company(named: Sequence[tuple[int, int]], total: int) -> Iterator[_Row]:
    """Those whom tags name, for the speeches near by: they are of the company."""
    near: Counter[tuple[int, int]] = Counter()
    for at, who in named:
        for index in range(max(0, at - ABOUT), min(total, at + ABOUT + 1)):
            if index != at:
                near[index, who] += 1
    for (index, who), count in near.items():
        yield _Row(index, who, Signal.IN_COMPANY, log(1 + count))
