"""The reader's word table, read out of its file, so that the tagger of slips need not bring it along once more.

An ONNX file is a protocol buffer: fields of a number and a value, nested. We walk to the two constants we need and decode no
more than that. Source of the numbers: onnx.proto3 of ONNX 1.16 (ModelProto.graph 7, GraphProto.initializer 5,
TensorProto.dims 1, name 8, raw_data 9).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy
    from numpy.typing import NDArray

_GRAPH, _INITIALIZER, _NAME, _RAW = 7, 5, 8, 9
_WIDTH = 384


def read_word_table(model: bytes) -> NDArray[numpy.float32]:
    """(pieces, 384): the vectors of the reader's word pieces, as the reader itself computes them from its int8 rows."""
    import numpy

    rows, scales = read_rows(model)
    return rows.astype(numpy.float32) * scales


def read_rows(model: bytes) -> tuple[NDArray[numpy.int8], NDArray[numpy.float32]]:
    """The rows (pieces, 384) of the reader's word table in int8, and their scales (pieces, 1)."""
    import numpy

    raw = _constants(memoryview(model), ("words.rows", "words.scales"))
    rows = numpy.frombuffer(raw["words.rows"], numpy.int8).reshape(-1, _WIDTH)
    return rows, numpy.frombuffer(raw["words.scales"], numpy.float32).reshape(-1, 1)


def _constants(model: memoryview, wanted: tuple[str, ...]) -> dict[str, memoryview]:
    found: dict[str, memoryview] = {}
    for number, graph in _fields(model):
        for inner, tensor in _fields(graph) if number == _GRAPH else ():
            if inner == _INITIALIZER:
                parts = dict(_fields(tensor))
                name = bytes(parts[_NAME]).decode()
                if name in wanted:
                    found[name] = parts[_RAW]
    return found


def _fields(message: memoryview) -> Iterator[tuple[int, memoryview]]:
    """(number, bytes) of each field that holds bytes; numbers are passed over."""
    at = 0
    while at < len(message):
        key, at = _number(message, at)
        kind = key & 7
        if kind == 0:
            _, at = _number(message, at)
        elif kind == 2:
            size, at = _number(message, at)
            yield key >> 3, message[at : at + size]
            at += size
        else:
            at += 8 if kind == 1 else 4


def _number(message: memoryview, at: int) -> tuple[int, int]:
    value = shift = 0
    while True:
        byte = message[at]
        at += 1
        value |= (byte & 127) << shift
        shift += 7
        if byte < 128:
            return value, at
