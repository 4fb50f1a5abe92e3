"""Who is only he or she for a while, though the story has other words for that person elsewhere."""

from collections import Counter, defaultdict
from collections.abc import Collection, Mapping, Sequence

from fabula.stages.naming.candidates import Candidate
from fabula.stages.naming.gender import gender_said, noun_gender
from fabula.stages.naming.linked import Link
from fabula.stages.naming.pronouns import HE, SHE

_LONGEST = 20
"""Mentions of a run of pronouns at most; somebody who is only he or she for longer is meant to be."""
_FEWEST = 3
_SHOWN = 3
"""How often the pronoun must stand for that name elsewhere."""
_AHEAD = 5
"""Mentions ahead in which "his hand burned, and Tavik would not keep still" gives the name."""
_REACH = 60
"""Mentions before and after in which a name is looked for."""


def whom_pronouns_mean(
    found: Sequence[Candidate], links: Sequence[Link], strangers: Mapping[int, Sequence[int]], named: Collection[int]
) -> dict[int, int]:
    """The chains that hold nothing but he or she, each with the chain of the one who is meant.

    That is the name of that gender which follows the first at once; else a nameless one spoken of among them who has no
    other pronouns ("the critic"); else the nearest name of that gender that does not stand among them.
    """
    places: defaultdict[int, list[int]] = defaultdict(list)
    genders: defaultdict[int, Counter[str]] = defaultdict(Counter)
    worded: set[int] = set()
    for number, (one, link) in enumerate(zip(found, links, strict=True)):
        if not one.is_person:
            continue
        places[link.chain].append(number)
        said = noun_gender(one.low) if one.is_noun else gender_said(one.low, one.named is not None)
        if said:
            genders[link.chain][said] += 1
        if not one.is_pronoun:
            worded.add(link.chain)
    meant: dict[int, int] = {}
    for chain, own in places.items():
        if chain in worded or not _FEWEST <= len(own) <= _LONGEST or found[own[0]].low not in HE | SHE:
            continue
        gender = max(genders[chain], key=lambda said: genders[chain][said])
        barred = {links[other].chain for number in own for other in strangers.get(number, ())} | {chain}
        whom = _meant(found, links, own, gender, genders, barred, named)
        if whom >= 0:
            meant[chain] = whom
    return meant


def _meant(
    found: Sequence[Candidate],
    links: Sequence[Link],
    own: Sequence[int],
    gender: str,
    genders: Mapping[int, Counter[str]],
    barred: Collection[int],
    named: Collection[int],
) -> int:
    """The chain of the one a run of pronouns means, -1 where nobody fits."""

    def fits(number: int) -> bool:
        one, said = found[number].named, genders.get(links[number].chain, Counter())
        shown = said[gender] >= _SHOWN and said[gender] * 2 > said.total()
        return one is not None and one.character is not None and shown and links[number].chain not in barred

    inside = range(own[0], own[-1] + 1)
    ahead = next((number for number in inside[1:_AHEAD] if fits(number)), -1)
    if ahead >= 0:
        return links[ahead].chain
    for number in inside:
        one, chain = found[number], links[number].chain
        others = genders.get(chain, Counter())
        told_of = one.is_noun and one.is_person and one.low.startswith("the ") and others[gender] == others.total()
        if told_of and chain not in named and chain not in barred:
            return chain
    around = {links[number].chain for number in inside}
    near = range(max(0, own[0] - _REACH), min(len(found), own[-1] + _REACH))
    near = [number for number in near if links[number].chain not in around and fits(number)]
    nearest = min(near, key=lambda number: min(abs(number - own[0]), abs(number - own[-1])), default=-1)
    return links[nearest].chain if nearest >= 0 else -1
