"""The sentences of a note, which is no prose: smileys, ellipses and bangs end them too."""

import re
from collections.abc import Iterator

from fabula.story import Span

_END = re.compile(
    r"(?:(?<!\b[A-Z])(?<!\b(?:Mr|Dr|Ms|St|vs|no))(?<!\bMrs)(?<!\b(?:e\.g|i\.e|etc))[.!?…~]+|(?<=\s)(?:[:;=]-?[)(DP]|<3|xD|\^_?\^))[\"”’')\]*_]*(?=\s+[^a-z\s]|\s*$)"
    r"|\n[ \t]*\n|;\s",

)  # fmt: skip
_LINE_END = re.compile(r"\n")


def sentences_of(text: str, span: Span, *, lines: bool = False) -> Iterator[Span]:
    """The sentences of `text[span.start:span.end]` in order, without the white space round them; with `lines`, its lines."""
    at = span.start
    pattern = _LINE_END if lines else _END
    for end in [*(found.end() for found in pattern.finditer(text, span.start, span.end)), span.end]:
        start, stop = at, end
        while start < stop and text[start].isspace():
            start += 1
        while stop > start and text[stop - 1].isspace():
            stop -= 1
        if start < stop:
            yield Span(start, stop)
        at = max(at, end)
