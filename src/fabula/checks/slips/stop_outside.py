"""A stop on the wrong side of the closing mark

## What it notices
A full stop, comma, question mark or exclamation mark of a speech that stands behind its closing quotation mark, in a story
that otherwise keeps it inside.

## Why a reader minds
The speech seems to stop before it is over, and its tag hangs in the air.

## When it is fine
Where the story does so throughout: that is its own house style. Titles and words quoted in passing belong to their sentence,
and so does its stop.

## Examples
```story
"It was on the table{==".==} the Physician said. "Look again," he said. "I did."
```
```story
"What do we do about Monday{=="?==} asked Dez. "Nothing," said Wilf. "Nothing at all."
```
```story
"Close the door!" he called. "It is cold in here{==".==} He shivered. "Please."
```
```story
"It was on the table," the Physician said. He called it "home". Nobody had read "The Grey Hand".
```
```story
"It was here", he said. "It is gone", she said. "Then look", he said.
```
```story
"It was on the table." The Physician sighed. "What?"
```

## Source
Usage of edited fiction, British and American, for whole speeches; New Hart's Rules 9.2.
"""

import re
from collections.abc import Iterator

import msgspec

from fabula.reading import Quotation, Quotations
from fabula.reading.saying import SAYING
from fabula.review import Remark, Severity
from fabula.story import Span, Story

SEVERITY = Severity.SLIP

_LOWER_TAG = re.compile(
    rf"\s+(?:(?:he|she|they|we|I|it|[A-Z]\w+)\s+(?:\w+ly\s+)?(?:{'|'.join(sorted(SAYING))})\b"
    rf"|(?:{'|'.join(sorted(SAYING))})\b|(?:the|his|her|their|my|our|a)\s+(?:\w+\s+){{1,2}}(?:{'|'.join(sorted(SAYING))})\b)"
)


class Config(msgspec.Struct, frozen=True):
    """`own_style`: from which share of its speeches on a stop outside is the story's own way."""

    own_style: float = 0.25


def check(story: Story, quotations: Quotations, config: Config) -> Iterator[Remark]:
    """A remark for each stop outside, on the closing mark and the stop."""
    speeches = [one for one in quotations.items if one.closed and not one.nested and _is_speech(story.text, one)]
    outside = [one for one in speeches if _stop_after(story.text, one)]
    if len(outside) > 1 and len(outside) >= config.own_style * len(speeches):
        return
    for quotation in outside:
        close = quotation.span.end - 1
        stop, last, mark = story.text[close + 1], story.text[close - 1], story.text[close]
        after = story.text[close + 2 : close + 80]
        if stop == "," and quotations.style.name in ("single", "curly-single"):
            continue
        inside = _inside(stop, last, bool(_LOWER_TAG.match(after)))
        yield Remark(
            Span(close, close + 2),
            "The stop came after the closing mark, so I thought the speech had ended without one. Did you mean it inside?",
            (inside + mark,),
            confidence=0.85,
        )


def _inside(stop: str, last: str, tagged: bool) -> str:
    """The stop as it would stand inside: none where one is there already, a comma for a full stop before a tag."""
    if last in ".,!?…—–":
        return ""
    return "," if stop == "." and tagged else stop


def _stop_after(text: str, quotation: Quotation) -> bool:
    """Whether a single stop stands directly behind the closing mark."""
    behind = text[quotation.span.end : quotation.span.end + 2]
    return behind[:1] in tuple(".,?!") and behind != "" and (len(behind) == 1 or behind[1].isspace())


def _is_speech(text: str, quotation: Quotation) -> bool:
    """Whether somebody says it: it opens a paragraph or follows a finished sentence or a speech, and holds two words."""
    lead = text[max(0, quotation.span.start - 3) : quotation.span.start].rstrip(" *_")
    opens = not lead or lead[-1] in ".!?…\n\"”’'" or (lead[-1] == "," and text[quotation.span.end - 2] in "!?")
    return opens and len(text[quotation.span.start : quotation.span.end].split()) > 1
