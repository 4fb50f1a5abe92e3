"""Two sentences with nothing between them

## What it notices
A small word and then "He", "She", "They", "It" or "We" with a capital and a verb ("if needed They were strong"), and a
paragraph of whole sentences that ends without a stop.

## Why a reader minds
The voice does not fall where the sentence is over, and the next one begins in the middle of a breath.

## When it is fine
Him to whom people pray; titles; verse, lists, letters, notices and lines of a chat; a paragraph that breaks off.

## Examples
```story
The engines could wreak terrible havoc if {==needed They==} were strong enough to move a house. Nobody did.
```
```story
He had spent his years on the open {==water He==} was wearing an oddly fitted coat. It was cold.
```
```story
She had no plan and no map. "Excuse me," she said to the old man. Then she turned to {==leave==}

The old man did not answer.
```
```story
They say that He is kind, and that He was there. In the morning they prayed, and He heard. The Lord said that He would come.
```
```story
Roses are red
Violets are blue

He read it aloud. The notice said:

NO DOGS

Dear Tom

I am well.
```
```story
She sang They Were Here to the end. "And then they—" He stood up. He said that it was over, and so it
```

## Source
Our own; usage of edited fiction.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator
from itertools import pairwise

from fabula.reading import Parts
from fabula.review import Remark, Severity
from fabula.story import Block, BlockKind, PartKind, Span, Story

SEVERITY = Severity.SLIP

_RUN = re.compile(
    r"(?<![\w’'\-])(?!(?:that|and|but|for|because|when|while|whom|which|who|what|where|than|the|said|says|since|until|before|after)\b)"
    r"(?P<word>[a-z]{3,}) (?P<next>He|She|They|It|We|Most|There) (?P<verb>was|were|had|is|are|could|would|did|has|"
    r"[a-z]{3,}ed)\b(?! [A-Z])"
)
_HOLY = re.compile(r"[a-z],? (?:He|Him|His|She|Her|They)\b")
_FEWEST_HOLY = 3
_ENDS_OPEN = re.compile(r"(?P<word>[a-z][\w’'\-]*)$")
_STOPS = re.compile(r"[.!?…][\"”’']?\s")
_WORDS, _USUAL = 12, 0.97


def check(story: Story, parts: Parts) -> Iterator[Remark]:
    """A remark for each such place, on the two words, or on the paragraph's last word."""
    bodies = [part.span for part in parts.items if part.kind is PartKind.BODY]
    inside = [one for one in story.blocks if _lies_in(one.span, bodies)]
    found = [one for block in inside for one in _RUN.finditer(story.text, block.span.start, block.span.end)]
    capitals = sum(len(_HOLY.findall(story.text, block.span.start, block.span.end)) for block in inside)
    for one in found if capitals - len(found) < _FEWEST_HOLY else ():
        yield Remark(
            Span(one.start("word"), one.end("next")),
            f"I read over ‘{one['word']}’ into ‘{one['next']} {one['verb']}’ before I heard a new sentence. Is a stop missing?",
            (f"{one['word']}. {one['next']}",),
            confidence=0.85,
        )
    yield from _open_ends(story.text, inside)


def _lies_in(span: Span, bodies: list[Span]) -> bool:
    at = bisect_right(bodies, span.start, key=lambda body: body.start) - 1
    return at >= 0 and span.end <= bodies[at].end


def _open_ends(text: str, blocks: list[Block]) -> Iterator[Remark]:
    """Paragraphs of two sentences or more that end on a small word, among paragraphs that do not."""
    prose = [
        one for one in blocks if one.kind is BlockKind.PARAGRAPH and _is_prose(text[one.span.start : one.span.end])
    ]
    opens = {one.span.end: found for one in prose if (found := _ENDS_OPEN.search(text, one.span.start, one.span.end))}
    if len(opens) > max(1, (1 - _USUAL) * len(prose)):
        return
    for block, following in pairwise(blocks):
        last = opens.get(block.span.end)
        if last is None or not text[following.span.start : following.span.start + 2].strip("\"“‘'")[:1].isupper():
            continue
        yield Remark(
            Span(last.start(), last.end()),
            f"The paragraph ended on ‘{last['word']}’ without a stop, and I looked for the rest. Did you mean a full stop?",
            (f"{last['word']}.",),
            confidence=0.8,
        )


def _is_prose(words: str) -> bool:
    """Whether the paragraph is one line of a few sentences."""
    return "\n" not in words and len(words.split()) >= _WORDS and bool(_STOPS.search(words))
