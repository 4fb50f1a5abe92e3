"""Stories whose scene breaks their authors marked, with the marks taken out: what learning to put them back is fed with."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from training.data.fiction import plain

BREAK, CHAPTER, CUT = "break", "chapter", "cut"
LONGEST = 12_000
"""Words of a document: about a long chapter, so that a book's habits do not drown the others."""
MOST = 45_000
"""Words taken from one author."""
FEWEST_CHAPTERS = 3
SURROUNDING = 220
"""Words taken on either side of a bound where only its surroundings are read."""
SPARSE = 4_000
"""Words to a marked break: a story with fewer breaks than that is not taken for one whose breaks are marked."""
_CHAPTER = re.compile(r"chapter +(?:[ivxlc]+|\d+)\b", re.I)
_NUMBERED = re.compile(r"# (?:[IVXLC]+|\d+|chapter \S+|part \S+)(?:\b|$)", re.I)


@dataclass(frozen=True)
class Document:
    """A text without its marks. `bounds` are the places (code points) of the first words behind each mark, with its kind."""

    name: str
    author: str
    text: str
    bounds: tuple[tuple[int, str], ...]


@dataclass(frozen=True)
class Line:
    """A paragraph; `opens` is the kind of the mark before it, empty where there is none."""

    text: str
    opens: str


def read_documents(folder: Path) -> list[Document]:
    """Documents of every author of `fiction-clean`: first those with the most marked breaks, at most MOST words of each."""
    found: dict[str, list[Document]] = {}
    for book in sorted(folder.glob("*.txt")):
        author = book.stem.split("_")[0]
        collection = "short-fiction" in book.stem
        for number, piece in enumerate(_pieces(stories_of(book.read_text("utf-8"), collection))):
            found.setdefault(author, []).append(_document(f"{book.stem}#{number}", author, piece))
    return [document for author in sorted(found) for document in _chosen(found[author])]


def kept_out(authors: set[str]) -> set[str]:
    """The authors that training never sees: every fourth by name."""
    return set(sorted(authors)[::4])


def weighed_on(authors: set[str]) -> set[str]:
    """Of the other authors, those whose gaps the gap reader does not learn from: they say how much to trust it."""
    return set(sorted(authors - kept_out(authors))[4::6])


def stories_of(text: str, collection: bool) -> Iterator[list[Line]]:
    """The paragraphs of each story of a collection, or of the one novel; a story's own title opens nothing."""
    lines: list[Line] = []
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
            lines.append(Line(plain(raw).replace(" / ", "\n").strip(), opens if lines else ""))
            opens = ""
    yield lines


def _pieces(stories: Iterator[list[Line]]) -> Iterator[list[Line]]:
    """Stories cut at their own marks into pieces of at most about LONGEST words."""
    for lines in stories:
        piece: list[Line] = []
        words = 0
        for line in lines:
            if line.opens and words > LONGEST:
                yield piece
                piece, words = [], 0
            piece.append(line if piece else Line(line.text, ""))
            words += len(line.text.split())
        if piece:
            yield piece


def _document(name: str, author: str, lines: list[Line]) -> Document:
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


def read_surroundings(folder: Path) -> list[Document]:
    """For each book one document of the stretches round its breaks and chapter ends, those of `read_documents` left out.

    Chapters teach what openings look like; there are far more of them than of breaks. Stretches begin with a bound of kind CUT,
    which is neither a break nor none.
    """
    known = {one.text[at : at + 60] for one in read_documents(folder / "fiction-clean") for at, _ in one.bounds}
    found: list[Document] = []
    for book in sorted((folder / "fiction-clean").glob("*.txt")):
        lines: list[Line] = []
        for story in stories_of(book.read_text("utf-8"), "short-fiction" in book.stem):
            lines += [Line(story[0].text, CUT), *story[1:]] if story else []
        found.append(_document(book.stem, book.stem.split("_")[0], _around(lines, known, 60)))
    for book in sorted((folder / "litbank-fulltext" / "original").glob("*.txt")):
        found.append(_document(book.stem, book.stem, _around(chapters_of(book.read_text("utf-8")), known, 30)))
    return [document for document in found if document.bounds]


def chapters_of(text: str) -> list[Line]:
    """The paragraphs of a plain text whose chapters are headed by that word."""
    lines: list[Line] = []
    opens = ""
    for raw in re.split(r"\n\s*\n", text):
        paragraph = " ".join(raw.split()).replace("--", "—").replace("_", "")
        if _CHAPTER.match(paragraph) and len(paragraph) < 90:
            opens = CHAPTER
        elif opens and len(paragraph) <= 60:
            continue  # the chapter's own title
        elif len(paragraph) > 60 or re.search(r"[.!?:,”\"’']$", paragraph):
            lines.append(Line(paragraph, opens))
            opens = ""
    return lines


def _around(lines: list[Line], known: set[str], most: int) -> list[Line]:
    """The lines round at most `most` bounds, about SURROUNDING words on either side, drawn with a fixed seed."""
    bounds = [
        at
        for at, line in enumerate(lines)
        if line.opens in (BREAK, CHAPTER) and line.text[:60] not in known and 5 < at < len(lines) - 5
    ]
    if len(bounds) > most:
        bounds = sorted(random.Random(1).sample(bounds, most))
    kept: list[Line] = []
    taken = 0
    for at in bounds:
        first = max(taken, _reach(lines, at, -1))
        if first <= at:
            taken = _reach(lines, at, 1)
            kept += [Line(lines[first].text, CUT), *lines[first + 1 : taken]]
    return kept


def _reach(lines: list[Line], at: int, step: int) -> int:
    words = 0
    while 0 < at < len(lines) and words < SURROUNDING:
        words += len(lines[at if step > 0 else at - 1].text.split())
        at += step
    return at
