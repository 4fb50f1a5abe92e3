"""Mentions linked into chains, each to the chain that its scored antecedents together make likeliest."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

import msgspec

from fabula.models.links import Antecedents, chain_odds, own_pairs
from fabula.stages.naming.candidates import Candidate
from fabula.stages.naming.gender import following_pronouns, gender_said, noun_gender
from fabula.stages.naming.pronouns import FIRST, SECOND

if TYPE_CHECKING:
    import numpy
    from numpy.typing import NDArray

    Integers = NDArray[numpy.int64]
    Floats = NDArray[numpy.float64]

_NAMESAKE = 10.0
"""How much likelier it is made that a phrase means whom it last meant."""

_FOLLOWING = 3
"""What a pronoun behind a name tells of gender, against one that the model has linked."""


_THREE, _THEY = 3, 0.6
"""How often they must follow a name, and how much oftener than he and she, to be that one person's pronoun."""


class Link(msgspec.Struct, frozen=True):
    """The chain a mention is on, and how likely that is."""

    chain: int
    confidence: float


def link(
    text: str,
    found: Sequence[Candidate],
    antecedents: Antecedents,
    held: Mapping[int, int],
    phrases: Mapping[int, str],
    fresh: int,
) -> list[Link]:
    """The chain of each candidate: a name keeps its own, and `held` says it of those whose chain is known by other means;
    any other joins the likeliest, or begins one (numbered from `fresh`) where that is likelier.

    `phrases` says what some are called wherever they are meant: such a one likely joins whom it last meant.

    No pronoun or noun joins a chain that other pronouns and titles have shown to be of another gender. One person's "they"
    is known by what follows the name, and likely means the last so named. An I or a you in speech follows the likeliest
    chain but is evidence for nobody else, for it is not yet known who speaks.
    """
    import numpy

    chains = numpy.zeros(len(found), numpy.int64)
    antecedents = _without_followers(found, antecedents)
    genders = _genders_of_names(text, found)
    last: dict[str, int] = {}
    links: list[Link] = []
    for number, (one, own) in enumerate(zip(found, own_pairs(antecedents), strict=True)):
        gender = noun_gender(one.low) if one.is_noun else gender_said(one.low, one.named is not None)
        if one.named:
            links.append(Link(one.named.entity, one.named.confidence))
        elif number in held:
            links.append(Link(held[number], one.words.score))
        else:
            met, odds = chain_odds(antecedents, number, own, chains)
            called = phrases.get(number, "they" if gender == "they" else "")
            met, odds = _with_namesake(met, odds, last.get(called, -1))
            odds = odds * numpy.array([_agrees(gender, genders[int(chain)]) for chain in met], bool)
            best = float(odds.max(initial=0.0))
            chance = max(best, 1.0) / (1.0 + float(odds.sum())) * one.words.score
            links.append(Link(int(met[odds.argmax()]) if best > 1 else fresh, round(chance, 2)))
            fresh += best <= 1
        chains[number] = links[-1].chain
        if number in phrases:
            last[phrases[number]] = links[-1].chain
        if one.is_person and one.named and genders[links[-1].chain]["they"] >= _THREE * _FOLLOWING:
            last["they"] = links[-1].chain
        if gender:
            genders[links[-1].chain][gender] += 1
    return links


def _with_namesake(met: Integers, odds: Floats, namesake: int) -> tuple[Integers, Floats]:
    """The chains and their odds, raised for the chain that the same phrase last meant, also where it is far away."""
    import numpy

    if namesake < 0:
        return met, odds
    if namesake not in met:
        return numpy.append(met, namesake), numpy.append(odds, _NAMESAKE)
    return met, numpy.where(met == namesake, _NAMESAKE * (1 + odds), odds)


def _genders_of_names(text: str, found: Sequence[Candidate]) -> defaultdict[int, Counter[str]]:
    """How often he and she follow the names of each chain over the whole book, as if met that often already."""
    genders: defaultdict[int, Counter[str]] = defaultdict(Counter)
    names = [one.named for one in found if one.named]
    for one, pronoun in zip(names, following_pronouns(text, [one.span for one in names]), strict=True):
        if pronoun:
            genders[one.entity][pronoun] += _FOLLOWING
    for said in genders.values():
        if said["they"] < max(_THREE * _FOLLOWING, _THEY * said.total()):
            del said["they"]
    return genders


def _without_followers(found: Sequence[Candidate], antecedents: Antecedents) -> Antecedents:
    """The pairs, those impossible in which an I or a you of speech would be evidence for something else."""
    import numpy

    follows = numpy.array([one.quotation >= 0 and one.low in FIRST | SECOND for one in found], bool)
    barred = follows[antecedents.earlier] & ~follows[antecedents.later]
    return replace(antecedents, scores=numpy.where(barred, numpy.float32(-numpy.inf), antecedents.scores))


def _agrees(gender: str, known: Counter[str]) -> bool:
    """False where a chain has shown another gender, at least twice as often as this one."""
    others = max((count for said, count in known.items() if said != gender), default=0)
    return not gender or others == 0 or known[gender] * 2 > others
