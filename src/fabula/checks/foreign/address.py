"""A foreign phrase that another person would say

## What it notices
A form that a woman uses of herself said by a man, or the other way round; a greeting for one said to several; an
honour that
nobody gives themselves ("Watashi wa Mireko-san desu").

## Why a reader minds
Many languages show who is speaking, and to whom. The wrong form makes a reader look for somebody else in the room.

## When it is fine
A character who is not the man or woman that the narration calls them, or who plays somebody; where we do not know who
speaks, nothing is said.

## Examples
```story
"{==Watashi wa Kenji-san desu==}," said the new boy, and the class laughed.
```
```story
"{==Boku wa Taro-kun desu==}," he said, and bowed to the wrong person.
```
```story
"{==Watashi wa Yumi-chan desu==}," she told the microphone.
```
And these are let be:
```story
"Watashi wa Kenji desu," said the new boy, and the class was quiet.
```
```story
"Kenji-san," she called after him, and he turned round.
```
```story
"Sensei," he said, "the tea is cold."
```

## Source
The project's phrasebooks and word tables (`docs/foreign.md`); who speaks is the story's own reading.
"""

from collections.abc import Iterator

from fabula.reading import Phrases, doubt_of, doubts
from fabula.review import Remark, Severity
from fabula.story import Story

SEVERITY = Severity.QUESTION


def check(story: Story, phrases: Phrases) -> Iterator[Remark]:
    """A remark for each such phrase, what may be meant as suggestion."""
    for phrase in doubts(phrases, "address"):
        said = story.text[phrase.span.start : phrase.span.end]
        yield Remark(phrase.span, doubt_of(phrase, said), phrase.suggestions, confidence=phrase.confidence)
