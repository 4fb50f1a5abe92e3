"""“A” and “an” before the wrong sound

## What it notices
"An" before a word that begins with a consonant as it is said, "a" before one that begins with a vowel, and two articles in a
row ("a an awful liar", "the a door").

## Why a reader minds
The voice in the reader's head stumbles.

## When it is fine
"An hotel", "an historic", which some people say; letters and numbers by their names ("an MP", "an 8"); "an'" for "and"; a
speaker who drops his h's, or says "a apple" throughout.

## Examples
```story
It took the better part of {==a hour==} to reach the top.
```
```story
He hauled up {==an rusting==} platform made of grating.
```
```story
He was {==a an==} awful liar, and {==the a==} door stood open.
```
```story
An hour later she met a European with a one-armed man, a unicorn and an heir in an hotel, an honest user of a ewer.
```
```story
An MP and an FBI man had an X-ray and an 8. Plan A is over. Vitamin A is next, and a U-turn, and a UFO.
```
```story
"'E's a 'orrible man an' a ugly one," said the cook. She stuttered: a—a apple.
```

## Source
Sound classes after the Carnegie Mellon pronouncing dictionary's usual cases; our own list of exceptions.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator

from fabula.reading import Lexicon, Quotations, Tokens
from fabula.review import Remark, Severity
from fabula.story import Span, Story

SEVERITY = Severity.SLIP

_SILENT_H = re.compile(r"(?:hour|honest|honou?r|heir)", re.IGNORECASE)
_SAID_YOU_OR_W = re.compile(
    r"(?:uni(?!n|m|ss|d)|unani|us(?:e|a|u|i)|ut(?:e|i|o)|u(?:bi|ga|ke|ra|re|ri|vu|fo)|eu|ewe|one|once|ou[ij]|ur[ai]n)",
    re.IGNORECASE,
)
_ARTICLES = frozenset({"a", "an", "the"})
_DIALECT = re.compile(r"(?<!\w)['’](?:e|er|im|is|ow|orrible|ave|ome|ere|em)\b|\ban['’](?!\w)|\bain['’]t\b|in['’](?=\W)")


def check(story: Story, tokens: Tokens, quotations: Quotations, lexicon: Lexicon) -> Iterator[Remark]:
    """A remark for each article that does not fit, on the article and its word."""
    spoken = [(one.span.start, one.span.end) for one in quotations.items if not one.nested]
    for first, second, third in zip(
        tokens.items, tokens.items[1:], (*tokens.items[2:], *tokens.items[-1:]), strict=False
    ):
        article, word = story.text[first.start : first.end], story.text[second.start : second.end]
        if (
            article.casefold() not in _ARTICLES
            or article[1:].isupper()
            or story.text[first.end : second.start] not in (" ", "\n")
        ):
            continue
        if not _is_article(story.text, first, second, article) or _is_dialect(story.text, first, spoken):
            continue
        wanted = _wanted(article.casefold(), word, story.text[third.start : third.end], lexicon)
        if wanted:
            instead = wanted if article[0].islower() else wanted[:1].upper() + wanted[1:]
            words = " ".join(story.text[first.start : second.end].split())
            yield Remark(
                Span(first.start, second.end),
                f"I stumbled over ‘{words}’ when I heard it. Did you mean ‘{instead}’?",
                (instead,),
                confidence=0.9,
            )


def _wanted(article: str, word: str, following: str, lexicon: Lexicon) -> str:
    """The words as they would be said, "" where they are said so already or nobody can tell."""
    low = word.casefold().replace("’", "'")
    if low in ("a", "an") or (low == "the" and article != "the"):
        if low == article or not following[:1].isalpha() or word[0].isupper():
            return ""
        sounds = low if low == "the" else ("an" if _opens_with_vowel(following) else "a")
        return sounds if article != "the" else "the"
    if article == "the" or not _can_be_heard(word) or low in lexicon.foreign or low in lexicon.sounds:
        return ""
    if article == "an" and low[0] not in "aeiouh" and low != "you":
        return f"a {word}"
    if article == "an" and _SAID_YOU_OR_W.match(word) and not word[0].isupper():
        return f"a {word}"
    if article == "a" and _opens_with_vowel(word):
        return f"an {word}"
    return ""


def _opens_with_vowel(word: str) -> bool:
    if _SILENT_H.match(word):
        return True
    return word[0].casefold() in "aeiou" and not _SAID_YOU_OR_W.match(word)


def _can_be_heard(word: str) -> bool:
    """False for initials, numbers, single letters and letters outside plain English."""
    if word[1:2] in tuple("-‐'’"):
        return False
    return (
        len(word) > 1
        and word.replace("-", "").replace("'", "").replace("’", "").isalpha()
        and word[:2].isascii()
        and not word[1].isupper()
    )


def _is_article(text: str, first: Span, second: Span, article: str) -> bool:
    """False for a letter ("Plan A", "C-H-A") and for a cut or clipped word beside the space."""
    before = text[first.start - 1 : first.start] if first.start else ""
    if before and before in "-‐—–'’./\\*_":
        return False
    return not (article[0].isupper() and before == " " and text[first.start - 2 : first.start - 1].isalnum())


def _is_dialect(text: str, first: Span, spoken: list[tuple[int, int]]) -> bool:
    """Whether somebody speaks here who drops letters."""
    index = bisect_right(spoken, (first.start, len(text))) - 1
    if index < 0 or first.start >= spoken[index][1]:
        return False
    start, end = spoken[index]
    return bool(_DIALECT.search(text, start, min(end, start + 2000)))
