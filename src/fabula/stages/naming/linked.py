"""Names from the story's own usage and mentions from the model, put together and linked into chains."""

from collections import Counter, defaultdict
from collections.abc import Sequence

import msgspec

from fabula.models.links import Antecedents
from fabula.models.output import FORMS, TYPES, MentionScore, ReaderOutput
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
    places = _Places(output)
    known = [Candidate(m.span, places.score_of(m), m) for m in named]
    whole = {(one.words.start, one.words.end) for one in known}
    seen = [
        Candidate(places.span_of(m), m, None)
        for m in output.mentions
        if m.form != _NAME and (m.start, m.end) not in whole
    ]
    return sorted(known + seen, key=lambda one: (one.words.start, -one.words.end))


def link(found: Sequence[Candidate], antecedents: Antecedents, text: str) -> list[Link]:
    """The chain of each candidate: a name keeps its own; any other joins the chain whose members' scores sum to most.

    It begins a new chain where that is likelier (Lee et al. 2017: training makes the sum over antecedents likely). No
    pronoun joins a chain that other pronouns and titles have shown to be of another gender. Chains that names begin keep
    their numbers; new ones count on from there.
    """
    import numpy

    fresh = 1 + max((one.named.entity for one in found if one.named), default=-1)
    bounds = numpy.searchsorted(antecedents.later, numpy.arange(len(found) + 1))
    chains = numpy.zeros(len(found), numpy.int64)
    genders: defaultdict[int, Counter[str]] = defaultdict(Counter)
    links: list[Link] = []
    for number, one in enumerate(found):
        gender = gender_said(text[one.span.start : one.span.end], one.named is not None)
        if one.named:
            links.append(Link(one.named.entity, one.named.confidence))
        else:
            own = slice(bounds[number], bounds[number + 1])
            raised = numpy.exp(antecedents.scores[own].astype(numpy.float64) - antecedents.new[number])
            met, members = numpy.unique(chains[antecedents.earlier[own]], return_inverse=True)
            sums = numpy.bincount(members, raised, len(met))
            agree = numpy.array([_agrees(gender, genders[int(chain)]) for chain in met], bool)
            sums = sums * agree if len(met) else sums
            best = float(sums.max()) if len(sums) else 0.0
            chance = max(best, 1.0) / (1.0 + float(sums.sum())) * one.words.score
            links.append(Link(int(met[sums.argmax()]) if best > 1 else fresh, round(chance, 2)))
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


class _Places:
    """From code points to the model's words and back."""

    def __init__(self, output: ReaderOutput) -> None:
        self.output = output

    def span_of(self, mention: MentionScore) -> Span:
        return Span(int(self.output.starts[mention.start]), int(self.output.ends[mention.end - 1]))

    def score_of(self, mention: Mention) -> MentionScore:
        import numpy

        first = int(numpy.searchsorted(self.output.ends, mention.span.start, "right"))
        end = max(first + 1, int(numpy.searchsorted(self.output.starts, mention.span.end, "left")))
        return MentionScore(first, end, TYPES.index(mention.kind.value), _NAME, mention.confidence)
