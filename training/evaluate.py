"""Measures the shipped reader on the development documents: `python -m training.evaluate DATA [--weights FOLDER]`.

DATA holds the corpora, each as a folder or a .tar.gz. Gold words are given; gold sentences only for the syntax of
treebanks, gold mentions only for coreference and speakers. What is measured is what is shipped, through the same door.
"""

from __future__ import annotations

import argparse
import json
import tarfile
import tempfile
import time
import tomllib
from collections.abc import Callable, Sequence
from pathlib import Path

import fabula.models
from fabula.models.links import link_mentions, score_antecedents, score_speakers
from fabula.models.output import MentionScore, ReaderOutput
from fabula.models.reader import GivenWords, read_given, read_words
from fabula.models.weights import Reader, load_reader
from fabula.story import Span
from training.data.conllu import read_ewt, read_gum
from training.data.document import TYPES, Document, Syntax, plain_text
from training.data.litbank import read_litbank
from training.scoring import spans
from training.scoring.coreference import MEASURES
from training.scoring.counts import Counts, compared, interval, total
from training.scoring.parsing import SyntaxCounts, compare_sentences, compare_syntax

Figures = dict[str, float]
CORPORA = ("litbank", "litbank-fulltext", "ewt", "gum", "fiction-clean")
SCORES = Path(__file__).with_name("scores.toml")


def unpacked(data: Path, folder: Path) -> Path:
    """A folder with every corpus unpacked: `data` itself, or links and unpacked archives in `folder`."""
    if all((data / name).is_dir() for name in CORPORA[:4]):
        return data
    for name in CORPORA:
        if (data / name).is_dir():
            (folder / name).symlink_to((data / name).resolve())
        elif (data / f"{name}.tar.gz").exists():
            with tarfile.open(data / f"{name}.tar.gz") as archive:
                archive.extractall(folder, filter="data")
    return folder


def pooled(name: str, counts: Sequence[Counts]) -> Figures:
    """F1 over all documents, with its interval."""
    low, high = interval(counts, lambda some: total(some).f1)
    whole = total(counts)
    return {
        f"{name} F1": whole.f1, f"{name} F1 low": low, f"{name} F1 high": high,
        f"{name} precision": whole.precision, f"{name} recall": whole.recall,
    }  # fmt: skip


def measure_syntax(reader: Reader, name: str, documents: Sequence[Document]) -> Figures:
    """UPOS, features, lemma, UAS and LAS on gold words and sentences, with intervals of LAS and UPOS."""
    rows: list[SyntaxCounts] = []
    for document in documents:
        given = GivenWords(document.words, document.paragraph_starts, document.sentence_starts)
        said = read_given(reader, given)
        syntax = Syntax(said.upos, said.feats, said.lemmas, tuple(said.heads.tolist()), said.deprels)
        if document.syntax is not None:
            rows.append(compare_syntax(document.syntax, syntax))
    figures: Figures = {}
    for key, label in (("upos", "UPOS"), ("feats", "feats"), ("lemma", "lemma"), ("uas", "UAS"), ("las", "LAS")):
        share = lambda some, key=key: sum(getattr(r, key) for r in some) / sum(r.words for r in some)  # noqa: E731
        figures[f"{name}: {label}"] = share(rows)
        low, high = interval(rows, share)
        figures |= {f"{name}: {label} low": low, f"{name}: {label} high": high}
    return figures


def measure_sentences(reader: Reader, name: str, documents: Sequence[Document]) -> Figures:
    """Sentence and word F1 on the raw text, by the places of their ends."""
    sentences, words = list[Counts](), list[Counts]()
    for document in documents:
        text, places = plain_text(document)
        output = read_words(reader, text, paragraphs_of(document, places))
        ends = [*document.sentence_starts[1:], len(document.words)]
        gold = [(places[a][0], places[b - 1][1]) for a, b in zip(document.sentence_starts, ends, strict=True)]
        said = [(int(output.starts[a]), int(output.ends[b - 1])) for a, b in output.sentences.tolist()]
        sentences.append(compare_sentences(gold, said))
        words.append(compared(places, zip(output.starts.tolist(), output.ends.tolist(), strict=True)))
    return (
        pooled(f"{name}: sentence", sentences)
        | {f"{name}: words F1, raw text": total(words).f1}
        | {f"{name}: sentence F1, raw text": total(sentences).f1}
    )


def paragraphs_of(document: Document, places: Sequence[tuple[int, int]]) -> list[Span]:
    ends = [*document.paragraph_starts[1:], len(document.words)]
    return [Span(places[a][0], places[b - 1][1]) for a, b in zip(document.paragraph_starts, ends, strict=True)]


