"""A foreign word that looks misspelt

## What it notices
A word of a foreign phrase that no table of the language knows, and that is a slip or a mishearing away from one that
it does; in any usual romanisation, and whether or not accents are written.

## Why a reader minds
Whoever speaks the language is thrown out of the story by a line that nobody would say; whoever does not trusts you to
have asked.

## When it is fine
Accents left off are no slip here. Names, invented languages, dialect and noises are left alone.

## Examples
```story
"{==Pazhalsta==}," the tourist said, and pointed at the cake.
```
```story
"{==Danka==}," the boy told the conductor, and ran.
```
```story
"{==Hasta manyana==}," the marshal drawled, and put on his hat.
```
And these are let be:
```story
"Pozhaluista," the tourist said, and pointed at the cake.
```
```story
"Voila la verite," he said, and turned the picture round.
```
```story
"Tlhingan maH," growled the warrior, and "Grrrr," said the dog.
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
    for phrase in doubts(phrases, "spelling"):
        said = story.text[phrase.span.start : phrase.span.end]
        yield Remark(phrase.span, doubt_of(phrase, said), phrase.suggestions, confidence=phrase.confidence)
