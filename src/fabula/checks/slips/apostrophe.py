"""An apostrophe too many or too few

## What it notices
*Its* for *it's* and the other way round, *cant* for *can't*, a plural with an apostrophe ("the thing's we did").

## Why a reader minds
For a moment something belongs to it, or there is only one of them.

## When it is fine
Chats and notes of people who leave apostrophes out.

## Examples
```story
The dog had lost {==it's==} collar somewhere in the wood.
```
```story
She knew that {==its==} too late to go back for the letter.
```
```story
I {==cant==} ask you to leave your world for me, he said to himself.
```
```story
He put the {==thing's==} into a box and carried them upstairs.
```
```story
The dog had lost its collar. It's too late to go back, she knew.
```
```story
The Smiths' house was the boys' favourite, and it's a pity that it's gone.
```
```story
u there? cant talk now, its late
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
    for edit in edits_of(edits, "apostrophe"):
        message = (
            f"I read ‘{as_it_stands(story.text, edit)}’ and took it for ‘{edit.suggestions[0]}’. Did you mean that?"
        )
        yield Remark(edit.span, message, edit.suggestions, confidence=edit.confidence)
