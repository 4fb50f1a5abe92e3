"""The head of the page: whose story it is, how long, and what was said of it; and the filters with their counts."""

from collections import Counter

import msgspec

from fabula.outputs.page.cards import Card, kind_counted, kind_glyph, kind_label, severity_label
from fabula.reading import words_of_story
from fabula.review import Kind, Review, Severity
from fabula.story import PartKind


class Count(msgspec.Struct, frozen=True):
    """How many comments are of one sort; `value` is what the filters compare, `label` what a person reads."""

    value: str
    label: str
    count: int
    glyph: str = ""


class Front(msgspec.Struct, frozen=True):
    """Title and byline ("" where there is none), the story's figures, the comments by kind in words."""

    title: str
    byline: str
    words: int
    scenes: int
    people: int
    kinds: tuple[Count, ...]


class Filters(msgspec.Struct, frozen=True):
    """The comments counted three ways; a way with only one sort in it sorts nothing out and is left empty."""

    kind: tuple[Count, ...]
    severity: tuple[Count, ...]
    check: tuple[Count, ...]


def front_of(review: Review, cards: tuple[Card, ...]) -> Front:
    """What the head of the page says."""
    reading = review.reading
    counts = Counter(card.kind for card in cards)
    return Front(
        title=_part(review, PartKind.TITLE) or _declared(review, "title") or reading.story.source.name,
        byline=_part(review, PartKind.BYLINE) or _by(_declared(review, "author")),
        words=words_of_story(reading),
        scenes=len(reading.scenes.items),
        people=len(reading.cast.items),
        kinds=tuple(
            Count(kind.value, kind_counted(kind, counts[kind]), counts[kind], kind_glyph(kind))
            for kind in Kind
            if counts[kind]
        ),
    )


def filters_of(cards: tuple[Card, ...]) -> Filters:
    """The filters worth showing, each with its counts: kinds and severities in their own order, checks by name."""
    kinds = Counter(card.kind for card in cards)
    severities = Counter(card.severity for card in cards)
    checks = Counter(card.check for card in cards)
    return Filters(
        kind=_worth([Count(kind.value, kind_label(kind), kinds[kind]) for kind in Kind]),
        severity=_worth([Count(s.value, severity_label(s), severities[s]) for s in reversed(Severity)]),
        check=_worth([Count(check, check, checks[check]) for check in sorted(checks)]),
    )


def _worth(counts: list[Count]) -> tuple[Count, ...]:
    there = tuple(count for count in counts if count.count)
    return there if len(there) > 1 else ()


def _part(review: Review, kind: PartKind) -> str:
    text = review.reading.story.text
    spans = (part.span for part in review.reading.parts.items if part.kind is kind)
    return next((" ".join(text[span.start : span.end].split()) for span in spans), "")


def _declared(review: Review, key: str) -> str:
    values = (" ".join(said.value.split()) for said in review.reading.story.declarations if said.key == key)
    return next((value for value in values if value), "")


def _by(author: str) -> str:
    return f"by {author}" if author else ""
