"""Fits how sure a proposal is, and shows what each threshold gives: `python -m training.slips.calibrate ROWS.jsonl WORDS`.

WORDS is how many words the clean passages have. Logistic calibration (Platt 1999) of likelihood and gain, one offset a kind,
on slips made in the prose of held-out authors and on their prose as it is, weighed as if a draft had DENSITY such slips in a
thousand words. Then, for each kind and threshold: alarms in a thousand words of clean fiction, on the published passages, made
slips told, and real slips told in the half of the repositories that tunes. TOLD_FROM is the lowest threshold of each kind at
which there are no more alarms than ALLOWED.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from hashlib import sha256
from pathlib import Path
from typing import Any

import numpy
from scipy.optimize import minimize

from fabula.stages.editing.sure import COMPANY, DOUBTED, GAIN, LIKELIHOOD, MOST_COMPANY

DENSITY = 4.0
ALLOWED = {
    "real-word": 0.12, "verb-form": 0.1, "pronoun": 0.02, "preposition": 0.02, "missing-word": 0.18, "extra-word": 0.12,
    "apostrophe": 0.04, "spacing": 0.04,
}  # fmt: skip
"""Alarms in 1,000 clean words, before the rules that keep silent (`stages/editing/quiet.py`) take some of them back."""
THRESHOLDS = tuple(round(0.2 + 0.01 * step, 2) for step in range(71))
Row = dict[str, Any]


def main() -> None:
    rows: list[Row] = [json.loads(line) for line in Path(sys.argv[1]).read_text("utf-8").splitlines()]
    clean_words = float(sys.argv[2])
    totals = next(row for row in rows if row["source"] == "made-total")
    rows = [row for row in rows if "kind" in row]
    kinds = sorted({row["kind"] for row in rows})
    fit(rows, kinds, clean_words, sum(n for name, n in totals.items() if name != "source"))


def features(row: Row) -> tuple[float, float, float, float]:
    company = max(-MOST_COMPANY, min(MOST_COMPANY, row["company"]))
    return logit(row["likelihood"]), logit(row["doubted"]), logit(row["stood"]) - logit(row["left"]), company


def tunes(repo: str) -> bool:
    """Whether a repository sets thresholds, as in `evaluation/slips_by_repository.py`; the others only measure."""
    return not sha256(repo.encode()).digest()[-1] % 2


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
        scores = values @ p[:4] + p[4 + which]
        return float((weights * numpy.logaddexp(0, signs * scores)).sum() + 0.15 * ((p[4:] - p[4:].mean()) ** 2).sum())

    found = minimize(loss, [LIKELIHOOD, DOUBTED, GAIN, COMPANY, *(-1.0 for _ in kinds)]).x
    print("LIKELIHOOD, DOUBTED, GAIN, COMPANY =", found[:4].round(2))
    print("OFFSETS =", {kind: round(float(offset), 2) for kind, offset in zip(kinds, found[4:], strict=True)})
    show(rows, kinds, found, clean_words, made)


def show(rows: list[Row], kinds: list[str], found: numpy.ndarray, clean_words: float, made: int) -> None:
    for row in rows:
        score = numpy.dot(features(row), found[:4]) + found[4 + kinds.index(row["kind"])]
        row["sure"] = float(1 / (1 + numpy.exp(-score)))
    heads = ("from", "alarms/1k", "published", "made", "right", "real", "right", "noise", "unseen", "right")
    print("TOLD_FROM =", {kind: threshold([row for row in rows if row["kind"] == kind], clean_words) for kind in kinds})
    for kind in kinds:
        print(kind, "".join(f"{head:>10}" for head in heads), sep="\n")
        for least in THRESHOLDS[::5]:
            figures = counted([row for row in rows if row["kind"] == kind and row["sure"] >= least], clean_words)
            print(f"{least:10.2f}" + "".join(f"{figure:10.3g}" for figure in figures))


def threshold(rows: list[Row], clean_words: float) -> float:
    """The lowest threshold with no more alarms than are allowed; the highest where none is so good."""
    allowed = ALLOWED[rows[0]["kind"]] * clean_words / 1000
    alarms = [row["sure"] for row in rows if row["source"].startswith("clean")]
    return next((least for least in THRESHOLDS if sum(sure >= least for sure in alarms) <= allowed), THRESHOLDS[-1])


def counted(rows: list[Row], clean_words: float) -> list[float]:
    """The figures of one line of `show`."""
    count = Counter(row["source"].split("-")[0].split(":")[0] for row in rows)
    made = [row for row in rows if row["source"].startswith("made") and row["near"]]
    real = [row for row in rows if row["source"].startswith("item") and tunes(row["repo"])]
    hits = [row for row in real if row["hit"]]
    unseen = [row for row in rows if row["source"].startswith("item") and not tunes(row["repo"]) and row["hit"]]
    right = [sum(row["right"] for row in some) for some in (made, hits, unseen)]
    alarms = 1000 * count["clean"] / clean_words
    return [
        alarms,
        count["published"],
        len(made),
        right[0],
        len(hits),
        right[1],
        len(real) - len(hits),
        len(unseen),
        right[2],
    ]


if __name__ == "__main__":
    main()