def read_book(reader: Reader, document: Document) -> ReaderOutput:
    """A LitBank sample with its gold words and the printed paragraphs; sentences are the model's own."""
    return read_given(reader, GivenWords(document.words, document.paragraph_starts))


def measure_mentions(documents: Sequence[Document], outputs: Sequence[ReaderOutput]) -> Figures:
    gold = [[(m.start, m.end, m.type) for m in d.mentions] for d in documents]
    said = [[(m.start, m.end, TYPE_ORDER[m.type]) for m in o.mentions] for o in outputs]
    sides = list(zip(gold, said, strict=True))
    figures = pooled("litbank mentions typed", [spans.typed(g, s) for g, s in sides])
    figures |= pooled("litbank mentions untyped", [spans.untyped(g, s) for g, s in sides])
    figures |= pooled("litbank mentions person", [spans.of_type(g, s, 0) for g, s in sides])
    for kind in range(1, len(TYPES)):
        counts = total(spans.of_type(g, s, kind) for g, s in sides)
        figures[f"litbank mentions {TYPES[kind]} F1"] = counts.f1
    return figures


TYPE_ORDER = tuple(range(len(TYPES)))
"""The model's types are in the order of the training labels."""


def measure_coreference(
    reader: Reader, documents: Sequence[Document], outputs: Sequence[ReaderOutput], *, gold: bool
) -> Figures:
    """MUC, B3, CEAFe and their mean F1, on gold mentions (types and forms gold too) or on the model's own."""
    rows: list[dict[str, Counts]] = []
    for document, output in zip(documents, outputs, strict=True):
        mentions = gold_mentions(document) if gold else output.mentions
        chains = link_mentions(score_antecedents(reader, output, mentions))
        wanted = {(m.start, m.end): m.chain for m in document.mentions}
        said = {(m.start, m.end): chain for m, chain in zip(mentions, chains, strict=True)}
        rows.append({name: measure(wanted, said) for name, measure in MEASURES.items()})
    which = "gold mentions" if gold else "own mentions"
    mean = lambda some: sum(total(r[k] for r in some).f1 for k in MEASURES) / len(MEASURES)  # noqa: E731
    low, high = interval(rows, mean)
    name = "litbank coreference"
    figures = {f"{name} {k} F1, {which}": total(r[k] for r in rows).f1 for k in MEASURES}
    figures |= {f"{name} average F1, {which}": mean(rows)}
    return figures | {f"{name} average F1, {which} low": low, f"{name} average F1, {which} high": high}


def gold_mentions(document: Document) -> list[MentionScore]:
    return [MentionScore(m.start, m.end, m.type, m.form, 1.0) for m in document.mentions]


def measure_quotations(reader: Reader, documents: Sequence[Document], outputs: Sequence[ReaderOutput]) -> Figures:
    """Words inside quotations; speakers of gold quotations among gold mentions, and BookNLP's B3 over quotations."""
    words, clusters = list[Counts](), list[Counts]()
    right = asked = 0
    for document, output in zip(documents, outputs, strict=True):
        gold = {n for q in document.quotations for n in range(q.start, q.end)}
        words.append(compared(gold, (n for n, p in enumerate(output.inside) if p > 0.5)))
        quotations = [q for q in document.quotations if q.speaker is not None]
        scores = score_speakers(reader, output, [(q.start, q.end) for q in quotations], gold_mentions(document))
        best: dict[int, str] = {}
        for row in scores:
            best.setdefault(row.quotation, document.mentions[row.mention].chain)
        right += sum(best.get(k) == q.speaker for k, q in enumerate(quotations))
        asked += len(quotations)
        clusters.append(MEASURES["B3"](dict(enumerate(q.speaker for q in quotations)), dict(best)))
    return pooled("litbank words in quotations", words) | {
        "litbank speaker accuracy, gold quotations and mentions": right / max(1, asked),
        "litbank speaker B3 F1": total(clusters).f1,
    }


def measure_size(weights: Path | None) -> Figures:
    """Megabytes of all weights, which are nearly the whole wheel."""
    folder = weights or Path(fabula.models.__file__).parent / "weights"
    return {"weights, megabytes": sum(file.stat().st_size for file in folder.iterdir()) / 1e6}


