"""Before it is posted: a rating, warnings and tags as an archive words them, each with the passages that led there."""

import msgspec

from fabula.outputs.page.cards import Quoted
from fabula.outputs.page.places import Finder, Places
from fabula.reading import ContentWarning, Reading
from fabula.reading.archive import NO_WARNINGS, RATINGS, SURE, archive_warnings, header_of, is_quotable
from fabula.story import Span

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
    none: str = NO_WARNINGS


def posting_of(reading: Reading, places: Places, finder: Finder) -> Posting | None:
    """The panel; None where no rating is suggested."""
    warnings = reading.warnings
    if warnings.rating is None:
        return None
    rating = RATINGS[warnings.rating]
    found = archive_warnings(warnings)
    header = header_of(reading)
    pairs = (
        ("Rating", header.rating, rating.name),
        ("Archive warnings", header.warnings, ", ".join(found) or NO_WARNINGS),
        ("Tags", header.tags, ", ".join(tag.tag for tag in warnings.tags) or "none"),
    )
    return Posting(
        rating=rating.name,
        choice=rating.choice,
        warnings=found,
        tags=tuple(_tag(tag, places, finder) for tag in warnings.tags),
        declared=tuple(pair for pair in pairs if pair[1]),
    )


def _tag(tag: ContentWarning, places: Places, finder: Finder) -> Tag:
    return Tag(
        name=tag.tag,
        archive=tag.archive_warning or "",
        perhaps=tag.confidence < SURE,
        passages=tuple(_passage(span, is_quotable(tag), places, finder) for span in tag.evidence[:_PASSAGES]),
        count=len(tag.evidence),
    )


def _passage(span: Span, quoted: bool, places: Places, finder: Finder) -> Quoted:
    words = finder.words(span, _WORDS) if quoted else ""
    return Quoted(words, places.anchor(span.start), f"scene {finder.scene(span.start)}")
