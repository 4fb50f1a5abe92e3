"""Fits how sure a proposal is, and shows what each threshold gives: `python -m training.slips.calibrate ROWS.jsonl WORDS`.

WORDS is how many words the clean passages have. Logistic calibration (Platt 1999) of likelihood and gain, one offset a kind,
on slips made in the prose of held-out authors and on their prose as it is, weighed as if a draft had DENSITY such slips in a
thousand words. Then, for each kind and threshold: alarms in a thousand words of clean fiction, on the published passages, made
slips told, and real slips told in the half of the repositories that tunes.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from pathlib import Path
from typing import Any

import numpy
from scipy.optimize import minimize

from fabula.stages.editing.sure import DOUBTED, GAIN, LIKELIHOOD

DENSITY = 4.0
TUNING = ("deathworlders", "shakna", "standardebooks/poul", "blakewatson", "standardebooks/dorothy")
"""Repositories whose slips set thresholds; the others only measure."""
Row = dict[str, Any]


def main() -> None:
    rows: list[Row] = [json.loads(line) for line in Path(sys.argv[1]).read_text("utf-8").splitlines()]
    clean_words = float(sys.argv[2])
    totals = next(row for row in rows if row["source"] == "made-total")
    rows = [row for row in rows if "kind" in row]
    kinds = sorted({row["kind"] for row in rows})
    fit(rows, kinds, clean_words, sum(n for name, n in totals.items() if name != "source"))


def features(row: Row) -> tuple[float, float, float]:
    return logit(row["likelihood"]), logit(row["doubted"]), logit(row["stood"]) - logit(row["left"])


def logit(share: float) -> float:
    bounded = min(max(share, 1e-4), 1 - 1e-4)
    return float(numpy.log(bounded / (1 - bounded)))


def fit(rows: list[Row], kinds: list[str], clean_words: float, made: int) -> None:
    weight = DENSITY * clean_words / 1000 / made
    good = [row for row in rows if row["source"].startswith("made") and row["near"]]
    bad = [row for row in rows if row["source"].startswith("clean")]
    told = [*good, *bad]
    values = numpy.array([features(row) for row in told])
    which = numpy.array([kinds.index(row["kind"]) for row in told])
    signs = numpy.array([-1.0] * len(good) + [1.0] * len(bad))
    weights = numpy.array([weight] * len(good) + [1.0] * len(bad))

    def loss(p: numpy.ndarray) -> float:
        scores = values @ p[:3] + p[3 + which]
        return float((weights * numpy.logaddexp(0, signs * scores)).sum() + 0.15 * ((p[3:] - p[3:].mean()) ** 2).sum())

    found = minimize(loss, [LIKELIHOOD, DOUBTED, GAIN, *(-1.0 for _ in kinds)]).x
    print("LIKELIHOOD, DOUBTED, GAIN =", found[:3].round(2))
    print("OFFSETS =", {kind: round(float(offset), 2) for kind, offset in zip(kinds, found[3:], strict=True)})
    show(rows, kinds, found, clean_words, made)


def show(rows: list[Row], kinds: list[str], found: numpy.ndarray, clean_words: float, made: int) -> None:
    for row in rows:
        score = numpy.dot(features(row), found[:3]) + found[3 + kinds.index(row["kind"])]
        row["sure"] = float(1 / (1 + numpy.exp(-score)))
    heads = ("from", "alarms/1k", "published", "made", "right", "real", "right", "noise")
    for kind in kinds:
        print(kind, "".join(f"{head:>10}" for head in heads), sep="\n")
        for least in (0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95):
            figures = counted([row for row in rows if row["kind"] == kind and row["sure"] >= least], clean_words)
            print(f"{least:10.2f}" + "".join(f"{figure:10.3g}" for figure in figures))


def counted(rows: list[Row], clean_words: float) -> list[float]:
    """The figures of one line of `show`."""
    count = Counter(row["source"].split("-")[0].split(":")[0] for row in rows)
    made = [row for row in rows if row["source"].startswith("made") and row["near"]]
    real = [row for row in rows if row["source"].startswith("item") and row["repo"].startswith(TUNING)]
    hits = [row for row in real if row["hit"]]
    right = [sum(row["right"] for row in some) for some in (made, hits)]
    alarms = 1000 * count["clean"] / clean_words
    return [alarms, count["published"], len(made), right[0], len(hits), right[1], len(real) - len(hits)]


if __name__ == "__main__":
    main()
