"""A cousin who becomes a brother

## What it notices
Somebody named as one kind of kin ("my cousin Julian") and elsewhere, to the same person, as another; a niece who is a
boy; a brother who turns up in the place of the only kinsman we have met.

## Why a reader minds
Kinship is how readers sort a crowd. When it changes they look for the person they have missed.

## When it is fine
Half, step, foster and in-law; people who are kin twice over, or who use the word as a courtesy.

## Examples
```story
It was my cousin Julian who had the map. We set out at dawn and we were lost by noon.

That evening {==my brother Julian==} would not speak to me.
```
```story
Niamh was Aoife's sister, and Aoife told Niamh everything. They ran the shop together.

In June Aoife took {==her cousin Niamh==} to the fair.
```
```story
Teo wants a dog. Teo is eight and he thinks that dogs are born with names. He sleeps with the lead in his hand.

Kiss {==my little niece Teo==} for me.
```
One kind of kin:
```story
It was my cousin Julian who had the map. That evening my cousin Julian would not speak to me.
```
Two people:
```story
It was my cousin Julian who had the map. My brother Martin had the bread. Julian and Martin would not speak to each other.
```
Step-kin:
```story
It was my stepbrother Julian who had the map. That evening my brother Julian would not speak to me.
```

## Source
Our own.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator

from fabula.reading import Cast, Fact, Facts, Modality, Note
from fabula.reading.disagreements import held, quoted, says
from fabula.review import Evidence, Kind, Remark, Severity
from fabula.story import Span, Story

SEVERITY = Severity.QUESTION
KIND = Kind.CONTRADICTION

_KINDS = {
    "sibling": "brother sister twin",
    "cousin": "cousin",
    "child": "son daughter",
    "parent": "mother father",
    "parent's sibling": "aunt uncle",
    "sibling's child": "niece nephew",
    "spouse": "wife husband",
    "grandparent": "grandmother grandfather",
    "grandchild": "grandson granddaughter",
}
_KIND_OF = {word: kind for kind, words in _KINDS.items() for word in words.split()}
_LOOSE = {frozenset(("cousin", "parent's sibling")), frozenset(("cousin", "sibling's child"))}
"""What people call one another by courtesy."""
_SHE = frozenset("sister daughter aunt niece wife grandmother mother granddaughter".split())  # noqa: SIM905
_HE = frozenset("brother son uncle nephew husband grandfather father grandson".split())  # noqa: SIM905
_BESIDE = re.compile(
    r"\b(?:step|half|foster|adopt\w*|in-law|godfather|godmother|like\s+a|as\s+good\s+as|call(?:s|ed)?|blood|married|widow)",
    re.I,
)
_NEAR = 100
_SURE = 3
"""So many times the other pronoun must stand for somebody before a word for the other sex is asked about."""
_FEW = 14
"""In a story of at most so many people "a cousin like Niamh" and "her sister Niamh" are kin of one family, and a "he" is seldom
somebody else's."""
_REACH = 9000


def check(story: Story, facts: Facts, cast: Cast) -> Iterator[Remark]:
    """A remark on the later word, with the earlier one as evidence."""
    rows = held(facts.items, "kinship")
    for found in rows.values():
        yield from _clashes(story.text, found, len(cast.items) <= _FEW)
    people = {one.id: one for one in cast.items}
    for (who, _), found in rows.items() if len(cast.items) <= _FEW else ():
        yield from _wrong_sex(story.text, found, people[who].pronouns, people[who].places)
    yield from _strangers(story.text, facts)


def _term(one: Fact) -> tuple[str, str]:
    """The kinship word of a fact, and whose kin it is ("?" where that is not known)."""
    term, _, whose = one.value.partition(" of ")
    return term, whose


def _clashes(text: str, found: list[Fact], few: bool) -> Iterator[Remark]:
    if len({_KIND_OF.get(_term(one)[0]) for one in found}) > 2:  # a whole family: rather many people taken for one
        return
    for number, later in enumerate(found):
        for earlier in found[:number]:
            if _differ(_term(earlier), _term(later), few) and not _is_explained(text, earlier.span, later.span):
                yield _remark(text, earlier.span, later.span, _term(earlier)[0], _term(later)[0])
                return


