"""What may have been meant where a word is doubted: `propose`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from math import exp, log

from fabula.models.counts import Counts
from fabula.models.slips import SlipWords, feeds_of, softmax
from fabula.models.slips_company import company_of
from fabula.models.slips_weights import SlipTagger
from fabula.models.slips_words import plain_word

MISSING = tuple(
    """
    the a an to of in on at for with from by as it he she i you they we him her them me us is was were be been are am had have
    has not his my your their its our and that who which what out up off over down back do did does would could should will can
    might into onto than or if when where while like no one there here how why about but so all any some so just only more then
    through around before after until because
    """.split()  # noqa: SIM905
)
"""Words that are looked for where one is missing."""
SMALL = tuple(
    """
    a an the to of in on at for from with by as is it its if or and but so no not he his him her she they them their then than
    there these this that we us you your i my me do did was were are be been had has have one off out up new now how who what
    which where when while will would can could all any every very too two into over other some such still again
    """.split()  # noqa: SIM905
)
"""Words that any short word may be a slip of the hand for."""
_SHORT, _SHORTEST = 6, 2
_OTHER_PLURAL = ("man's", "child's", "wife's", "life's", "foot's")
"""No plural in -s was meant by these; "mans" is a verb."""
KEPT = 8
"""Proposals of one place that are kept, the likeliest."""
ASKED_FROM = 0.03
"""The share of a slip from which on words are looked for."""
_TABLED = 0.35
"""What one unit of company weighs against one of the logarithm of likelihood where proposals are put in order."""
AROUND = 20
"""Words on each side that are read again with a proposal in place."""
TRIED, TRIED_FROM = 3, 0.3
"""So many proposals are read in place where a word is doubted so much, elsewhere the likeliest alone."""
NEAR = 5
"""Words on each side of a mended place on which it is judged."""


@dataclass(frozen=True)
class Proposal:
    """Words `start` to `end` (exclusive; both alike where a word is missing) may have been meant to be `meant`, "" for nothing.

    `kind` is a kind of the table of confusions, or missing, extra, apostrophe, joined, split. `likelihood` is the tagger's
    share for this slip and this word; `doubted` its share for any slip there; `stood` the highest share of any slip near the
    place, `left` the same once it is mended; `company` the logarithm of how many times as often words stand beside each other
    so as they would then.
    """

    start: int
    end: int
    meant: str
    kind: str
    likelihood: float
    doubted: float
    stood: float = 0.0
    left: float = 0.0
    company: float = 0.0


def propose(tagger: SlipTagger, counts: Counts, words: SlipWords, numbers: Iterable[int]) -> dict[int, list[Proposal]]:
    """The likeliest proposals for each word and for the gap before it, the likeliest first; their vectors must be there."""
    found = {number: _likeliest(tagger, counts, words, number) for number in numbers}
    every = [one for some in found.values() for one in some]
    company = iter(company_of(counts, words.words, words.opens, ((one.start, one.end, one.meant) for one in every)))
    return {
        number: sorted((replace(one, company=next(company)) for one in some), key=_order)
        for number, some in found.items()
    }


def _order(one: Proposal) -> tuple[float, str]:
    return -log(max(one.likelihood, 1e-9)) - _TABLED * one.company, one.meant


def _likeliest(tagger: SlipTagger, counts: Counts, words: SlipWords, number: int) -> list[Proposal]:
    found = [
        *_replaced(tagger, counts, words, number),
        *_left_out(tagger, words, number),
        *_filled(tagger, words, number),
    ]
    return sorted(found, key=lambda one: (-one.likelihood, one.meant))[:KEPT]


def _replaced(tagger: SlipTagger, counts: Counts, words: SlipWords, number: int) -> Iterator[Proposal]:
    share = float(words.replace[number])
    typed = words.words[number]
    if typed[:1].isupper() and plain_word(typed) not in counts.numbers:
        return  # a name, or a foreign phrase begins
    options = {**dict(_near(counts, words, number)), **dict(_options(tagger, words, number))}
    if share < ASKED_FROM or not options:
        return
    meant = [word for word, _ in options]
    scores = tagger.naming_scores("meant", words.vectors[number].word, meant)
    top = max(scores)
    total = sum(exp(score - top) for score in scores)
    doubted = share + float(words.delete[number])
    for (word, end), kind, score in zip(options, options.values(), scores, strict=True):
        yield Proposal(number, end, word, kind, share * exp(score - top) / total, doubted)


def _near(counts: Counts, words: SlipWords, number: int) -> Iterator[tuple[tuple[str, int], str]]:
    """((word, end), kind) of small words that one slip of the hand makes this word of, and of its own regular forms."""
    from rapidfuzz.distance import OSA

    word = plain_word(words.words[number])
    if not word.isalpha():
        return
    if len(word) <= _SHORT:
        for meant in SMALL:
            if meant != word and OSA.distance(word, meant, score_cutoff=1) == 1:
                yield (meant, number + 1), "s"
    stems = (word, word.removesuffix("e"), word.removesuffix("s"), word.removesuffix("ed"), word.removesuffix("ing"))
    for meant in {stem + ending for stem in stems for ending in ("", "s", "ed", "ing", "d")}:
        if meant != word and meant in counts.numbers and len(meant) > _SHORTEST:
            yield (meant, number + 1), "i"


def _options(tagger: SlipTagger, words: SlipWords, number: int) -> Iterator[tuple[tuple[str, int], str]]:
    """((word, end), kind) of what this word, or it and the next, may have been meant to be."""
    word = plain_word(words.words[number])
    for meant, kind in tagger.confusions.get(word, {}).items():
        yield (meant, number + 1), ("split" if " " in meant else kind)
    for meant in _apostrophes(word):
        if meant in tagger.numbers:
            yield (meant, number + 1), "apostrophe"
    if word.endswith("'s") and word[:-2] + "s" in tagger.numbers and not word.endswith(_OTHER_PLURAL):
        yield (word[:-2] + "s", number + 1), "apostrophe"
    after = number + 1
    if after < len(words.words) and after not in words.opens and words.places[number][1] + 1 == words.places[after][0]:
        both = f"{word} {plain_word(words.words[after])}"
        for meant, kind in tagger.confusions.get(both, {}).items():
            yield (meant, after + 1), ("joined" if " " not in meant else kind)


def _apostrophes(word: str) -> Iterator[str]:
    """The word with an apostrophe before its last letter or two, where one can be missing."""
    if "'" not in word and len(word) > 2:
        yield f"{word[:-1]}'{word[-1]}"
        yield f"{word[:-2]}'{word[-2:]}"


def _left_out(tagger: SlipTagger, words: SlipWords, number: int) -> Iterator[Proposal]:
    """The word left out, or joined to the one before it where the two are one word cut in two."""
    share = float(words.delete[number])
    if share < ASKED_FROM:
        return
    doubted = share + float(words.replace[number])
    before = number - 1
    if number and number not in words.opens and words.places[before][1] + 1 == words.places[number][0]:
        both = f"{plain_word(words.words[before])} {plain_word(words.words[number])}"
        joined = [meant for meant in tagger.confusions.get(both, {}) if " " not in meant]
        if joined:
            yield from (Proposal(before, number + 1, meant, "joined", share, doubted) for meant in joined)
            return
    yield Proposal(number, number + 1, "", "extra", share, doubted)


def _filled(tagger: SlipTagger, words: SlipWords, number: int) -> Iterator[Proposal]:
    import numpy

    share = float(words.missing[number])
    if share < ASKED_FROM:
        return
    found = words.vectors[number]
    scores = tagger.naming_scores("missing", numpy.concatenate([found.before, found.begin]), MISSING)
    top = max(scores)
    total = sum(exp(score - top) for score in scores)
    for word, score in zip(MISSING, scores, strict=True):
        yield Proposal(number, number, word, "missing", share * exp(score - top) / total, share)


def best_proposal(tagger: SlipTagger, words: SlipWords, proposals: Sequence[Proposal]) -> Proposal:
    """The proposal that mends its place best, with what the tagger doubts near the place before and after it is mended."""
    tried = proposals[: TRIED if proposals[0].doubted >= TRIED_FROM else 1]
    return max((judged(tagger, words, one) for one in tried), key=lambda one: one.likelihood * (1.01 - one.left))


def judged(tagger: SlipTagger, words: SlipWords, proposal: Proposal) -> Proposal:
    """The proposal with `stood` and `left`; its paragraph is read again round the mended place."""
    import numpy

    start, end = _around(words, proposal)
    before = words.words[start:end]
    at = proposal.start - start
    new = in_manner(proposal.meant, before).split()
    if new and before[at][:1].isupper() and proposal.end > proposal.start:
        new[0] = new[0][:1].upper() + new[0][1:]
    after = [*before[:at], *("I" if word == "i" else word for word in new), *before[proposal.end - start :]]
    feeds = feeds_of(tagger, after, 0, len(after), frozenset())
    acts, gaps = tagger.session.run(("acts", "gaps"), feeds)
    left = numpy.maximum(1 - softmax(acts)[:, 0], softmax(gaps)[:, 1])[max(0, at - NEAR) : at + len(new) + NEAR]
    old = slice(max(start, proposal.start - NEAR), min(end, proposal.end + NEAR))
    stood = numpy.maximum(words.replace[old] + words.delete[old], words.missing[old])
    return replace(proposal, stood=float(stood.max()), left=float(left.max(initial=0.0)))


def in_manner(meant: str, words: Sequence[str]) -> str:
    """A plain word with the apostrophe that these words have."""
    return meant.replace("'", "’") if "'" in meant and any("’" in word for word in words) else meant


def _around(words: SlipWords, proposal: Proposal) -> tuple[int, int]:
    start = proposal.start
    while start > max(0, proposal.start - AROUND) and start not in words.opens:
        start -= 1
    end = proposal.end
    while end < min(len(words.words), proposal.end + AROUND) and end not in words.opens:
        end += 1
    return start, max(end, proposal.start + 1)
