"""Words of a foreign phrase that do not agree

## What it notices
An article, a possessive or an adjective in another gender, number or case than its noun: *moy sestra*, *mi hermana
pequeño*, *der Mädchen*.

## Why a reader minds
Whoever speaks the language is thrown out of the story by a line that nobody would say; whoever does not trusts you to
have asked.

## When it is fine
A character who is learning the language may say it wrong; where another character notices, or you declare it (“her
Spanish is bad on purpose”), say so in a note and it is left alone.

## Examples
```story
"{==Mi hermana pequeño==}," he said, and lifted her onto the wall.
```
```story
"{==Mon fille==} does not lie," the baker said, and wiped his hands.
```
```story
"{==Moya brat==}," said Katya, and would say no more about it.
```
And these are let be:
```story
"Mi hermana pequeña," he said, and lifted her onto the wall.
```
```story
"Mon amie," he said, and kissed her hand, and she let him.
```
```story
"He had a certain je ne sais quoi," she said, "and a fiancé."
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
    for phrase in doubts(phrases, "agreement", "article"):
        said = story.text[phrase.span.start : phrase.span.end]
        yield Remark(phrase.span, doubt_of(phrase, said), phrase.suggestions, confidence=phrase.confidence)
