"""A word left over from another version of the sentence

## What it notices
A word that does not belong to the sentence any more: "what are you are doing", "afraid of off nothing", "on the
a table".

## Why a reader minds
Two sentences stand in one, and the reader has to choose between them.

## When it is fine
Words said twice for their sound, and people who begin a sentence again while they speak.

## Examples
```story
They put the box on the {==a table==} and went out to look for the dog.
```
```story
He was afraid of {==off nothing==} in this world, and he said so to everyone.
```
```story
He has been running her motor all night, and he is still {==be running==} it now.
```
```story
She remained seated until the music was over. He was afraid of nothing in this world.
```
```story
"I—I mean, we, well, we were only going to look," he said.
```
```story
What he was was a liar, and she knew that that was all he was.
```

## Source
The tagger of slips (`models/weights/slips.md`); `docs/slips.md` has its thresholds and what it cannot do.
"""

from collections.abc import Iterator

from fabula.reading import Edits, as_it_may_read, as_it_stands, edits_of
from fabula.review import Remark, Severity
from fabula.story import Span, Story

SEVERITY = Severity.SLIP


def check(story: Story, edits: Edits) -> Iterator[Remark]:
    """A remark for each such edit, on its words."""
    for edit in edits_of(edits, "extra-word"):
        if _twice(story.text, edit.span):
            continue  # a doubled word is another check's matter
        message = (
            f"I read ‘{as_it_stands(story.text, edit)}’ and could do without a word: ‘{as_it_may_read(story.text, edit)}’."
            " Was it left over from another version?"
        )
        yield Remark(edit.span, message, edit.suggestions, confidence=edit.confidence)


def _twice(text: str, span: Span) -> bool:
    """True where the words begin with the word that stands right before them."""
    before, words = text[max(0, span.start - 40) : span.start].split()[-1:], text[span.start : span.end].split()
    return bool(before and words) and before[0].casefold() == words[0].casefold()
