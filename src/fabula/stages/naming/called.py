"""Names that people are only called by, never told of: "Commander", "Desmond", "Mouse". Whom do they mean?"""

from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Sequence

import msgspec

from fabula.models.output import ReaderOutput
from fabula.reading import Quotations
from fabula.stages.naming.candidates import Candidate
from fabula.stages.naming.gender import gender_said
from fabula.stages.naming.linked import Link
from fabula.stages.naming.narrators import is_called
from fabula.stages.naming.pronouns import FIRST, HE, SHE
from fabula.stages.naming.words import SOCIAL_TITLES, TITLES
from fabula.stages.speech.tags import VERBS
from fabula.story import Span

_TOLD, _TOLD_OF_TITLE = 0.15, 0.5
"""How often a name (or title) that people are called by may stand outside speech, for each time that it is called out."""
_VOTES, _VOTES_OF_TITLE, _SHARE = 3, 2, 0.7
"""How many turns must show who is meant by such a name (or title: "Commander"), and what share of them all."""


class Turn(msgspec.Struct, frozen=True):
    """A paragraph as a turn of talk: who its narration is about, and whom it gives the speech to (-1 where it does not say)."""

    about: frozenset[int]
    speaker: int
    speaks: bool


def find_turns(
    paragraphs: Sequence[Span],
    found: Sequence[Candidate],
    links: Sequence[Link],
    quotations: Quotations,
    output: ReaderOutput,
) -> list[Turn]:
    """A turn for each paragraph. The speaker is who stands beside a verb of saying, else the only one it tells of."""
    starts = [span.start for span in paragraphs]
    speaking = {bisect_right(starts, one.span.start) - 1 for one in quotations.items}
    about: defaultdict[int, list[int]] = defaultdict(list)
    saying: defaultdict[int, list[int]] = defaultdict(list)
    for one, link in zip(found, links, strict=True):
        if one.quotation >= 0 or not one.is_person or (one.is_pronoun and one.low not in HE | SHE | FIRST):
            continue
        number = bisect_right(starts, one.span.start) - 1
        about[number].append(link.chain)
        if number in speaking and _says(one, output):
            saying[number].append(link.chain)
    turns: list[Turn] = []
    for number in range(len(paragraphs)):
        those = frozenset(about[number])
        speaker = saying[number][0] if saying[number] else min(those) if len(those) == 1 else -1
        turns.append(Turn(those, speaker, number in speaking))
    return turns


def _says(one: Candidate, output: ReaderOutput) -> bool:
    first, end = one.words.start, one.words.end
    return (end < len(output.words) and output.words[end] in VERBS) or (first > 0 and output.words[first - 1] in VERBS)


def whom_they_call(
    text: str,
    paragraphs: Sequence[Span],
    found: Sequence[Candidate],
    links: Sequence[Link],
    turns: Sequence[Turn],
) -> dict[int, int]:
    """The chain of each name that people are only called by, with the chain of the one who answers to it.

    Whoever speaks before or after is the one called, if again and again it is the same person.
    """
    starts = [span.start for span in paragraphs]
    told: Counter[int] = Counter()
    places: defaultdict[int, list[int]] = defaultdict(list)
    genders: defaultdict[int, Counter[str]] = defaultdict(Counter)
    titles: defaultdict[int, bool] = defaultdict(lambda: True)
    for one, link in zip(found, links, strict=True):
        genders[link.chain][gender_said(one.low, one.named is not None)] += 1
        if one.named and one.quotation < 0:
            told[link.chain] += 1
        elif one.named and one.is_person and is_called(text, one) and one.low not in SOCIAL_TITLES:
            titles[link.chain] = titles[link.chain] and one.low in TITLES
            places[link.chain].append(bisect_right(starts, one.span.start) - 1)
    answers: dict[int, int] = {}
    for name, where in places.items():
        if told[name] > (_TOLD_OF_TITLE if titles[name] else _TOLD) * len(where):
            continue
        votes: Counter[int] = Counter()
        for number in where:
            votes.update(_addressees(turns, number))
        best, times = next(iter(votes.most_common(1)), (-1, 0))
        enough = _VOTES_OF_TITLE if titles[name] else _VOTES
        if best != name and times >= enough and times >= _SHARE * votes.total() and _fit(genders[name], genders[best]):
            answers[name] = best
    return answers


def _addressees(turns: Sequence[Turn], number: int) -> set[int]:
    """Who speaks in the turns before and after, but for the speaker of this one."""
    near = [turns[beside] for beside in (number - 1, number + 1) if 0 <= beside < len(turns)]
    heard = {turn.speaker for turn in near if turn.speaks and turn.speaker >= 0}
    return heard - {turns[number].speaker}


def _fit(one: Counter[str], other: Counter[str]) -> bool:
    """False where one is mostly he and the other mostly she."""
    return (one["he"] - one["she"]) * (other["he"] - other["she"]) >= 0
