"""One checkpoint from several of the same start, the mean of their weights (Wortsman et al. 2022, model soups).

`python -m training.reader.average OUT CHECKPOINT CHECKPOINT …`
"""

from __future__ import annotations

import argparse
from pathlib import Path

import torch


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("out", type=Path)
    parser.add_argument("checkpoints", type=Path, nargs="+", help="one named twice counts twice")
    asked = parser.parse_args()
    states = [torch.load(path, weights_only=False) for path in asked.checkpoints]
    mean = [torch.stack(weights).mean(0) for weights in zip(*(state["mean"] for state in states), strict=True)]
    asked.out.parent.mkdir(parents=True, exist_ok=True)
    torch.save({**states[0], "mean": mean}, asked.out)


if __name__ == "__main__":
    main()
