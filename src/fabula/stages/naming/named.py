"""Every place where the story names somebody or something by name, and which names belong together."""

from collections import Counter, defaultdict

from fabula.models.output import ReaderOutput
from fabula.reading import Form, Kind, Mention, Quotations, Sentences, Tokens
from fabula.stages.naming.chains import Chains, join_forms
from fabula.stages.naming.evidence import Evidence, weigh
from fabula.stages.naming.forms import Form as NameForm
from fabula.stages.naming.forms import form_of
from fabula.stages.naming.gender import following_pronouns
from fabula.stages.naming.kinds import kinds_seen
from fabula.stages.naming.names import Name, find_names, list_words

_SEEN = 4
"""A name that the model passes over in more than three of four places needs the story's usage to vouch for each."""
_ENOUGH, _SOME = 1.0, 0.3
"""How much evidence makes a person a character, for any name and for one that comes again: chosen on LitBank's sample of 80
novels, where nineteen of twenty mentions of characters are then of people, and five of six of people's names are characters'.
"""


def find_named(
    text: str,
    tokens: Tokens,
    sentences: Sentences,
    quotations: Quotations,
    often: dict[str, float],
    output: ReaderOutput | None = None,
) -> tuple[Mention, ...]:
    """The story's names, each on the chain of the person, place or thing it belongs to.

    `often` says how often words stand in a million words of fiction.

    The model's `output`, where it is at hand, is asked what each name is; which words are names the story's usage says.

    Chains with enough evidence of a person are characters, numbered from 0, most mentioned first; `entity` numbers all
    chains in the same order, characters first.
    """
    words = list_words(text, tokens, sentences, quotations)
    names = find_names(text, words, often)
    forms = [form_of(name.words, name.definite) for name in names]
    counts = Counter(form.key for form in forms)
    by_key = {form.key: form for form in forms}
    chains = join_forms(
        by_key, counts, _appositions(text, names, forms), _met(names, forms, sentences), _shown(text, names, forms)
    )
    evidence: defaultdict[str, Evidence] = defaultdict(Evidence)
    seen = kinds_seen(output, [name.span for name in names]) if output else [Evidence(seen=1)] * len(names)
    for name, form, kind in zip(names, forms, seen, strict=True):
        evidence[chains.find(form.key)] += weigh(text, words, name, form) + kind
    return _numbered(names, forms, chains, evidence)


def _appositions(text: str, names: list[Name], forms: list[NameForm]) -> set[tuple[str, str]]:
    """Pairs like "Ilvane, the Physician,": a name and a definite title or epithet that explains it."""
    found: set[tuple[str, str]] = set()
    for index in range(len(names) - 1):
        one, other = names[index], names[index + 1]
        between = text[one.span.end : other.span.start]
        closing = text[other.span.end : other.span.end + 1]
        if between == ", " and closing in ",.;" and other.definite and not one.definite and forms[index].core:
            found.add((forms[index].key, forms[index + 1].key))
    return found


def _met(names: list[Name], forms: list[NameForm], sentences: Sentences) -> set[frozenset[str]]:
    """Single names, and whole forms, that stand together in one sentence."""
    found: set[frozenset[str]] = set()
    at = 0
    for sentence in sentences.items:
        here: set[str] = set()
        while at < len(names) and names[at].span.start < sentence.end:
            here.update((forms[at].given, forms[at].key))
            at += 1
        if 1 < len(here) < 12:
            found.update(frozenset((one, other)) for one in here for other in here if one < other)
    return found


def _shown(text: str, names: list[Name], forms: list[NameForm]) -> dict[str, str]:
    """Which of he and she mostly follows each form: two of three times, twice at least."""
    follow: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for form, pronoun in zip(forms, following_pronouns(text, [name.span for name in names]), strict=True):
        if pronoun in ("he", "she"):
            follow[form.key][pronoun] += 1
    return {
        key: best
        for key, said in follow.items()
        for best, times in said.most_common(1)
        if times > 1 and times * 3 >= said.total() * 2
    }


def _numbered(
    names: list[Name], forms: list[NameForm], chains: Chains, evidence: dict[str, Evidence]
) -> tuple[Mention, ...]:
    roots = [chains.find(form.key) for form in forms]
    first = {root: rank for rank, root in reversed(list(enumerate(roots)))}
    counts = Counter(roots)
    kinds = {root: _kind(evidence[root]) for root in counts}
    cast = {root for root in counts if kinds[root] is Kind.PERSON and _is_character(evidence[root], counts[root])}
    order = sorted(counts, key=lambda root: (root not in cast, -counts[root], first[root]))
    number = {root: rank for rank, root in enumerate(order)}
    return tuple(
        Mention(
            span=name.span,
            form=Form.NAME,
            kind=kinds[root],
            entity=number[root],
            character=number[root] if root in cast else None,
            confidence=_confidence(evidence[root]),
        )
        for name, root in zip(names, roots, strict=True)
    )


def _kind(evidence: Evidence) -> Kind:
    if max(evidence.organisation, evidence.vehicle) > max(evidence.person, evidence.somewhere):
        return Kind.ORGANISATION if evidence.organisation >= evidence.vehicle else Kind.VEHICLE
    if evidence.somewhere <= evidence.person:
        return Kind.PERSON
    kinds = {Kind.PLACE: evidence.place, Kind.FACILITY: evidence.facility, Kind.LOCATION: evidence.location}
    return max(kinds, key=lambda kind: kinds[kind])


def _is_character(evidence: Evidence, count: int) -> bool:
    if evidence.seen * _SEEN < count and evidence.person < count:
        return False
    if evidence.person >= _ENOUGH:
        return True
    return count > 1 and evidence.person >= _SOME and evidence.somewhere <= evidence.person / 2


def _confidence(evidence: Evidence) -> float:
    """How sure the kind is: the share of the evidence that agrees, less where there is little of it, on the scale that
    LitBank gives (half are right where nothing is known, nineteen of twenty where all agrees).
    """
    best = max(evidence.person, evidence.somewhere, evidence.organisation, evidence.vehicle)
    total = evidence.person + evidence.somewhere + evidence.organisation + evidence.vehicle
    agreed = (best + 0.2) / (total + 0.5) * min(1.0, best / 3)
    return round(0.5 + 1.1 * agreed if agreed < 0.36 else 0.84 + 0.16 * agreed, 2)
