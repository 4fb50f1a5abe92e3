"""Before it is posted: a rating and tags as an archive words them, with the passages that led there."""

import re
from collections.abc import Iterator

from fabula.letter.wording import counted, listed, ordinal, plain, quote
from fabula.reading import ContentWarning, Reading, sentence_at
from fabula.reading.archive import CHOSE_NOT, NO_WARNINGS, RATINGS, SURE, archive_warnings, header_of, is_quotable

_SHOWN = 8
_NEW = 4
_OPEN = ("G", "T")
"""The ratings that need no warning to adults; between the two, and between the two others, the choice is the author's."""
_WARNED = ("Graphic Depictions Of Violence", "Major Character Death", "Rape/Non-Con")


def posting(reading: Reading) -> Iterator[str]:
    """The paragraphs of the section."""
    warnings = reading.warnings
    if warnings.rating is None:
        return
    rating = RATINGS[warnings.rating]
    yield f"**Rating.** {rating.name}, {rating.choice}. Not Rated is always enough."
    yield from _archive(reading)
    if warnings.tags:
        yield "**Tags a reader may look for, or look out for**, each with the first passage I thought of:"
        yield "\n".join(f"- {_tag(tag, reading)}" for tag in warnings.tags[:_SHOWN])
    yield from _declared(reading)


def _archive(reading: Reading) -> Iterator[str]:
    named = archive_warnings(reading.warnings)
    if named:
        yield f"**Archive warning.** I would think of {listed(named)}; {CHOSE_NOT} says as much and gives nothing away."
    else:
        yield f"**Archive warning.** I found nothing that asks for one: {NO_WARNINGS}. {CHOSE_NOT} is as good."


def _tag(tag: ContentWarning, reading: Reading) -> str:
    sure = "" if tag.confidence >= SURE else ", perhaps"
    place = tag.evidence[0]
    if is_quotable(tag):
        return f"{tag.tag}{sure}: {quote(reading.story.text, sentence_at(reading.sentences, place))}"
    number = sum(scene.span.start <= place.start for scene in reading.scenes.items)
    return f"{tag.tag}{sure}: {counted(len(tag.evidence), 'passage')}, the first in the {ordinal(max(1, number))} scene"


def _declared(reading: Reading) -> Iterator[str]:
    """What the file's own header says, against what was found."""
    header, found = header_of(reading), archive_warnings(reading.warnings)
    suggested = reading.warnings.rating or ""
    if header.letter and (header.letter in _OPEN) != (suggested in _OPEN):
        seems = "found nothing that goes beyond" if suggested in _OPEN else "would think of"
        name = RATINGS[suggested].name
        yield f"Your header says {plain(header.rating)}; I {seems} {name}. You know best what is still to come."
    undeclared = [one for one in found if one.casefold() not in header.warnings.casefold()]
    if undeclared and header.warnings and CHOSE_NOT.casefold()[8:] not in header.warnings.casefold():
        yield (
            f"Under warnings your header has {plain(header.warnings)}; the passages above made me think of "
            f"{listed(undeclared)} too. You know best which they are."
        )
    unseen = [one for one in _WARNED if one.casefold() in header.warnings.casefold() and one not in found]
    if unseen:
        yield f"Your header warns of {listed(unseen)}. I came upon no passage that I would put there, and may have missed it."
    yield from _untagged(reading, header.tags)


def _untagged(reading: Reading, tags: str) -> Iterator[str]:
    """Tags that a header with tags of its own does not have; a word in common counts as having it."""
    stems = {word[:5] for word in re.findall(r"\w{4,}", tags.casefold())}
    new = [
        tag.tag
        for tag in reading.warnings.tags
        if tag.confidence >= SURE and not stems & {word[:5] for word in re.findall(r"\w{4,}", tag.tag.casefold())}
    ]
    if stems and new:
        yield f"Your own tags do not speak of {listed([one.lower() for one in new[:_NEW]], 'or')}; readers may search for them."
