"""The trained tagger as an ONNX graph; the reader's word table stays outside, its vectors come in.

One window goes in: `ids`, `shapes` (1, pieces), `words` (1, pieces, WIDTH), `first`, `last` (words,); `ids` gives its length.
Out come `acts` (words, 3), `gaps` (words, 2), and the vectors `vectors`, `before`, `begin` (words, WIDTH) that the heads which
name a word read, for the few words that are asked about.
"""

from __future__ import annotations

import onnx
from onnx import TensorProto, helper
from torch import nn

from training.reader.graph import MICROSOFT, Graph, write_layers, write_places, write_words
from training.reader.network import WIDTH
from training.slips.network import ACTS, SlipNetwork


def write_graph(network: SlipNetwork) -> onnx.ModelProto:
    """The float32 model."""
    import numpy

    graph = Graph()
    hidden = write_layers(graph, network.encoder, write_places(graph, network.encoder, "words"))
    vectors = write_words(graph, hidden)
    one = graph.constant(numpy.array(1, numpy.int64), "step")
    previous = graph.node("Sub", ["first", one], "previous")
    before = graph.node("Gather", ["flat", previous], "before")
    begin = graph.node("Identity", ["first.vectors"], "begin")
    both = graph.node("Concat", [before, begin], "both", axis=1)
    write_head(graph, vectors, network.acts, "acts")
    write_head(graph, both, network.gaps, "gaps")
    for name, width in (("acts", ACTS), ("gaps", 2), (vectors, WIDTH), (before, WIDTH), (begin, WIDTH)):
        graph.output(name, ["words_", width])
    inputs = [helper.make_tensor_value_info("words", TensorProto.FLOAT, [1, "pieces", WIDTH])]
    for name, shape in (("ids", [1, "pieces"]), ("shapes", [1, "pieces"]), ("first", ["words_"]), ("last", ["words_"])):
        inputs.append(helper.make_tensor_value_info(name, TensorProto.INT64, shape))
    whole = helper.make_graph(graph.nodes, "slips", inputs, graph.outputs, graph.constants)
    opsets = [helper.make_opsetid("", 17), helper.make_opsetid(MICROSOFT, 1)]
    return helper.make_model(whole, opset_imports=opsets, ir_version=8, producer_name="fabula")


def write_head(graph: Graph, value: str, head: nn.Sequential, name: str) -> None:
    inner = graph.linear(value, head[1], f"{name}.inner")  # type: ignore[arg-type]
    risen = graph.node("Gelu", [inner], f"{name}.gelu", MICROSOFT)
    graph.node("Identity", [graph.linear(risen, head[3], f"{name}.outer")], name)  # type: ignore[arg-type]
