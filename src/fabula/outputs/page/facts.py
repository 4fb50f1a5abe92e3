"""The facts: what the story says of each person, and where it seems to say two things."""

from collections.abc import Iterable, Iterator, Sequence

import msgspec

from fabula.outputs.page.cards import Card, Quoted
from fabula.outputs.page.places import Finder, Places
from fabula.reading import Fact, Modality, Note
from fabula.review import Comment, Review

_FAMILY = "continuity."
_WORDS = 110  # code points of the words that say a fact
_SIDE = 240  # of the words on each side of a contradiction
_NOTES = 300  # of what is said of things, the first so many; a novel says it of thousands
_FOREMOST = 4  # people whose facts stand in the open
_HOW = {Modality.DENIED: "said not to be so", Modality.WISHED: "wished or feared", Modality.DREAMT: "dreamt"}


class Clash(msgspec.Struct, frozen=True):
    """Places that seem to say two things, in the order of the text, and the question they raise."""

    number: int
    message: str
    sides: tuple[Quoted, ...]


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


class Ledger(msgspec.Struct, frozen=True):
    """What is said of somebody, or of things."""

    name: str
    count: int
    attributes: tuple[Attribute, ...]


class FactsPanel(msgspec.Struct, frozen=True):
    """The contradictions, people with what is said of them, most named first, and things, of which `more` are not listed.

    The first `foremost` people stand in the open.
    """

    clashes: tuple[Clash, ...]
    people: tuple[Ledger, ...]
    things: Ledger
    more: int
    foremost: int = _FOREMOST


def facts_panel(review: Review, cards: Sequence[Card], places: Places, finder: Finder) -> FactsPanel:
    """The panel; without facts and contradictions it is not shown."""
    reading = review.reading
    names = {one.id: one.name for one in reading.cast.items}
    notes = [note for note in reading.facts.notes if note.about]
    by_person: dict[int, list[Fact]] = {}
    for fact in reading.facts.items:
        by_person.setdefault(fact.character, []).append(fact)
    return FactsPanel(
        clashes=tuple(
            _clash(comment, card, places, finder)
            for comment, card in zip(review.comments, cards, strict=True)
            if comment.check.startswith(_FAMILY) and comment.evidence
        ),
        people=tuple(
            _ledger(person.name, _of_person(by_person[person.id], names), names, places, finder)
            for person in reading.cast.items
            if person.id in by_person
        ),
        things=_ledger("Things and places", _of_things(notes, names), names, places, finder),
        more=max(0, len(notes) - _NOTES),
    )


def _clash(comment: Comment, card: Card, places: Places, finder: Finder) -> Clash:
    told = ((comment.span, ""), *((proof.span, proof.label) for proof in comment.evidence))
    return Clash(
        number=card.number,
        message=comment.message,
        sides=tuple(
            Quoted(
                finder.words(span, _SIDE),
                places.anchor(span.start),
                ", ".join(filter(None, (f"scene {finder.scene(span.start)}", label))),
            )
            for span, label in sorted(told, key=lambda one: one[0])
        ),
    )


def _ledger(
    name: str, rows: Iterable[tuple[str, str, Fact | Note]], names: dict[int, str], places: Places, finder: Finder
) -> Ledger:
    """Rows of (what is told of, what is told, where) under one name, those of one kind together."""
    attributes: dict[str, list[Said]] = {}
    for attribute, value, told in rows:
        attributes.setdefault(attribute, []).append(
            Said(
                value=value,
                words=finder.words(told.span, _WORDS),
                anchor=places.anchor(told.span.start),
                scene=finder.scene(told.span.start),
                by=_by(told, names),
            )
        )
    return Ledger(
        name,
        sum(map(len, attributes.values())),
        tuple(Attribute(attribute, tuple(said)) for attribute, said in attributes.items()),
    )


def _of_person(facts: Sequence[Fact], names: dict[int, str]) -> Iterator[tuple[str, str, Fact]]:
    for fact in facts:
        yield _named(fact.attribute.removesuffix(", unnamed"), names), _named(fact.value, names), fact


def _of_things(notes: Sequence[Note], names: dict[int, str]) -> Iterator[tuple[str, str, Note]]:
    """What is said of things; who comes, goes and does what is kept for the checks alone."""
    for note in notes[:_NOTES]:
        owner = names.get(note.owner, "") if note.owner is not None else ""
        yield f"{note.about} ({owner})" if owner else note.about, f"{note.attribute}: {note.value}", note


def _named(words: str, names: dict[int, str]) -> str:
    """ "cousin of 3" with the name of the third character, "cousin of somebody" where it is not known whose."""
    before, joint, whose = words.rpartition(" ")
    if whose.isdecimal() and before.endswith((" of", " beside")):
        return f"{before} {names.get(int(whose), 'somebody')}"
    return f"{before}{joint}somebody" if whose == "?" else words


def _by(told: Fact | Note, names: dict[int, str]) -> str:
    teller = names.get(told.teller, "somebody") if told.teller is not None else ""
    return ", ".join(filter(None, (f"says {teller}" if teller else "", _HOW.get(told.modality, ""))))