def measure_speed(reader: Reader, text: str) -> Figures:
    """Seconds for 100,000 words of plain layers, with the reader's threads."""
    paragraphs, at = list[Span](), 0
    for line in text.split("\n"):
        if line.strip():
            paragraphs.append(Span(at, at + len(line)))
        at += len(line) + 1
    begin, used = time.perf_counter(), time.process_time()
    output = read_words(reader, text, paragraphs)
    scale = 100_000 / len(text.split())
    seconds, spent = time.perf_counter() - begin, time.process_time() - used
    begin = time.perf_counter()
    link_mentions(score_antecedents(reader, output, output.mentions))
    links = time.perf_counter() - begin
    name = f"100,000 words, {reader.threads} thread{'s' if reader.threads > 1 else ''}"
    return {
        f"{name}: seconds": scale * seconds,
        f"{name}: cpu seconds": scale * spent,
        f"{name}: coreference seconds": scale * links,
    }


def measure_equality(reader: Reader, text: str) -> Figures:
    """1 where a text gives the same bits at batch sizes 1 and 32."""
    import numpy

    span = [Span(0, len(text))]
    one, many = (read_words(reader, text, span, batch=size) for size in (1, 32))
    same = numpy.array_equal(one.vectors, many.vectors) and numpy.array_equal(one.inside, many.inside)
    return {
        "bit-equal at batch 1 and 32": float(same and one.mentions == many.mentions and one.deprels == many.deprels)
    }


def sample_of(data: Path, words: int) -> str:
    """The first words of a book of fiction-clean, whole lines, or of a LitBank book where that is not there."""
    book = next(iter(sorted((data / "fiction-clean").glob("*.txt"))))
    lines, count = list[str](), 0
    for line in book.read_text("utf-8").split("\n"):
        lines.append(line)
        count += len(line.split())
        if count >= words:
            break
    return "\n".join(lines)


def measure(reader: Reader, data: Path, weights: Path | None, show: Callable[[Figures], None], words: int) -> None:
    """Every figure, shown as it comes."""
    gum, fiction = read_gum(data / "gum", "dev"), read_gum(data / "gum", "all", commercial=False, genre="fiction")
    show(measure_syntax(reader, "gum dev without NC", gum))
    show(measure_syntax(reader, "gum fiction", fiction))
    show(measure_syntax(reader, "ewt dev", read_ewt(data / "ewt", "dev")))
    show(measure_sentences(reader, "gum dev without NC", gum))
    show(measure_sentences(reader, "gum fiction", fiction))
    books = read_litbank(data / "litbank", "dev", data / "litbank-fulltext")
    outputs = [read_book(reader, book) for book in books]
    show(measure_mentions(books, outputs))
    show(measure_coreference(reader, books, outputs, gold=True))
    show(measure_coreference(reader, books, outputs, gold=False))
    show(measure_quotations(reader, books, outputs))
    if (data / "fiction-clean").is_dir() and words:
        show(measure_equality(reader, sample_of(data, 3000)))
        for threads in (1, 2):
            show(measure_speed(load_reader(threads, weights), sample_of(data, words)))


def verdict(name: str, value: float, scores: dict[str, dict[str, float]]) -> str:
    """What scores.toml asks of a figure and whether it is met; nothing where it asks nothing."""
    if name in scores["bars"]:
        bar = scores["bars"][name]
        return f"   bar {bar:g} {'met' if value >= bar else 'MISSED'}"
    if name in scores["limits"]:
        limit = scores["limits"][name]
        return f"   limit {limit:g} {'met' if value <= limit else 'MISSED'}"
    return ""


def show_figures(new: Figures, scores: dict[str, dict[str, float]]) -> None:
    for name, value in new.items():
        if not name.endswith((" low", " high")):
            span = f"  [{new[f'{name} low']:.3f}, {new[f'{name} high']:.3f}]" if f"{name} low" in new else ""
            print(f"{name:<58}{value:8.3f}{span}{verdict(name, value, scores)}", flush=True)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path)
    parser.add_argument("--weights", type=Path, help="a folder of weights other than the package's")
    parser.add_argument("--json", type=Path, help="where to write the figures")
    parser.add_argument("--words", type=int, default=50_000, help="of the text whose reading is timed; 0 leaves it out")
    asked = parser.parse_args()
    scores = tomllib.loads(SCORES.read_text("utf-8"))
    figures: Figures = {}

    def show(new: Figures) -> None:
        figures.update(new)
        show_figures(new, scores)

    with tempfile.TemporaryDirectory() as folder:
        reader, data = load_reader(2, asked.weights), unpacked(asked.data, Path(folder))
        show(measure_size(asked.weights))
        measure(reader, data, asked.weights, show, asked.words)
    if asked.json:
        asked.json.write_text(json.dumps(figures, indent=1) + "\n", "utf-8")


if __name__ == "__main__":
    main()
