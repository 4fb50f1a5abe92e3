"""The trained reader as one ONNX graph, written operator by operator with onnxruntime's fused ones.

One window goes in and comes out: `ids`, `shapes` (1, pieces) and `first`, `last` (words,), the place of each word's pieces.
A window is never padded or batched, so the scales of the dynamic int8 quantisation depend on nothing but its own words.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy
import onnx
from numpy.typing import NDArray
from onnx import TensorProto, helper, numpy_helper
from torch import nn

from training.reader.network import (
    ATTENTION_HEADS,
    LAYERS,
    RELATION,
    SPAN,
    TYPE_COUNT,
    WIDTH,
    Encoder,
    ReaderNetwork,
    Tagger,
)

Array = NDArray[numpy.float32]
MICROSOFT = "com.microsoft"
EPSILON = 1e-12


class Graph:
    """Nodes and constants of a graph that is being written."""

    def __init__(self) -> None:
        self.nodes: list[onnx.NodeProto] = []
        self.constants: list[onnx.TensorProto] = []
        self.outputs: list[onnx.ValueInfoProto] = []

    def constant(self, value: NDArray[numpy.generic], name: str) -> str:
        self.constants.append(numpy_helper.from_array(numpy.ascontiguousarray(value), name))
        return name

    def node(self, kind: str, inputs: Sequence[str], name: str, domain: str = "", **attributes: float | int) -> str:
        self.nodes.append(helper.make_node(kind, list(inputs), [name], name=name, domain=domain, **attributes))
        return name

    def linear(self, value: str, layer: nn.Linear, name: str) -> str:
        weight = self.constant(array(layer.weight).T, f"{name}.weight")
        product = self.node("MatMul", [value, weight], f"{name}.product")
        if layer.bias is None:
            return product
        return self.node("Add", [product, self.constant(array(layer.bias), f"{name}.bias")], name)

    def projection(self, value: str, layers: nn.Sequential, name: str) -> str:
        return self.node("Relu", [self.linear(value, layers[1], f"{name}.linear")], name)  # type: ignore[arg-type]

    def output(self, name: str, shape: Sequence[int | str]) -> None:
        self.outputs.append(helper.make_tensor_value_info(name, TensorProto.FLOAT, list(shape)))


def array(parameter: nn.Parameter) -> Array:
    return parameter.detach().float().numpy()


def write_graph(network: ReaderNetwork, labels: dict[str, int]) -> onnx.ModelProto:
    """The float32 model; `labels` gives the number of classes of each tagger."""
    graph = Graph()
    words = write_words(graph, write_encoder(graph, network))
    graph.output(words, ["words", WIDTH])
    for name, classes in labels.items():
        write_tagger(graph, words, getattr(network, name), name)
        graph.output(name, ["words", classes])
    write_parser(graph, words, network)
    write_spans(graph, words, network)
    integers = lambda name, shape: helper.make_tensor_value_info(name, TensorProto.INT64, shape)  # noqa: E731
    inputs = [integers("ids", [1, "pieces"]), integers("shapes", [1, "pieces"])]
    inputs += [integers("first", ["words"]), integers("last", ["words"])]
    whole = helper.make_graph(graph.nodes, "reader", inputs, graph.outputs, graph.constants)
    opsets = [helper.make_opsetid("", 17), helper.make_opsetid(MICROSOFT, 1)]
    return helper.make_model(whole, opset_imports=opsets, ir_version=8, producer_name="fabula")


def write_encoder(graph: Graph, network: ReaderNetwork) -> str:
    """Nodes of the embeddings and layers; returns the name of the pieces' vectors (1, pieces, WIDTH)."""
    return write_layers(graph, network.encoder, write_embeddings(graph, network))


def write_layers(graph: Graph, encoder: Encoder, hidden: str) -> str:
    """Nodes of the layers upon the embedded pieces `hidden`; returns the name of their vectors."""
    for number in range(LAYERS):
        layer, name = encoder.layers[number], f"layer{number}"
        qkv = graph.constant(array(layer.qkv.weight).T, f"{name}.qkv.weight")
        bias = graph.constant(array(layer.qkv.bias), f"{name}.qkv.bias")
        seen = graph.node("Attention", [hidden, qkv, bias], f"{name}.seen", MICROSOFT, num_heads=ATTENTION_HEADS)
        hidden = write_skip(graph, seen, hidden, layer.out, layer.norm1, f"{name}.first")
        up = graph.node("MatMul", [hidden, graph.constant(array(layer.up.weight).T, f"{name}.up.weight")], f"{name}.up")
        gelu = [up, graph.constant(array(layer.up.bias), f"{name}.up.bias")]
        up = graph.node("BiasGelu", gelu, f"{name}.gelu", MICROSOFT)
        hidden = write_skip(graph, up, hidden, layer.down, layer.norm2, f"{name}.second")
    return hidden


def write_embeddings(graph: Graph, network: ReaderNetwork) -> str:
    """Word, place and shape vectors, summed and normalised. The word table is int8 with a scale for each row."""
    encoder = network.encoder
    table = array(encoder.words.weight)
    scale = numpy.abs(table).max(1, keepdims=True) / 127
    rows = graph.constant(numpy.round(table / scale).astype(numpy.int8), "words.rows")
    gathered = graph.node("Gather", [rows, "ids"], "words.gathered")
    whole = graph.node("Cast", [gathered], "words.float", to=TensorProto.FLOAT)
    scales = graph.node("Gather", [graph.constant(scale, "words.scales"), "ids"], "words.scale")
    words = graph.node("Mul", [whole, scales], "words.vectors")
    return write_places(graph, encoder, words)


