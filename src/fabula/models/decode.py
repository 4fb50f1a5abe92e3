"""From the arrays that the model gives for one window to sentences, tags, trees and mentions."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import exp, log
from typing import TYPE_CHECKING

from fabula.models.lemmas import apply_rule
from fabula.models.output import MentionScore
from fabula.models.punctuation import hang_punctuation
from fabula.models.speech_tags import ends_plainly, splits_a_tag
from fabula.models.trees import best_tree
from fabula.models.weights import Labels

if TYPE_CHECKING:
    import numpy
    from numpy.typing import NDArray

    Floats = NDArray[numpy.float32]

OUTPUTS: tuple[str, ...] = (
    "vectors", "upos", "feats", "rules", "ends", "quotes", "arcs", "relation_words", "relation_bias", "relation_heads",
    "relation_head_bias", "span_left", "span_right", "span_bias_start", "span_bias_end", "form_start", "form_end",
)  # fmt: skip
WIDEST_SPAN = 60
"""Words of the longest mention looked for."""
CALIBRATION = (0.649, -0.961)
"""Slope and offset that make the logit of a mention's score honest; fitted by training/calibrate.py."""


@dataclass(frozen=True)
class Syntax:
    """Of the words of one window: tags, features, lemmas; heads as word numbers of the window, -1 for a root."""

    upos: list[str]
    feats: list[str]
    lemmas: list[str]
    heads: list[int]
    deprels: list[str]


PLAIN = 2.0
"""Added to the score of a sentence's end where a stop and a capital meet; of 0, 1, 2 and 3 best on GUM dev (as is 1)."""


def sentence_ends(
    scores: Floats, words: Sequence[str], forced: Sequence[int], start: int, end: int
) -> list[tuple[int, int]]:
    """Sentences as (start, end) word numbers that tile the words `start` to `end`; one ends at each of `forced`.

    No sentence ends between a speech and its own tag, whatever the scores.
    """
    margins = (scores[start:end, 1] - scores[start:end, 0]).tolist()
    likely = (
        number + 1
        for number, margin in enumerate(margins, start)
        if margin > (-PLAIN if margin < 0 and ends_plainly(words, number) else 0.0)
    )
    chosen = {number for number in likely if not splits_a_tag(words, number)}
    ends = sorted(cut for cut in {*chosen, *forced, end} if start < cut <= end)
    return list(zip([start, *ends[:-1]], ends, strict=True))


def read_syntax(
    arrays: Mapping[str, Floats], words: Sequence[str], sentences: Sequence[tuple[int, int]], labels: Labels
) -> Syntax:
    """The syntax of all words that the sentences hold, in order."""
    start, end = (sentences[0][0], sentences[-1][1]) if sentences else (0, 0)
    upos, feats, rules = (
        [names[n] for n in _classes(arrays[head][start:end])]
        for head, names in (("upos", labels.upos), ("feats", labels.feats), ("rules", labels.rules))
    )
    lemmas = [
        labels.lexicon.get(f"{word.lower()}|{tag}") or apply_rule(rule, word)
        for word, tag, rule in zip(words[start:end], upos, rules, strict=True)
    ]
    marks = [tag == "PUNCT" for tag in upos]
    heads = [
        head
        for first, last in sentences
        for head in read_heads(arrays["arcs"], first, words[first:last], marks[first - start : last - start])
    ]
    return Syntax(upos, feats, lemmas, heads, read_relations(arrays, start, end, heads, labels))


def _classes(scores: Floats) -> list[int]:
    return [int(number) for number in scores.argmax(1)]


def read_heads(arcs: Floats, start: int, words: Sequence[str], marks: Sequence[bool]) -> list[int]:
    """Heads of the words of one sentence as word numbers of the window, -1 for the root; `marks` says which are punctuation."""
    import numpy

    end = start + len(words)
    columns = numpy.concatenate([[0], numpy.arange(start + 1, end + 1)])
    scores = log_softmax(arcs[start:end][:, columns])
    tree = [head - 1 for head in best_tree(scores)]
    hung = hang_punctuation(tree, words, marks, lambda word, head: float(scores[word, head + 1]))
    return [head + start if head >= 0 else -1 for head in hung]


