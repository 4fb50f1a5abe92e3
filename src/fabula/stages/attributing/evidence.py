"""What is known of each speech by itself: for everybody who may speak it, which signals hold and how strongly."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from enum import IntEnum
from math import log
from typing import TYPE_CHECKING

import msgspec

from fabula.models.mention_features import head_word
from fabula.reading import Form
from fabula.stages.attributing.calls import Use, uses
from fabula.stages.attributing.sightings import UNKNOWN, Seen, Sighting
from fabula.stages.attributing.speeches import Speech
from fabula.stages.attributing.telephone import who_takes_up
from fabula.stages.speech.tags import VERBS, Said, Tag
from fabula.story import Span

if TYPE_CHECKING:
    import numpy
    from numpy.typing import NDArray

    Floats = NDArray[numpy.float64]

_LONGEST = 30
"""Code points of a name at most, of which a tag's subject may hold only the end."""
REACH = 60
"""Sightings before a speech in which its speaker is looked for."""
MOST = 16
"""People who are weighed in one conversation, a bound on time only."""


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
    LED_IN = 8
    MODEL = 9
    CALLED = 10
    SPOKEN_OF = 11
    OWN_NAME = 12
    CALLED_BEFORE = 13
    CALLED_AFTER = 14
    LAST_SEEN = 15
    LAST_BUT_ONE = 16
    LAST_BUT_TWO = 17
    SEEN_EARLIER = 18
    OFTEN = 19
    LAST_FITTING = 20
    BEAT_OTHER_GENDER = 21
    MODEL_PRONOUN = 22
    CALLED_SO = 23
    MODEL_BARE = 24
    NAMED = 25
    BEAT_FITTING = 26
    TAG_OWN_NOUN = 27


_WORD = re.compile(r"[^\W\d_]+")
_WORTH = {
    **dict.fromkeys((Signal.TAG_NAME, Signal.TAG_I), 5.0),
    **dict.fromkeys((Signal.TAG_NOUN, Signal.TAG_PRONOUN), 4.0),
    **dict.fromkeys((Signal.LED_IN, Signal.BEAT_AFTER, Signal.BEAT_BEFORE), 3.0),
    **dict.fromkeys((Signal.CALLED_BEFORE, Signal.CALLED_AFTER, Signal.OWN_NAME), 3.0),
    Signal.MODEL: 1.0,
    Signal.MODEL_BARE: 1.0,
}
"""What each signal is worth when only the likeliest people are weighed further."""


class Evidence(msgspec.Struct, frozen=True):
    """Of one conversation: who may speak, and a table (speeches, people, signals) of how strongly each signal holds."""

    people: tuple[int, ...]
    table: Floats


class Chance(msgspec.Struct, frozen=True):
    """How likely the model thinks that somebody speaks: as far as names and nouns go, and as pronouns go."""

    named: float
    by_pronoun: float


class Guesses(msgspec.Struct, frozen=True):
    """A first hearing of the story: for each quotation by its number the probabilities of its speakers; and their sums for
    each noun that tags call a speaker by ("the painter")."""

    speakers: dict[int, dict[int, float]]
    nouns: dict[str, dict[int, float]]


NO_GUESSES = Guesses({}, {})
"""Before anything was heard."""


class Hearing(msgspec.Struct, frozen=True):
    """What all conversations of a story are weighed with: its text, who is seen where, the subjects of its verbs, and the
    model's chances, for each quotation by its number.

    `doers` has the start of a verb for the start of its subject; `subjects` the number of a sighting by the verb's start,
    `shared` the same for verbs that share the subject of another ("he rose and said").
    """

    text: str
    seen: Seen
    doers: dict[int, int]
    subjects: dict[int, int]
    shared: dict[int, int]
    chances: dict[int, dict[int, Chance]]
    guesses: Guesses = NO_GUESSES


class _Row(msgspec.Struct, frozen=True):
    speech: int
    who: int
    signal: Signal
    value: float = 1.0


