"""A comma that joins a speech to a deed

## What it notices
A speech that ends on a comma, followed by something that nobody can do by speaking: "I see," he sat down.

## Why a reader minds
The comma promises a tag; the reader waits for "said" and gets a chair.

## When it is fine
A tag comes later in the sentence, or the verb can be a way of speaking ("he sighed", "she smiled", "he laughed").

## Examples
```story
"I see{==,"==} he sat down on the bed. "And then?"
```
```story
“I never wanted it{==,”==} she crossed the room. “You know that.”
```
```story
"Leave it{==,"==} he picked up the lamp.
```
```story
"I see," he said, and sat down on the bed. "And then?" He sat down.
```
```story
"I see," he sighed. "I never wanted it," she smiled, "you know that."
```
```story
"I see," he sat down and said, "but I do not believe it." "I," she turned to him, "never wanted it."
```

## Source
The Chicago Manual of Style, 16th edition, 13.37; usage of edited fiction.
"""

import re
from collections.abc import Iterator

from fabula.reading import Quotations
from fabula.review import Remark, Severity
from fabula.story import Span, Story

SEVERITY = Severity.SLIP

_DEED = re.compile(
    r"\s+(?P<who>he|she|they|we|I)\s+(?:\w+ly\s+)?"
    r"(?:sat|stood|walked|turned|crossed|picked|opened|closed|reached|pulled|pushed|put|took|folded|lifted|poured|rose|stepped|"
    r"leaned|leant|grabbed|wiped|slammed|dropped|threw|knelt|climbed|ran|hurried|nodded|shrugged|glanced|stared|looked)\b"
    r"(?! on\b)"
    r"(?P<rest>[^\"“”\n]{0,160})(?P<next>[\"“]?)"
)
_FEWEST_WORDS = 2


def check(story: Story, quotations: Quotations) -> Iterator[Remark]:
    """A remark for each such comma, on the comma and the closing mark."""
    for quotation in quotations.items:
        close = quotation.span.end - 1
        if not quotation.closed or quotation.nested or story.text[close - 1] != ",":
            continue
        deed = _DEED.match(story.text, quotation.span.end)
        words = story.text[quotation.span.start : close].split()
        if not deed or len(words) < _FEWEST_WORDS or deed["rest"].rstrip().endswith((",", ":")):
            continue
        mark = story.text[close]
        yield Remark(
            Span(close - 1, close + 1),
            f"After the comma I waited for ‘{deed['who']} said’, and something was done instead. Did you mean a full stop?",
            ("." + mark,),
            confidence=0.75,
        )
