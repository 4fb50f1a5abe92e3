"""Reads LitBank: mentions, coreference and quotations, with the paragraphs of the printed book."""

from __future__ import annotations

import csv
import itertools
import re
from collections import defaultdict
from pathlib import Path

from training.data.document import FORMS, TYPES, Document, GoldMention, GoldQuotation


def read_litbank(folder: Path, split: str, books: Path | None = None) -> list[Document]:
    """Documents of a split ('train', 'dev'); paragraphs come from the whole books (`litbank-fulltext`) where given."""
    rows = csv.DictReader((folder / "splits.tsv").open(encoding="utf-8"), delimiter="\t")
    return [read_sample(folder, row["id"], books) for row in rows if row["suggested"] == split]


def read_sample(folder: Path, name: str, books: Path | None = None) -> Document:
    """One sample; without its book every fifth sentence starts a paragraph."""
    text = (folder / f"coref/tsv/{name}_brat.txt").read_text("utf-8")
    sentences = [line.split(" ") for line in text.rstrip("\n").split("\n")]
    starts = [0]
    for sentence in sentences:
        starts.append(starts[-1] + len(sentence))
    words = tuple(word for sentence in sentences for word in sentence)
    book = next(iter(sorted(books.rglob(f"{name}.txt"))), None) if books else None
    paragraphs = book_paragraphs(words, book.read_text("utf-8")) if book else None
    mentions, labels = _mentions(folder, name, starts)
    return Document(
        name,
        words,
        tuple(starts[:-1]),
        paragraphs or tuple(starts[:-1:5]),
        mentions=mentions,
        quotations=_quotations(folder, name, starts, labels),
    )


def _rows(path: Path) -> list[list[str]]:
    return [line.split("\t") for line in path.read_text("utf-8").split("\n") if line]


def _span(row: list[str], starts: list[int]) -> tuple[int, int]:
    first, last = (starts[int(row[i])] + int(row[i + 1]) for i in (2, 4))
    return first, last + 1


def _mentions(folder: Path, name: str, starts: list[int]) -> tuple[tuple[GoldMention, ...], dict[str, str]]:
    """The mentions, and the chain of each label that quotations use."""
    rows = _rows(folder / f"coref/tsv/{name}_brat.ann")
    labels = {row[1]: row[2] for row in rows if row[0] == "COREF"}
    chains = read_chains(folder / f"coref/conll/{name}_brat.conll")
    found, chain_of = list[GoldMention](), dict[str, str]()
    for row in rows:
        if row[0] != "MENTION":
            continue
        start, end = _span(row, starts)
        chain = chains[start, end]
        found.append(GoldMention(start, end, TYPES.index(row[7]), FORMS.index(row[8]), chain))
        if row[1] in labels:
            chain_of.setdefault(labels[row[1]], chain)
    return tuple(sorted(found, key=lambda m: (m.start, -m.end))), chain_of


def read_chains(path: Path) -> dict[tuple[int, int], str]:
    """{(start, end): chain} of the brackets in the last filled column of a CoNLL-2012 file."""
    chains: dict[tuple[int, int], str] = {}
    opened: defaultdict[str, list[int]] = defaultdict(list)
    word = 0
    for line in path.read_text("utf-8").split("\n"):
        cells = [cell for cell in line.split("\t") if cell.strip()]
        if not cells or line.startswith("#"):
            continue
        for part in cells[-1].split("|") if cells[-1] != "_" else []:
            chain = part.strip("()")
            if part.startswith("("):
                opened[chain].append(word)
            if part.endswith(")"):
                chains[opened[chain].pop(), word + 1] = chain
        word += 1
    return chains


def _quotations(folder: Path, name: str, starts: list[int], chain_of: dict[str, str]) -> tuple[GoldQuotation, ...]:
    rows = _rows(folder / f"quotations/tsv/{name}_brat.ann")
    speakers = {row[1]: chain_of.get(row[2]) for row in rows if row[0] == "ATTRIB"}
    found = [GoldQuotation(*_span(row, starts), speakers.get(row[1])) for row in rows if row[0] == "QUOTE"]
    return tuple(sorted(found, key=lambda q: q.start))


def book_gaps(words: tuple[str, ...], book: str) -> list[str] | None:
    """The white space before each word in the book ('' before the first); None if the words are not in it.

    A gap with an empty line is a paragraph break, '\\n\\n'; any other is one space.
    """
    solid = [i for i, c in enumerate(book) if not c.isspace()]
    at = "".join(book[i] for i in solid).find("".join(words))
    if at < 0:
        return None
    gaps = [""]
    for before, _word in itertools.pairwise(words):
        at += len(before)
        gap = book[solid[at - 1] + 1 : solid[at]]
        gaps.append("\n\n" if len(re.findall("\n", gap)) > 1 else " " if gap else "")
    return gaps


def book_paragraphs(words: tuple[str, ...], book: str) -> tuple[int, ...] | None:
    """The word numbers where the book starts a paragraph; None if the words are not in it."""
    gaps = book_gaps(words, book)
    return None if gaps is None else (0, *(i for i, gap in enumerate(gaps) if gap == "\n\n"))
