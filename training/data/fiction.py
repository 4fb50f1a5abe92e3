"""Passages of well-edited novels with the sentences and quotations that their own marks show: data we make by rule.

The editions are uniform (curly double quotation marks, one paragraph a line), so the rules are nearly always right there; the
marks are then varied, so that the model learns from other marks, or none, what these showed.
"""

from __future__ import annotations

import random
import re
from pathlib import Path

from fabula.models.speech_tags import CLOSING, FINAL
from fabula.models.words import split_words
from training.data.document import Document, GoldQuotation
from training.data.sentences import mend_sentences

FOREIGN = re.compile(r"\[\[[A-Za-z-]+\|(.*?)\]\]")
OPENING = frozenset("“‘([—–")


def read_novels(folder: Path) -> list[list[str]]:
    """The paragraphs of each book of `fiction-clean`, plain, without verse."""
    books = sorted(folder.glob("*.txt"))
    return [
        [plain(line) for line in book.read_text("utf-8").split("\n") if line and " / " not in line] for book in books
    ]


def plain(line: str) -> str:
    """A line without italics, foreign tags and heading marks."""
    return FOREIGN.sub(r"\1", line).replace("*", "").lstrip("# ")


def passage(books: list[list[str]], chance: random.Random, length: int = 1500) -> Document:
    """About `length` words from a random place, with sentences and quotations by rule."""
    book = chance.choice(books)
    number = chance.randrange(max(1, len(book) - 40))
    words, paragraphs = list[str](), list[int]()
    while len(words) < length and number < len(book):
        line = book[number]
        if line.strip():
            paragraphs.append(len(words))
            words += [line[start:end] for start, end in split_words(line, 0, len(line))]
        number += 1
    starts = {*paragraphs, *sentence_starts(words)}
    document = Document("passage", tuple(words), tuple(sorted(starts)), tuple(paragraphs))
    return mend_sentences(with_quotations(document))


def sentence_starts(words: list[str]) -> list[int]:
    """The words after a final mark and the marks that close with it, where they begin with a capital or an opening mark."""
    found = list[int]()
    for number in range(1, len(words) - 1):
        if words[number - 1] not in FINAL:
            continue
        at = number
        while at < len(words) - 1 and words[at] in CLOSING:
            at += 1
        follows = words[at + 1] if words[at] in OPENING else words[at]
        if follows[:1].isupper() or follows[:1].isdigit():
            found.append(at)
    return found


def with_quotations(document: Document) -> Document:
    """The document with its stretches between curly double marks; one that never closes ends with its paragraph."""
    from dataclasses import replace

    ends = [*document.paragraph_starts[1:], len(document.words)]
    found = list[GoldQuotation]()
    for start, end in zip(document.paragraph_starts, ends, strict=True):
        opened = None
        for number in range(start, end):
            word = document.words[number]
            if word == "“" and opened is None:
                opened = number
            elif word == "”" and opened is not None:
                found.append(GoldQuotation(opened, number + 1, None))
                opened = None
        if opened is not None:
            found.append(GoldQuotation(opened, end, None))
    return replace(document, quotations=tuple(found))
