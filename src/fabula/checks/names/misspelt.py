"""A name that is spelt differently once

## What it notices
A name that stands once and is one or two letters away from a name that the story uses again and again. The usual spelling is
offered.

## Why a reader minds
Readers know people by the look of their names: for a moment there is a new person in the room.

## When it is fine
Two people with names alike, each used more than once or named together; a pet name, a plural, a possessive, a feminine form; a
word that is a name or a word of its own.

## Examples
```story
Marit Solvang took the tea. Solvang drank it black. "You know Solvang," he said. Then Marit {==Solveng==} laughed at him.
```
```story
The Captain Dorrec came at noon. Nobody had asked Dorrec. "Send for Dorrec!" But it was {==Dorec==} who had gone.
```
```story
Mrs. Kowalczyk kept bees. We loved Mrs. Kowalczyk, and Mrs. Kowalczyk loved us. I still have {==Kowalcyzk's==} spoon.
```
Two people, each with a name:
```story
Ilvane bowed to Ilvara. Ilvara did not bow to Ilvane. "Ilvane," said Ilvara, "leave us." And Ilvane left.
```
Pet names, plurals and possessives:
```story
Tomek laughed. "Tomko!" she called, and Tomek ran. Tomek's hat was gone. The Tomeks are all alike, said Tomek.
```
A name of its own, and two named together:
```story
Anna came in, and Anna sat. "Anna!" cried Hanna. Zorvan met Zorvin at the gate. Zorvan laughed. Zorvan left.
```

## Source
Our own. Distances after Damerau 1964, so that two letters the wrong way round count once.
"""

import re
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterator

from fabula.reading import Lexicon, Proof, Sentences, Tokens
from fabula.review import Evidence, Remark, Severity
from fabula.story import Span, Story

SEVERITY = Severity.SLIP

_SPELLING = "SpellCheck"
_NAME_BEFORE = re.compile(r"\b([A-Z][^\W\d_]{2,}) $")
_OFTEN = 3
_FOR_EACH_RARE = 12
"""A second spelling may stand twice where the usual one stands so often, three times where twice as often, and so on."""
_NO_ENDING = frozenset("bcdfgkpqtvwxz")
"""Letters that make no pet name, plural or feminine of a name when put behind it."""
_SHORTEST, _TWO_LETTERS_FROM = 4, 7


def check(story: Story, sentences: Sentences, tokens: Tokens, lexicon: Lexicon, proof: Proof) -> Iterator[Remark]:
    """A remark for each odd spelling of a name, on the word as it stands, possessive and all."""
    places = _places(story.text, tokens, lexicon)
    given = _given(story.text, places)
    odd = {lint.span.start for lint in proof.items if lint.rule == _SPELLING}
    starts = [span.start for span in sentences.items]
    for name, spans in places.items():
        if len(name) < _SHORTEST or not any(span.start in odd for span in spans):
            continue
        meant = _meant(name, places, given)
        if not meant or _together(spans, places[meant], starts):
            continue
        for span in spans:
            yield _remark(story.text, span, name, meant, places[meant])


def _places(text: str, tokens: Tokens, lexicon: Lexicon) -> dict[str, list[Span]]:
    """Where each capitalised word stands, by its spelling without possessive, in text order."""
    found: dict[str, list[Span]] = defaultdict(list)
    small: Counter[str] = Counter()
    for span in tokens.items:
        word = text[span.start : span.end]
        if word[0].isupper() and len(word) > 1 and not word.isupper():
            found[_bare(word)].append(span)
        elif word[0].islower():
            small[_bare(word)] += 1
    return {name: spans for name, spans in found.items() if name.casefold() not in small and "-" not in name}


def _bare(word: str) -> str:
    for tail in ("'s", "’s", "'", "’"):
        word = word.removesuffix(tail)
    return word


def _given(text: str, places: dict[str, list[Span]]) -> dict[str, str]:
    """The capitalised word before the first place of each name ("Marit" for "Solvang"), "" where there is none."""
    found: dict[str, str] = {}
    for name, spans in places.items():
        match = _NAME_BEFORE.search(text[max(0, spans[0].start - 30) : spans[0].start])
        found[name] = match.group(1) if match else ""
    return found


def _is_usual(name: str, other: str, places: dict[str, list[Span]], given: dict[str, str]) -> bool:
    """Whether `other` is known well enough: by standing often, by the same letters, or by the same first name before it."""
    times, known = len(places[name]), len(places[other])
    if known >= _OFTEN:
        return times <= max(1, known // _FOR_EACH_RARE)
    first = places[other][0] < places[name][0]
    if times == 1 and first and len(name) >= _TWO_LETTERS_FROM and sorted(name.casefold()) == sorted(other.casefold()):
        return known > 1
    return times == 1 and first and bool(given[name]) and given[name] == given[other]


def _meant(name: str, places: dict[str, list[Span]], given: dict[str, str]) -> str:
    """The usual spelling that `name` is a slip for, the likeliest first; "" where there is none."""
    from rapidfuzz.distance import OSA

    best: list[tuple[int, int, str]] = []
    for other in places:
        if (
            other == name
            or len(other) < _SHORTEST
            or abs(len(other) - len(name)) > 2
            or not _is_usual(name, other, places, given)
        ):
            continue
        most = 2 if min(len(name), len(other)) >= _TWO_LETTERS_FROM else 1
        distance = OSA.distance(name.casefold(), other.casefold(), score_cutoff=most)
        if distance <= most and _is_slip(name.casefold(), other.casefold()):
            best.append((distance, -len(places[other]), other))
    return min(best)[2] if best else ""


def _is_slip(odd: str, usual: str) -> bool:
    """False for plurals, pet names and other forms of a name, which differ at its end."""
    if odd[0] != usual[0] and sorted(odd[:2]) != sorted(usual[:2]):
        return False
    shorter, longer = sorted((odd, usual), key=len)
    if longer.startswith(shorter):
        return longer == shorter + shorter[-1] or (
            longer == odd and longer[-1] in _NO_ENDING and len(longer) == len(shorter) + 1
        )
    if odd.removesuffix("men") == usual.removesuffix("man"):
        return False
    if len(odd) == len(usual) and odd[:-1] == usual[:-1]:
        return False
    return not (odd.endswith(("y", "ie", "ko", "ka")) and not usual.endswith(odd[-2:]))


def _together(ones: list[Span], others: list[Span], starts: list[int]) -> bool:
    """Whether both spellings stand in one sentence: then they are two people."""
    sentences = {bisect_right(starts, span.start) for span in ones}
    return any(bisect_right(starts, span.start) in sentences for span in others)


def _remark(text: str, span: Span, name: str, meant: str, usual: list[Span]) -> Remark:
    tail = text[span.start + len(name) : span.end]
    return Remark(
        span,
        f"Here I met ‘{name}’; elsewhere the name is ‘{meant}’. Is it the same one?",
        (meant + tail,),
        tuple(Evidence(place, f"here it is ‘{meant}’") for place in usual[:3]),
        confidence=0.85,
        words=name,
    )
