"""A person spoken to without a comma

## What it notices
In speech, a name straight behind a word of greeting, thanks or answer ("Thank you Marit", "No Tom", "Good night Ondry"), and a
name straight behind the last words of a sentence ("Are you all right Tom?", "Level at two hundred meters Tom.").

## Why a reader minds
"Let's eat Tom": without the comma the name is what the sentence is about, not who it is said to.

## When it is fine
"Hi Tom" and "Hey Tom", which most people write so; letters; a name that the sentence is about.

## Examples
```story
Marit sat down. Marit waited. "Thank {==you Marit==}," he said. Marit nodded.
```
```story
Tomek put it down. "Are you all {==right Tomek==}?" she asked. Tomek looked at Tomek's hand.
```
```story
Tomek put it down. Tomek waited. "{==No Tomek==}. Not there." Tomek took it up again.
```
```story
Marit sat down. Marit waited. "Thank you, Marit," he said. "Hi Marit," said the boy. "I thank you for Marit."
```
```story
Tomek waited. "No Tomek would do that," she said to Tomek. "Is he right, Tomek?" Tomek was not sure.
```
```story
She told Tomek no. Tomek was right Tomek thought. "I knew Tomek. You know Tomek."
```

## Source
The Chicago Manual of Style, 16th edition, 6.53; who is spoken to is the reader's parse.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator

from fabula.reading import Cast, Quotations, Syntax
from fabula.review import Remark, Severity
from fabula.story import Span, Story

SEVERITY = Severity.SLIP

_OPENING = (
    r"(?:thank (?P<a>you)|(?P<b>thanks|sorry|goodbye|bye|yes|no|please|hello|welcome)"
    r"|good (?P<c>night|morning|evening|afternoon))"
)
_CLOSING = r"(?P<a>right|okay|please|already|again|anyway)"
_WITH_NAMES = frozenset(
    """
    dear lord lady uncle aunt auntie king queen captain brother sister cousin friend master mother father doctor sir prince
    princess old young little poor saint professor officer sergeant boy girl
    """.split()  # noqa: SIM905
)
"""Words that stand before a name as a part of it: "my dear Tom"."""
_BEFORE = r"(?:(?<=[\"“'‘])|(?<=[.!?…] )|(?<=[,—] ))"


def check(story: Story, quotations: Quotations, cast: Cast, syntax: Syntax) -> Iterator[Remark]:
    """A remark for each missing comma, on the word before the name and the name."""
    names = sorted(
        {name for person in cast.items for name in _called(story.text, person.places)}, key=len, reverse=True
    )
    if not names:
        return
    who = "|".join(map(re.escape, names))
    opening = re.compile(rf"{_BEFORE}(?i:{_OPENING}) (?P<name>{who})(?=[.!?,…\"”'’—])(?!['’]\w)")
    closing = re.compile(rf"(?<=[a-z] )(?i:{_CLOSING}) (?P<name>{who})(?=[.!?][\"”'’])")
    called = re.compile(rf"(?<= )(?P<a>[a-z]{{3,}}) (?P<name>{who})(?=[.!?,][\"”'’ ])")
    for quotation in quotations.items:
        if quotation.nested:
            continue
        spoken_to = called.finditer(story.text, quotation.span.start, quotation.span.end)
        found = [*opening.finditer(story.text, quotation.span.start, quotation.span.end)]
        found += closing.finditer(story.text, quotation.span.start, quotation.span.end)
        found += (one for one in spoken_to if one["a"] not in _WITH_NAMES and _is_spoken_to(syntax, one))
        for match in {one.start("name"): one for one in sorted(found, key=lambda one: one.start())}.values():
            yield _remark(match)


def _is_spoken_to(syntax: Syntax, found: re.Match[str]) -> bool:
    """Whether the parse has the name for somebody spoken to, and the word before it for a noun."""
    at = bisect_left(syntax.starts, found.start("name"))
    if not 0 < at < len(syntax.starts) or syntax.starts[at] != found.start("name"):
        return False
    return syntax.deprels[at] == "vocative" and syntax.upos[at - 1] == "NOUN"


def _called(text: str, places: tuple[Span, ...]) -> set[str]:
    """The names, one or two words long, by which the story calls a person, spelt as they stand."""
    found = {text[span.start : span.end] for span in places}
    return {name for name in found if name[:1].isupper() and len(name) > 1 and name.count(" ") < 2}


def _remark(match: re.Match[str]) -> Remark:
    word = next(value for key, value in match.groupdict().items() if key != "name" and value)
    name = match["name"]
    start = match.start("name") - 1 - len(word)
    return Remark(
        Span(start, match.end("name")),
        f"I took ‘{name}’ for a part of the sentence until I saw who is spoken to. Did you mean a comma before the name?",
        (f"{word}, {name}",),
        confidence=0.8,
    )
