"""Reads Universal Dependencies treebanks (CoNLL-U)."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from pathlib import Path

from training.data.document import Document, Syntax

NON_COMMERCIAL = ("fiction", "essay", "letter", "podcast", "whow")
"""Genres of GUM whose texts may not be used commercially (its LICENSE.txt): they measure and never train."""


def read_gum(folder: Path, split: str, *, commercial: bool | None = True, genre: str | None = None) -> list[Document]:
    """Documents of GUM in a split ('train', 'dev', or 'all').

    commercial True leaves out the non-commercial genres, False keeps only those, None takes all.
    """
    rows = csv.DictReader((folder / "splits.tsv").open(encoding="utf-8"), delimiter="\t")
    chosen = [
        row["id"]
        for row in rows
        if split in (row["suggested"], "all")
        and genre in (row["genre"], None)
        and commercial in (row["genre"] not in NON_COMMERCIAL, None)
    ]
    return [d for name in chosen for d in read_conllu(folder / "dep" / f"{name}.conllu")]


def read_ewt(folder: Path, split: str) -> list[Document]:
    """Documents of EWT in a split, 'train' or 'dev'."""
    return read_conllu(folder / f"en_ewt-ud-{split}.conllu")


def read_conllu(path: Path) -> list[Document]:
    """All documents of a CoNLL-U file; multiword lines and empty nodes are left out."""
    documents: list[_Draft] = []
    for block in _blocks(path):
        comments = [line for line in block if line.startswith("#")]
        if any(c.startswith("# newdoc") for c in comments) or not documents:
            documents.append(_Draft(_value(comments, "# newdoc id") or path.stem))
        rows = [line.split("\t") for line in block if not line.startswith("#")]
        documents[-1].add(rows, any(c.startswith("# newpar") for c in comments))
    return [draft.finished() for draft in documents]


def _blocks(path: Path) -> Iterator[list[str]]:
    block: list[str] = []
    for line in path.read_text("utf-8").split("\n"):
        if line:
            block.append(line)
        elif block:
            yield block
            block = []


def _value(comments: list[str], key: str) -> str | None:
    return next((c.split("=", 1)[1].strip() for c in comments if c.startswith(key)), None)


class _Draft:
    def __init__(self, name: str) -> None:
        self.name, self.rows = name, list[list[str]]()
        self.sentences, self.paragraphs, self.spaced = list[int](), list[int](), list[bool]()

    def add(self, rows: list[list[str]], new_paragraph: bool) -> None:
        """Takes the lines of one sentence, multiword ones too: those say where a space follows."""
        start = len(self.rows)
        self.sentences.append(start)
        if new_paragraph or not start:
            self.paragraphs.append(start)
        joined, last = 0, True
        for row in rows:
            spaced = "SpaceAfter=No" not in row[9]
            if "-" in row[0]:
                joined, last = int(row[0].split("-")[1]), spaced
            if not row[0].isdigit():
                continue
            number, head = int(row[0]), int(row[6])
            self.spaced.append(spaced if number > joined else last and number == joined)
            self.rows.append([*row[:6], str(start + head - 1 if head else -1), *row[7:]])

    def finished(self) -> Document:
        column = list(zip(*self.rows, strict=True))
        syntax = Syntax(column[3], column[5], column[2], tuple(map(int, column[6])), column[7])
        return Document(
            self.name, column[1], tuple(self.sentences), tuple(self.paragraphs), syntax, spaced=tuple(self.spaced)
        )
