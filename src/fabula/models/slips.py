"""Which words of a text read as slips, and what was meant: `find_doubts`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING

from fabula.models.slips_weights import SlipTagger
from fabula.models.slips_words import slip_places
from fabula.models.windows import CORE, Stretch, Window, stretches_of
from fabula.models.wordpiece import SEPARATOR, START
from fabula.models.words import word_shape
from fabula.story import Span

if TYPE_CHECKING:
    import numpy
    from numpy.typing import NDArray

    Floats = NDArray[numpy.float32]

OUTPUTS = ("acts", "gaps", "vectors", "before", "begin")
LONGEST_WORD = 12
"""Pieces of a word that are read."""
BEFORE = 40
"""Pieces that a window is shown before its own."""
REPLACE, DELETE = 1, 2
"""Classes of `acts` beside 0, to keep the word."""


@dataclass(frozen=True)
class WordVectors:
    """What the heads that name a word read of one word: itself, the end of the word before it, its own beginning."""

    word: Floats
    before: Floats
    begin: Floats


@dataclass(frozen=True)
class SlipWords:
    """Words of a text and how likely each is a slip.

    `places` are code points; `opens` the numbers of the words that begin a paragraph. `replace`, `delete` (n,) are the
    probabilities that another word was meant, or none; `missing` (n,) that a word is missing before it. `vectors` holds
    what is needed to name the word meant, for those words alone where one of the three passes the asked-for share.
    """

    words: tuple[str, ...]
    places: tuple[tuple[int, int], ...]
    opens: frozenset[int]
    replace: Floats
    delete: Floats
    missing: Floats
    vectors: dict[int, WordVectors]


def read_slips(tagger: SlipTagger, text: str, paragraphs: Sequence[Span], least: float, batch: int = 32) -> SlipWords:
    """How likely each word of the paragraphs is a slip; `least` is the share from which on vectors are kept.

    Depends neither on `batch` nor on the tagger's threads.
    """
    places: list[tuple[int, int]] = []
    starts: list[int] = []
    for paragraph in paragraphs:
        found = slip_places(text, paragraph.start, paragraph.end)
        if found:
            starts.append(len(places))
            places += found
    words = tuple(text[start:end] for start, end in places)
    opens = frozenset(starts)
    sizes = [min(LONGEST_WORD, len(tagger.pieces.of(word))) for word in words]
    windows = plan_windows(stretches_of(words, sizes, starts), sizes)

    def read(window: Window) -> tuple[Floats, Floats, dict[int, WordVectors]]:
        return _read_window(tagger, words, window, opens, least)

    with ThreadPoolExecutor(tagger.threads) as pool:
        parts = [part for group in _groups(windows, batch) for part in pool.map(read, group)]
    return _joined(words, places, opens, parts)


def _groups(windows: Iterable[Window], size: int) -> Iterator[list[Window]]:
    rest = iter(windows)
    while group := list(islice(rest, size)):
        yield group


def plan_windows(stretches: Sequence[Stretch], sizes: Sequence[int]) -> list[Window]:
    """Windows whose own words tile the text: paragraphs of at most CORE pieces, and BEFORE pieces of what stands before."""
    windows: list[Window] = []
    first, used = 0, 0
    for number, stretch in enumerate(stretches):
        if number > first and (used + stretch.size > CORE or stretch.anchor):
            windows.append(_window(stretches, first, number, sizes))
            first, used = number, 0
        used += stretch.size
    return [*windows, _window(stretches, first, len(stretches), sizes)] if stretches else []


def _window(stretches: Sequence[Stretch], first: int, end: int, sizes: Sequence[int]) -> Window:
    own = start = stretches[first].start
    left = BEFORE
    while start and sizes[start - 1] <= left:
        start -= 1
        left -= sizes[start]
    return Window(start, stretches[end - 1].end, own, stretches[end - 1].end)


def feeds_of(
    tagger: SlipTagger, words: Sequence[str], start: int, end: int, opens: frozenset[int]
) -> dict[str, NDArray[numpy.generic]]:
    """The model's inputs for the words `start` to `end`; a separator stands before each paragraph but the first."""
    import numpy

    numbers, ids, shapes = tagger.pieces.numbers, [tagger.pieces.numbers[START]], [0]
    first: list[int] = []
    last: list[int] = []
    for number in range(start, end):
        if number in opens and number > start:
            ids.append(numbers[SEPARATOR])
            shapes.append(0)
        found = tagger.pieces.of(words[number])[:LONGEST_WORD]
        first.append(len(ids))
        ids.extend(found)
        shapes.extend([word_shape(words[number])] * len(found))
        last.append(len(ids) - 1)
    ids.append(numbers[SEPARATOR])
    shapes.append(0)
    return {
        "words": tagger.piece_vectors(ids)[None],
        "ids": numpy.array([ids], numpy.int64),
        "shapes": numpy.array([shapes], numpy.int64),
        "first": numpy.array(first, numpy.int64),
        "last": numpy.array(last, numpy.int64),
    }


def _read_window(
    tagger: SlipTagger, words: Sequence[str], window: Window, opens: frozenset[int], least: float
) -> tuple[Floats, Floats, dict[int, WordVectors]]:
    import numpy

    feeds = feeds_of(tagger, words, window.start, window.end, opens)
    acts, gaps, vectors, before, begin = tagger.session.run(OUTPUTS, feeds)
    own = slice(window.own_start - window.start, window.own_end - window.start)
    acts, gaps = softmax(acts[own]), softmax(gaps[own])
    doubtful = numpy.flatnonzero((acts[:, 0] <= 1 - least) | (gaps[:, 1] >= least))
    kept = {
        window.own_start + int(n): WordVectors(vectors[own][n].copy(), before[own][n].copy(), begin[own][n].copy())
        for n in doubtful
    }
    return acts, gaps, kept


def softmax(scores: Floats) -> Floats:
    """Shares of each row that sum to 1."""
    import numpy

    raised = numpy.exp(scores - scores.max(-1, keepdims=True))
    return raised / raised.sum(-1, keepdims=True)


def _joined(
    words: tuple[str, ...],
    places: list[tuple[int, int]],
    opens: frozenset[int],
    parts: list[tuple[Floats, Floats, dict[int, WordVectors]]],
) -> SlipWords:
    import numpy

    acts = numpy.concatenate([numpy.zeros((0, 3), numpy.float32), *(part[0] for part in parts)])
    gaps = numpy.concatenate([numpy.zeros((0, 2), numpy.float32), *(part[1] for part in parts)])
    vectors = {number: found for part in parts for number, found in part[2].items()}
    return SlipWords(words, tuple(places), opens, acts[:, REPLACE], acts[:, DELETE], gaps[:, 1], vectors)
