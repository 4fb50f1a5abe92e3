"""The facts: what the story says of each person, and where it seems to say two things."""

from collections.abc import Sequence

import msgspec

from fabula.outputs.page.cards import Card, Quoted
from fabula.outputs.page.places import Finder, Places
from fabula.reading import Character, Fact, Modality, Reading
from fabula.review import Comment, Review

_FAMILY = "continuity."
_WORDS = 110  # code points of the words that say a fact
_SIDE = 240  # of the words on each side of a contradiction
_FOREMOST = 4  # people whose facts stand in the open
_HOW = {Modality.DENIED: "said not to be so", Modality.WISHED: "wished or feared", Modality.DREAMT: "dreamt"}


class Clash(msgspec.Struct, frozen=True):
    """Two places that seem to say two things, side by side, with the question they raise."""

    number: int
    message: str
    here: Quoted
    there: tuple[Quoted, ...]


class Said(msgspec.Struct, frozen=True):
    """A value with the words that say it; `by` who says it and how, where that is not the narrator saying it is so."""

    value: str
    words: str
    anchor: str
    scene: int
    by: str


class Attribute(msgspec.Struct, frozen=True):
    """All that is said of one thing about somebody, in text order."""

    name: str
    said: tuple[Said, ...]


class PersonFacts(msgspec.Struct, frozen=True):
    """What is said of somebody."""

    name: str
    count: int
    attributes: tuple[Attribute, ...]


class FactsPanel(msgspec.Struct, frozen=True):
    """The contradictions, and people with what is said of them, most named first; the first `foremost` stand in the open."""

    clashes: tuple[Clash, ...]
    people: tuple[PersonFacts, ...]
    foremost: int = _FOREMOST


def facts_panel(review: Review, cards: Sequence[Card], places: Places, finder: Finder) -> FactsPanel:
    """The panel; without facts and contradictions it is not shown."""
    reading = review.reading
    by_person: dict[int, list[Fact]] = {}
    for fact in reading.facts.items:
        by_person.setdefault(fact.character, []).append(fact)
    return FactsPanel(
        clashes=tuple(
            _clash(comment, card, reading, places, finder)
            for comment, card in zip(review.comments, cards, strict=True)
            if comment.check.startswith(_FAMILY) and comment.evidence
        ),
        people=tuple(
            _person(person, by_person[person.id], reading, places, finder)
            for person in reading.cast.items
            if person.id in by_person
        ),
    )


def _clash(comment: Comment, card: Card, reading: Reading, places: Places, finder: Finder) -> Clash:
    def side(offset: int, words: str, label: str = "") -> Quoted:
        scene = f"scene {finder.scene(offset)}" if reading.scenes.items else "here"
        return Quoted(words, places.anchor(offset), ", ".join(filter(None, (scene, label))))

    return Clash(
        number=card.number,
        message=comment.message,
        here=side(comment.span.start, finder.words(comment.span, _SIDE)),
        there=tuple(side(proof.span.start, finder.words(proof.span, _SIDE), proof.label) for proof in comment.evidence),
    )


def _person(person: Character, facts: Sequence[Fact], reading: Reading, places: Places, finder: Finder) -> PersonFacts:
    names = {one.id: one.name for one in reading.cast.items}
    attributes: dict[str, list[Said]] = {}
    for fact in facts:
        attributes.setdefault(fact.attribute, []).append(
            Said(
                value=fact.value,
                words=finder.words(fact.span, _WORDS),
                anchor=places.anchor(fact.span.start),
                scene=finder.scene(fact.span.start),
                by=_by(fact, names),
            )
        )
    return PersonFacts(
        person.name, len(facts), tuple(Attribute(name, tuple(said)) for name, said in attributes.items())
    )


def _by(fact: Fact, names: dict[int, str]) -> str:
    teller = names.get(fact.teller, "somebody") if fact.teller is not None else ""
    return ", ".join(filter(None, (f"says {teller}" if teller else "", _HOW.get(fact.modality, ""))))
