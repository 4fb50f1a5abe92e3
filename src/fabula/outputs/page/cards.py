"""What the page says about each comment."""

from collections.abc import Iterable, Sequence

import msgspec

from fabula.outputs.page.places import Places, shortened
from fabula.review import Comment, Kind, Review, Severity

_LABELS = {
    Kind.SLIP: "Slip",
    Kind.QUESTION: "Question",
    Kind.CONTRADICTION: "Contradiction",
    Kind.STYLE: "Style",
    Kind.PRAISE: "Praise",
}
_COUNTED = {
    Kind.SLIP: ("slip", "slips"),
    Kind.QUESTION: ("question", "questions"),
    Kind.CONTRADICTION: ("contradiction", "contradictions"),
    Kind.STYLE: ("style note", "style notes"),
    Kind.PRAISE: ("thing that works", "things that work"),
}
_GLYPHS = {Kind.SLIP: "~", Kind.QUESTION: "?", Kind.CONTRADICTION: "≠", Kind.STYLE: "¶", Kind.PRAISE: "+"}
_SEVERITIES = {
    Severity.SLIP: "any editor would mend it",
    Severity.QUESTION: "a reader would ask",
    Severity.NOTE: "worth knowing",
}
_QUOTED = 72  # code points of the words repeated on a card; longer ones keep their two ends
_EVIDENCE = 160  # evidence is there to be read, so it gets more


class Quoted(msgspec.Struct, frozen=True):
    """Words of the story with the place they stand at; `label` says what they show."""

    words: str
    anchor: str
    label: str = ""


class Card(msgspec.Struct, frozen=True):
    """A comment as the page shows it. `number` counts comments from 1 in reading order; `about` is the check's own line."""

    number: int
    id: str
    kind: str
    severity: str
    label: str
    weight: str
    glyph: str
    words: str
    message: str
    suggestions: tuple[str, ...]
    evidence: tuple[Quoted, ...]
    check: str
    about: str


def cards_of(review: Review, places: Places) -> tuple[Card, ...]:
    """A card for every comment, in the review's order."""
    about = {told.check: told.notices for told in review.checks}
    text = review.reading.story.text
    return tuple(_card(number, comment, text, places, about) for number, comment in enumerate(review.comments, 1))


def _card(number: int, comment: Comment, text: str, places: Places, about: dict[str, str]) -> Card:
    return Card(
        number=number,
        id=comment.id,
        kind=comment.kind.value,
        severity=comment.severity.value,
        label=_LABELS[comment.kind],
        weight=_SEVERITIES[comment.severity],
        glyph=_GLYPHS[comment.kind],
        words=shortened(text, comment.span, _QUOTED),
        message=comment.message,
        suggestions=comment.suggestions,
        evidence=tuple(
            Quoted(shortened(text, proof.span, _EVIDENCE), places.anchor(proof.span.start), proof.label)
            for proof in comment.evidence
        ),
        check=comment.check,
        about=about.get(comment.check, ""),
    )


def foremost(cards: Sequence[Card], numbers: Iterable[int]) -> Card:
    """Of the comments with these numbers the weightiest, the first of them where several are."""
    return max((cards[number - 1] for number in numbers), key=lambda card: (Severity(card.severity).rank, -card.number))


def kind_label(kind: Kind) -> str:
    """The word for a kind of comment: "Slip"."""
    return _LABELS[kind]


def kind_counted(kind: Kind, count: int) -> str:
    """The words after a count of comments of a kind: "style notes"."""
    return _COUNTED[kind][count != 1]


def kind_glyph(kind: Kind) -> str:
    """The sign in a kind's badge."""
    return _GLYPHS[kind]


def severity_label(severity: Severity) -> str:
    """What a severity means: "a reader would ask"."""
    return _SEVERITIES[severity]