def _differ(earlier: tuple[str, str], later: tuple[str, str], few: bool) -> bool:
    kinds = _KIND_OF.get(earlier[0]), _KIND_OF.get(later[0])
    if None in kinds or kinds[0] == kinds[1] or frozenset(kinds) in _LOOSE:
        return False
    unknown = "?" in (earlier[1], later[1])
    lateral = set(kinds) <= {"sibling", "cousin"}
    return earlier[1] == later[1] if not unknown else few and lateral


def _is_explained(text: str, *spans: Span) -> bool:
    return any(says(text, _BESIDE, span.start - _NEAR, span.end + _NEAR) for span in spans)


def _wrong_sex(text: str, found: list[Fact], pronouns: str, places: tuple[Span, ...]) -> Iterator[Remark]:
    """A niece who is "he" everywhere else, or a nephew who is "she"."""
    for one in found:
        term = _term(one)[0]
        other = "he" if term in _SHE else "she" if term in _HE else ""
        said = Counter(text[span.start : span.end].casefold() for span in places)
        forms, own = (
            (("he", "him", "his"), ("she", "her", "hers"))
            if other == "he"
            else (("she", "her", "hers"), ("he", "him", "his"))
        )
        times, against = sum(said[form] for form in forms), sum(said[form] for form in own)
        if other and pronouns == other and times >= _SURE and not against and places[0] < one.span:
            first = next(span for span in places if text[span.start : span.end].casefold() in forms)
            named = max((span for span in places if span.start <= first.start), key=lambda span: len(span))
            earlier = Span(named.start, first.end) if first.end - named.start < 120 else first
            if earlier.end < one.span.start and not _is_explained(text, one.span):
                yield Remark(
                    one.span,
                    f"I had taken this for a {'he' if other == 'he' else 'she'}, from {quoted(text, earlier)}; then I "
                    f"read {quoted(text, one.span)}. "
                    f"Is the word ‘{term}’ meant?",
                    evidence=(Evidence(earlier, f"here it is ‘{other}’"),),
                    confidence=0.65,
                )
                return


def _strangers(text: str, facts: Facts) -> Iterator[Remark]:
    """A brother who is doing something nearby and is never heard of but once, where a cousin has been named: is it he?"""
    met: defaultdict[int, list[Note]] = defaultdict(list)
    for note in facts.notes:
        if (
            note.attribute == "kin"
            and note.owner is not None
            and note.modality is Modality.ASSERTED
            and note.teller is None
        ):
            met[note.owner].append(note)
    for whose, notes in met.items():
        times = Counter(note.value for note in notes)
        for note in notes:
            if _KIND_OF.get(note.value) != "sibling" or times[note.value] > 1 or _is_told(text, note):
                continue
            named = [one for one in facts.items if one.attribute == "kinship" and _term(one) == ("cousin", str(whose))]
            near = [one for one in named if 0 < note.span.start - one.span.end < _REACH * 2]
            if near and len({one.character for one in named}) == 1 and not _is_explained(text, note.span):
                yield _remark(text, near[0].span, note.span, "cousin", note.value)


def _is_told(text: str, note: Note) -> bool:
    """Whether the story speaks anywhere else of such kin of the same person ("my brother", "my two brothers")."""
    before = text[max(0, note.span.start - 20) : note.span.start].split()
    if not before:
        return True
    return len(re.findall(rf"\b{re.escape(before[-1])}\s+(?:\w+\s+)?{note.value}s?\b", text, re.I)) > 1


def _remark(text: str, earlier: Span, later: Span, first: str, second: str) -> Remark:
    return Remark(
        later,
        f"I had filed this person under ‘{first}’, from {quoted(text, earlier)}; now I read {quoted(text, later)}. "
        f"Is the {second} the same person, or somebody I have missed?",
        evidence=(Evidence(earlier, f"here the word is ‘{first}’"),),
        confidence=0.7,
    )
