"""Novels told in the past, told in the present: `python -m training.slips.present FICTION OUT [--words N]`.

The reader's syntax finds the finite verbs of the narration and their subjects; a paragraph with a verb whose subject is not
found is left out. Writes one file a book, as fiction-clean has them.
"""

from __future__ import annotations

import argparse
import random
from collections.abc import Set
from pathlib import Path

from fabula.models import ReaderOutput, load_reader, read_words
from fabula.stages.wordlist import fiction_words
from fabula.story import Span
from training.slips.confusions import HERE, regular_forms
from training.slips.prose import read_books

PLURAL = frozenset("i you we they these those".split())  # noqa: SIM905
SINGULAR = frozenset(
    "he she it this that everything nothing something someone everyone nobody everybody no one".split()  # noqa: SIM905
)
MODALS = {"could": "can", "might": "may", "would": "will"}
CHUNK = 40
"""Paragraphs read together."""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("fiction", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--words", type=int, default=150_000)
    asked = parser.parse_args()
    asked.out.mkdir(parents=True, exist_ok=True)
    reader, chance, books = load_reader(1), random.Random(7), read_books(asked.fiction)
    third, known = third_persons(), fiction_words().keys()
    written = 0
    found: dict[int, list[str]] = {}
    while written < asked.words:
        number = chance.randrange(len(books))
        start = chance.randrange(max(1, len(books[number]) - CHUNK))
        lines = books[number][start : start + CHUNK]
        for line in retold(lines, read_lines(reader, lines), third, known):
            found.setdefault(number, []).append(line)
            written += line.count(" ") + 1
    for number, lines in found.items():
        (asked.out / f"{number:02}.txt").write_text("\n\n".join(lines) + "\n", "utf-8")


def third_persons() -> dict[str, str]:
    """The third person of irregular verbs."""
    rows = [line.split() for line in (HERE / "irregular.txt").read_text("utf-8").split("\n") if line[:1].isalpha()]
    return {row[0]: row[1] for row in rows}


def read_lines(reader: object, lines: list[str]) -> ReaderOutput:
    spans: list[Span] = []
    at = 0
    for line in lines:
        spans.append(Span(at, at + len(line)))
        at += len(line) + 1
    return read_words(reader, "\n".join(lines), spans)  # type: ignore[arg-type]


def retold(lines: list[str], output: ReaderOutput, third: dict[str, str], known: Set[str]) -> list[str]:
    """The lines in which every past verb of the narration could be put into the present, and one at least was."""
    text = "\n".join(lines)
    ends = [*output.paragraph_starts[1:].tolist(), len(output.words)]
    found: list[str] = []
    for start, end in zip(output.paragraph_starts.tolist(), ends, strict=True):
        changes = [change for n in range(start, end) for change in present_of(output, n, third, known)]
        if changes and all(new for _, new in changes):
            left, right = int(output.starts[start]), int(output.ends[end - 1])
            line, at = "", left
            for n, new in changes:
                line += text[at : output.starts[n]] + new
                at = int(output.ends[n])
            found.append(line + text[at:right])
    return found


def present_of(output: ReaderOutput, n: int, third: dict[str, str], known: Set[str]) -> list[tuple[int, str]]:
    """The word's number and its present, "" where that is not known; nothing where the word is no past verb of narration."""
    word, feats = output.words[n].lower(), output.feats[n]
    if output.inside[n] >= 0.5 or output.upos[n] not in ("VERB", "AUX"):
        return []
    if word in MODALS:
        return [(n, MODALS[word])]
    if "Tense=Past" not in feats or "VerbForm=Fin" not in feats:
        return []
    if word in ("'d", "’d"):
        return [(n, "")]
    subject = subject_of(output, n)
    if word in ("was", "were"):
        new = "are" if word == "were" else "am" if subject >= 0 and output.words[subject] == "I" else "is"
        return [(n, new)]
    if subject < 0:
        return [(n, "")]
    lemma = output.lemmas[n].lower()
    new = lemma if is_plural(output, subject) else third.get(lemma) or next(iter(regular_forms(lemma)), "")
    return [(n, new if new in known else "")]


def subject_of(output: ReaderOutput, n: int) -> int:
    """The word number of the subject of a verb, or of the verb that it is joined to or helps; -1 where there is none."""
    for _ in range(4):
        for m in range(max(0, n - 40), min(len(output.words), n + 12)):
            if output.heads[m] == n and output.deprels[m].startswith("nsubj"):
                return -1 if output.words[m].lower() in ("who", "which", "that", "what", "there") else m
        if output.deprels[n].split(":")[0] not in ("conj", "aux", "cop", "parataxis") or output.heads[n] < 0:
            return -1
        n = int(output.heads[n])
    return -1


def is_plural(output: ReaderOutput, subject: int) -> bool:
    word = output.words[subject].lower()
    if word in PLURAL or word in SINGULAR:
        return word in PLURAL
    near = range(subject, min(len(output.words), subject + 12))
    joined = any(output.heads[m] == subject and output.deprels[m] == "conj" for m in near)
    return joined or (output.upos[subject] != "PROPN" and "Number=Plur" in output.feats[subject])


if __name__ == "__main__":
    main()
