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
from fabula.stages.naming.phrases import ANYONE
from fabula.stages.naming.pronouns import FIRST, SECOND
from fabula.stages.vocabulary import word_set

if TYPE_CHECKING:
    import numpy
    from numpy.typing import NDArray

    Integers = NDArray[numpy.int64]
    Floats = NDArray[numpy.float64]

_NAMESAKE = 10.0
"""How much likelier it is made that a phrase means whom it last meant."""

_CONTINUED = 5.0
"""How much likelier it is made that who acts is who acted last: more loses LitBank's gain in stories with many nameless."""
_STRANGER = 0.1
"""What the odds are multiplied by where somebody else of the same clause or talk is on the chain: no more, for that one may be
on the wrong chain."""

_WITHHELD, _LATE = 10, 0.2
"""From so many pronouns on without a name or a noun somebody's name is withheld; by what the odds are multiplied that a noun
then means that person rather than somebody new, but for a mere "the woman"."""

_FAMILY = word_set(
    "mother father son daughter wife husband brother sister aunt uncle niece nephew"
    " grandmother grandfather grandson granddaughter"
)

_OTHER_KIN = 0.01
"""What the odds are multiplied by that "his wife" and "his daughter" are one; "my" and "your" are whoever speaks."""

_LIKELY = 3.0
"""How likely a noun or pronoun that is given a name must be on a nameless chain for all of that to be so called."""

_FOLLOWING = 3
"""What a pronoun behind a name tells of gender, against one that the model has linked."""

_THREE, _THEY = 3, 0.6
"""How often they must follow a name, and how much oftener than he and she, to be that one person's pronoun."""


class Link(msgspec.Struct, frozen=True):
    """The chain a mention is on, and how likely that is."""

    chain: int
    confidence: float


class Known(msgspec.Struct, frozen=True):
    """What is known of mentions, by their number, before any is linked.

    `held` is the chain of those known by other means, `introduced` of those that the story gives a name. `phrases` says
    what some are called wherever they are meant; `strangers` which others are somebody else, `continued` who acted
    just before.
    """

    held: Mapping[int, int]
    introduced: Mapping[int, int]
    phrases: Mapping[int, str]
    strangers: Mapping[int, Sequence[int]]
    continued: Mapping[int, int]


def link(text: str, found: Sequence[Candidate], antecedents: Antecedents, known: Known, fresh: int) -> list[Link]:
    """The chain of each candidate: a name keeps its own, and so do those that are held; any other joins the likeliest, or
    begins one (numbered from `fresh`) where that is likelier. A phrase likely joins whom it last meant.

    No pronoun or noun joins a chain that other pronouns and titles have shown to be of another gender. One person's "they"
    is known by what follows the name, and likely means the last so named. An I or a you in speech follows the likeliest
    chain but is evidence for nobody else, for it is not yet known who speaks.
    """
    linking = _Linking(text, found, _without_followers(found, antecedents), known, fresh)
    for number, own in enumerate(own_pairs(antecedents)):
        linking.place(number, own)
    return [Link(int(chain), chance) for chain, chance in zip(linking.chains, linking.chances, strict=True)]


