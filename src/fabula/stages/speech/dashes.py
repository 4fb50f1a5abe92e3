"""Dash dialogue: speech that begins with a dash and is cut by its tags ("— Come in, — he said, — and sit.")."""

import re

from fabula.stages.speech.style import DASH
from fabula.stages.speech.tags import Tag, tag_after
from fabula.story import Span

_CUT = re.compile(r"(?:(?<=\s)|(?<=[,.!?…]))(?:[—–―]|--)(?=\s?[^\W\d_])|[—–―](?=[.,;:!?]\s)")
_BARE_TAG = re.compile(r"(?<=[,!?.…])\s+(?=[^\W\d_])")
_WORD = re.compile(r"\w")
_TAG_END = re.compile(r"[.,;:](?=\s|$)")


def dash_speeches(text: str, paragraph: Span) -> list[Span]:
    """The stretches of speech in a paragraph of dash dialogue, the leading dash included and tags left out.

    A paragraph that does not begin with a dash has none.
    """
    opening = DASH.match(text, paragraph.start, paragraph.end)
    if not opening:
        return []
    found = _between_tags(text, paragraph, opening.end())
    return [span for span in found if _WORD.search(text, span.start, span.end)]


def _between_tags(text: str, paragraph: Span, at: int) -> list[Span]:
    cuts = [match.start() for match in _CUT.finditer(text, at, paragraph.end)]
    found: list[Span] = []
    start = paragraph.start
    for cut, resumes in zip(cuts, [*cuts, None][1:], strict=True):
        if cut < start or tag_after(text, cut + 1, paragraph.end) is Tag.NONE:
            continue
        found.append(_trimmed(text, start, cut))
        if resumes is None:
            return found
        start = resumes
    return [*found, *_without_bare_tags(text, Span(start, paragraph.end))]


def _without_bare_tags(text: str, stretch: Span) -> list[Span]:
    """Speech with its unmarked tags cut out ("— Come in, he said. Sit."); at most one tag is cut."""
    for match in _BARE_TAG.finditer(text, stretch.start, stretch.end):
        word = text[match.end() : match.end() + 1]
        if word.islower() and tag_after(text, match.end(), stretch.end) is not Tag.NONE:
            speech = _trimmed(text, stretch.start, match.start())
            ends = _TAG_END.search(text, match.end(), stretch.end)
            rest = text[ends.end() : stretch.end] if ends else ""
            if ends and rest.strip():
                start = stretch.end - len(rest.lstrip())
                return [speech, Span(start, stretch.end)]
            return [speech]
    return [stretch] if len(stretch) else []


def _trimmed(text: str, start: int, end: int) -> Span:
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(start, end)
