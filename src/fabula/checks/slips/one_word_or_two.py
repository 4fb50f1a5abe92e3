"""One word, or two

## What it notices
Words cut in two where one was meant: "I saw him my self", "he could not see any thing".

## Why a reader minds
The reader stops between the two halves.

## When it is fine
Where the two words are meant: "every one of them", "he came in to see her".

## Examples
```story
I saw him {==my self==}, and I tell you he was not alone.
```
```story
He hurt {==him self==} badly when he fell from the ladder, and nobody helped him.
```
```story
He could not see {==any thing==} in the dark, and so he waited.
```
```story
He came in to see her. Every one of them knew it. He went into the house.
```
```story
She made the dress herself. He may be late, or maybe he is not coming.
```
```story
They were all ready by nine, and he had already gone.
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
    for edit in edits_of(edits, "spacing"):
        message = (
            f"I read ‘{as_it_stands(story.text, edit)}’ and took it for ‘{edit.suggestions[0]}’."
            " Is that what you meant?"
        )
        yield Remark(edit.span, message, edit.suggestions, confidence=edit.confidence)
