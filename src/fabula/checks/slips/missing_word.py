"""A word that seems to be missing

## What it notices
A place where a small word was dropped: "she did not want go home", "impossible slip it off". The word that fits best is
offered with its neighbours.

## Why a reader minds
The reader supplies it, a beat late, and hears the author instead of the story.

## When it is fine
Fragments, telegrams, notes, and people who speak so; articles left out by somebody whose first language has none.

## Examples
```story
She did not {==want go==} home before it was dark, and nobody asked her to.
```
```story
She was glad of the convenience of being {==able read==} without her glasses.
```
```story
It is {==impossible slip==} it off a live person, not without a knife.
```
```story
Not dead. Not even thinner. He went home, hat in hand, day after day.
```
```story
Two letters, one bill, no money. "Coming?" she asked. "Not tonight."
```
```story
He shouted in a voice like a foghorn. She did not want to go home before it was dark.
```

## Source
The tagger of slips (`models/weights/slips.md`); `docs/slips.md` has its thresholds and what it cannot do.
"""

from collections.abc import Iterator

from fabula.reading import Edits, as_it_may_read, as_it_stands, edits_of
from fabula.review import Remark, Severity
from fabula.story import Story

SEVERITY = Severity.SLIP


def check(story: Story, edits: Edits) -> Iterator[Remark]:
    """A remark for each such edit, on its words."""
    for edit in edits_of(edits, "missing-word"):
        message = (
            f"I stumbled at ‘{as_it_stands(story.text, edit)}’."
            f" Is a word missing: ‘{as_it_may_read(story.text, edit)}’?"
        )
        yield Remark(edit.span, message, edit.suggestions, confidence=edit.confidence)
