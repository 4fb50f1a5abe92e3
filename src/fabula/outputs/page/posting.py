"""Before it is posted: a rating, warnings and tags as an archive words them, each with the passages that led there.

Source: the ratings and archive warnings of the Archive of Our Own (Terms of Service FAQ). General or Teen, and Mature
or Explicit, are the author's absolute choice; opting out is always enough.
"""

import msgspec

from fabula.outputs.page.cards import Quoted
from fabula.outputs.page.places import Finder, Places
from fabula.reading import ContentWarning, Reading
from fabula.story import Span

_RATINGS = {
    "G": ("General Audiences", "between that and Teen And Up Audiences the choice is yours alone"),
    "T": ("Teen And Up Audiences", "or General Audiences: between these two the choice is yours alone"),
    "M": ("Mature", "or Explicit: between these two the choice is yours alone"),
    "E": ("Explicit", "or Mature: between these two the choice is yours alone"),
}
_NONE = "No Archive Warnings Apply"
_UNQUOTED = ("Sexual content", "Non-consent")  # shown by their places alone
_SURE = 0.8
_WORDS = 100
_PASSAGES = 6  # passages shown with a tag; more of them say nothing new


class Tag(msgspec.Struct, frozen=True):
    """A tag with its first passages (without words where they had better be read in their place) and how many there are."""

    name: str
    archive: str
    perhaps: bool
    passages: tuple[Quoted, ...]
    count: int


class Posting(msgspec.Struct, frozen=True):
    """What the archive asks for. `declared` is what the file's own header says, as (what, declared, found)."""

    rating: str
    choice: str
    warnings: tuple[str, ...]
    tags: tuple[Tag, ...]
    declared: tuple[tuple[str, str, str], ...]
    none: str = _NONE


def posting_of(reading: Reading, places: Places, finder: Finder) -> Posting | None:
    """The panel; None where no rating is suggested."""
    warnings = reading.warnings
    if warnings.rating is None:
        return None
    rating, choice = _RATINGS[warnings.rating]
    found = tuple(sorted({tag.archive_warning for tag in warnings.tags if tag.archive_warning}))
    header = {one.key: one.value for one in reading.story.declarations}
    pairs = (
        ("Rating", header.get("rating", ""), rating),
        ("Archive warnings", header.get("warnings", ""), ", ".join(found) or _NONE),
        ("Tags", header.get("tags", ""), ", ".join(tag.tag for tag in warnings.tags) or "none"),
    )
    return Posting(
        rating=rating,
        choice=choice,
        warnings=found,
        tags=tuple(_tag(tag, places, finder) for tag in warnings.tags),
        declared=tuple(pair for pair in pairs if pair[1]),
    )


def _tag(tag: ContentWarning, places: Places, finder: Finder) -> Tag:
    quoted = tag.tag not in _UNQUOTED and tag.archive_warning in (None, "Graphic Depictions Of Violence")
    return Tag(
        name=tag.tag,
        archive=tag.archive_warning or "",
        perhaps=tag.confidence < _SURE,
        passages=tuple(_passage(span, quoted, places, finder) for span in tag.evidence[:_PASSAGES]),
        count=len(tag.evidence),
    )


def _passage(span: Span, quoted: bool, places: Places, finder: Finder) -> Quoted:
    words = finder.words(span, _WORDS) if quoted else ""
    return Quoted(words, places.anchor(span.start), f"scene {finder.scene(span.start)}")
