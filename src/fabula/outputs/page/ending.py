"""What follows the manuscript: who is who, what was set aside, what the author declared, what was not checked."""

from collections import Counter

import msgspec

from fabula.outputs.page.cards import Quoted, shortened
from fabula.outputs.page.manuscript import ASIDE_LABELS
from fabula.outputs.page.places import Places, anchor_of
from fabula.reading import Character
from fabula.review import Review
from fabula.story import PartKind

_WORDS = 90  # code points of a note that are repeated in a list
_FOREMOST = 12  # people shown at once; a novel's whole cast is folded away behind them


class Person(msgspec.Struct, frozen=True):
    """A character: every name with how often it stands and where it stands first."""

    name: str
    times: int
    pronouns: str
    anchor: str
    aliases: tuple[tuple[str, int, str], ...]


class Promise(msgspec.Struct, frozen=True):
    """A declared intent: in our words, in the author's own (with the place), and what it keeps quiet."""

    text: str
    quoted: Quoted | None
    silences: tuple[str, ...]


class Aside(msgspec.Struct, frozen=True):
    """A stretch that is no story: what we took it for, why, and how it begins."""

    label: str
    why: str
    quoted: Quoted


class Ending(msgspec.Struct, frozen=True):
    """All sections after the manuscript, the reasons for its headings counted; an empty section is not shown.

    The first `foremost` people stand in the open.
    """

    people: tuple[Person, ...]
    asides: tuple[Aside, ...]
    headings: tuple[tuple[str, int], ...]
    promises: tuple[Promise, ...]
    set_aside: tuple[tuple[str, int], ...]
    notices: tuple[str, ...]
    versions: tuple[str, ...]
    foremost: int = _FOREMOST


def ending_of(review: Review, places: Places) -> Ending:
    """The sections after the manuscript."""
    text = review.reading.story.text
    return Ending(
        people=tuple(_person(character, places) for character in review.reading.cast.items),
        asides=tuple(
            Aside(
                ASIDE_LABELS[part.kind],
                part.why,
                Quoted(shortened(text, part.span, _WORDS), anchor_of(places, part.span.start)),
            )
            for part in review.reading.parts.items
            if part.kind not in (PartKind.BODY, PartKind.HEADING)
        ),
        headings=_headings(review),
        promises=tuple(
            Promise(
                intent.text,
                Quoted(shortened(text, intent.span, 2 * _WORDS), anchor_of(places, intent.span.start))
                if intent.span
                else None,
                intent.silences,
            )
            for intent in review.intents
        ),
        set_aside=tuple((item.why, item.count) for item in review.set_aside),
        notices=_notices(review),
        versions=review.versions,
    )


def _person(character: Character, places: Places) -> Person:
    aliases = tuple(
        (alias.name, len(alias.places), anchor_of(places, alias.places[0].start) if alias.places else "")
        for alias in character.aliases
    )
    first = anchor_of(places, character.places[0].start) if character.places else ""
    return Person(character.name, len(character.places), character.pronouns, first, aliases)


def _headings(review: Review) -> tuple[tuple[str, int], ...]:
    """How many headings there are for each reason to take something for one, in the order of the first of each."""
    parts = review.reading.parts.items
    return tuple(Counter(part.why for part in parts if part.kind is PartKind.HEADING).items())


def _notices(review: Review) -> tuple[str, ...]:
    """Every notice once, and every check that broke down unless a notice has named it."""
    notices = list(dict.fromkeys((*review.notices, *review.reading.story.notices)))
    for failed in review.failed:
        if not any(failed in notice for notice in notices):
            notices.append(f"A check broke down and was left out: {failed}.")
    return tuple(notices)
