"""Two people whose names are easy to mix up

## What it notices
Two people of the story, both named again and again, whose names begin alike and look alike: Ilvane and Ilvara, Maren and Maron.

## Why a reader minds
Readers know people by the look of their names: its first letters, its length. Two that look alike cost a second look each time.

## When it is fine
Twins, a family that shares its surname, a plot that wants them mixed up. Say so in your note and nothing is said.

## Examples
```story
Soren met {==Sorel==} at the gate. Soren laughed. Sorel did not. "Go home," said Soren. Sorel went, and Soren stayed with Sorel.
```
```story
Ilvane bowed to {==Ilvara==}. Ilvara smiled. Ilvane went out. Ilvara stayed behind, and Ilvane came back, and Ilvara was gone.
```
```story
Maren cooked. {==Maron==} washed. Maren sang, and Maron sang. In the evening Maren went home, and Maron slept.
```
```story
Anna met Boris at the gate. Anna laughed. Boris did not. Anna went home, and Boris stayed, and Anna forgot Boris.
```
```story
Mr Hale met Mrs Hale at the gate. Mr Hale laughed. Mrs Hale did not. Mr Hale went in. Mrs Hale stayed outside. Mr Hale slept.
```
```story
Edmund met Edith at the gate. Edmund laughed. Edith did not. Edmund went home, and Edith stayed, and Edmund forgot Edith.
```

## Source
Editors' style sheets ask for names that differ in their first letter and their length. Distances after Damerau 1964.
"""

from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations

from fabula.reading import Cast, Form, Mentions
from fabula.review import Evidence, Kind, Remark, Severity
from fabula.story import Span, Story

SEVERITY = Severity.QUESTION
KIND = Kind.QUESTION

_OFTEN = 3
_SHORTEST = 4
_LETTERS = 2
"""At most so many letters apart, with the first two and the length nearly the same."""


def check(story: Story, mentions: Mentions, cast: Cast) -> Iterator[Remark]:
    """A remark for each such pair, where the second of the two comes in."""
    known = {character.id for character in cast.items}
    places: defaultdict[tuple[int, str], list[Span]] = defaultdict(list)
    for mention in mentions.items:
        if mention.form is Form.NAME and mention.character in known:
            for word in story.text[mention.span.start : mention.span.end].replace("’", "'").split():
                places[mention.character, word.removesuffix("'s").strip(".,")].append(mention.span)
    shared = _shared(places)
    often = [
        (key, spans)
        for key, spans in places.items()
        if len(spans) >= _OFTEN and len(key[1]) >= _SHORTEST and key[1] not in shared
    ]
    for (first, earlier), (second, later) in combinations(sorted(often, key=lambda row: row[1][0]), 2):
        if first[0] != second[0] and _alike(first[1], second[1]):
            yield Remark(
                span=later[0],
                message=f"“{second[1]}” and “{first[1]}” look so alike that I mixed the two up and had to look twice.",
                evidence=(Evidence(earlier[0], f"where {first[1]} comes in"),),
                confidence=0.8,
                words=second[1],
            )


def _shared(places: defaultdict[tuple[int, str], list[Span]]) -> set[str]:
    """Words that name two people: surnames, titles."""
    owners: defaultdict[str, set[int]] = defaultdict(set)
    for character, word in places:
        owners[word].add(character)
    return {word for word, people in owners.items() if len(people) > 1}


def _alike(name: str, other: str) -> bool:
    """True for two names of nearly one length that begin with the same two letters and differ in one or two; a hyphen makes
    no other name ("Án-tonia" is how Ántonia is said)."""
    from rapidfuzz.distance import OSA

    one, two = (word.casefold().replace("-", "") for word in (name, other))
    if one[:2] != two[:2] or abs(len(one) - len(two)) > 1:
        return False
    apart = OSA.distance(one, two)
    return apart == 1 or (apart <= _LETTERS and min(len(one), len(two)) >= 6)
