"""The phrases in another language."""

from bisect import bisect_right

import msgspec

from fabula.reading import Attributions, Cast, Lexicon, Parts, Phrase, Phrases, Proof, Quotations
from fabula.stages.dictionary import Dictionary
from fabula.stages.foreign.bookcase import Library, open_library
from fabula.stages.foreign.likelihood import Known
from fabula.stages.foreign.spans import find_spans
from fabula.stages.foreign.verdicts import judge
from fabula.stages.foreign.words import pieces_of
from fabula.stages.paragraphs import body_paragraphs
from fabula.stages.trusted_rules import SPELLING
from fabula.story import Span, Story

_GENDERS = {"he": "m", "she": "f"}
_SURE = 0.7
"""How surely we must know who speaks before we say that they speak as the other sex."""


def open_phrasebooks() -> Library:
    """The phrasebooks and word tables of all languages: opened once, read by every story."""
    return open_library()


def read_phrases(
    story: Story,
    parts: Parts,
    lexicon: Lexicon,
    proof: Proof,
    quotations: Quotations,
    cast: Cast,
    attributions: Attributions,
    library: Library,
    dictionary: Dictionary,
) -> Phrases:
    """Every phrase of the body in another language: found, named, read and checked."""
    known = Known(dictionary.often, dictionary.rare, lexicon.names, _unspelt(story.text, proof))
    paragraphs, italics = body_paragraphs(story, parts), _italics(story)
    talk = Talk(quotations, attributions, {one.id: _GENDERS.get(one.pronouns, "") for one in cast.items})
    return Phrases(tuple(phrases_in(story.text, paragraphs, italics, library, known, talk)))


class Talk(msgspec.Struct, frozen=True):
    """Who says what to whom, and who of them is a man ("m"), a woman ("f")."""

    quotations: Quotations
    attributions: Attributions
    genders: dict[int, str]


def phrases_in(
    text: str,
    paragraphs: tuple[Span, ...],
    italics: tuple[Span, ...],
    library: Library,
    known: Known,
    talk: Talk | None = None,
) -> list[Phrase]:
    """The phrases of those paragraphs, in text order."""
    pieces = [piece for stretch in paragraphs for piece in pieces_of(text, stretch, italics)]
    found = find_spans(pieces, library, known)
    return [judge(text, one, library, *(_between(one.span, talk) if talk else ("", ""))) for one in found]


def _between(span: Span, talk: Talk) -> tuple[str, str]:
    """The gender of who says these words, and of whom they are said to; "" where we are not sure."""
    starts = [quotation.span.start for quotation in talk.quotations.items]
    at = bisect_right(starts, span.start) - 1
    if at < 0 or span.end > talk.quotations.items[at].span.end:
        return "", ""
    said = talk.attributions.items[at]
    if said.speaker is None or said.confidence < _SURE:
        return "", ""
    hearer = talk.genders.get(said.addressee, "") if said.addressee is not None else ""
    return talk.genders.get(said.speaker, ""), hearer


def _unspelt(text: str, proof: Proof) -> frozenset[str]:
    spelling = (lint.span for lint in proof.items if lint.rule == SPELLING)
    return frozenset(text[span.start : span.end].casefold().replace("’", "'") for span in spelling)


def _italics(story: Story) -> tuple[Span, ...]:
    return tuple(mark.span for mark in story.emphasis if mark.style == "italic")
