"""Three brothers, and then four

## What it notices
How many brothers, sisters, sons or daughters somebody has, in two numbers.

## Why a reader minds
Whoever counts the family has to go back and look for the one who is missing.

## When it is fine
Births and deaths, and some of the brothers rather than all of them.

## Examples
```story
Marta had three brothers, and they went to sea. She stayed and kept the books.

At the wedding Marta danced with her {==four brothers==}, one after another.
```
```story
Jon Berg had two sisters. The house was full of hats.

In the end Jon wrote to his {==three sisters==} and told them about the will.
```
```story
Anna had two sons. They fought from morning to night.

Anna fed her {==five sons==} before she fed the hens.
```
One number:
```story
Marta had three brothers. At the wedding Marta danced with her three brothers, one after another.
```
One died:
```story
Marta had three brothers, and one of them died at sea. At the wedding Marta danced with her two brothers.
```
Some of them:
```story
Marta had three brothers. At the wedding Marta danced with two of her brothers. Jon had four brothers.
```

## Source
Our own.
"""

import re
from collections.abc import Iterator

from fabula.reading import Facts
from fabula.reading.disagreements import first_clash, held, quoted, says
from fabula.review import Evidence, Kind, Remark, Severity
from fabula.story import Story

SEVERITY = Severity.QUESTION
KIND = Kind.CONTRADICTION

_CHANGED = re.compile(
    r"\b(?:born|birth|baby|died|dies|dead|death|killed|buried|drowned|lost|adopt\w*|step\w*|half-?\w*|at\s+home|"
    r"surviv\w*|remaining|married|"
    r"(?:one|two|three|four|some|all|both|each|none|several|the\s+(?:eldest|youngest|oldest|elder|"
    r"younger))\s+of\s+(?:her|his|my|our|their|the|them))\b",
    re.I,
)
_NEAR = 200


def check(story: Story, facts: Facts) -> Iterator[Remark]:
    """A remark on the later number, with the earlier one as evidence."""
    attributes = {one.attribute for one in facts.items if one.attribute.startswith("number of ")}
    for (_, attribute), rows in held(facts.items, *attributes).items():
        for earlier, later in first_clash(rows, lambda a, b: a.value != b.value):
            around = (
                says(story.text, _CHANGED, one.span.start - _NEAR, one.span.end + _NEAR) for one in (earlier, later)
            )
            if not any(around):
                kin = attribute.removeprefix("number of ")
                yield Remark(
                    later.span,
                    f"I had counted {earlier.value} {kin}, from {quoted(story.text, earlier.span)}; here I read "
                    f"{quoted(story.text, later.span)}. "
                    "Did I miss one?",
                    evidence=(Evidence(earlier.span, f"here there are {earlier.value}"),),
                    confidence=0.7,
                )
