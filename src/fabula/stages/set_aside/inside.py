"""Notes that share a paragraph with the story."""

import re

from fabula.stages.set_aside.markers import Marking, marking_of
from fabula.stages.set_aside.voice import hear, tells_past

_LABEL = r"(?:a ?[/\\] ?n\b|(?-i:AN(?=\W{0,2}[:\-–—]))|auth?or[’']?s?[’']? notes?\b)"
_BRACKETED = re.compile(rf"[(\[{{]\W{{0,3}}{_LABEL}", re.I)
_TRAILING = re.compile(rf"(?<=[.!?…\"”’'*_)~])\s+(?P<note>[*_~]{{0,3}}{_LABEL}\s*[:\-–—])", re.I)
_CLOSING = {"(": ")", "[": "]", "{": "}"}
_SENTENCE = re.compile(r"(?<=[.!?…~])[\"”’')*_\]]*\s+(?=[\"“‘'(*_\[]*[^\W_a-z])|(?<=[)(D3])\s+(?=[A-Z][a-z]*\s)")
_HAND_OVER = re.compile(
    r"\benjoy\b|\bon (?:with|to) the (?:story|show|chapter|fic|tale)|\bhere (?:we go|it is|goes|you go)|without further ado|"
    r"happy reading|\br ?[&n] ?r\b|\bstory (?:start|time)|\bread on\b|let's (?:go|begin|get (?:started|on with))|please review",
    re.I,
)  # fmt: skip
_FIRST = re.compile(r"\b(?:I|[Mm]y|[Mm]e|I['’]\w+)\b")


def notes_inside(text: str) -> list[tuple[int, int]]:
    """Where notes stand inside a paragraph of the story, as offsets into it: in brackets anywhere, or at its end."""
    if "n" not in text and "N" not in text:
        return []
    found: list[tuple[int, int]] = []
    for opening in _BRACKETED.finditer(text):
        if found and opening.start() < found[-1][1]:
            continue
        found.append((opening.start(), _closing_at(text, opening.start())))
    trailing = _TRAILING.search(text, found[-1][1] if found else 0)
    if trailing:
        start = trailing.start("note")
        found.append((start, start + story_resumes(text[start:])))
    return found


def _closing_at(text: str, opening: int) -> int:
    """The offset after the bracket that closes the one at `opening`; the end of the text where it is never closed."""
    mark, depth = text[opening], 0
    for at in range(opening, len(text)):
        depth += (text[at] == mark) - (text[at] == _CLOSING[mark])
        if depth == 0:
            return at + 1
    return len(text)


def story_resumes(text: str) -> int:
    """Where the story takes over in a paragraph that begins as a note; its length where it never does.

    "A/N: hi! … Enjoy! The rain had stopped when": a hand-over, or a clear change from talk to telling. A bracket round
    the note says it better than either.
    """
    bracketed = _bracket_end(text)
    if bracketed:
        return bracketed
    starts = [0, *(found.end() for found in _SENTENCE.finditer(text))]
    sentences = [text[start:end] for start, end in zip(starts, [*starts[1:], len(text)], strict=True)]
    voices = [hear(sentence) for sentence in sentences]
    first = len(sentences)
    while first > 1 and not voices[first - 1].strong and voices[first - 1].talk < 2:
        first -= 1
    for at in range(first, len(sentences)):
        if _takes_over(sentences[at - 1], text[starts[at] :], len(sentences) - at):
            return starts[at]
    return len(text)


def _bracket_end(text: str) -> int:
    """The offset where the story goes on after a note in brackets that opens the paragraph, 0 where there is none."""
    lead = len(text) - len(text.lstrip("*_~ "))
    if text[lead : lead + 1] not in _CLOSING or marking_of(text)[0] is Marking.NONE:
        return 0
    end = _closing_at(text, lead)
    while end < len(text) and text[end] in "*_~ .":
        end += 1
    return end if len(text[end:].split()) >= 3 else 0


def _takes_over(before: str, rest: str, sentences: int) -> bool:
    voice = hear(rest)
    if _HAND_OVER.search(before) and len(before.split()) < 15:
        return voice.strong == 0 and (voice.narrates or (voice.talk < 2 and tells_past(rest)))
    long_enough = sentences >= 3 and len(rest.split()) >= 25
    return long_enough and voice.narrates and voice.talk == 0 and not _FIRST.search(rest)
