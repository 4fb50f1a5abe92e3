"""A long foreign line that the story leaves alone

## What it notices
Five foreign words or more whose meaning nothing around them lets a reader guess.

## Why a reader minds
A greeting explains itself. A whole sentence that is neither translated, answered nor acted on is a locked door.

## When it is fine
Where the viewpoint does not understand it either, that is the point, and the note can be passed over.

## Examples
```story
She opened the door. "{==Je ne sais pas où il est==}," said the man on the step.
```
```story
The radio crackled. "{==Ya ne znayu, gde moy brat==}," it said, and went dead.
```
```story
The old man stopped her on the bridge. "{==No sé dónde está mi hijo==}," he said.
```
And these are let be:
```story
"Je ne sais pas," he said, and shrugged, and lit another.
```
```story
"Je ne sais pas où il est," said the man. I don't know where he is.
```
```story
"Bonne nuit, mon amour," she said, and put out the light.
```

## Source
Meanings from the project's phrasebooks and word tables.
"""

import re
from collections.abc import Iterator

from fabula.reading import LANGUAGES, Phrases, Verdict
from fabula.review import Remark, Severity
from fabula.story import Span, Story

SEVERITY = Severity.NOTE
_LONG = 5
_AROUND = 240
"""Code points before and behind in which a translation would stand."""
_EXPLAINED = 0.4
_EMPTY = frozenset(
    [
        "the",
        "and",
        "for",
        "you",
        "that",
        "this",
        "with",
        "from",
        "not",
        "are",
        "was",
        "have",
        "has",
        "his",
        "her",
        "she",
        "him",
        "they",
        "one",
        "who",
        "what",
    ]
)
_WORD = re.compile(r"[a-z]{3,}")


def check(story: Story, phrases: Phrases) -> Iterator[Remark]:
    """A note on each long line that nothing near it explains, with its meaning as far as we know it."""
    for phrase in phrases.items:
        words = len(story.text[phrase.span.start : phrase.span.end].split())
        if words < _LONG or phrase.verdict is Verdict.WRONG or not phrase.gloss or phrase.language == "la":
            continue
        if _is_explained(story.text, phrase.span, phrase.gloss):
            continue
        language = LANGUAGES[phrase.language]
        yield Remark(
            phrase.span,
            f"Without {language} I am left outside this line (as far as I can tell: {phrase.gloss}). "
            "Nothing near it tells me what it says.",
            confidence=0.7,
        )


def _is_explained(text: str, span: Span, gloss: str) -> bool:
    meant = {word for word in _WORD.findall(gloss.casefold()) if word not in _EMPTY}
    around = f"{text[max(0, span.start - _AROUND) : span.start]} {text[span.end : span.end + _AROUND]}".casefold()
    heard = set(_WORD.findall(around))
    return not meant or len(meant & heard) >= _EXPLAINED * len(meant)
