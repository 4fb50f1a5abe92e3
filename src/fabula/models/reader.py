"""Reads a text with the model: `read_words`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from itertools import islice, pairwise
from typing import TYPE_CHECKING

from fabula.models.decode import OUTPUTS, Syntax, log_softmax, read_mentions, read_syntax, sentence_ends
from fabula.models.output import MentionScore, ReaderOutput
from fabula.models.weights import Reader
from fabula.models.windows import Window, plan_windows, stretches_of
from fabula.models.wordpiece import SEPARATOR, START
from fabula.models.words import split_words, word_shape
from fabula.story import Span

if TYPE_CHECKING:
    import numpy
    from numpy.typing import NDArray

LONGEST_WORD = 12
"""Pieces of a word that are read; a longer one is nothing a reader reads to the end."""


@dataclass(frozen=True)
class GivenWords:
    """Words cut already: their strings, the places where paragraphs start, and sentences where known, as word numbers."""

    words: tuple[str, ...]
    paragraph_starts: tuple[int, ...]
    sentence_starts: tuple[int, ...] | None = None


@dataclass(frozen=True)
class Part:
    """What one window gave for the words it owns, word numbers counted over the whole text."""

    sentences: list[tuple[int, int]]
    syntax: Syntax
    mentions: list[MentionScore]
    quotes: NDArray[numpy.float32]
    vectors: NDArray[numpy.float16]


def read_words(reader: Reader, text: str, paragraphs: Sequence[Span], batch: int = 32) -> ReaderOutput:
    """All layers of the paragraphs of a text, in the order given; white space between words belongs to none.

    `batch` windows are in the making at a time. The result does not depend on it, nor on the reader's threads.
    """
    places: list[tuple[int, int]] = []
    starts: list[int] = []
    for paragraph in paragraphs:
        starts.append(len(places))
        places.extend(split_words(text, paragraph.start, paragraph.end))
    words = tuple(text[start:end] for start, end in places)
    kept = tuple(start for start, end in pairwise([*starts, len(places)]) if start < end)
    return read_given(reader, GivenWords(words, kept), places, batch)


def read_given(
    reader: Reader, given: GivenWords, places: Sequence[tuple[int, int]] | None = None, batch: int = 32
) -> ReaderOutput:
    """All layers of words cut already; `places` are their code points, by default as if one space stood between words."""
    sizes = [min(LONGEST_WORD, len(reader.pieces.of(word))) for word in given.words]
    windows = plan_windows(stretches_of(given.words, sizes, given.paragraph_starts), sizes)
    paragraphs = frozenset(given.paragraph_starts)
    sentences = None if given.sentence_starts is None else frozenset(given.sentence_starts)

    def read(window: Window) -> Part:
        return read_window(reader, given.words, window, paragraphs, sentences)

    with ThreadPoolExecutor(reader.threads) as pool:
        parts = [part for group in _groups(windows, batch) for part in pool.map(read, group)]
    return _joined(given, places if places is not None else _spaced(given.words), parts)


def _groups(windows: Iterable[Window], size: int) -> Iterator[list[Window]]:
    rest = iter(windows)
    while group := list(islice(rest, size)):
        yield group


def _spaced(words: Sequence[str]) -> list[tuple[int, int]]:
    places: list[tuple[int, int]] = []
    at = 0
    for word in words:
        places.append((at, at + len(word)))
        at += len(word) + 1
    return places


def feeds_of(
    reader: Reader, words: Sequence[str], window: Window, paragraphs: frozenset[int]
) -> dict[str, NDArray[numpy.int64]]:
    """The model's inputs for one window; a separator stands before each paragraph but the first."""
    import numpy

    pieces, ids, shapes = reader.pieces, [reader.pieces.numbers[START]], [0]
    first: list[int] = []
    last: list[int] = []
    for number in range(window.start, window.end):
        if number in paragraphs and number > window.start:
            ids.append(pieces.numbers[SEPARATOR])
            shapes.append(0)
        found = pieces.of(words[number])[:LONGEST_WORD]
        first.append(len(ids))
        ids.extend(found)
        shapes.extend([word_shape(words[number])] * len(found))
        last.append(len(ids) - 1)
    ids.append(pieces.numbers[SEPARATOR])
    shapes.append(0)
    return {
        "ids": numpy.array([ids], numpy.int64),
        "shapes": numpy.array([shapes], numpy.int64),
        "first": numpy.array(first, numpy.int64),
        "last": numpy.array(last, numpy.int64),
    }


def read_window(
    reader: Reader,
    words: Sequence[str],
    window: Window,
    paragraphs: frozenset[int],
    given: frozenset[int] | None,
) -> Part:
    """The layers of the words that a window owns; sentences are those given, if any."""
    import numpy

    found = reader.session.run(OUTPUTS, feeds_of(reader, words, window, paragraphs))
    arrays = dict(zip(OUTPUTS, found, strict=True))
    shift, start, end = window.start, window.own_start - window.start, window.own_end - window.start
    ends = arrays["ends"]
    if given is not None:
        ends = numpy.zeros_like(ends)
    bounds = paragraphs if given is None else paragraphs | given
    forced = [number - shift for number in range(window.own_start, window.own_end) if number in bounds]
    shown = words[window.start : window.end]
    sentences = sentence_ends(ends, shown, forced, start, end)
    syntax = read_syntax(arrays, shown, sentences, reader.labels)
    heads = [head + shift if head >= 0 else -1 for head in syntax.heads]
    mentions = [
        MentionScore(m.start + shift, m.end + shift, m.type, m.form, m.score)
        for m in read_mentions(arrays, reader.links, shown, sentences)
    ]
    return Part(
        [(a + shift, b + shift) for a, b in sentences],
        Syntax(syntax.upos, syntax.feats, syntax.lemmas, heads, syntax.deprels),
        mentions,
        numpy.exp(log_softmax(arrays["quotes"][start:end])),
        arrays["vectors"][start:end].astype(numpy.float16),
    )


def _joined(given: GivenWords, places: Sequence[tuple[int, int]], parts: list[Part]) -> ReaderOutput:
    import numpy

    spans = numpy.array(places, numpy.int64).reshape(-1, 2)
    sentences = [span for part in parts for span in part.sentences]
    quotes = numpy.concatenate([numpy.zeros((0, 3), numpy.float32), *(part.quotes for part in parts)])
    vectors = [part.vectors for part in parts] or [numpy.zeros((0, 384), numpy.float16)]
    return ReaderOutput(
        given.words,
        spans[:, 0],
        spans[:, 1],
        numpy.array(given.paragraph_starts, numpy.int64),
        numpy.array(sentences, numpy.int64).reshape(-1, 2),
        tuple(tag for part in parts for tag in part.syntax.upos),
        tuple(value for part in parts for value in part.syntax.feats),
        tuple(lemma for part in parts for lemma in part.syntax.lemmas),
        numpy.array([head for part in parts for head in part.syntax.heads], numpy.int64),
        tuple(deprel for part in parts for deprel in part.syntax.deprels),
        tuple(mention for part in parts for mention in part.mentions),
        quotes[:, 1] + quotes[:, 2],
        quotes[:, 1],
        numpy.concatenate(vectors),
    )
