"""The word table is found in a model's file by its name, whatever stands around it."""

import numpy

from fabula.models.slips_table import read_rows, read_word_table


def number(value):
    found = b""
    while value > 127:
        found += bytes([value & 127 | 128])
        value >>= 7
    return found + bytes([value])


def field(at, data):
    return number(at << 3 | 2) + number(len(data)) + data


def tensor(name, data):
    return field(9, data) + number(2 << 3) + number(300) + field(8, name.encode())


def model_of(*tensors):
    graph = field(2, b"reader") + b"".join(field(5, one) for one in tensors)
    return number(1 << 3) + number(8) + field(2, b"fabula") + field(7, graph)


def test_rows_and_scales_are_read():
    rows = numpy.arange(-384, 384, dtype=numpy.int64).clip(-127, 127).astype(numpy.int8).reshape(2, 384)
    scales = numpy.array([[0.5], [2.0]], numpy.float32)
    model = model_of(
        tensor("other", b"x" * 9), tensor("words.rows", rows.tobytes()), tensor("words.scales", scales.tobytes())
    )
    assert (read_rows(model)[0] == rows).all()
    table = read_word_table(model)
    assert table.shape == (2, 384)
    assert table[1, 3] == rows[1, 3] * 2.0