def write_places(graph: Graph, encoder: Encoder, words: str) -> str:
    """The vectors of pieces `words` with those of shape and place, normalised. `ids` gives their number."""
    shapes = graph.node(
        "Gather", [graph.constant(array(encoder.shapes.weight), "shapes.table"), "shapes"], "shapes.vectors"
    )
    length = graph.node("Shape", ["ids"], "ids.shape")
    one = graph.constant(numpy.array([1], numpy.int64), "one")
    pieces = graph.node("Gather", [length, one], "pieces", axis=0)
    zero = graph.constant(numpy.array([0], numpy.int64), "zero")
    table_name = graph.constant(array(encoder.positions.weight), "positions.table")
    places = graph.node("Slice", [table_name, zero, pieces], "positions.vectors")
    summed = graph.node("Add", [graph.node("Add", [words, shapes], "words.shaped"), places], "embedded")
    gamma = graph.constant(array(encoder.norm.weight), "norm.gamma")
    beta = graph.constant(array(encoder.norm.bias), "norm.beta")
    return graph.node("LayerNormalization", [summed, gamma, beta], "hidden", epsilon=EPSILON, axis=-1)


def write_skip(graph: Graph, value: str, skip: str, linear: nn.Linear, norm: nn.LayerNorm, name: str) -> str:
    product = graph.node("MatMul", [value, graph.constant(array(linear.weight).T, f"{name}.weight")], f"{name}.product")
    gamma, beta = graph.constant(array(norm.weight), f"{name}.gamma"), graph.constant(array(norm.bias), f"{name}.beta")
    bias = graph.constant(array(linear.bias), f"{name}.bias")
    return graph.node("SkipLayerNormalization", [product, skip, gamma, beta, bias], name, MICROSOFT, epsilon=EPSILON)


def write_words(graph: Graph, hidden: str) -> str:
    """(words, WIDTH): the mean of each word's first and last piece."""
    flat = graph.node("Reshape", [hidden, graph.constant(numpy.array([-1, WIDTH], numpy.int64), "flat.shape")], "flat")
    ends = [graph.node("Gather", [flat, place], f"{place}.vectors") for place in ("first", "last")]
    half = graph.constant(numpy.array(0.5, numpy.float32), "half")
    return graph.node("Mul", [graph.node("Add", ends, "ends.sum"), half], "vectors")


def write_tagger(graph: Graph, words: str, tagger: Tagger, name: str) -> None:
    inner = graph.projection(words, tagger.inner, f"{name}.inner")
    scores = graph.linear(inner, tagger.outer, f"{name}.scores")
    graph.node("Identity", [scores], name)


def write_parser(graph: Graph, words: str, network: ReaderNetwork) -> None:
    """Outputs `arcs` (words, 1 + words), `relations` (words, relations * RELATION + relations) and `heads` (1 + words, …).

    The score of relation k is the dot product of a word's k-th row of RELATION + 1 numbers with its head's vector and 1,
    plus the head's own bias: `relation_words` (words, k, RELATION + 1), `relation_heads` (1 + words, RELATION + 1 + k).
    """
    parser = network.parser
    root = graph.constant(array(parser.root)[None], "root")
    rooted = graph.node("Concat", [root, words], "rooted", axis=0)
    heads = graph.projection(rooted, parser.arc_head, "arc.head")
    word = graph.projection(words, parser.arc_word, "arc.word")
    left = graph.node("MatMul", [word, graph.constant(array(parser.arc), "arc.both")], "arc.left")
    product = graph.node("MatMul", [left, graph.node("Transpose", [heads], "arc.right", perm=[1, 0])], "arc.product")
    bias = graph.node("Transpose", [graph.linear(heads, parser.arc_bias, "arc.bias")], "arc.row", perm=[1, 0])
    graph.node("Add", [product, bias], "arcs")
    graph.output("arcs", ["words", "heads"])
    count = parser.rel.shape[0]
    word = graph.projection(words, parser.rel_word, "rel.word")
    table = array(parser.rel).transpose(1, 0, 2).reshape(RELATION, -1)
    graph.node("MatMul", [word, graph.constant(table, "rel.both")], "relation_words")
    graph.output("relation_words", ["words", count * RELATION])
    graph.node("Identity", [graph.linear(word, parser.rel_bias_word, "rel.bias.word")], "relation_bias")
    graph.output("relation_bias", ["words", count])
    head = graph.projection(rooted, parser.rel_head, "relation_heads")
    graph.output(head, ["heads", RELATION])
    graph.node("Identity", [graph.linear(head, parser.rel_bias_head, "rel.bias.head")], "relation_head_bias")
    graph.output("relation_head_bias", ["heads", count])


def write_spans(graph: Graph, words: str, network: ReaderNetwork) -> None:
    """Outputs `span_left` (words, 7 * SPAN), `span_right` (words, SPAN) and both sides' biases and shares of the form."""
    spans = network.spans
    start = graph.projection(words, spans.start, "span.start")
    end = graph.projection(words, spans.end, "span_right")
    table = array(spans.both).transpose(1, 0, 2).reshape(SPAN, -1)
    graph.node("MatMul", [start, graph.constant(table, "span.both")], "span_left")
    graph.output("span_left", ["words", (1 + TYPE_COUNT) * SPAN])
    graph.output(end, ["words", SPAN])
    form = array(spans.form.weight)
    for side, value, linear, share in (
        ("start", start, spans.from_start, form[:, :SPAN]),
        ("end", end, spans.from_end, form[:, SPAN:]),
    ):
        graph.node("Identity", [graph.linear(value, linear, f"span.bias.{side}")], f"span_bias_{side}")
        graph.output(f"span_bias_{side}", ["words", 1 + TYPE_COUNT])
        weight = graph.constant(share.T, f"form.weight.{side}")
        graph.node("MatMul", [value, weight], f"form_{side}")
        graph.output(f"form_{side}", ["words", 3])
