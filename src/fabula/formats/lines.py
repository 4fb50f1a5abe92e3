"""The lines of a decoded text file, and their way into a draft."""

import hashlib
import re
from collections.abc import Iterator

import msgspec

from fabula.story import Draft, Place, Source

_END = re.compile(r"\r\n|\r|\n")
_LONE = re.compile("[\ud800-\udfff]")


class Line(msgspec.Struct, frozen=True, gc=False):
    """One line without its line end, where it begins in the file, and where the next one begins."""

    text: str
    start: int
    after: int

    @property
    def end(self) -> int:
        """Where the characters end and the line end begins."""
        return self.start + len(self.text)


def lines_of(text: str) -> Iterator[Line]:
    """The lines of a file in order, whichever line ends it has; the last may be empty."""
    at = 0
    for found in _END.finditer(text):
        yield Line(text[at : found.start()], at, found.end())
        at = found.end()
    yield Line(text[at:], at, len(text))


def write(draft: Draft, text: str, at: int) -> None:
    """Add characters that stand in the file at `at`; lone surrogates, bytes that are none, become U+FFFD."""
    last = 0
    for found in _LONE.finditer(text):
        draft.verbatim(text[last : found.start()], place(at + last, at + found.start()))
        draft.decoded("\ufffd", place(at + found.start(), at + found.end()))
        last = found.end()
    draft.verbatim(text[last:], place(at + last, at + len(text)))


def write_end(draft: Draft, text: str, line: Line) -> None:
    """Add the line end of `line` as `\\n`, or nothing where the file ends; `text` is the whole file."""
    end = text[line.end : line.after]
    if end == "\n":
        draft.verbatim(end, place(line.end, line.after))
    elif end:
        draft.decoded("\n", place(line.end, line.after))


def place(start: int, end: int) -> Place:
    """The place of `text[start:end]` in a file that is no container."""
    return Place("", 0, start, end)


def source(data: bytes, name: str, kind: str) -> Source:
    """What the story keeps of its file: its name without folders, its format, its hash."""
    return Source(re.split(r"[/\\]", name)[-1], kind, hashlib.sha256(data).hexdigest())
