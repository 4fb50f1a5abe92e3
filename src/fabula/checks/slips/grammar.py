"""Words that do not go together

## What it notices
Fixed slips of the hand and the ear: "could of", "more then", "each others", "baited breath", "it would of been nice to wonder".
Only patterns that were right when tried on fiction.

## Why a reader minds
The sentence says something else than it means, and the reader goes back to find out what.

## When it is fine
Where somebody speaks so. A pattern that was wrong about dialogue, verse or older prose is not used at all.

## Examples
```story
She {==could of==} been anywhere by now.
```
```story
There was nothing he wanted more {==then==} to sleep.
```
```story
He knew that {==their==} was no one in the house.
```
```story
We {==cant==} stay here, she thought, and stayed.
```
```story
He could have been anywhere. Of course he had loved her more then, in the first year, than ever since.
```
```story
"I ain't never seen nothing like it," said the boy, "and them was good days."
```
```story
Theirs was a house of few words, and there was their own table in it.
```

## Source
The rules of Harper that `docs/harper-rules.md` lists as in, with the figures that decided.
"""

from collections.abc import Iterator

from fabula.reading import Proof
from fabula.review import Remark, Severity
from fabula.story import Story

SEVERITY = Severity.SLIP

_SPELLING = "SpellCheck"


def check(story: Story, proof: Proof) -> Iterator[Remark]:
    """A remark for each place where one of the trusted rules speaks and knows what was meant; one for each place."""
    end = 0
    for lint in proof.items:
        if lint.rule == _SPELLING or not lint.replacements or lint.span.start < end:
            continue
        end = lint.span.end
        words = story.text[lint.span.start : lint.span.end]
        suggestions = tuple(one for one in lint.replacements if one != words)[:3]
        if suggestions:
            yield Remark(lint.span, _message(words, suggestions[0]), suggestions, confidence=0.85)


def _message(words: str, meant: str) -> str:
    if not meant:
        return f"I read ‘{words}’ here and could do without it. Was it left over from another version of the sentence?"
    return f"I read ‘{words}’ here and understood ‘{meant}’. Did you mean that?"
