"""Learns where scenes begin: `python -m training.scenes.learn DATA TABLES` writes the weights that are shipped.

DATA holds `fiction-clean` and `litbank-fulltext`. What is seen at the gaps of each document is kept in the folder
TABLES, so that a run that was stopped goes on; empty it when the reader's weights or the features change. One author in four is
kept out (`kept_out`); evaluation/scene_breaks.py measures on those. Needs scipy.
"""

from __future__ import annotations

import argparse
import json
from dataclasses import dataclass
from importlib import resources
from pathlib import Path

import numpy
from scipy.optimize import minimize

from fabula.desk import story_from
from fabula.models.weights import Reader, load_reader
from fabula.stages.model import read_closely
from fabula.stages.parts import find_parts
from fabula.stages.quotations import find_quotations
from fabula.stages.seams import FILE
from fabula.stages.timing.seams import seam_features
from fabula.stages.timing.telling import tell
from training.scenes.documents import CHAPTER, CUT, Document, kept_out, read_documents, read_surroundings

PENALTY = 300.0
CHAPTER_WEIGHT = 0.6
"""A chapter's opening counts for less than a scene's: it is what we have more of, not what we look for."""


Table = tuple[dict[str, numpy.ndarray], list[str]]
"""The features of a document's gaps by name, and what each gap is."""


@dataclass(frozen=True)
class Examples:
    """Rows of features with 1 where a scene begins; `weights` says how much each row counts."""

    names: tuple[str, ...]
    rows: numpy.ndarray
    begins: numpy.ndarray
    weights: numpy.ndarray


def learn(data: Path, tables: Path, *, alone: bool) -> None:
    """Reads all documents of authors that are not kept out, and writes the weights into the package.

    With `alone` only whole pieces of stories are read, not the surroundings of chapter ends: a third of the time.
    """
    documents = read_documents(data / "fiction-clean")
    away = kept_out({one.author for one in documents})
    documents += [] if alone else read_surroundings(data)
    reader = load_reader()
    tables.mkdir(parents=True, exist_ok=True)
    found = [kept_table(one, reader, tables) for one in documents if one.author not in away]
    examples = joined(found)
    weights, bias = fit(examples)
    place = Path(str(resources.files("fabula.stages.timing"))) / FILE
    place.write_text(json.dumps({"bias": bias, "weights": weights}, indent=1, sort_keys=True) + "\n", "utf-8")
    print(
        f"{len(found)} documents, {len(examples.begins)} gaps, {int(examples.begins.sum())} of them where a scene begins"
    )


def kept_table(document: Document, reader: Reader, tables: Path) -> Table:
    """The table of a document, out of the folder where it is there already."""
    path = tables / f"{document.name.replace('#', '-')}-{len(document.text)}.npz"
    if path.exists():
        kept = dict(numpy.load(path))
        kinds = [str(kind) for kind in kept.pop("kinds")]
        return kept, kinds
    features, kinds = _table(document, reader)
    numpy.savez_compressed(path, kinds=numpy.array(kinds), **features)
    return features, kinds


def fit(examples: Examples) -> tuple[dict[str, float], float]:
    """The weight of each feature and the bias: logistic regression on standardised rows, L2 penalty, L-BFGS."""
    mean, spread = examples.rows.mean(0), examples.rows.std(0) + 1e-5
    rows = (examples.rows - mean) / spread

    def loss(point: numpy.ndarray) -> tuple[float, numpy.ndarray]:
        scores = rows @ point[:-1] + point[-1]
        chances = 1 / (1 + numpy.exp(-scores))
        wrong = examples.weights * (chances - examples.begins)
        likely = examples.weights * (numpy.logaddexp(0, scores) - examples.begins * scores)
        value = likely.sum() + PENALTY * (point[:-1] ** 2).sum() / 2
        return float(value), numpy.append(rows.T @ wrong + PENALTY * point[:-1], wrong.sum())

    start = numpy.zeros(rows.shape[1] + 1)
    start[-1] = -3.0
    point = minimize(loss, start, jac=True, method="L-BFGS-B", options={"maxiter": 300}).x
    weights = point[:-1] / spread
    bias = float(point[-1] - (weights * mean).sum())
    return {name: round(float(weight), 5) for name, weight in zip(examples.names, weights, strict=True)}, round(bias, 5)


def _table(document: Document, reader: Reader) -> Table:
    """The features of a document's gaps, and what each gap is."""
    story = story_from(document.text.encode(), "document.txt")
    parts = find_parts(story)
    telling = tell(story.text, read_closely(story, parts, reader), find_quotations(story, parts))
    starts = telling.output.starts[telling.paragraphs[:, 0]]
    kinds = [""] * len(starts)
    kinds[0] = CUT
    for at, kind in document.bounds:
        kinds[int(numpy.searchsorted(starts, at + 3, "right")) - 1] = kind
    return seam_features(telling), kinds


def joined(tables: list[Table]) -> Examples:
    names = tuple(sorted({name for features, _ in tables for name in features}))
    rows, kinds = [], []
    for features, own in tables:
        none = numpy.zeros(len(own), numpy.float32)
        rows.append(numpy.stack([features.get(name, none) for name in names], 1))
        kinds += own
    kept = numpy.array([kind != CUT for kind in kinds])
    begins = numpy.array([bool(kind) for kind in kinds])[kept].astype(numpy.float64)
    weights = numpy.array([CHAPTER_WEIGHT if kind == CHAPTER else 1.0 for kind in kinds])[kept]
    return Examples(names, numpy.concatenate(rows)[kept].astype(numpy.float64), begins, weights)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path)
    parser.add_argument("tables", type=Path)
    parser.add_argument("--alone", action="store_true", help="whole pieces only, no surroundings of chapter ends")
    asked = parser.parse_args()
    learn(asked.data, asked.tables, alone=asked.alone)


if __name__ == "__main__":
    main()