def weigh(hearing: Hearing, speeches: Sequence[Speech]) -> Evidence:
    """The evidence of one conversation, from the signals that hold for each speech."""
    import numpy

    rows = list(_rows(hearing, speeches))
    people = _likeliest(rows)
    place = {who: index for index, who in enumerate(people)}
    table = numpy.zeros((len(speeches), len(people), len(Signal)))
    for row in rows:
        if row.who in place:
            table[row.speech, place[row.who], row.signal] = row.value
    return Evidence(people, table)


def _likeliest(rows: Iterable[_Row]) -> tuple[int, ...]:
    """Up to MOST people in order of their numbers: those for whom some speech, then those for whom many speak most."""
    best: defaultdict[int, float] = defaultdict(float)
    total: defaultdict[int, float] = defaultdict(float)
    for row in rows:
        value = row.value * _WORTH.get(row.signal, 0.1)
        best[row.who] = max(best[row.who], value)
        total[row.who] += value
    return tuple(sorted(sorted(best, key=lambda who: (-best[who], -total[who], who))[:MOST]))


def _rows(hearing: Hearing, speeches: Sequence[Speech]) -> Iterator[_Row]:
    frequent = _frequent(hearing, speeches)
    used = [list(uses(hearing.text, speech.span, within(hearing.seen, speech.span))) for speech in speeches]
    for index, speech in enumerate(speeches):
        told = told_by(hearing, speech)
        rows = [
            *_tagged(hearing, index, told),
            *_called_so(hearing, index, speech, told),
            *_beaten(hearing, index, speech),
            *_ranked(hearing, index, speech, told),
            *_modelled(index, hearing.chances.get(speech.number, {}), _is_bare(hearing.text, speech)),
        ]
        near = {row.who for row in rows}
        yield from rows
        yield from _called(index, speeches, used)
        for who in near:
            yield _Row(index, who, Signal.OFTEN, frequent[who])


def _modelled(index: int, chances: Mapping[int, Chance], bare: bool) -> Iterator[_Row]:
    for who, chance in chances.items():
        yield _Row(index, who, Signal.MODEL_BARE if bare else Signal.MODEL, _odds(chance.named))
        yield _Row(index, who, Signal.MODEL_PRONOUN, _odds(chance.by_pronoun))


def _is_bare(text: str, speech: Speech) -> bool:
    """Whether there is no narration beside a speech: then the model knows nothing that the turns do not know better."""
    return not any(letter.isalpha() for one in (speech.before, speech.after) for letter in text[one.start : one.end])


def _odds(chance: float) -> float:
    return log(chance + 0.01) - log(0.01)


def within(seen: Seen, span: Span) -> Sequence[Sighting]:
    """The sightings that begin inside a span."""
    return seen.items[bisect_left(seen.starts, span.start) : bisect_left(seen.starts, span.end)]


def _narrated(seen: Seen, span: Span) -> list[Sighting]:
    """The sightings in narration that begin inside a span."""
    return [one for one in within(seen, span) if not one.quoted]


def told_by(hearing: Hearing, speech: Speech) -> Sighting | None:
    """The one whom the tag names: the subject of its verb, else whoever is seen first in the words that hold the subject."""
    said = speech.said
    if said.subject is None:
        return None
    named = _named_by(hearing, said)
    if named is not None:
        return named
    if said.verb is not None and said.verb.start in hearing.subjects:
        return hearing.seen.items[hearing.subjects[said.verb.start]]
    if said.verb is not None and said.verb.end <= speech.span.start and said.verb.start in hearing.shared:
        return hearing.seen.items[hearing.shared[said.verb.start]]
    inside = _narrated(hearing.seen, said.subject)
    if inside:
        return inside[0]
    before = bisect_left(hearing.seen.starts, said.subject.start) - 1
    if before >= 0 and hearing.seen.items[before].span.end > said.subject.start:
        return hearing.seen.items[before]
    return _overlooked(hearing, said.subject)


def _named_by(hearing: Hearing, said: Said) -> Sighting | None:
    """The one whom a tag names that has a name for its subject: the nearest to its verb, but nobody for whose mother speaks."""
    if said.tag is not Tag.NAME or said.subject is None:
        return None
    start, end = said.subject.start, said.subject.end
    names = [
        one
        for one in _narrated(hearing.seen, Span(max(0, start - _LONGEST), end))
        if one.form is Form.NAME and one.span.end > start and not _owns(hearing.text, one.span.end, end)
    ]
    own = hearing.subjects.get(said.verb.start) if said.verb else None
    doing = [one for one in names if own is not None and one.span == hearing.seen.items[own].span]
    return [*names, *doing][-1] if names else _overlooked(hearing, said.subject)


