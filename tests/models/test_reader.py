"""The shipped model reads a small text: exact places, one tree a sentence, the same bits whatever the batch."""

import json
from importlib import resources

import numpy
import pytest

from fabula.errors import MissingModel
from fabula.models import (
    link_mentions,
    load_reader,
    paragraph_vectors,
    read_words,
    score_antecedents,
    score_speakers,
    words_under,
)
from fabula.story import Span

TEXT = (
    "“I don’t know where Anna went,” said Tom. He looked at the old house. 👍🏽\n\n"
    "The house was empty.\r\nHer brother’s cafe\u0301\u00a0was so\u00adft, ﬁne and “closed.”\n\n"
    "“Come back!” she cried."
)


def paragraphs_of(text):
    spans, at = [], 0
    for part in text.split("\n\n"):
        spans.append(Span(at, at + len(part)))
        at += len(part) + 2
    return spans


@pytest.fixture(scope="module")
def reader():
    return load_reader(threads=1)


@pytest.fixture(scope="module")
def output(reader):
    return read_words(reader, TEXT, paragraphs_of(TEXT))


def test_words_lie_where_they_say(output):
    assert [TEXT[a:b] for a, b in zip(output.starts, output.ends, strict=True)] == list(output.words)
    assert {"cafe\u0301", "so\u00adft", "ﬁne", "👍🏽"} <= set(output.words)


def test_words_under_a_span(output):
    at = TEXT.index("brother’s")
    first, end = words_under(output, Span(at, at + len("brother’s cafe")))
    assert output.words[first:end] == ("brother", "’s", "cafe\u0301")
    assert words_under(output, Span(at - 1, at - 1)) == (first, first)


def test_every_sentence_is_one_tree(output):
    for start, end in output.sentences.tolist():
        heads = output.heads[start:end].tolist()
        assert heads.count(-1) == 1
        assert all(head == -1 or start <= head < end for head in heads)
        assert [d == "root" for d in output.deprels[start:end]] == [head == -1 for head in heads]


def test_what_anyone_can_see(output):
    tags = dict(zip(output.words, output.upos, strict=True))
    lemmas = dict(zip(output.words, output.lemmas, strict=True))
    assert (tags["Anna"], tags["house"], tags["looked"]) == ("PROPN", "NOUN", "VERB")
    assert (lemmas["went"], lemmas["looked"]) == ("go", "look")
    names = {" ".join(output.words[m.start : m.end]) for m in output.mentions}
    assert {"Anna", "Tom", "He"} <= names
    assert output.inside[output.words.index("know")] > 0.5 > output.inside[output.words.index("looked")]


def test_he_is_tom_and_tom_speaks(reader, output):
    chains = link_mentions(score_antecedents(reader, output, output.mentions))
    of = {
        output.words[m.start]: chain for m, chain in zip(output.mentions, chains, strict=True) if m.end == m.start + 1
    }
    assert of["He"] == of["Tom"] != of["Anna"]
    quotation = (0, output.words.index("”") + 1)
    best = score_speakers(reader, output, [quotation], output.mentions)[0]
    assert output.words[output.mentions[best.mention].start] == "Tom"


def test_paragraphs_have_vectors_of_length_one(output):
    vectors = paragraph_vectors(output)
    assert vectors.shape == (3, 384)
    assert numpy.allclose(numpy.linalg.norm(vectors, axis=1), 1)


def test_the_same_bits_whatever_the_batch_and_the_threads(reader):
    text = "\n\n".join([TEXT] * 40)
    one = read_words(reader, text, paragraphs_of(text), batch=1)
    many = read_words(load_reader(threads=2), text, paragraphs_of(text), batch=32)
    assert numpy.array_equal(one.vectors, many.vectors)
    assert numpy.array_equal(one.inside, many.inside)
    assert (one.mentions, one.lemmas, one.deprels) == (many.mentions, many.lemmas, many.deprels)


def test_nothing_gives_nothing(reader):
    empty = read_words(reader, " \n", [Span(0, 2)])
    assert empty.words == () and empty.mentions == () and len(paragraph_vectors(empty)) == 0
    assert link_mentions(score_antecedents(reader, empty, [])) == []


def test_a_changed_file_is_refused(tmp_path):
    for name in ("labels.json", "vocab.txt", "links.npz", "reader.onnx", "hashes.json"):
        (tmp_path / name).write_bytes((resources.files("fabula.models") / "weights" / name).read_bytes())
    labels = json.loads((tmp_path / "labels.json").read_text("utf-8"))
    (tmp_path / "labels.json").write_text(json.dumps(labels | {"upos": []}), "utf-8")
    with pytest.raises(MissingModel, match=r"labels\.json"):
        load_reader(folder=tmp_path)
    (tmp_path / "hashes.json").unlink()
    with pytest.raises(MissingModel, match="not in the package"):
        load_reader(folder=tmp_path)
