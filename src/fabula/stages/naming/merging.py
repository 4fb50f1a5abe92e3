"""Chains that turn out to be one person's: somebody says what the name is, or answers to it."""

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence

import msgspec

from fabula.models.output import ReaderOutput
from fabula.reading import Quotations
from fabula.stages.naming.called import Turn, find_turns, whom_they_call
from fabula.stages.naming.candidates import Candidate
from fabula.stages.naming.gender import gender_said
from fabula.stages.naming.linked import Known, Link
from fabula.stages.naming.phrases import OWN
from fabula.stages.naming.pronouns import FIRST, HE, SHE
from fabula.stages.naming.unnamed import whom_pronouns_mean
from fabula.story import Span

_I_AM = re.compile(r"\b(?:I['’]m|I am|[Mm]y name(?: is|['’]s)|[Cc]all me|[Tt]hey call me|[Pp]eople call me),? $")
_ENDS = re.compile(r"[.,!?;…—–\"”’']| and\b|$")


def merge_chains(
    text: str,
    paragraphs: Sequence[Span],
    found: Sequence[Candidate],
    links: Sequence[Link],
    quotations: Quotations,
    output: ReaderOutput,
    known: Known,
    named: Collection[int],
) -> list[Link]:
    """The links, with chains renamed that are the same person. `named` are the chains that have a name.

    He or she is for a while not called anything else, a nameless speaker says a name ("I am Tomek," said the bicycle man),
    the teller has but one grandmother, or somebody answers to a name nobody is told of by.
    """
    links = _relinked(found, links, whom_pronouns_mean(found, links, known.strangers, named))
    turns = find_turns(paragraphs, found, links, quotations, output)
    said = _introduced(text, paragraphs, found, links, turns, named)
    links = _relinked(found, links, said)
    links = _relinked(found, links, _related(known.phrases, links, named))
    return _relinked(found, links, whom_they_call(text, paragraphs, found, links, turns))


def _introduced(
    text: str,
    paragraphs: Sequence[Span],
    found: Sequence[Candidate],
    links: Sequence[Link],
    turns: Sequence[Turn],
    named: Collection[int],
) -> dict[int, int]:
    """The chains of nameless speakers, each with that of the name they say is theirs."""
    starts = [span.start for span in paragraphs]
    merged: dict[int, int] = {}
    latest = -1, -1
    for one, link in zip(found, links, strict=True):
        paragraph = bisect_right(starts, one.span.start) - 1
        if one.quotation < 0 and one.is_person and (one.low in HE | SHE | FIRST or not one.is_pronoun):
            latest = paragraph, link.chain
        elif one.quotation >= 0 and one.named and _is_said_of_oneself(text, one):
            speaker = turns[paragraph].speaker
            if speaker < 0 and latest[0] == paragraph:
                speaker = latest[1]
            if speaker >= 0 and speaker not in named:
                merged.setdefault(speaker, link.chain)
    return merged


def _related(phrases: Mapping[int, str], links: Sequence[Link], named: Collection[int]) -> dict[int, int]:
    """The chains of the narrator's relations that are one: "Nonna" and "my grandmother"."""
    same: defaultdict[str, list[int]] = defaultdict(list)
    for number, phrase in phrases.items():
        if phrase.startswith(OWN) and links[number].chain not in same[phrase]:
            same[phrase].append(links[number].chain)
    merged: dict[int, int] = {}
    for chains in same.values():
        names = [chain for chain in chains if chain in named]
        if len(names) < 2:
            merged |= {chain: (names or chains)[0] for chain in chains if chain not in names}
    return merged


def _is_said_of_oneself(text: str, one: Candidate) -> bool:
    says = _I_AM.search(text, max(0, one.span.start - 24), one.span.start)
    return bool(says and _ENDS.match(text, one.span.end))


def _relinked(found: Sequence[Candidate], links: Sequence[Link], merged: Mapping[int, int]) -> list[Link]:
    """The links with merged chains renamed, but for those whose genders speak against it."""
    genders: defaultdict[int, set[str]] = defaultdict(set)
    for one, link in zip(found, links, strict=True):
        genders[link.chain].add(gender_said(one.low, one.named is not None))
    kept = {
        chain: name
        for chain, name in merged.items()
        if chain != name and name not in merged and not {"he", "she"} <= genders[chain] | genders[name]
    }
    return [msgspec.structs.replace(link, chain=kept.get(link.chain, link.chain)) for link in links]
