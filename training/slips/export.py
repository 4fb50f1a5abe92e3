"""Exports a trained tagger: `python -m training.slips.export CHECKPOINT WEIGHTS`.

Writes into WEIGHTS, where the reader's files lie: slips.onnx (encoder int8 as the reader's), slips.npz (the heads that name a
word, float16), slips_words.txt (which words are taken for which) and slips.json (hashes, the reader's word table among them).
"""

from __future__ import annotations

import argparse
import hashlib
import json
from pathlib import Path

import numpy
import onnx

from fabula.models.slips_table import read_rows
from fabula.stages.wordlist import fiction_words
from training.reader.export import quantise
from training.slips.confusions import confusions, table_lines
from training.slips.graph import write_graph
from training.slips.network import SlipNetwork
from training.slips.train import build_network, load_trained

SHIPPED = ("slips.onnx", "slips.npz", "slips_words.txt")


def write_naming(network: SlipNetwork, path: Path) -> None:
    """The two heads that name a word, and how readily each word is named; transposed, float16."""
    arrays = {}
    for name, head in (("meant", network.meant), ("missing", network.missing)):
        for number in (0, 2):
            arrays[f"{name}.{number}.weight"] = head[number].weight.detach().numpy().T
            arrays[f"{name}.{number}.bias"] = head[number].bias.detach().numpy()
    arrays["bias.meant"], arrays["bias.missing"] = network.bias.detach().numpy(), network.bias_missing.detach().numpy()
    numpy.savez(path, **{name: numpy.ascontiguousarray(value).astype(numpy.float16) for name, value in arrays.items()})


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("checkpoint", type=Path)
    parser.add_argument("weights", type=Path)
    parser.add_argument("--out", type=Path, help="another folder to write to")
    parser.add_argument("--float", action="store_true", help="float32, to measure what int8 costs")
    asked = parser.parse_args()
    out = asked.out or asked.weights
    network, _, _ = build_network(asked.weights)
    load_trained(network, asked.checkpoint)
    network.eval()
    model = write_graph(network)
    if asked.float:
        onnx.save(model, out / "slips.onnx")
    else:
        quantise(model, out / "slips.onnx")
    write_naming(network, out / "slips.npz")
    lines = table_lines(confusions(fiction_words()))
    (out / "slips_words.txt").write_text("\n".join(lines) + "\n", "utf-8")
    hashes = {name: hashlib.sha256((out / name).read_bytes()).hexdigest() for name in SHIPPED}
    rows, _ = read_rows((asked.weights / "reader.onnx").read_bytes())
    hashes["words.rows"] = hashlib.sha256(rows.tobytes()).hexdigest()
    (out / "slips.json").write_text(json.dumps(hashes, indent=2) + "\n", "utf-8")


if __name__ == "__main__":
    main()
