"""Fits how sure a mention's score really is: `python -m training.calibrate DATA` prints CALIBRATION for fabula.models.decode.

Logistic calibration (Platt 1999) on the development samples of LitBank: slope and offset of the logit. The scores that it
reads must be uncalibrated, so set CALIBRATION to (1.0, 0.0) first.
"""

from __future__ import annotations

import sys
from pathlib import Path

import numpy
from scipy.optimize import minimize

from fabula.models.weights import load_reader
from training.data.litbank import read_litbank
from training.evaluate import read_book


def main() -> None:
    data, reader = Path(sys.argv[1]), load_reader()
    scores, right = list[float](), list[bool]()
    for document in read_litbank(data / "litbank", "dev", data / "litbank-fulltext"):
        gold = {(m.start, m.end, m.type) for m in document.mentions}
        for mention in read_book(reader, document).mentions:
            scores.append(mention.score)
            right.append((mention.start, mention.end, mention.type) in gold)
    chance = numpy.clip(numpy.array(scores), 1e-6, 1 - 1e-6)
    logits, signs = numpy.log(chance / (1 - chance)), numpy.where(right, -1.0, 1.0)
    fitted = minimize(lambda p: numpy.logaddexp(0, signs * (p[0] * logits + p[1])).mean(), [1.0, 0.0])
    print(f"CALIBRATION = ({fitted.x[0]:.3f}, {fitted.x[1]:.3f})")


if __name__ == "__main__":
    main()