def _owns(text: str, at: int, end: int) -> bool:
    """Whether a name that ends at a place has something of its own there, before `end` ("Mary's mother")."""
    return at + 2 < end and text[at : at + 2] in ("'s", "’s")


def _overlooked(hearing: Hearing, subject: Span) -> Sighting | None:
    """The one who alone is called by a tag's first words, where these were taken for no mention ("said May")."""
    words = list(_WORD.finditer(hearing.text, subject.start, subject.end))
    for last in reversed(words[:3]):
        where = Span(words[0].start(), last.end())
        name = hearing.text[where.start : where.end]
        who = hearing.seen.named.get(" ".join(name.split()).casefold())
        if who is not None:
            return Sighting(where, who, Form.NAME if name[0].isupper() else Form.NOUN, False, "")
    return None


def _tagged(hearing: Hearing, index: int, one: Sighting | None) -> Iterator[_Row]:
    """The one whom the tag names."""
    if one is None or one.who == UNKNOWN:
        return
    signal = {Form.NAME: Signal.TAG_NAME, Form.NOUN: Signal.TAG_NOUN}.get(one.form, Signal.TAG_PRONOUN)
    yield _Row(index, one.who, signal if one.form is not Form.PRONOUN or one.gender else Signal.TAG_I)
    if one.form is Form.NOUN:
        noun = head_word(hearing.text[one.span.start : one.span.end].casefold().split())
        if noun == hearing.seen.heads.get(one.who):
            yield _Row(index, one.who, Signal.TAG_OWN_NOUN)


def noun_of(hearing: Hearing, told: Sighting | None) -> str:
    """The noun that a tag calls the speaker by, "" where it is none or stands for somebody's kin ("his mother")."""
    if told is None or told.form is not Form.NOUN:
        return ""
    words = hearing.text[told.span.start : told.span.end].casefold().split()
    if words[0] not in ("the", "a", "an", "this", "that", "old", "young"):
        return ""
    return head_word(words)


def _called_so(hearing: Hearing, index: int, speech: Speech, told: Sighting | None) -> Iterator[_Row]:
    """Whom the story calls by the tag's noun elsewhere, as a first hearing had it."""
    noun = noun_of(hearing, told)
    own = hearing.guesses.speakers.get(speech.number, {})
    known = {who: chance - own.get(who, 0.0) for who, chance in hearing.guesses.nouns.get(noun, {}).items()}
    total = sum(known.values())
    for who, chance in known.items():
        if chance > 0.1 * total:
            yield _Row(index, who, Signal.CALLED_SO, chance / (total + 1.0))


def _beaten(hearing: Hearing, index: int, speech: Speech) -> Iterator[_Row]:
    """Those who act in the narration of the paragraph, and the one who leads in from the paragraph before."""
    after, before = _narrated(hearing.seen, speech.after), _narrated(hearing.seen, speech.before)
    if speech.said.tag is Tag.NONE:
        acting = [one for one in after if one.span.start in hearing.doers]
        yield from _acting(hearing, index, speech, Signal.BEAT_AFTER, acting[:1])
        acting = [one for one in before if one.span.start in hearing.doers]
        yield from _acting(hearing, index, speech, Signal.BEAT_BEFORE, acting[-1:])
        leading = [one for one in _narrated(hearing.seen, speech.lead) if one.span.start in hearing.doers]
        if _leads_in(hearing.text[speech.lead.start : speech.lead.end]):
            yield from _acting(hearing, index, speech, Signal.LED_IN, leading[-1:])
        calling = who_takes_up(hearing.text, speech.lead, [one.span.start for one in leading])
        yield from _acting(hearing, index, speech, Signal.LED_IN, [one for one in leading if one.span.start in calling])
    around = {one.who for one in (*before, *after)} - {UNKNOWN}
    if len(around) == 1:
        yield _Row(index, around.pop(), Signal.ALONE_IN_PARAGRAPH)


