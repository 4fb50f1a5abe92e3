"""Chains that turn out to be one person's: somebody without a name says what it is."""

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence

import msgspec

from fabula.stages.naming.candidates import Candidate
from fabula.stages.naming.gender import gender_said
from fabula.stages.naming.linked import Link
from fabula.stages.naming.pronouns import FIRST, HE, SHE
from fabula.story import Span

_I_AM = re.compile(r"(?:\b(?:I['’]m|I am|[Mm]y name(?: is|['’]s)|[Cc]all me|[Tt]hey call me|[Pp]eople call me),? )$")
_ENDS = re.compile(r"[.,!?;…—–\"”’']| and\b|$")


def merge_introduced(
    text: str, paragraphs: Sequence[Span], found: Sequence[Candidate], links: Sequence[Link], named: Collection[int]
) -> list[Link]:
    """The links, with the chain of a nameless speaker made one with the name it says: "I am Tomek," said the bicycle man.

    The speaker is the one person that the paragraph's own words are about. `named` are the chains that have a name.
    """
    starts = [span.start for span in paragraphs]
    about: defaultdict[int, set[int]] = defaultdict(set)
    said: defaultdict[int, set[int]] = defaultdict(set)
    for one, link in zip(found, links, strict=True):
        paragraph = bisect_right(starts, one.span.start) - 1
        if one.quotation < 0 and one.is_person and (one.low in HE | SHE | FIRST or not one.is_pronoun):
            about[paragraph].add(link.chain)
        elif one.quotation >= 0 and one.named and _is_said_of_oneself(text, one):
            said[paragraph].add(link.chain)
    merged: dict[int, int] = {}
    for paragraph, names in said.items():
        speakers = about[paragraph] - names
        if len(speakers) == 1 and len(names) == 1 and not speakers & set(named):
            merged.setdefault(min(speakers), min(names))
    return _relinked(found, links, merged)


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
        if not {"he", "she"} <= {g for g in genders[chain] | genders[name] if g}
    }
    return [msgspec.structs.replace(link, chain=kept.get(link.chain, link.chain)) for link in links]
