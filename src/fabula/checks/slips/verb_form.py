"""A word in a form that does not fit

## What it notices
A verb or a noun in another form than its sentence asks for: "the cups has to be washed", "she get up", "it had began",
"for seven hour"; a verb that slips out of the tense around it; a noun where its adjective was meant.

## Why a reader minds
The reader hears two sentences at once, and for a moment does not know who, how many or when.

## When it is fine
Dialect and the speech of people who talk so; a change of tense that is meant.

## Examples
```story
She {==get==} up and went to the door, but there was nobody there.
```
```story
It had {==began==} to rain, and the cups {==was==} full of water before anybody came.
```
```story
The soup {==were==} already cold when she came down.
```
```story
I'll be ready for what I {==doesn't==} expect, she thought, and locked the door.
```
```story
She had never {==be==} so tired in all her life, and she slept until noon.
```
```story
The cups have to be washed. It had begun to rain. He walked to the window and looked out.
```
```story
"We was only lookin', sir," said the boy. "Them was good days, I tell 'ee."
```
```story
She walks to the window. The yard is empty. She had seen it full, once, and she knows what that means.
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
    for edit in edits_of(edits, "verb-form"):
        message = (
            f"I read ‘{as_it_stands(story.text, edit)}’ and expected ‘{as_it_may_read(story.text, edit)}’."
            " Is that what you meant?"
        )
        yield Remark(edit.span, message, edit.suggestions, confidence=edit.confidence)
