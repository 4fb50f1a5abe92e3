"""A copy of the author's Markdown or plain text with CriticMarkup comments: `{==words==}{>>what a reader
noticed<<}`.

Nothing is ever inserted or deleted (`{++ ++}`, `{-- --}`): that would be writing. Without the marks and
comments the copy is the author's file, byte for byte.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import pairwise

import msgspec

from fabula.outputs.wording import lines_of, signature_of
from fabula.review import Comment, Review
from fabula.story import Origin, Span, Story
from fabula.story.encoding import Decoded, decode, encode
from fabula.story.origins import places_of

SUFFIX = ".review.md"
FORMATS = ("markdown", "txt")

_OPEN, _CLOSE = "{==", "==}"
_AUTHORS_OWN = re.compile(r"\{(==|>>|\+\+|--|~~)")
_CLOSING = {"==": "==}", ">>": "<<}", "++": "++}", "--": "--}", "~~": "~~}"}


class _Mark(msgspec.Struct, frozen=True):
    """A comment and the stretches of the file that it marks, in order; `at` is where its words go."""

    comment: Comment
    stretches: tuple[tuple[int, int], ...]
    at: int


def render(review: Review, source: bytes) -> bytes:
    """The source with every comment beside its words, in the file's own encoding and with its own line ends.

    For a story in any other format the comments stand in its text alone, as UTF-8.
    """
    story = review.reading.story
    if story.source.format in FORMATS:
        decoded = decode(source)
        origins = story.origins
    else:
        decoded = Decoded(story.text, "utf-8")
        origins = _own_origins(story)
    own = _authors_own(decoded.text)
    marks = [_mark(comment, story, origins, own) for comment in review.comments]
    return encode(decoded, "".join(_marked(decoded.text, marks, story.text)))


def _own_origins(story: Story) -> tuple[Origin, ...]:
    """Origins that lead from the text to the text itself."""
    from fabula.story import Place

    length = len(story.text)
    return (Origin(Span(0, length), Place("", 0, 0, length), True),) if length else ()


def _mark(comment: Comment, story: Story, origins: tuple[Origin, ...], own: Sequence[tuple[int, int]]) -> _Mark:
    """Where a comment goes in the file: round its words, line by line, or at one place where there are none.

    Inside CriticMarkup that the author wrote nothing is marked; the words go behind it.
    """
    stretches: list[tuple[int, int]] = []
    for span in _lines(story.text, comment.span):
        for place in places_of(origins, span):
            if stretches and stretches[-1][1] == place.start:
                stretches[-1] = (stretches[-1][0], place.end)
            else:
                stretches.append((place.start, place.end))
    at = stretches[-1][1] if stretches else _point(origins, comment.span)
    held = _holding(own, at)
    free = tuple(one for one in stretches if not _holding(own, one[0] + 1) and not _holding(own, one[1] - 1))
    return _Mark(comment, free, held[1] if held else at)


def _point(origins: tuple[Origin, ...], span: Span) -> int:
    """The place of a span without words."""
    places = places_of(origins, Span(span.start, span.start))
    return places[0].start if places else 0


def _lines(text: str, span: Span) -> Iterator[Span]:
    """The span's words line by line: marks never reach over a line end. A span inside one line stays as it
    is.
    """
    words = text[span.start : span.end]
    if "\n" not in words:
        if words:
            yield span
        return
    for found in re.finditer(r"[^\s\n](?:[^\n]*[^\s\n])?", words):
        yield Span(span.start + found.start(), span.start + found.end())


def _marked(text: str, marks: Sequence[_Mark], story: str) -> Iterator[str]:
    """The file's text in pieces, with highlights and comments between them.

    Highlights never nest: where comments overlap, each stretch between two of their ends is highlighted by
    itself, and each comment stands behind its own last stretch.
    """
    said: dict[int, list[Comment]] = {}
    changes: dict[int, int] = {}
    for mark in marks:
        said.setdefault(mark.at, []).append(mark.comment)
        for start, end in mark.stretches:
            changes[start] = changes.get(start, 0) + 1
            changes[end] = changes.get(end, 0) - 1
    edges = sorted({0, len(text), *said, *changes})
    depth = 0
    for start, end in pairwise([*edges, len(text)]):
        yield from (_words_of(comment, story) for comment in said.get(start, ()))
        depth += changes.get(start, 0)
        yield f"{_OPEN}{text[start:end]}{_CLOSE}" if depth and start < end else text[start:end]


def _words_of(comment: Comment, story: str) -> str:
    """The comment as CriticMarkup, on one line, with nothing in it that a reader of Markdown takes for
    markup.
    """
    lines = [line if line[-1:] in ".!?…" else f"{line}." for line in lines_of(comment, story)]
    words = f"Fabula ({comment.kind}): {' '.join(' '.join(lines).split())} ({signature_of(comment)})"
    words = re.sub(r"\{(?=[>+\-=~])", "{ ", words)
    words = re.sub(r"(?<=[<+\-=~])\}", " }", words)
    words = words.replace("%%", "% %").replace("<!--", "<! --").replace("-->", "-- >")
    return f"{{>>{words}<<}}"


def _authors_own(text: str) -> list[tuple[int, int]]:
    """Where the author's file has CriticMarkup already, in order."""
    found: list[tuple[int, int]] = []
    missing: set[str] = set()
    for opening in _AUTHORS_OWN.finditer(text):
        closing = _CLOSING[opening[1]]
        if closing in missing or (found and opening.start() < found[-1][1]):
            continue
        end = text.find(closing, opening.end())
        if end < 0:
            missing.add(closing)
        else:
            found.append((opening.start(), end + len(closing)))
    return found


def _holding(own: Sequence[tuple[int, int]], at: int) -> tuple[int, int] | None:
    """The stretch of the author's own CriticMarkup that `at` lies inside, None where there is none."""
    number = bisect_right(own, at, key=lambda one: one[0]) - 1
    return own[number] if number >= 0 and own[number][0] < at < own[number][1] else None
