"""A foreign word in a form that does not fit its place

## What it notices
A verb in another person than its subject, a pronoun or noun in the wrong case, two words that the language writes as
one, a particle or an order of words that it does not have.

## Why a reader minds
Whoever speaks the language is thrown out of the story by a line that nobody would say; whoever does not trusts you to
have asked.

## When it is fine
A character who is learning the language. Declare it in a note, and it is left alone.

## Examples
```story
"{==Tu est fou==}," his partner said, and laughed until he had to sit down.
```
```story
"{==Ich liebe er==}," she told the priest, and the priest sighed.
```
```story
"{==Watashi wa baka da desu==}," the clown announced from the table.
```
And these are let be:
```story
"Tu es fou," his partner said, and laughed until he had to sit down.
```
```story
"Ich liebe ihn," she told the priest, and the priest sighed.
```
```story
"Me an' him was jus' settin' there," said the old man.
```

## Source
The project's phrasebooks and word tables (`docs/foreign.md`). A fault is claimed only where no reading of the words
agrees.
"""

from collections.abc import Iterator

from fabula.reading import Phrases, doubt_of, doubts
from fabula.review import Remark, Severity
from fabula.story import Story

SEVERITY = Severity.QUESTION


def check(story: Story, phrases: Phrases) -> Iterator[Remark]:
    """A remark for each such phrase, what may be meant as suggestion."""
    for phrase in doubts(phrases, "form", "particle", "word-order"):
        said = story.text[phrase.span.start : phrase.span.end]
        yield Remark(phrase.span, doubt_of(phrase, said), phrase.suggestions, confidence=phrase.confidence)
