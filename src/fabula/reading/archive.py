"""What an archive asks for before a story is posted, in its own terms: ratings, warnings, what is better not quoted.

Source: the ratings and archive warnings of the Archive of Our Own (Terms of Service FAQ). General or Teen, and Mature
or Explicit, are the author's absolute choice; opting out is always enough.
"""

import re
from collections.abc import Iterator
from types import MappingProxyType

import msgspec

from fabula.reading.reading import Reading
from fabula.reading.warnings import ContentWarning, Warnings
from fabula.story import PartKind


class Rating(msgspec.Struct, frozen=True):
    """A rating in the archive's words, and the choice that stays the author's."""

    name: str
    choice: str


_BETWEEN = "between these two the choice is yours alone"
RATINGS = MappingProxyType(
    {
        "G": Rating("General Audiences", "between that and Teen And Up Audiences the choice is yours alone"),
        "T": Rating("Teen And Up Audiences", f"or General Audiences: {_BETWEEN}"),
        "M": Rating("Mature", f"or Explicit: {_BETWEEN}"),
        "E": Rating("Explicit", f"or Mature: {_BETWEEN}"),
    }
)
"""The ratings by the letters that a review has for them."""
NO_WARNINGS, CHOSE_NOT = "No Archive Warnings Apply", "Creator Chose Not To Use Archive Warnings"
SURE = 0.8
"""A tag that is less likely than this is told with a "perhaps"."""
_UNQUOTED = frozenset(("Sexual content", "Non-consent"))


def archive_warnings(warnings: Warnings) -> tuple[str, ...]:
    """The archive warnings that the tags ask for, by name."""
    return tuple(sorted({tag.archive_warning for tag in warnings.tags if tag.archive_warning}))


def is_quotable(tag: ContentWarning) -> bool:
    """True where a passage of the tag may be shown; the others are named by their places alone, to be read there."""
    return tag.tag not in _UNQUOTED


class Header(msgspec.Struct, frozen=True):
    """What the file's own header declares, each "" where it does not: `rating` as written and its letter, warnings, tags."""

    rating: str = ""
    letter: str = ""
    warnings: str = ""
    tags: str = ""


_LABELS = MappingProxyType(
    {
        "rating": r"rating|rated",
        "warnings": r"(?:archive |content |trigger )?warnings?|[ct]\.?w\.?",
        "tags": r"(?:additional |freeform )?tags|freeforms",
    }
)
_LETTERS = (
    ("E", r"explicit|nc-?17|ma\b|e\b"),
    ("M", r"mature|fiction m|r\b|m\b"),
    ("T", r"teen|pg-?13|fiction t|k\+|t\b"),
    ("G", r"general|pg\b|fiction k|k\b|g\b"),
)
"""How ratings begin, here and elsewhere (films', and an older archive's K to M)."""


def header_of(reading: Reading) -> Header:
    """What is declared in the file's markup, or in lines such as "Rating: Teen" before the story."""
    said = {label: _declared(reading, label, names) for label, names in _LABELS.items()}
    begins = ((letter, re.match(pattern, said["rating"], re.I)) for letter, pattern in _LETTERS)
    return Header(letter=next((letter for letter, found in begins if found), ""), **said)


def _declared(reading: Reading, label: str, names: str) -> str:
    marked = [one.value for one in reading.story.declarations if one.key == label]
    return ", ".join(marked or _written(reading, re.compile(rf"^\W*(?:{names})\W*:\W*(\w.*)$", re.I | re.M)))


def _written(reading: Reading, line: re.Pattern[str]) -> Iterator[str]:
    for part in reading.parts.items:
        if part.kind in (PartKind.META, PartKind.NOTE):
            yield from (found[1].strip() for found in line.finditer(reading.story.text, part.span.start, part.span.end))
