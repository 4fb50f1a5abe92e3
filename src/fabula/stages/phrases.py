"""The phrases in another language."""

from fabula.reading import Lexicon, Parts, Phrase, Phrases, Proof
from fabula.stages.foreign.library import Library, open_library
from fabula.stages.foreign.spans import Known, find_spans
from fabula.stages.foreign.verdicts import judge
from fabula.stages.foreign.words import pieces_of
from fabula.stages.paragraphs import body_paragraphs
from fabula.stages.trusted_rules import SPELLING
from fabula.stages.wordlist import fiction_words, rare_words
from fabula.story import Span, Story


def open_phrasebooks() -> Library:
    """The phrasebooks and word tables of all languages: opened once, read by every story."""
    return open_library()


def read_phrases(story: Story, parts: Parts, lexicon: Lexicon, proof: Proof, library: Library) -> Phrases:
    """Every phrase of the body in another language: found, named, read and checked."""
    known = Known(fiction_words(), rare_words(), lexicon.names, _unspelt(story.text, proof))
    return Phrases(tuple(phrases_in(story.text, body_paragraphs(story, parts), _italics(story), library, known)))


def phrases_in(text: str, paragraphs: tuple[Span, ...], italics: tuple[Span, ...], library: Library, known: Known) -> list[Phrase]:
    """The phrases of those paragraphs, in text order."""
    pieces = [piece for stretch in paragraphs for piece in pieces_of(text, stretch, italics)]
    return [judge(text, found, library) for found in find_spans(pieces, library, known)]


def _unspelt(text: str, proof: Proof) -> frozenset[str]:
    spelling = (lint.span for lint in proof.items if lint.rule == SPELLING)
    return frozenset(text[span.start : span.end].casefold().replace("’", "'") for span in spelling)


def _italics(story: Story) -> tuple[Span, ...]:
    return tuple(mark.span for mark in story.emphasis if mark.style == "italic")
