"""Where people are seen, in narration and inside speech, and what is known of each: who could speak."""

from collections import Counter, defaultdict
from collections.abc import Sequence

import msgspec

from fabula.reading import Form, Kind, People
from fabula.stages.attributing.speeches import Speech
from fabula.stages.naming.gender import gender_said
from fabula.stages.vocabulary import word_set
from fabula.story import Span

NARRATOR = -1
"""The I of the narration while it is no character."""
NAMELESS = -2
"""Chains that are no character count down from here: -2 is chain 0, -3 chain 1."""
_I = word_set("i me my mine myself")
_OTHERS = word_set(
    "we us our ours ourselves you your yours yourself yourselves thou thee thy thine ye it its itself "
    "they them their theirs themselves"
)


class Sighting(msgspec.Struct, frozen=True):
    """One mention of somebody: `who` is a character's id, NARRATOR, or a nameless chain's number counted down from NAMELESS.

    `quoted` is true inside speech. `gender` is what its own words say: "he", "she" or "".
    """

    span: Span
    who: int
    form: Form
    quoted: bool
    gender: str


class Seen(msgspec.Struct, frozen=True):
    """All sightings in text order, the wider first, their starts, and the gender of everybody ("he", "she" or "")."""

    items: tuple[Sighting, ...]
    starts: tuple[int, ...]
    genders: dict[int, str]


def see_people(text: str, people: People, speeches: Sequence[Speech]) -> Seen:
    """Everybody who is mentioned and could speak: persons, and whatever else is in the cast. A we or a you is nobody here."""
    narrator = _narrator(text, people, speeches)
    items: list[Sighting] = []
    inside = _Inside(speeches)
    for mention in people.mentions.items:
        if mention.kind is not Kind.PERSON and mention.character is None:
            continue
        words = text[mention.span.start : mention.span.end]
        low, quoted = words.casefold(), inside.holds(mention.span.start)
        if mention.form is Form.PRONOUN and (low in _OTHERS or (quoted and low in _I)):
            continue
        who = NAMELESS - mention.entity if mention.character is None else mention.character
        if mention.form is Form.PRONOUN and low in _I:
            who = narrator
        said = gender_said(words, mention.form is Form.NAME)
        items.append(Sighting(mention.span, who, mention.form, quoted, said if said in ("he", "she") else ""))
    return Seen(tuple(items), tuple(one.span.start for one in items), _genders(people, items))


def _narrator(text: str, people: People, speeches: Sequence[Speech]) -> int:
    """The character whom at least half of the narration's I belong to, or NARRATOR."""
    inside, counts = _Inside(speeches), Counter[int | None]()
    for mention in people.mentions.items:
        is_i = mention.form is Form.PRONOUN and text[mention.span.start : mention.span.end].casefold() in _I
        if is_i and not inside.holds(mention.span.start):
            counts[mention.character] += 1
    best = max(counts, key=lambda who: counts[who], default=None)
    return best if best is not None and counts[best] * 2 >= counts.total() else NARRATOR


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
        if one.gender:
            counts[one.who][one.gender] += 1
    genders = {
        who: best
        for who, said in counts.items()
        if said[best := max(said, key=lambda g: said[g])] * 3 >= said.total() * 2
    }
    genders |= {one.id: one.pronouns for one in people.cast.items if one.pronouns in ("he", "she")}
    return genders
