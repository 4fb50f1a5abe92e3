"""The words and marks of the story."""

import re

from fabula.reading import Parts, Tokens
from fabula.stages.paragraphs import body_paragraphs
from fabula.story import Span, Story

_LETTER = r"[^\W_][\u0300-\u036f]*"
_INNER = r"(?:['’ʼ‘\-‐‑](?=[^\W_])|(?<=\d)[.,:](?=\d))"
_TOKEN = re.compile(rf"(?P<word>{_LETTER}(?:{_LETTER}|{_INNER})*)|(?P<mark>\S)(?P=mark)*")


def split_tokens(story: Story, parts: Parts) -> Tokens:
    """Every word and mark of the body. Together the tokens cover each visible character exactly once.

    A number keeps its inner stops and commas ("3.14", "1,000", "14:02").
    """
    spans: list[Span] = []
    for paragraph in body_paragraphs(story, parts):
        found = _TOKEN.finditer(story.text, paragraph.start, paragraph.end)
        spans.extend(Span(token.start(), token.end()) for token in found)
    return Tokens(tuple(spans))
