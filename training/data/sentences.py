"""Sentence bounds of LitBank mended: its tokeniser cut speech from its tag, and closing marks from their speech."""

from __future__ import annotations

from dataclasses import replace

from fabula.models.speech_tags import CLOSING, FINAL, is_tag
from training.data.document import Document


def mend_sentences(document: Document) -> Document:
    """The document with a sentence at each paragraph, at what follows a finished speech, and none between speech and tag.

    A bound inside a mention is never made.
    """
    starts = set(document.sentence_starts) | set(document.paragraph_starts)
    paragraphs = set(document.paragraph_starts)
    for number in range(2, len(document.words)):
        mark, closing = document.words[number - 2 : number]
        if mark not in FINAL or closing not in CLOSING or number - 1 in paragraphs or number in paragraphs:
            continue
        if closing in "'\"" and _opens(document, number - 1):
            continue
        starts.discard(number - 1)
        if is_tag(document.words, number, mark):
            starts.discard(number)
        else:
            starts.add(number)
    inside = {n for m in document.mentions for n in range(m.start + 1, m.end)}
    return replace(document, sentence_starts=tuple(sorted(starts - inside)))


def _opens(document: Document, number: int) -> bool:
    """Whether a straight mark begins a quotation."""
    return any(q.start == number for q in document.quotations)
