"""Where people are seen, in narration and inside speech, and what is known of each: who could speak."""

from collections import Counter, defaultdict
from collections.abc import Sequence

import msgspec

from fabula.models.mention_features import FEMALE_CLASS, MALE_CLASS, gender_class, head_word
from fabula.reading import Form, Kind, Mention, People
from fabula.stages.attributing.speeches import Speech
from fabula.stages.naming.gender import gender_said
from fabula.stages.naming.pronouns import FIRST, IT, NOBODY, SECOND, THEY, WE
from fabula.story import Span

NARRATOR = -1
"""The I of the narration while it is no character."""
NAMELESS = -2
"""Chains that are no character count down from here: -2 is chain 0, -3 chain 1."""
WITHHELD = 0.05
"""The share of all mentions of people from which on a chain of mere pronouns is somebody whose name the story withholds."""
UNKNOWN = -(10**9)
"""A he or a she that is on nobody's chain."""


class Sighting(msgspec.Struct, frozen=True):
    """One mention of somebody: `who` is a character's id, NARRATOR, or a nameless chain's number counted down from NAMELESS.

    Of a pronoun whose chain has nothing but pronouns, `who` is UNKNOWN. `quoted` is true inside speech. `gender` is what its
    own words say: "he", "she" or "".
    """

    span: Span
    who: int
    form: Form
    quoted: bool
    gender: str


class Seen(msgspec.Struct, frozen=True):
    """All sightings in text order, the wider first, their starts, everybody's gender ("he", "she" or ""), who tells, and who
    alone is called so, in small letters ("may", "the count"); and for everybody the last word of the fullest name."""

    items: tuple[Sighting, ...]
    starts: tuple[int, ...]
    genders: dict[int, str]
    narrator: int
    named: dict[str, int]
    heads: dict[int, str]


def see_people(text: str, people: People, speeches: Sequence[Speech]) -> Seen:
    """Everybody who is mentioned and could speak: persons, and whatever else is in the cast.

    A we, a they and an it are nobody here, nor are an I and a you in speech.
    """
    singular = {one.id for one in people.cast.items if one.pronouns not in ("he", "she", "")}
    called = _called(people)
    items: list[Sighting] = []
    tellers: Counter[int] = Counter()
    inside = _Inside(speeches)
    for mention in people.mentions.items:
        if mention.kind is not Kind.PERSON and mention.character is None:
            continue
        words = text[mention.span.start : mention.span.end]
        quoted = inside.holds(mention.span.start)
        if mention.entity in called and mention.character in singular and words.casefold() in THEY:
            who = mention.character
        else:
            who = _who(mention, words.casefold(), quoted, mention.entity in called)
        if who is None:
            continue
        if mention.form is Form.PRONOUN and words.casefold() in FIRST | SECOND:
            tellers[who] += 1
        items.append(Sighting(mention.span, who, mention.form, quoted, _gender(words, mention.form)))
    heads = {one.id: head_word(one.name.casefold().split()) for one in people.cast.items}
    narrator = max(tellers, key=lambda who: (tellers[who], -who), default=NARRATOR)
    return Seen(
        tuple(items), tuple(one.span.start for one in items), _genders(people, items), narrator, _named(people), heads
    )


def _gender(words: str, form: Form) -> str:
    """What a title, a pronoun or a noun (the girl, his uncle) says: "he", "she" or ""."""
    if form is Form.NOUN:
        return {MALE_CLASS: "he", FEMALE_CLASS: "she"}.get(gender_class([head_word(words.split())]), "")
    said = gender_said(words, form is Form.NAME)
    return said if said in ("he", "she") else ""


def _who(mention: Mention, low: str, quoted: bool, called: bool) -> int | None:
    if low in NOBODY:
        return None
    if mention.form is Form.PRONOUN:
        if low in WE | THEY | IT or (quoted and low in FIRST | SECOND):
            return None
        if low in FIRST | SECOND and mention.character is None:
            return NARRATOR if low in FIRST else None
    if not called:
        return UNKNOWN
    return NAMELESS - mention.entity if mention.character is None else mention.character


def _called(people: People) -> set[int]:
    """The chains that something but pronouns is on, and those on which the story leaves a he or a she without a name."""
    called = {mention.entity for mention in people.mentions.items if mention.form is not Form.PRONOUN}
    counts = Counter(mention.entity for mention in people.mentions.items if mention.kind is Kind.PERSON)
    return called | {entity for entity, count in counts.items() if count >= WITHHELD * counts.total()}


def _named(people: People) -> dict[str, int]:
    bearers: defaultdict[str, set[int]] = defaultdict(set)
    for one in people.cast.items:
        for name in (one.name, *(alias.name for alias in one.aliases)):
            bearers[name.casefold()].add(one.id)
    return {name: min(whose) for name, whose in bearers.items() if len(whose) == 1}


class _Inside:
    """Whether a place lies in speech; places are asked for in text order."""

    def __init__(self, speeches: Sequence[Speech]) -> None:
        self.spans, self.at = [speech.span for speech in speeches], 0

    def holds(self, place: int) -> bool:
        while self.at < len(self.spans) and self.spans[self.at].end <= place:
            self.at += 1
        return self.at < len(self.spans) and self.spans[self.at].start <= place


def _genders(people: People, items: Sequence[Sighting]) -> dict[int, str]:
    """What the cast says, else what two thirds of the gendered words on a chain say."""
    counts: defaultdict[int, Counter[str]] = defaultdict(Counter)
    for one in items:
        if one.gender and one.form is not Form.NOUN and one.who != UNKNOWN:
            counts[one.who][one.gender] += 1
    genders = {
        who: best
        for who, said in counts.items()
        if said[best := max(said, key=lambda g: said[g])] * 3 >= said.total() * 2
    }
    genders |= {one.id: one.pronouns for one in people.cast.items if one.pronouns in ("he", "she")}
    return genders