def read_relations(
    arrays: Mapping[str, Floats], start: int, end: int, heads: Sequence[int], labels: Labels
) -> list[str]:
    """The relation of each word to its head; only the word on the root is 'root'."""
    import numpy

    if not heads:
        return []
    rows = numpy.array(heads) + 1
    left = arrays["relation_words"][start:end].reshape(end - start, len(labels.deprels), -1)
    scores = numpy.matmul(left, arrays["relation_heads"][rows][:, :, None])[:, :, 0]
    scores = scores + arrays["relation_bias"][start:end] + arrays["relation_head_bias"][rows]
    root = labels.deprels.index("root") if "root" in labels.deprels else 0
    scores[rows > 0, root] = -numpy.inf
    chosen = numpy.where(rows == 0, root, scores.argmax(1))
    return [labels.deprels[int(n)] for n in chosen]


def read_mentions(
    arrays: Mapping[str, Floats],
    links: Mapping[str, Floats],
    words: Sequence[str],
    sentences: Sequence[tuple[int, int]],
) -> list[MentionScore]:
    """The mentions in the sentences, as word numbers of the window: nested ones are kept, crossing ones are not.

    A mention that holds one mark of a pair without the other is none (4 of 20,000 in LitBank do).
    """
    found = [mention for start, end in sentences for mention in _sentence_mentions(arrays, links, start, end)]
    return [mention for mention in found if _is_balanced(words[mention.start : mention.end])]


def _is_balanced(words: Sequence[str]) -> bool:
    return words.count("“") == words.count("”") and words.count('"') % 2 == 0


def span_scores(arrays: Mapping[str, Floats], width: Floats, start: int, end: int) -> Floats:
    """(words, words, 7) scores of the spans of a sentence: [i, j] runs from word i to j inclusive; class 0 is no mention."""
    import numpy

    count, right = end - start, arrays["span_right"][start:end]
    left = arrays["span_left"][start:end].reshape(-1, right.shape[1])
    scores = (left @ right.T).reshape(count, -1, count).transpose(0, 2, 1)
    place = numpy.arange(count)
    distance = numpy.clip(place[None] - place[:, None], 0, WIDEST_SPAN - 1)
    bias_start, bias_end = arrays["span_bias_start"][start:end], arrays["span_bias_end"][start:end]
    return scores + bias_start[:, None] + bias_end[None] + width[distance]


def _sentence_mentions(
    arrays: Mapping[str, Floats], links: Mapping[str, Floats], start: int, end: int
) -> list[MentionScore]:
    import numpy

    scores = span_scores(arrays, links["spans.width.weight"], start, end)
    place = numpy.arange(end - start)
    width = place[None] - place[:, None]
    possible = (scores[:, :, 1:].max(2) > scores[:, :, 0]) & (width >= 0) & (width < WIDEST_SPAN)
    lefts, rights = possible.nonzero()
    if not len(lefts):
        return []
    chances = numpy.exp(log_softmax(scores[lefts, rights]))[:, 1:]
    forms = arrays["form_start"][start + lefts] + arrays["form_end"][start + rights] + links["spans.form.bias"]
    found = [
        MentionScore(
            start + int(i), start + int(j) + 1, int(row.argmax()), int(form.argmax()), calibrated(float(row.max()))
        )
        for i, j, row, form in zip(lefts, rights, chances, forms, strict=True)
    ]
    return sorted(_uncrossed(found), key=lambda m: (m.start, -m.end))


def _uncrossed(mentions: list[MentionScore]) -> list[MentionScore]:
    """The likeliest mentions of which no two cross."""
    kept: list[MentionScore] = []
    for new in sorted(mentions, key=lambda m: (-m.score, m.start, m.end)):
        if not any(new.start < m.start < new.end < m.end or m.start < new.start < m.end < new.end for m in kept):
            kept.append(new)
    return kept


def calibrated(chance: float) -> float:
    """The share of mentions with this score that are right, as measured on LitBank's development samples (Platt 1999)."""
    kept = min(max(chance, 1e-6), 1 - 1e-6)
    logit = CALIBRATION[0] * log(kept / (1 - kept)) + CALIBRATION[1]
    return 1 / (1 + exp(-logit))


def log_softmax(scores: Floats) -> Floats:
    """Logarithms of probabilities over the last axis."""
    import numpy

    shifted = scores - scores.max(-1, keepdims=True)
    return shifted - numpy.log(numpy.exp(shifted).sum(-1, keepdims=True))
