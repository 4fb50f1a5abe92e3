"""From passages to suggested tags and a rating."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from fabula.models.output import ReaderOutput
from fabula.reading import ContentWarning
from fabula.stages.warned.terms import Force, Hit, Terms
from fabula.story import Span

RATINGS = "GTME"
_SAYS = {Force.HINT: 0.12, Force.PLAIN: 0.6, Force.STRONG: 0.8}
"""How likely one passage alone makes the tag fit; passages add up as independent witnesses (noisy or)."""
_SHOWN = 0.55
_PASSAGES = 12
"""At most so many passages are shown for a tag, the strongest first."""
_ENOUGH = {"T": 2, "M": 2, "E": 3}
"""So many different passages raise the rating: one word in passing does not."""
_A_NOVEL = 20_000
"""Words in which passages are counted against `_ENOUGH`: a long book needs more of them."""


Passages = dict[int, dict[int, Hit]]
"""For each tag number, its most telling hit in each sentence that has one."""


def passages_of(hits: Sequence[Hit], output: ReaderOutput) -> Passages:
    """The hits of each tag, one a sentence."""
    sentences = _sentence_of(output)
    passages: defaultdict[int, dict[int, Hit]] = defaultdict(dict)
    for hit in hits:
        kept = passages[hit.tag].get(sentences[hit.start])
        if kept is None or hit.force > kept.force:
            passages[hit.tag][sentences[hit.start]] = hit
    return dict(passages)


def suggested_tags(terms: Terms, passages: Passages, output: ReaderOutput) -> tuple[ContentWarning, ...]:
    """The tags that the passages speak for, the likeliest first; an archive warning only where strong passages stand for it."""
    found = [_warning(terms, tag, list(rows.values()), output) for tag, rows in passages.items()]
    return tuple(sorted((one for one in found if one.confidence >= _SHOWN), key=lambda one: (-one.confidence, one.tag)))


def _sentence_of(output: ReaderOutput) -> list[int]:
    """The sentence number of each word."""
    numbers = [0] * len(output.words)
    for number, (first, end) in enumerate(output.sentences.tolist()):
        numbers[first:end] = [number] * (end - first)
    return numbers


def _warning(terms: Terms, number: int, hits: list[Hit], output: ReaderOutput) -> ContentWarning:
    tag = terms.tags[number]
    doubt = 1.0
    for hit in hits:
        doubt *= 1 - _SAYS[hit.force]
    telling = sorted(hits, key=lambda hit: (-hit.force, hit.start))[:_PASSAGES]
    strong = sum(hit.force is Force.STRONG for hit in hits)
    plain = sum(hit.force is Force.PLAIN for hit in hits)
    archive = tag.archive if strong >= 2 or (tag.archive == "Rape/Non-Con" and plain >= 2) else ""
    return ContentWarning(
        tag=tag.name,
        archive_warning=archive or None,
        evidence=tuple(_span(hit, output) for hit in sorted(telling, key=lambda hit: hit.start)),
        confidence=round(min(0.95, 1 - doubt), 2),
    )


def _span(hit: Hit, output: ReaderOutput) -> Span:
    return Span(int(output.starts[hit.start]), int(output.ends[hit.end - 1]))


def suggested_rating(terms: Terms, passages: Passages, words: int) -> str:
    """The highest rating (G, T, M or E) that has enough passages behind it, all tags together, in a story of so many words.

    What stands once in passing rates nothing, as the archive's rules have it.
    """
    scale = max(1.0, words / _A_NOVEL)
    counts = dict.fromkeys(RATINGS, 0)
    for number, rows in passages.items():
        rates = terms.tags[number].rates
        for hit in rows.values():
            if hit.force is not Force.HINT:
                counts[rates.strong if hit.force is Force.STRONG else rates.plain] += 1
    best = "G"
    for rating in "TME":
        reached = sum(counts[higher] for higher in RATINGS[RATINGS.index(rating) :])
        if reached >= _ENOUGH[rating] * scale and counts[rating]:
            best = rating
    return best
