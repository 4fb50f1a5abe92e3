"""A name that is spelt differently once

## What it notices
A name that stands once and is one or two letters away from a name that the story uses again and again, a long coined name in
two spellings, and a name that the world spells otherwise ("Tolkein"). The usual spelling is offered.

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
```story
The ship lay over Ankyawentor at dawn. Nobody had landed. By noon the whole of {==Ankyawentar==} knew of it.
```
```story
Captain Persey bowed to Gregor. Persey had waited. "Persey!" cried Gregor. They came to {==Persy==} at last.
```
```story
He had read all of {==Tolkein==} in one winter, by the light of one lamp.
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

from fabula.reading import Lexicon, Lint, Proof, Sentences, Tokens
from fabula.reading.proof import SPELLING
from fabula.review import Evidence, Remark, Severity
from fabula.story import Span, Story

SEVERITY = Severity.SLIP

_NAME_BEFORE = re.compile(r"\b([A-Z][^\W\d_]{2,}) $")
_OFTEN = 3
_FOR_EACH_RARE = 12
"""A second spelling may stand twice where the usual one stands so often, three times where twice as often, and so on."""
_NO_ENDING = frozenset("bcdfgkpqtvwxz")
"""Letters that make no pet name, plural or feminine of a name when put behind it."""
_DERIVED = re.compile(r"(?:ian|ean|an|er|ite|ish|ese|ic|less|man|men|ess|ers|ians)$")
"""What makes a people, a manner or a woman's name of a name: Dorimare, Dorimarite."""
_FORMS = frozenset(map(frozenset, ("ao", "ae", "eo", "iy", "ai", "io", "ay", "ey", "ei", "ns", "rs")))
"""Last letters by which two people's names, or a people and its tongue, are told apart."""
_SHORTEST, _TWO_LETTERS_FROM, _LONG = 4, 7, 9


def check(story: Story, sentences: Sentences, tokens: Tokens, lexicon: Lexicon, proof: Proof) -> Iterator[Remark]:
    """A remark for each odd spelling of a name, on the word as it stands, possessive and all."""
    places = _places(story.text, tokens, lexicon)
    given = _given(story.text, places)
    odd = {lint.span.start: lint for lint in proof.items if lint.rule == SPELLING}
    coined = frozenset(name for name, spans in places.items() if any(span.start in odd for span in spans))
    starts = [span.start for span in sentences.items]
    for name in sorted(coined):
        spans = places[name]
        if len(name) < _SHORTEST:
            continue
        meant = _meant(name, places, given, coined)
        if meant and not _together(spans, places[meant], starts):
            yield from _remarks(story.text, name, meant, spans, places[meant])
        elif not meant and len(spans) == 1 and spans[0].start in odd:
            known = _known_to_the_world(name, odd[spans[0].start])
            if known:
                yield _of_the_world(story.text, spans[0], name, known)


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


def _is_usual(
    name: str, other: str, places: dict[str, list[Span]], given: dict[str, str], coined: frozenset[str]
) -> bool:
    """Whether `other` is known well enough: by standing often, by the same letters, by the same first name before it, or
    because both are long and nobody else's words."""
    times, known = len(places[name]), len(places[other])
    if known >= _OFTEN:
        return times <= max(1, known // _FOR_EACH_RARE)
    first = places[other][0] < places[name][0]
    if times == 1 and (first or known > 1) and min(len(name), len(other)) >= _LONG and {name, other} <= coined:
        return True
    if times == 1 and first and len(name) >= _TWO_LETTERS_FROM and sorted(name.casefold()) == sorted(other.casefold()):
        return known > 1
    return times == 1 and first and bool(given[name]) and given[name] == given[other]


def _meant(name: str, places: dict[str, list[Span]], given: dict[str, str], coined: frozenset[str]) -> str:
    """The usual spelling that `name` is a slip for, the likeliest first; "" where there is none."""
    from rapidfuzz.distance import OSA

    best: list[tuple[int, int, str]] = []
    for other in places:
        if (
            other == name
            or len(other) < _SHORTEST
            or abs(len(other) - len(name)) > 2
            or not _is_usual(name, other, places, given, coined)
        ):
            continue
        most = 2 if min(len(name), len(other)) >= _TWO_LETTERS_FROM else 1
        distance = OSA.distance(name.casefold(), other.casefold(), score_cutoff=most)
        if distance <= most and _is_slip(name.casefold(), other.casefold(), coined=other in coined):
            best.append((distance, -len(places[other]), other))
    return min(best)[2] if best else ""


def _is_slip(odd: str, usual: str, *, coined: bool) -> bool:
    """False for plurals, pet names and other forms of a name, which differ at its end; `coined` where `usual` is no word."""
    if odd[0] != usual[0] and sorted(odd[:2]) != sorted(usual[:2]):
        return False
    shorter, longer = sorted((odd, usual), key=len)
    if longer.startswith(shorter):
        return longer == shorter + shorter[-1] or (
            longer == odd and longer[-1] in _NO_ENDING and len(longer) == len(shorter) + 1
        )
    derived = _DERIVED.search(odd)
    if derived and usual.startswith(odd[: derived.start()]):
        return False
    if len(odd) == len(usual) and odd[:-1] == usual[:-1]:
        return coined and (len(odd) >= _LONG or frozenset((odd[-1], usual[-1])) not in _FORMS)
    return odd[-1] == usual[-1] or not odd.endswith(("y", "ie", "ko", "ka"))


def _together(ones: list[Span], others: list[Span], starts: list[int]) -> bool:
    """Whether both spellings stand in one sentence: then they are two people."""
    sentences = {bisect_right(starts, span.start) for span in ones}
    return any(bisect_right(starts, span.start) in sentences for span in others)


def _remarks(text: str, name: str, meant: str, spans: list[Span], usual: list[Span]) -> Iterator[Remark]:
    told = spans[:1] if len(spans) >= _OFTEN else spans
    for span in told:
        tail = text[span.start + len(name) : span.end]
        yield Remark(
            span,
            f"Here I met ‘{name}’; elsewhere the name is ‘{meant}’. Is it the same one?",
            (meant + tail,),
            (
                *(Evidence(place, f"here it is ‘{meant}’") for place in usual[:3]),
                *(Evidence(place, f"here it is ‘{name}’ again") for place in spans if place not in told),
            ),
            confidence=0.85,
            words=name,
        )


def _known_to_the_world(name: str, lint: Lint) -> str:
    """The name that dictionaries list, where a letter of it was left out or two change places; "" where there is none.

    Another vowel or a doubled letter makes a name that people bear ("Catharine", "Hoffmann"), one more at the end its people.
    """
    best = next(iter(lint.replacements), "")
    if not best[:1].isupper() or lint.often or " " in best or min(len(name), len(best)) < _TWO_LETTERS_FROM:
        return ""
    low, known = name.casefold(), best.casefold()
    left_out = any(low == known[:at] + known[at + 1 :] for at in range(1, len(known) - 1) if known[at] != known[at - 1])
    swapped = any(low == known[:at] + known[at + 1] + known[at] + known[at + 2 :] for at in range(1, len(known) - 1))
    return best if left_out or swapped else ""


def _of_the_world(text: str, span: Span, name: str, known: str) -> Remark:
    tail = text[span.start + len(name) : span.end]
    return Remark(
        span,
        f"I read ‘{name}’ and thought of ‘{known}’. If that is who is meant, the name is spelt so.",
        (known + tail,),
        confidence=0.7,
        words=name,
    )
