"""A foreign phrase translated word for word

## What it notices
English put into foreign words: to *be* hungry where the language *has* hunger, *I miss you* with the wrong one
missing, two nouns side by side where it wants an adjective.

## Why a reader minds
Whoever speaks the language is thrown out of the story by a line that nobody would say; whoever does not trusts you to
have asked.

## When it is fine
A character whose English shows through is a fine thing; declare it in a note.

## Examples
```story
"{==Je suis faim==}," said the wolf, politely, and sat down.
```
```story
"{==Estoy hambre==}," the boy said, and looked at the bread.
```
```story
"{==Ich bin Hunger==}," the ogre said, and looked at the boy.
```
And these are let be:
```story
"J'ai faim," said the wolf, politely, and sat down.
```
```story
"Tengo hambre," the boy said, and looked at the bread.
```
```story
"I am hunger," the ogre said, and looked at the boy.
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
    for phrase in doubts(phrases, "literal"):
        said = story.text[phrase.span.start : phrase.span.end]
        yield Remark(phrase.span, doubt_of(phrase, said), phrase.suggestions, confidence=phrase.confidence)
