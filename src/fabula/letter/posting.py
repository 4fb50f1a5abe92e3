"""Before it is posted: a rating and tags as an archive words them, with the passages that led there.

Source: the ratings and archive warnings of the Archive of Our Own (Terms of Service FAQ). General or Teen, and Mature
or Explicit, are the author's absolute choice; opting out is always enough.
"""

from collections.abc import Iterator

from fabula.letter.wording import listed, quote
from fabula.reading import ContentWarning, Reading, sentence_at

_RATINGS = {
    "G": "General Audiences; between that and Teen And Up Audiences the choice is yours alone",
    "T": "Teen And Up Audiences, or General Audiences if you read it so: between these two the choice is yours alone",
    "M": "Mature; where to draw the line to Explicit is yours alone",
    "E": "Explicit, or Mature if you read it so: between these two the choice is yours alone",
}
_NONE, _CHOSE = "No Archive Warnings Apply", "Creator Chose Not To Use Archive Warnings"
_SHOWN = 8


def posting(reading: Reading) -> Iterator[str]:
    """The paragraphs of the section."""
    warnings = reading.warnings
    if warnings.rating is None:
        return
    yield f"**Rating.** {_RATINGS[warnings.rating]}. Not Rated is always enough."
    yield from _archive(reading)
    if warnings.tags:
        yield "**Tags a reader may look for, or look out for**, each with the first passage I thought of:"
        yield "\n".join(f"- {_tag(tag, reading)}" for tag in warnings.tags[:_SHOWN])
    yield from _declared(reading)


def _archive(reading: Reading) -> Iterator[str]:
    named = sorted({tag.archive_warning for tag in reading.warnings.tags if tag.archive_warning})
    if named:
        yield f"**Archive warning.** I would think of {listed(named)}; {_CHOSE} says as much and gives nothing away."
    else:
        yield f"**Archive warning.** I found nothing that asks for one: {_NONE}. {_CHOSE} is as good."


def _tag(tag: ContentWarning, reading: Reading) -> str:
    sure = "" if tag.confidence >= 0.8 else ", perhaps"
    place = tag.evidence[0]
    sentence = sentence_at(reading.sentences, place)
    return f"{tag.tag}{sure}: {quote(reading.story.text, sentence)}"


def _declared(reading: Reading) -> Iterator[str]:
    """What the file's own header says, against what was found."""
    header = {one.key: one.value for one in reading.story.declarations}
    found = sorted({tag.archive_warning for tag in reading.warnings.tags if tag.archive_warning})
    if found and header.get("warnings", "") == _NONE:
        yield f"Your header says {_NONE}; the passages above made me think of {listed(found)}. You know best which they are."
    rating = header.get("rating", "")
    if reading.warnings.rating in ("M", "E") and rating in ("General Audiences", "Teen And Up Audiences"):
        yield f"Your header says {rating}; the passages above read as graphic to me."
