"""Whether quoted words are said aloud, thought, or written: what the words beside the marks tell."""

import re

from fabula.reading import Manner
from fabula.stages.speech.tags import Said
from fabula.stages.vocabulary import word_set
from fabula.story import Span

_OF_THINKING = word_set("thought thinks think wondered wonders wonder reflected reflects")
_OF_WRITING = word_set("wrote writes texted typed")
_OF_SAYING = word_set("said says say told tells tell")
_ALOUD = re.compile(r"\b(?:aloud|out loud)\b")
_TO_ONESELF = re.compile(r"\b(?:to )?(?:my|him|her|your|them)sel(?:f|ves)\b")
_PAPERS = (
    r"(?:signs?|signboard|notice|note|letter|message|card|postcard|telegram|inscription|headline|label|plaque|poster|banner|"
    r"e-?mail|placard|caption|ticket|display|screen|tombstone|gravestone|headstone)"
)
_READS = re.compile(
    rf"\b{_PAPERS}\b[^.!?\n\"“”]{{0,40}}?\b(?:reads?|said|says|saying|reading|ran|announced|proclaimed|was written)[,:]?\s*$",
    re.IGNORECASE,
)
_PAPER = re.compile(_PAPERS, re.IGNORECASE)
_GREETING = re.compile(r"\W{0,3}(?:my )?(?:dear(?:est)?|darling|beloved)\b[^\n.?!]{1,40}[,:—–-]\s*", re.IGNORECASE)


def manner_of(text: str, span: Span, before: int, said: Said) -> Manner:
    """Speech unless the tag is one of thinking ("she thought", "he said to himself") or of writing ("the sign said:",
    "wrote Anna"), or the words are the greeting of a letter with a paragraph to itself.

    `before` is where the narration before the quotation begins.
    """
    if said.verb is not None:
        verb = text[said.verb.start : said.verb.end].casefold()
        beside = text[said.verb.start : said.verb.end + 24]
        if verb in _OF_WRITING:
            return Manner.WRITING
        if verb in _OF_THINKING:
            return Manner.SPEECH if _ALOUD.search(beside) else Manner.THOUGHT
        if verb in _OF_SAYING and _TO_ONESELF.match(text, _next_word(text, said.verb.end, said.subject)):
            return Manner.THOUGHT
    if said.subject is not None and _PAPER.fullmatch(text[said.subject.start : said.subject.end].split()[-1]):
        return Manner.WRITING
    if _READS.search(text, max(before, span.start - 90), span.start) or _GREETING.fullmatch(text, span.start, span.end):
        return Manner.WRITING
    return Manner.SPEECH


def _next_word(text: str, at: int, subject: Span | None) -> int:
    """The place of the first word behind a verb, or behind its subject where that follows it ("said she to herself")."""
    if subject is not None and at <= subject.start <= at + 2:
        at = text.find(" ", subject.start, subject.end + 1)
    while 0 <= at < len(text) and text[at].isspace():
        at += 1
    return max(at, 0)
