"""One foreign word spelt in two ways

## What it notices
The same foreign word, written in Latin letters, in two spellings: *spasibo* in one chapter and *spasiba* in another,
*mañana*
and *manana*.

## Why a reader minds
Each spelling may be lawful; two of them look like two words, or like two hands.

## When it is fine
Forms of a word (*dorogoy*, *dorogaya*) are different words and pass, and so does a name.

## Examples
```story
"Khorosho," he said.

"{==Horosho==}," she said after a while, and they shook hands on it.
```
```story
"Buenos días," said the driver.

"Buenos {==dias==}," said the boy, who liked to have the last word.
```
```story
"Arigatou," said the girl at the till.

"{==Arigato==}," he said, and dropped his change.
```
And these are let be:
```story
"Spasibo," he said. "Spasibo," she said after a while.
```
```story
"Moya dorogaya," he said. "Moy dorogoy," said she, and they left.
```
```story
The grey cat looked at the gray sky, and the colour went out of it.
```

## Source
Words that the language itself writes in one way only, as our tables restore them.
"""

import re
from collections import Counter
from collections.abc import Iterator

from fabula.reading import Phrases, Verdict
from fabula.review import Evidence, Remark, Severity
from fabula.story import Span, Story

SEVERITY = Severity.QUESTION


def check(story: Story, phrases: Phrases) -> Iterator[Remark]:
    """A remark on the rarer spelling where it first stands, with the other as evidence; of two as rare, on the later."""
    places: dict[tuple[str, str], dict[str, list[Span]]] = {}
    for phrase in phrases.items:
        if phrase.native and phrase.verdict is not Verdict.WRONG:
            for native, span in _parts(story.text, phrase.span, phrase.native):
                said = " ".join(story.text[span.start : span.end].casefold().split())
                places.setdefault((phrase.language, native.casefold()), {}).setdefault(said, []).append(span)
    for spellings in places.values():
        if len(spellings) > 1:
            yield _remark(story.text, spellings)


def _parts(text: str, span: Span, native: str) -> list[tuple[str, Span]]:
    """The words of a phrase with their places, where both scripts part them alike; else the phrase as one."""
    said = [Span(found.start(), found.end()) for found in _WORD.finditer(text, span.start, span.end)]
    written = _WORD.findall(native)
    return list(zip(written, said, strict=True)) if len(written) == len(said) > 1 else [(native, span)]


_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")


def _remark(text: str, spellings: dict[str, list[Span]]) -> Remark:
    often = Counter({spelling: len(spans) for spelling, spans in spellings.items()})
    usual = max(spellings, key=lambda one: (often[one], -spellings[one][0].start))
    other = min((one for one in spellings if one != usual), key=lambda one: spellings[one][0])
    here, there = spellings[other][0], spellings[usual][0]
    said, before = text[here.start : here.end], text[there.start : there.end]
    message = (
        f"“{said}” is also written “{before}” in this story. "
        "Both can be found in print; one of them all through is easier on the eye."
    )
    return Remark(here, message, (_cased_as(said, before),), (Evidence(there, "elsewhere"),), confidence=0.8)


def _cased_as(said: str, other: str) -> str:
    return other[:1].upper() + other[1:] if said[:1].isupper() else other[:1].lower() + other[1:]