class _Linking:
    """The chains as they grow, and what they have shown so far: gender, whom a phrase and a noun last meant."""

    def __init__(
        self, text: str, found: Sequence[Candidate], antecedents: Antecedents, known: Known, fresh: int
    ) -> None:
        import numpy

        self.found, self.antecedents, self.known, self.fresh = found, antecedents, known, fresh
        self.chains = numpy.zeros(len(found), numpy.int64)
        self.chances: list[float] = []
        self._genders = _genders_of_names(text, found)
        self._last: dict[str, int] = {}
        self._meant: dict[str, int] = {}
        self._named = {one.named.entity for one in found if one.named} | set(known.held.values())
        self._withheld: Counter[int] = Counter()
        self._kin: defaultdict[int, dict[str, str]] = defaultdict(dict)

    def place(self, number: int, own: slice) -> None:
        """Put the next mention on its chain; `own` are its pairs with earlier ones."""
        one, known = self.found[number], self.known
        gender = noun_gender(one.low) if one.is_noun else gender_said(one.low, one.named is not None)
        if one.named:
            chain, chance = one.named.entity, one.named.confidence
        elif number in known.introduced:
            chain, chance = known.introduced[number], one.words.score
            self._name(number, own, chain)
        elif number in known.held:
            chain, chance = known.held[number], one.words.score
        else:
            chain, chance = self._likeliest(number, own, gender)
        self.chains[number] = chain
        self.chances.append(chance)
        if one.is_noun:
            self._meant[one.low] = chain
        kin = _kin_of(one)
        if kin:
            self._kin[chain].setdefault(*kin)
        if one.is_pronoun:
            self._withheld[chain] += 1
        elif one.low.split()[-1] not in ANYONE:
            self._withheld[chain] = -len(self.found)
        if number in known.phrases:
            self._last[known.phrases[number]] = chain
        if one.is_person and one.named and self._genders[chain]["they"] >= _THREE * _FOLLOWING:
            self._last["they"] = chain
        if gender:
            self._genders[chain][gender] += 1

    def _likeliest(self, number: int, own: slice, gender: str) -> tuple[int, float]:
        """The likeliest chain of a mention, a new one where that is likelier than any, and the chance that it is right."""
        import numpy

        one = self.found[number]
        met, odds = chain_odds(self.antecedents, number, own, self.chains)
        called = self.known.phrases.get(number, "they" if gender == "they" else "")
        met, odds = _with_namesake(met, odds, self._last.get(called, -1))
        if gender:
            odds = odds * numpy.array([_agrees(gender, self._genders[chain]) for chain in met.tolist()], bool)
        if number in self.known.continued:
            odds = numpy.where(met == self.chains[self.known.continued[number]], odds * _CONTINUED, odds)
        odds = numpy.where(numpy.isin(met, self._others(number)), odds * _STRANGER, odds)
        kin = _kin_of(one)
        if kin and kin[0] in ("his", "her"):
            other = [self._kin[chain].get(kin[0], kin[1]) != kin[1] for chain in met.tolist()]
            odds = numpy.where(numpy.array(other, bool), odds * _OTHER_KIN, odds)
        if one.is_noun and one.low.split()[-1] not in ANYONE:
            withheld = [self._withheld[chain] >= _WITHHELD and chain not in self._named for chain in met.tolist()]
            odds = numpy.where(numpy.array(withheld, bool), odds * _LATE, odds)
        best = float(odds.max(initial=0.0))
        chance = round(max(best, 1.0) / (1.0 + float(odds.sum())) * one.words.score, 2)
        if best > 1:
            return int(met[odds.argmax()]), chance
        self.fresh += 1
        return self.fresh - 1, chance

    def _name(self, number: int, own: slice, chain: int) -> None:
        """Give the name of a mention to all of the nameless chain that it most likely goes on, if that is no other kin."""
        met, odds = chain_odds(self.antecedents, number, own, self.chains)
        best = int(met[odds.argmax()]) if odds.max(initial=0.0) > _LIKELY else -1
        kin = _kin_of(self.found[number])
        if kin and set(self._kin[best].values()) - {kin[1]}:
            return
        if best >= 0 and best not in self._named and best not in self._others(number):
            self.chains[:number][self.chains[:number] == best] = chain

    def _others(self, number: int) -> list[int]:
        """The chains of those who are somebody else than a mention, those further on as far as they are known."""
        chains: list[int] = []
        for other in self.known.strangers.get(number, ()):
            one = self.found[other]
            if other < number:
                chains.append(int(self.chains[other]))
            elif one.named:
                chains.append(one.named.entity)
            else:
                chains.append(self.known.held.get(other, self._meant.get(one.low, -1)))
        return chains


def _kin_of(one: Candidate) -> tuple[str, str] | None:
    """Whose kin a noun is and what kin, as it says so: "her grandmother" is not "her aunt"; None for other words."""
    words = one.low.split()
    return (words[0], words[-1]) if one.is_noun and len(words) > 1 and words[-1] in _FAMILY else None


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
    most = max(known.values(), default=0)
    return most == 0 or known[gender] * 2 > most
