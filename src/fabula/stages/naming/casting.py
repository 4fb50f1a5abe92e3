"""Which chains are people of the story, named or not, and in which order the cast lists them."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Sequence

import msgspec

from fabula.models.output import FORMS, TYPES, ReaderOutput
from fabula.reading import Form, Kind, Mention
from fabula.stages.naming.candidates import Candidate
from fabula.stages.naming.linked import Link
from fabula.stages.naming.nouns import Reference, reference_of
from fabula.stages.naming.pronouns import FIRST, HE, SECOND, SHE
from fabula.stages.speech.tags import VERBS

_OFTEN = 3
"""Times that he or she must mean somebody nameless to make a character of them, less if a noun says who it is."""


class _Signs(msgspec.Struct):
    """What speaks for a nameless chain being somebody: `he` and `she` in it, nouns that know them, nouns that speak."""

    people: int = 0
    things: int = 0
    pronouns: int = 0
    nouns: int = 0
    known: int = 0
    speaks: bool = False

    @property
    def is_somebody(self) -> bool:
        """True where there is enough."""
        if self.things > self.people:
            return False
        met = self.pronouns + self.nouns >= _OFTEN and self.pronouns > 0 and self.nouns > 0
        return met or self.pronouns >= _OFTEN or self.known > 1 or self.speaks


def cast_mentions(
    found: Sequence[Candidate], links: Sequence[Link], output: ReaderOutput, tellers: Collection[int]
) -> tuple[Mention, ...]:
    """The mentions with their chains numbered anew, characters first, most mentioned first.

    Characters are the chains of people's names, `tellers` who say I outside speech, and nameless ones that come again or speak.
    """
    chains = [one.chain for one in links]
    cast = _characters(found, chains, output) | set(tellers)
    counts = Counter(chains)
    first = {chain: rank for rank, chain in reversed(list(enumerate(chains)))}
    order = sorted(counts, key=lambda chain: (chain not in cast, -counts[chain], first[chain]))
    number = {chain: rank for rank, chain in enumerate(order)}
    return tuple(
        Mention(
            span=one.span,
            form=Form(FORMS[one.words.form]),
            kind=Kind(TYPES[one.words.type]),
            entity=number[chain.chain],
            character=number[chain.chain] if chain.chain in cast and _may_be(one) else None,
            confidence=chain.confidence,
        )
        for one, chain in zip(found, links, strict=True)
    )


def _may_be(one: Candidate) -> bool:
    return one.quotation < 0 or one.low not in FIRST | SECOND


def _characters(found: Sequence[Candidate], chains: Iterable[int], output: ReaderOutput) -> set[int]:
    named: set[int] = set()
    unnamed: defaultdict[int, _Signs] = defaultdict(_Signs)
    owned: set[int] = set()
    for one, chain in zip(found, chains, strict=True):
        if one.named:
            owned.add(chain)
            if one.named.character is not None:
                named.add(chain)
        elif _may_be(one):
            _note(unnamed[chain], one, output)
    return named | {chain for chain, signs in unnamed.items() if chain not in owned and signs.is_somebody}


def _note(signs: _Signs, one: Candidate, output: ReaderOutput) -> None:
    signs.people += one.is_person
    signs.things += not one.is_person
    if one.is_pronoun:
        signs.pronouns += one.low in HE | SHE
    elif one.is_person and (reference := reference_of(one, output)) is not Reference.NOBODY:
        signs.nouns += 1
        signs.known += reference in (Reference.THE, Reference.OWNED)
        signs.speaks = signs.speaks or (one.quotation < 0 and _speaks(one, output))


def _speaks(one: Candidate, output: ReaderOutput) -> bool:
    """True beside a verb of saying that is beside a speech: "said the waiter"."""
    before, after = one.words.start - 1, one.words.end
    for verb, beyond in ((before, before - 1), (after, after + 1)):
        if 0 <= verb < len(output.words) and output.words[verb] in VERBS:
            near = range(max(0, beyond - 2), min(len(output.words), beyond + 3))
            if any(output.inside[number] > 0.5 for number in near):
                return True
    return False
