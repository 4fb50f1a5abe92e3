"""The sentences of the story."""

import re
from collections.abc import Iterator
from itertools import pairwise

from fabula.reading import Parts, Sentences
from fabula.stages.paragraphs import body_paragraphs
from fabula.stages.speech.tags import Tag, tag_after
from fabula.stages.vocabulary import word_set
from fabula.story import Span, Story

_CLOSERS = "\"'”’»›)]}*_"
_OPENERS = "\"'“‘„‚«‹([{*_¿¡—–-… "
_END = re.compile(rf"(?P<stop>[.!?…]+|[—–-](?=[\"”»'’]))(?P<close>[{re.escape(_CLOSERS)}]*)(?P<gap>\s+)")
_BEFORE_NAME = word_set(
    "mr mrs ms mx dr st prof capt col gen lt sgt cpl maj rev fr hon gov sen rep pres messrs mme mlle m sr sra srta "
    "fig vol pp vs cf e.g i.e eg ie viz approx dept est mt ft supt insp det"
)
_BEFORE_SMALL = word_set("etc a.m p.m am pm jr sr esq inc ltd co bros no nos ca")
_WORD_BEFORE = re.compile(r"[\w.’']*$")


def split_sentences(story: Story, parts: Parts) -> Sentences:
    """Every sentence of the body with the marks that close it; a speech and its own tag are one sentence.

    A line break is taken for a wrapped line unless the next word would still have fitted on the line.
    """
    spans: list[Span] = []
    for paragraph in body_paragraphs(story, parts):
        start = paragraph.start
        for end, after in _boundaries(story.text, paragraph):
            if start < end:
                spans.append(Span(start, end))
            start = max(start, after)
        spans.append(Span(start, paragraph.end))
    return Sentences(tuple(spans))


def _boundaries(text: str, paragraph: Span) -> list[tuple[int, int]]:
    """Where one sentence ends and the next begins, in text order, one pair for each boundary inside the paragraph."""
    found = [
        (match.end("close"), match.end("gap"))
        for match in _END.finditer(text, paragraph.start, paragraph.end)
        if match.end("gap") < paragraph.end and _is_boundary(text, match, paragraph)
    ]
    return sorted({*found, *_line_ends(text, paragraph)})


def _is_boundary(text: str, match: re.Match[str], paragraph: Span) -> bool:
    stop, close = match.group("stop"), match.group("close")
    following = _first_letter(text, match.end("gap"), paragraph.end)
    quoted = any(mark in close for mark in "\"'”’»")
    if stop == "." and not close and _is_abbreviation(text, match.start(), paragraph.start, following):
        return False
    if following.islower():
        return stop == "." and not close and len(_word_before(text, match.start(), paragraph.start)) > 2
    return not (quoted and stop != "." and tag_after(text, match.end("close"), paragraph.end) is not Tag.NONE)


def _first_letter(text: str, at: int, end: int) -> str:
    while at < end and text[at] in _OPENERS:
        at += 1
    return text[at] if at < end else ""


def _word_before(text: str, at: int, start: int) -> str:
    found = _WORD_BEFORE.search(text[max(start, at - 12) : at])
    return found.group() if found else ""


def _is_abbreviation(text: str, at: int, start: int, following: str) -> bool:
    """Whether the full stop at `at` belongs to a shortened word or an initial."""
    word = _word_before(text, at, start)
    low = word.casefold()
    if low in _BEFORE_NAME:
        return True
    if low in _BEFORE_SMALL:
        return not following.isupper()
    return len(word) == 1 and word.isupper() and word != "I" and following.isupper()


def _line_ends(text: str, paragraph: Span) -> Iterator[tuple[int, int]]:
    """Boundaries at line ends that the author made on purpose, such as those of a letterhead or a poem."""
    if "\n" not in text[paragraph.start : paragraph.end]:
        return
    lines = text[paragraph.start : paragraph.end].split("\n")
    widest = max(len(line) for line in lines)
    at = paragraph.start
    for line, following in pairwise(lines):
        at += len(line) + 1
        word = following.split(maxsplit=1)[0] if following.strip() else ""
        first = word.lstrip(_OPENERS)[:1]
        if word and len(line.rstrip()) + 1 + len(word) <= widest - 10 and (first.isupper() or word[0] == "["):
            yield at - 1 - (len(line) - len(line.rstrip())), at + len(following) - len(following.lstrip())
