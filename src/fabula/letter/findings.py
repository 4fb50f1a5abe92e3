"""The three things to look at first, and the questions a reader was left with."""

from collections.abc import Iterator, Sequence

from fabula.letter.wording import capital, counted, quote
from fabula.review import Comment, Kind, Severity

_WEIGHTS = (
    ("continuity.", "what the story says of itself"),
    ("time.", "the clock and the calendar"),
    ("clarity.", "places where I lost my way"),
    ("foreign.", "the phrases in other languages"),
    ("names.", "names"),
    ("slips.", "slips of the pen"),
    ("style.", "habits of style"),
)
"""Families of comments, the ones that cost a reader most first, and what the letter calls them."""
_FIRST = 3
_EXAMPLES = 3
_QUESTIONS = 5


def first_things(comments: Sequence[Comment], text: str) -> Iterator[str]:
    """At most three rows: a family of comments each, with how many and up to three of the story's own words."""
    rows = [(name, [one for one in comments if one.check.startswith(family)]) for family, name in _WEIGHTS]
    told = [(name, found) for name, found in rows if any(one.severity is not Severity.NOTE for one in found)]
    for number, (name, found) in enumerate(told[:_FIRST], 1):
        loud = sorted(found, key=lambda one: (-one.severity.rank, -one.confidence, one.span.start))
        shown = [quote(text, one.span, 50) for one in sorted(loud[:_EXAMPLES], key=lambda one: one.span.start)]
        more = f", and {counted(len(found) - len(shown), 'more place')}" if len(found) > len(shown) else ""
        yield f"{number}. **{capital(name)}**: {', '.join(shown)}{more}."


def questions(comments: Sequence[Comment], text: str) -> Iterator[str]:
    """The questions of the margin that matter most, in the story's order, contradictions first among equals."""
    asked = [one for one in comments if one.severity is Severity.QUESTION]
    best = sorted(asked, key=lambda one: (one.kind is not Kind.CONTRADICTION, -one.confidence, one.span.start))[
        :_QUESTIONS
    ]
    for one in sorted(best, key=lambda one: one.span.start):
        yield f"- At {quote(text, one.span, 50)}: {one.message}"
