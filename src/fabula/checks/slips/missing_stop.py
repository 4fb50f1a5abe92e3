"""A speech that ends on nothing

## What it notices
A speech that is over, with no full stop, comma, dash or other mark before its closing quotation mark.

## Why a reader minds
The voice neither falls nor goes on; the reader looks for the missing word.

## When it is fine
Titles, signs and words quoted inside a sentence, and a speech that the sentence itself runs on from.

## Examples
```story
“We saw it {==burning”==}

Nobody spoke for a while.
```
```story
"I never said {==that"==} He put the cup down. "Not once."
```
```story
"You can wait in the {==kitchen"==}

He waited in the kitchen.
```
```story
"We saw it burning." She wrote "Closed" on the door. They called her "the Witch" and laughed.
```
```story
"We saw it—" He looked up. "Burning," she said, "as I live and breathe."
```
```story
His favourite was "The Grey Goose". Nobody knew "the other one"
```

## Source
Usage of edited fiction: in 300,000 words of it a speech never ends so.
"""

import re
from collections.abc import Iterator

from fabula.reading import Quotation, Quotations
from fabula.reading.saying import SAYING
from fabula.review import Remark, Severity
from fabula.story import Span, Story

SEVERITY = Severity.SLIP

_LAST_WORD = re.compile(r"[^\W_]+(?:['’\-][^\W_]+)*$")
_FEWEST_WORDS = 3


def check(story: Story, quotations: Quotations) -> Iterator[Remark]:
    """A remark for each finished speech without a stop, on its last word and its closing mark."""
    ends = frozenset(block.span.end for block in story.blocks)
    starts = frozenset(block.span.start for block in story.blocks)
    for quotation in quotations.items:
        if not quotation.closed or quotation.nested or quotations.style.name == "dash":
            continue
        close = quotation.span.end - 1
        word = _LAST_WORD.search(story.text, quotation.span.start, close)
        if not word or not _is_speech(story.text, quotation, starts) or not _is_over(story.text, quotation, ends):
            continue
        mark = story.text[close]
        yield Remark(
            Span(word.start(), close + 1),
            f"I waited for a stop after ‘{word.group()}’ before the closing mark. Did you mean a full stop?",
            (f"{word.group()}.{mark}", f"{word.group()}!{mark}", f"{word.group()}?{mark}"),
            confidence=0.85,
        )


def _is_speech(text: str, quotation: Quotation, starts: frozenset[int]) -> bool:
    """Whether somebody says it: it opens its paragraph or follows a finished sentence, and has a few words."""
    lead = text[max(0, quotation.span.start - 3) : quotation.span.start].rstrip(" *_\"”’'")
    words = re.findall(r"[^\W\d_][\w'’\-]*", text[quotation.span.start : quotation.span.end])
    opens = quotation.span.start in starts or (bool(lead) and lead[-1] in ".!?…,")
    return opens and len(words) >= _FEWEST_WORDS and any(word.islower() for word in words[1:])


def _is_over(text: str, quotation: Quotation, ends: frozenset[int]) -> bool:
    """Whether the paragraph ends here, or a new sentence begins that is no tag."""
    if quotation.span.end in ends:
        return True
    following = re.match(r"\s+([A-Z]\w*)(?:\s+(\w+))?(?:\s+(\w+))?", text[quotation.span.end : quotation.span.end + 60])
    if following is None:
        return False
    return not any(word in SAYING for word in following.groups()[1:] if word)
