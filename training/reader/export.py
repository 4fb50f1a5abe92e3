"""Exports a trained reader: `python -m training.reader.export CHECKPOINT BASE WEIGHTS [--float]`.

Writes reader.onnx (encoder int8 per channel with 7-bit weights, which are safe on processors without VNNI; heads float32),
links.npz (the pair heads, float16), labels.json, vocab.txt and hashes.json into the folder WEIGHTS.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import shutil
import tempfile
from pathlib import Path

import numpy
import onnx
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic

from fabula.models.weights import Labels
from training.reader.graph import write_graph
from training.reader.network import ReaderNetwork, load_trained

TAGGERS = {"upos": "upos", "feats": "feats", "rules": "rules"}
SHIPPED = ("reader.onnx", "links.npz", "labels.json", "vocab.txt")


def load_network(path: Path, averaged: bool = True) -> tuple[ReaderNetwork, Labels]:
    """The network of a checkpoint, with the running average of its weights unless `averaged` is false."""
    state = torch.load(path, weights_only=False)
    labels = Labels(**state["labels"])
    network = ReaderNetwork(labels)
    load_trained(network, path, averaged)
    return network.eval(), labels


def class_counts(labels: Labels) -> dict[str, int]:
    """Classes of each tagger."""
    return {name: len(getattr(labels, field)) for name, field in TAGGERS.items()} | {"ends": 2, "quotes": 3}


def quantise(model: onnx.ModelProto, path: Path) -> None:
    """Writes the model with its encoder's matrices in int8, one scale a column; the heads stay float32."""
    heads = [n.name for n in model.graph.node if not n.name.startswith("layer")]
    with tempfile.TemporaryDirectory() as folder:
        whole = Path(folder, "float.onnx")
        onnx.save(model, whole)
        quantize_dynamic(
            whole,
            path,
            op_types_to_quantize=["MatMul", "Attention"],
            per_channel=True,
            reduce_range=True,
            weight_type=QuantType.QInt8,
            nodes_to_exclude=heads,
            extra_options={"MatMulConstBOnly": True, "DefaultTensorType": onnx.TensorProto.FLOAT},
        )


def write_links(network: ReaderNetwork, path: Path) -> None:
    """The weights of the pair heads, 'pairs.…' and 'speakers.…', in float16."""
    state = network.state_dict()
    chosen = {k: v.numpy().astype(numpy.float16) for k, v in state.items() if k.startswith(("pairs.", "speakers."))}
    chosen["spans.width.weight"] = network.spans.width.weight.detach().numpy()
    chosen["spans.form.bias"] = network.spans.form.bias.detach().numpy()
    numpy.savez(path, **chosen)


def write_labels(labels: Labels, path: Path) -> None:
    rows = {"upos": labels.upos, "feats": labels.feats, "deprels": labels.deprels, "rules": labels.rules}
    text = json.dumps({**rows, "lexicon": labels.lexicon}, ensure_ascii=False, indent=0, sort_keys=True)
    path.write_text(text + "\n", "utf-8")


def export(checkpoint: Path, base: Path, weights: Path, *, quantised: bool = True, averaged: bool = True) -> None:
    network, labels = load_network(checkpoint, averaged)
    weights.mkdir(parents=True, exist_ok=True)
    model = write_graph(network, class_counts(labels))
    if quantised:
        quantise(model, weights / "reader.onnx")
    else:
        onnx.save(model, weights / "reader.onnx")
    write_links(network, weights / "links.npz")
    write_labels(labels, weights / "labels.json")
    shutil.copyfile(base / "vocab.txt", weights / "vocab.txt")
    hashes = {name: hashlib.sha256((weights / name).read_bytes()).hexdigest() for name in SHIPPED}
    (weights / "hashes.json").write_text(json.dumps(hashes, indent=2) + "\n", "utf-8")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("checkpoint", type=Path)
    parser.add_argument("base", type=Path, help="folder with vocab.txt")
    parser.add_argument("weights", type=Path)
    parser.add_argument("--float", action="store_true", help="float32, to measure what int8 costs")
    parser.add_argument("--last", action="store_true", help="the last weights, not their running average")
    asked = parser.parse_args()
    export(asked.checkpoint, asked.base, asked.weights, quantised=not asked.float, averaged=not asked.last)


if __name__ == "__main__":
    main()
