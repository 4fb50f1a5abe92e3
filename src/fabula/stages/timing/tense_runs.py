"""Where the narration goes from the present tense into the past, and back: a story told now that remembers."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from fabula.stages.timing.leads import CHAT
from fabula.stages.timing.telling import PAST, PLUPERFECT, PRESENT, Telling, sentences_of
from fabula.stages.vocabulary import word_set

if TYPE_CHECKING:
    import numpy
    from numpy.typing import NDArray

    Integers = NDArray[numpy.int64]

_TOLD_NOW = 0.3
"""A story is told in the present tense if so much of it is: who tells in the past says general truths in the present."""
_CROSSING = 4.0
"""Verbs of the other tense that it takes to believe in a change of tense: what is reported in passing takes fewer."""
_GREETINGS, _DEAR = word_set("dear dearest hi hello hey"), frozenset(("dear", "dearest"))
_SHORTEST_WORDS, _FEWEST_TOLD = 40, 3
"""A run shorter than that, or with fewer whole sentences in the past, is told in passing."""


def past_runs(telling: Telling, stretches: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The runs (first, end) of sentences told in the past, in text order, between marks of a story told in the present.

    `stretches` are the paragraphs (first, end) between marks; a run is told in the past with the present before or behind it in
    its stretch. Letters and chats tell what happened and how things are by turns, and have none; nor has a story that is not
    told in the present. The likeliest course through two states, with a price on each crossing (Viterbi 1967).
    """
    verbs = telling.verbs
    told = int(verbs[:, PRESENT].sum()), int(verbs[:, [PAST, PLUPERFECT]].sum())
    if told[0] < _TOLD_NOW * max(1, sum(told)):
        return []
    found: list[tuple[int, int]] = []
    for first, end in stretches:
        if any(_is_written(telling, paragraph) for paragraph in range(first, end)):
            continue
        low, high = sentences_of(telling, first).start, sentences_of(telling, end - 1).stop
        runs = _runs(verbs[low:high])
        if len(runs) > 1:
            past = [(low + start, low + stop) for start, stop, past in runs if past]
            found += [_whole(telling, run, high) for run in past if _is_told(telling, run)]
    return found


def _is_written(telling: Telling, paragraph: int) -> bool:
    """Whether a paragraph is a line of a chat, or greets who is written to."""
    words, at = telling.output.words, int(telling.paragraphs[paragraph, 0])
    start = int(telling.output.starts[at])
    greets = words[at].casefold() in _GREETINGS or words[min(at + 1, len(words) - 1)] in _DEAR
    return greets or CHAT.match(telling.text, start) is not None


def _runs(verbs: Integers) -> list[tuple[int, int, bool]]:
    """Stretches (first, end, whether past) of sentences that keep to one tense, each with at least one verb of its tense."""
    gains = (verbs[:, PRESENT] - verbs[:, PAST] - verbs[:, PLUPERFECT]).tolist()
    scores, came = [0.0, 0.0], list[tuple[int, int]]()
    for gain in gains:
        here = [max(scores[0], scores[1] - _CROSSING), max(scores[1], scores[0] - _CROSSING)]
        came.append((int(scores[0] < scores[1] - _CROSSING), int(scores[1] >= scores[0] - _CROSSING)))
        scores = [here[0] + gain, here[1] - gain]
    state = int(scores[1] > scores[0])
    states: list[int] = []
    for origin in reversed(came):
        states.append(state)
        state = origin[state]
    states.reverse()
    bounds = [0, *(at for at in range(1, len(states)) if states[at] != states[at - 1]), len(states)]
    return [(low, high, bool(states[low])) for low, high in pairwise(bounds) if low < high]


def _whole(telling: Telling, run: tuple[int, int], last: int) -> tuple[int, int]:
    """The run with the wordless and the spoken at its edges where a reader puts it; its stretch ends before sentence `last`.

    It begins with its first verb's paragraph where nothing before in that paragraph is told in the present, and ends before
    the paragraph that goes on in the present.
    """
    first, end = run
    while first < end - 1 and not _past(telling, first):
        first += 1
    first = _back(telling, first)
    while end < last and not telling.verbs[end, PRESENT]:
        end += 1
    return first, _back(telling, end) if end < last else last


def _back(telling: Telling, sentence: int) -> int:
    """The first sentence of the paragraph that holds `sentence`, if nothing narrated lies between; else itself."""
    opening = sentences_of(telling, int(telling.in_paragraph[sentence])).start
    between = range(opening, sentence)
    return sentence if any(int(telling.verbs[one].sum()) for one in between) else opening


def _is_told(telling: Telling, run: tuple[int, int]) -> bool:
    """Whether a run is long enough, and tells whole sentences: "About the net that went under" only names what was told."""
    words = int(telling.sentences[run[1] - 1, 1] - telling.sentences[run[0], 0])
    whole = sum(bool(_past(telling, one)) and _has_subject(telling, one) for one in range(*run))
    return words >= _SHORTEST_WORDS and whole >= _FEWEST_TOLD


def _past(telling: Telling, sentence: int) -> int:
    """How many verbs of a sentence's narration tell of what was."""
    return int(telling.verbs[sentence, PAST] + telling.verbs[sentence, PLUPERFECT])


def _has_subject(telling: Telling, sentence: int) -> bool:
    output = telling.output
    first, end = (int(word) for word in telling.sentences[sentence])
    return any(
        output.deprels[at].startswith("nsubj") and output.deprels[int(output.heads[at])] == "root"
        for at in range(first, end)
        if not bool(telling.spoken[at])
    )