def _acting(hearing: Hearing, index: int, speech: Speech, signal: Signal, acting: Sequence[Sighting]) -> Iterator[_Row]:
    for one in acting:
        if one.who != UNKNOWN:
            yield _Row(index, one.who, signal)
        if one.form is not Form.PRONOUN or not one.gender:
            continue
        genders, fitting = hearing.seen.genders, True
        for who in _last_seen(hearing.seen, one.span.start):
            if genders.get(who, one.gender) != one.gender or who == hearing.seen.narrator:
                yield _Row(index, who, Signal.BEAT_OTHER_GENDER)
            elif fitting and who in genders:
                yield _Row(index, who, Signal.BEAT_FITTING, 2.0 if one.who == UNKNOWN else 1.0)
                fitting = False


def _last_seen(seen: Seen, at: int) -> list[int]:
    """Who was seen in narration before a place, the last one first."""
    first = bisect_left(seen.starts, at)
    told = (one.who for one in reversed(seen.items[max(0, first - REACH) : first]) if not one.quoted)
    return [who for who in dict.fromkeys(told) if who != UNKNOWN]


def _leads_in(lead: str) -> bool:
    """Whether the narration breaks off before a speech as if to let it in: behind a colon or comma, or behind "said"."""
    tail = lead.rstrip()
    if tail.endswith((":", ",", "—", "--")):
        return True
    last = tail.split()[-1:]
    return bool(last) and last[0].casefold() in VERBS


def _ranked(hearing: Hearing, index: int, speech: Speech, told: Sighting | None) -> Iterator[_Row]:
    """Who was seen in narration before, the last one first; those of another gender than the tag says."""
    gender = told.gender if told else ""
    order = _last_seen(hearing.seen, speech.span.start)
    ranks = (Signal.LAST_SEEN, Signal.LAST_BUT_ONE, Signal.LAST_BUT_TWO)
    for rank, who in enumerate(order):
        yield _Row(index, who, ranks[rank] if rank < len(ranks) else Signal.SEEN_EARLIER)
    if told is None or not gender or told.form is Form.NAME:
        return
    genders = hearing.seen.genders
    fitting = [who for who in order if genders.get(who) == gender]
    for who in fitting[:1]:
        yield _Row(index, who, Signal.LAST_FITTING)
    for who in {*order, *hearing.chances.get(speech.number, {})}:
        if genders.get(who, gender) != gender or who == hearing.seen.narrator:
            yield _Row(index, who, Signal.TAG_OTHER_GENDER)


def _called(index: int, speeches: Sequence[Speech], used: Sequence[Iterable[tuple[Sighting, Use]]]) -> Iterator[_Row]:
    """Those whom this speech names, and those whom the speeches on either side call."""
    signals = {Use.CALLED: Signal.CALLED, Use.SPOKEN_OF: Signal.SPOKEN_OF, Use.OWN: Signal.OWN_NAME}
    for one, use in used[index]:
        if one.who != UNKNOWN:
            named = use is Use.SPOKEN_OF and one.form is Form.NAME
            yield _Row(index, one.who, Signal.NAMED if named else signals[use])
    for step, signal in ((-1, Signal.CALLED_BEFORE), (1, Signal.CALLED_AFTER)):
        other = index + step
        while 0 <= other < len(speeches) and speeches[other].paragraph == speeches[index].paragraph:
            other += step
        if not 0 <= other < len(speeches) or abs(speeches[other].paragraph - speeches[index].paragraph) > 2:
            continue
        beside = speeches[other].paragraph
        while 0 <= other < len(speeches) and speeches[other].paragraph == beside:
            for one, use in used[other]:
                if use is Use.CALLED and one.who != UNKNOWN:
                    yield _Row(index, one.who, signal)
            other += step


def _frequent(hearing: Hearing, speeches: Sequence[Speech]) -> defaultdict[int, float]:
    """The logarithm of how often each is seen in the narration of this conversation."""
    stretch = Span(max(0, speeches[0].before.start - 1000), speeches[-1].after.end)
    counts = Counter(one.who for one in _narrated(hearing.seen, stretch))
    return defaultdict(float, {who: log(count) for who, count in counts.items()})
