"""What each signal is worth for finding unmarked breaks: `python -m training.scenes.worth DATA TABLES`.

Learns once with all features and once without those of each signal, and prints the best F1 (exact, over all bars on the
chance) at the gaps of the authors kept out. TABLES is the folder of training.scenes.learn, whole pieces alone; what it
lacks is read.
"""

from __future__ import annotations

import argparse
from pathlib import Path

import numpy

from fabula.models.weights import load_reader
from training.scenes.documents import kept_out, read_documents
from training.scenes.learn import Examples, fit, joined, kept_table


def best_f1(chances: numpy.ndarray, begins: numpy.ndarray) -> float:
    """The best F1 that any bar on the chance gives."""
    hits = numpy.cumsum(begins[numpy.argsort(-chances, kind="stable")])
    return float((2 * hits / (numpy.arange(1, len(hits) + 1) + begins.sum())).max())


def without(examples: Examples, signal: str) -> Examples:
    """The examples without the features of one signal."""
    kept = [number for number, name in enumerate(examples.names) if name.partition(".")[0] != signal]
    names = tuple(examples.names[number] for number in kept)
    return Examples(names, examples.rows[:, kept], examples.begins, examples.weights)


def measure(learned: Examples, held: Examples) -> float:
    """The F1 at the held gaps of weights learned from others."""
    weights, bias = fit(learned)
    columns = {name: held.rows[:, number] for number, name in enumerate(held.names)}
    scores = sum((columns[name] * weight for name, weight in weights.items() if name in columns), start=bias)
    return best_f1(numpy.asarray(scores), held.begins)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path)
    parser.add_argument("tables", type=Path)
    asked = parser.parse_args()
    documents = read_documents(asked.data / "fiction-clean")
    away = kept_out({one.author for one in documents})
    reader = load_reader()
    tables = [(one.author in away, kept_table(one, reader, asked.tables)) for one in documents if one.bounds]
    learned, held = (joined([table for out, table in tables if out is side]) for side in (False, True))
    print(f"all signals          {measure(learned, held):.3f}")
    for signal in sorted({name.partition(".")[0] for name in learned.names}):
        print(f"without {signal:12} {measure(without(learned, signal), without(held, signal)):.3f}")


if __name__ == "__main__":
    main()
