"""A real word that was not the one meant

## What it notices
A word that is rightly spelt and wrong where it stands: one that sounds like the one meant ("their" for "there", "excepted" for
"accepted"), or that one slip of the hand makes of it ("form" for "from", "lose" for "loose"); a *your* for a *you*.

## Why a reader minds
The sentence says something else than it means, and no spell checker ever said so; the reader goes back to find out what.

## When it is fine
Where somebody speaks or writes so, and the story means it.

## Examples
```story
He had no idea how things had gone. He {==new==} the truth, and it was hard.
```
```story
It was a letter, and it wasn't {==form==} Kevin. She put it down again.
```
```story
She did not {==no==} what to say to him, and so she said nothing.
```
```story
She accepted his offer. He had waited from noon until the lamps were lit, and there were their coats in the hall.
```
```story
"I'm goin' down to the harbour, so I am," said the old man. "Nobody'll miss me."
```
```story
A cold house. Two chairs, one table, no letter. He read the form and signed it.
```

## Source
The tagger of slips (`models/weights/slips.md`); `docs/slips.md` has its thresholds and what it cannot do.
"""

from collections.abc import Iterator

from fabula.reading import Edits, as_it_stands, edits_of
from fabula.review import Remark, Severity
from fabula.story import Story

SEVERITY = Severity.SLIP


def check(story: Story, edits: Edits) -> Iterator[Remark]:
    """A remark for each such edit, on its words."""
    for edit in edits_of(edits, "real-word", "pronoun", "preposition"):
        message = (
            f"I read ‘{as_it_stands(story.text, edit)}’ and understood ‘{edit.suggestions[0]}’."
            " Is that the word you meant?"
        )
        yield Remark(edit.span, message, edit.suggestions, confidence=edit.confidence)
