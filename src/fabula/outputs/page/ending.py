"""What closes the page: what was set aside, what the author declared, what was not checked."""

from collections import Counter

import msgspec

from fabula.outputs.page.cards import Quoted
from fabula.outputs.page.manuscript import ASIDE_LABELS
from fabula.outputs.page.places import Places, shortened
from fabula.review import Review
from fabula.story import PartKind

_WORDS = 90  # code points of a note that are repeated in a list


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
    """The last sections of the page, the reasons for its headings counted; an empty section is not shown."""

    asides: tuple[Aside, ...]
    headings: tuple[tuple[str, int], ...]
    promises: tuple[Promise, ...]
    set_aside: tuple[tuple[str, int], ...]
    notices: tuple[str, ...]
    versions: tuple[str, ...]


def ending_of(review: Review, places: Places) -> Ending:
    """The sections that close the page."""
    text = review.reading.story.text
    return Ending(
        asides=tuple(
            Aside(
                ASIDE_LABELS[part.kind],
                part.why,
                Quoted(shortened(text, part.span, _WORDS), places.anchor(part.span.start)),
            )
            for part in review.reading.parts.items
            if part.kind not in (PartKind.BODY, PartKind.HEADING)
        ),
        headings=_headings(review),
        promises=tuple(
            Promise(
                intent.text,
                Quoted(shortened(text, intent.span, 2 * _WORDS), places.anchor(intent.span.start))
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
