"""Untagged lines in which a reader loses count

## What it notices
A run of six or more spoken lines without a tag or an action between them, in which I can no longer say who speaks.

## Why a reader minds
The reader goes back to the last name and counts the lines: he, she, he, she.

## When it is fine
Where the voices alone tell, or where the babble is the point; say so in your note.

## Examples
```story
Corin met Tomas and Piers on the bridge.

{=="It was you."==}

"It never was."

"Somebody opened the gate."

"Not I."

"Then who had the key?"

"Ask the others."

"I am asking you."

"And I have told you."
```
```story
The three sisters sat down.

{=="Who took the letter?"==}

"Nobody took it."

"It was here at noon."

"Perhaps it blew away."

"Through a closed window?"

"Stranger things happen."

"Not in this house."

"In this house above all."
```
```story
They stood about in the rain, all four of them.

{=="What now?"==}

"We wait."

"For how long?"

"Until he comes."

"He will not come."

"He gave his word."

"His word!"

"It has always been good."
```
```story
Corin met Mara on the bridge. "It was you," said Corin.

"It never was," said Mara.

"Somebody opened the gate," said Corin.
```
```story
"Who took the letter?" asked Anna.

"Nobody took it," Mara said.
```
```story
Nobody spoke. The rain fell, and the three of them listened to it until the lamps were lit.
```

## Source
Our own, after the question readers ask most about long untagged dialogue.
"""

from collections.abc import Iterator

from fabula.reading import Attribution, Attributions, Quotation, Quotations, SpeechType
from fabula.review import Evidence, Kind, Remark, Severity
from fabula.story import Span, Story

SEVERITY = Severity.QUESTION
KIND = Kind.QUESTION

_RUN = 6
_LOST = 0.55
"""A line is lost where the likeliest speaker is less likely than this; a run, where more than half of its lines are."""
_AGAIN = 3000
"""Code points before it is said again."""


def check(story: Story, quotations: Quotations, attributions: Attributions) -> Iterator[Remark]:
    """A remark on the first line of each such run, with the last line that was sure as evidence."""
    spoken = [
        (quotation, attribution)
        for quotation, attribution in zip(quotations.items, attributions.items, strict=True)
        if not quotation.nested
    ]
    last = -_AGAIN
    for start, end in _runs(story.text, spoken):
        run = spoken[start:end]
        lost = [attribution for _, attribution in run if attribution.confidence < _LOST]
        if 2 * len(lost) > len(run) and run[0][0].span.start >= last + _AGAIN:
            last = run[0][0].span.start
            yield _remark(run, spoken[start - 1][0].span if start else None)


def _runs(text: str, spoken: list[tuple[Quotation, Attribution]]) -> Iterator[tuple[int, int]]:
    """Rows of at least six lines without a tag, each a paragraph of its own with nothing else in it."""
    start = 0
    for number, (quotation, _) in enumerate(spoken):
        bare = quotation.type is SpeechType.IMPLICIT and _alone(text, quotation.span)
        follows = number > start and not text[spoken[number - 1][0].span.end : quotation.span.start].strip()
        if not bare or not follows:
            if number - start >= _RUN:
                yield start, number
            start = number if bare else number + 1
    if len(spoken) - start >= _RUN:
        yield start, len(spoken)


def _alone(text: str, span: Span) -> bool:
    """True where a speech has its paragraph to itself."""
    before = text[max(0, span.start - 2) : span.start]
    after = text[span.end : span.end + 2]
    return (not before or before.endswith("\n")) and (not after or after.startswith("\n"))


def _remark(run: list[tuple[Quotation, Attribution]], sure: Span | None) -> Remark:
    return Remark(
        span=run[0][0].span,
        message=f"I lost count of who is speaking in these {len(run)} lines; a name or a gesture on the way would hold me.",
        evidence=(Evidence(sure, "the last line before"),) if sure else (),
        confidence=0.6,
    )
