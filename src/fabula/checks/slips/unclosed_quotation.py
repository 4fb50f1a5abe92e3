"""A speech that is never closed

## What it notices
A speech with an opening quotation mark and no closing one, where the next paragraph does not go on with it.

## Why a reader minds
From there on the reader cannot tell what is said aloud and what is told.

## When it is fine
A speech over several paragraphs: each opens with a mark, only the last is closed. Apostrophes and inches are no quotation
marks.

## Examples
```story
"I have never been here {==before.==}

She looked round the room all the same. "Have you?"
```
```story
“You might have {==asked.==}

He shrugged, and the door closed behind him. “I might.”
```
```story
"Wait," she said. "There is something {==else.==}

Nobody waited.
```
```story
"I will tell them {==myself!==} he said, and put on his coat.

"Will you?" She did not look up.
```
```story
"The first thing is the rope.

"The second thing is the lamp," he said, and lit it.
```
```story
"You should have seen the boys' faces." He laughed. 'Tis a pity, he thought.
```
```story
“He is six foot two,” she said. “And she said, ‘Come in.’”
```

## Source
Our own, on the story's quotation style.
"""

import re
from collections.abc import Iterator

from fabula.reading import Quotation, Quotations
from fabula.reading.saying import SAYING
from fabula.review import Remark, Severity
from fabula.story import Span, Story

SEVERITY = Severity.SLIP

_LAST = re.compile(r"[^\s\"“”]+[.!?…]$")
_AFTER = re.compile(r"\s*$|\n|\s+[\"“'‘]")
_TOLD_ON = re.compile(
    r"(?P<word>[^\s\"“”]+(?:[.,!?…]|--|—))\s+(?:(?:he|she|they)\s+(?:\w+ly\s+)?(?P<verb>[a-z]+)|(?P<and>and)\s+(?P<deed>[a-z]+ed))\b"
)
_SHORT, _HABIT = 30, 3
"""A speech over two paragraphs is longer than so many words, and stands seldom alone: so many in a story are its way."""


def check(story: Story, quotations: Quotations) -> Iterator[Remark]:
    """A remark for each speech left open, on its last word, with the closing mark as a suggestion."""
    style = quotations.style
    if not style.closing:
        return
    outer = [one for one in quotations.items if not one.nested]
    habit = sum(one.continues for one in outer) >= _HABIT
    for index, quotation in enumerate(outer):
        if quotation.closed:
            continue
        stretch = story.text[quotation.span.start : quotation.span.end].rstrip()
        told = _told_on(stretch)
        if quotation.continues and not told and (habit or not _is_alone(story.text, outer, index)):
            continue
        last = told or _LAST.search(stretch)
        if not last or last.start() == 0 or not (told or _AFTER.match(story.text, quotation.span.end)):
            continue
        word = last["word"] if told else last.group()
        span = Span(quotation.span.start + last.start(), quotation.span.start + last.start() + len(word))
        first = " ".join(stretch.split()[:4])
        yield Remark(
            span,
            f"The speech that begins {first} … was still open for me when the paragraph ended. Does it end here?",
            (word + style.closing,),
            confidence=0.75,
        )


def _is_alone(text: str, outer: list[Quotation], index: int) -> bool:
    """Whether a speech that could go on in the next paragraph is a short one behind narration, and no other beside it does."""
    own, around = outer[index], outer[max(0, index - 1) : index + 2]
    if own.span.start == 0 or text[own.span.start - 1] == "\n":
        return False
    return len(text[own.span.start : own.span.end].split()) < _SHORT and sum(one.continues for one in around) == 1


def _told_on(stretch: str) -> re.Match[str] | None:
    """The last word of the speech where the story goes on telling behind it without a mark, as it does in its tags."""
    for found in _TOLD_ON.finditer(stretch):
        if (found["verb"] in SAYING and found["word"][-1] != ".") or (found["and"] and found["word"][-1] in "!?"):
            return found
        if found["verb"] and found["verb"].endswith("ed") and found["word"][-1] in "…!?":
            return found
    return None
