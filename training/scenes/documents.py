"""Stories whose scene breaks their authors marked, with the marks taken out: what learning to put them back is fed with."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from training.data.fiction import plain

BREAK, CHAPTER = "break", "chapter"
LONGEST = 12_000
"""Words of a document: about a long chapter, so that a book's habits do not drown the others."""
MOST = 45_000
"""Words taken from one author."""
FEWEST_CHAPTERS = 3
SPARSE = 4_000
"""Words to a marked break: a story with fewer breaks than that is not taken for one whose breaks are marked."""
_NUMBERED = re.compile(r"# (?:[IVXLC]+|\d+|chapter \S+|part \S+)(?:\b|$)", re.I)


@dataclass(frozen=True)
class Document:
    """A text without its marks. `bounds` are the places (code points) of the first words behind each mark, with its kind."""

    name: str
    author: str
    text: str
    bounds: tuple[tuple[int, str], ...]


@dataclass(frozen=True)
class _Line:
    text: str
    opens: str


def read_documents(folder: Path) -> list[Document]:
    """Documents of every author of `fiction-clean`: first those with the most marked breaks, at most MOST words of each."""
    found: dict[str, list[Document]] = {}
    for book in sorted(folder.glob("*.txt")):
        author = book.stem.split("_")[0]
        collection = "short-fiction" in book.stem
        for number, piece in enumerate(_pieces(_stories(book.read_text("utf-8"), collection))):
            found.setdefault(author, []).append(_document(f"{book.stem}#{number}", author, piece))
    return [document for author in sorted(found) for document in _chosen(found[author])]


def _stories(text: str, collection: bool) -> Iterator[list[_Line]]:
    """The paragraphs of each story of a collection, or of the one novel; a story's own title opens nothing."""
    lines: list[_Line] = []
    opens = ""
    for raw in text.split("\n"):
        if raw.startswith("# "):
            if collection and not _NUMBERED.match(raw):
                yield lines
                lines, opens = [], ""
            else:
                opens = CHAPTER
        elif raw == "***":
            opens = opens or BREAK
        elif raw.strip():
            lines.append(_Line(plain(raw).replace(" / ", "\n").strip(), opens if lines else ""))
            opens = ""
    yield lines


def _pieces(stories: Iterator[list[_Line]]) -> Iterator[list[_Line]]:
    """Stories cut at their own marks into pieces of at most about LONGEST words."""
    for lines in stories:
        piece: list[_Line] = []
        words = 0
        for line in lines:
            if line.opens and words > LONGEST:
                yield piece
                piece, words = [], 0
            piece.append(line if piece else _Line(line.text, ""))
            words += len(line.text.split())
        if piece:
            yield piece


def _document(name: str, author: str, lines: list[_Line]) -> Document:
    bounds: list[tuple[int, str]] = []
    at = 0
    for line in lines:
        if line.opens:
            bounds.append((at, line.opens))
        at += len(line.text) + 2
    return Document(name, author, "\n\n".join(line.text for line in lines), tuple(bounds))


def _chosen(documents: list[Document]) -> Iterator[Document]:
    """The documents of an author that teach most: many marked breaks to the word; else one with chapters."""
    taken = 0
    marked = [one for one in documents if _breaks(one) * SPARSE >= len(one.text.split())]
    for document in sorted(marked, key=lambda one: -_breaks(one) / len(one.text)):
        if taken < MOST and len(document.text) > 3_000:
            taken += len(document.text.split())
            yield document
    chapters = [one for one in documents if len(one.bounds) >= FEWEST_CHAPTERS]
    if not taken and chapters:
        yield chapters[0]


def _breaks(document: Document) -> int:
    return sum(kind == BREAK for _, kind in document.bounds)
