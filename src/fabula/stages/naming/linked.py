"""Names from the story's own usage and mentions from the model, put together and linked into chains."""

from collections import Counter, defaultdict
from collections.abc import Sequence

import msgspec

from fabula.models.links import Antecedents, chain_odds, own_pairs
from fabula.models.output import FORMS, TYPES, MentionScore, ReaderOutput, words_under
from fabula.reading import Form, Kind, Mention
from fabula.stages.naming.gender import gender_said
from fabula.story import Span

_NAME = FORMS.index(Form.NAME.value)


class Candidate(msgspec.Struct, frozen=True):
    """A mention before it is linked: where it stands, what it is, and the same in the model's words.

    `named` is the mention that the story's own names made of it, None for what only the model sees.
    """

    span: Span
    words: MentionScore
    named: Mention | None


class Link(msgspec.Struct, frozen=True):
    """The chain a mention is on, and how likely that is."""

    chain: int
    confidence: float


def candidates(named: Sequence[Mention], output: ReaderOutput) -> list[Candidate]:
    """All mentions in text order, the wider first: every name, and the model's nouns and pronouns.

    The model's own names are left out, for the story knows its names better.
    """
    known = [Candidate(m.span, _score_of(m, output), m) for m in named]
    whole = {(one.words.start, one.words.end) for one in known}
    seen = [
        Candidate(_span_of(m, output), m, None)
        for m in output.mentions
        if m.form != _NAME and (m.start, m.end) not in whole
    ]
    return sorted(known + seen, key=lambda one: (one.words.start, -one.words.end))


def link(found: Sequence[Candidate], antecedents: Antecedents, text: str) -> list[Link]:
    """The chain of each candidate: a name keeps its own; any other joins the likeliest, or begins one where that is likelier.

    No pronoun joins a chain that other pronouns and titles have shown to be of another gender. Chains that names begin
    keep their numbers; new ones count on from there.
    """
    import numpy

    fresh = 1 + max((one.named.entity for one in found if one.named), default=-1)
    chains = numpy.zeros(len(found), numpy.int64)
    genders: defaultdict[int, Counter[str]] = defaultdict(Counter)
    links: list[Link] = []
    for number, (one, own) in enumerate(zip(found, own_pairs(antecedents), strict=True)):
        gender = gender_said(text[one.span.start : one.span.end], one.named is not None)
        if one.named:
            links.append(Link(one.named.entity, one.named.confidence))
        else:
            met, odds = chain_odds(antecedents, number, own, chains)
            odds = odds * numpy.array([_agrees(gender, genders[int(chain)]) for chain in met], bool)
            best = float(odds.max(initial=0.0))
            chance = max(best, 1.0) / (1.0 + float(odds.sum())) * one.words.score
            links.append(Link(int(met[odds.argmax()]) if best > 1 else fresh, round(chance, 2)))
            fresh += best <= 1
        chains[number] = links[-1].chain
        if gender:
            genders[links[-1].chain][gender] += 1
    return links


def _agrees(gender: str, known: Counter[str]) -> bool:
    """False where a chain has shown another gender, at least twice as often as this one."""
    others = max((count for said, count in known.items() if said != gender), default=0)
    return not gender or others == 0 or known[gender] * 2 > others


def linked_mentions(found: Sequence[Candidate], links: Sequence[Link]) -> tuple[Mention, ...]:
    """The mentions with their chains; one is of a character where its chain is."""
    cast = {one.named.entity for one in found if one.named and one.named.character is not None}
    return tuple(
        one.named
        or Mention(
            span=one.span,
            form=Form(FORMS[one.words.form]),
            kind=Kind(TYPES[one.words.type]),
            entity=link.chain,
            character=link.chain if link.chain in cast else None,
            confidence=link.confidence,
        )
        for one, link in zip(found, links, strict=True)
    )


def _span_of(mention: MentionScore, output: ReaderOutput) -> Span:
    return Span(int(output.starts[mention.start]), int(output.ends[mention.end - 1]))


def _score_of(mention: Mention, output: ReaderOutput) -> MentionScore:
    first, end = words_under(output, mention.span)
    return MentionScore(first, max(first + 1, end), TYPES.index(mention.kind.value), _NAME, mention.confidence)
