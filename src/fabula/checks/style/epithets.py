"""One person called by looks again and again

## What it notices
People who have names but are called "the blond", "the older woman", "the taller man" many times, by more than one such look.

## Why a reader minds
Each time, for a moment, somebody new is in the room; and nobody thinks of a friend by the colour of their hair.

## When it is fine
A stranger who has no name yet, somebody seen through the eyes of someone who does not know them.

## Examples
```story
Corin sat down by Tomas. "No," said {==the blond==}. Tomas drank. The blond looked away. Corin sighed. The taller man got up.
The blond left. The taller man came back. Corin slept, and Tomas slept.
```
```story
Mara laughed at Anna. {==The brunette==} took the cup. Mara drank. The older woman nodded. Anna slept. The brunette woke.
The older woman was cold. Mara rose. The brunette left, and Anna with her.
```
```story
Tomas ran, and Corin ran. {==The redhead==} fell. Tomas rose. The redhead swore. Tomas ran on. The younger man was fast.
The redhead was faster. Tomas won. The younger man smiled at Corin.
```
```story
The blond sat down. "No," said the blond. The blond looked away, and the blond got up. The blond left. Nobody knew his name.
```
```story
Corin sat down. Corin drank, and the taller man watched him. Then Corin left.
```
```story
Mara laughed. The captain took the cup. The captain drank. The captain nodded. Mara slept. The captain woke.
```

## Source
The most frequent complaint about pronouns in fan fiction: epithets used to tell two men or two women apart.
"""

import re
from collections.abc import Iterator

from fabula.reading import Cast, Quotations
from fabula.reading.disagreements import narration
from fabula.review import Evidence, Kind, Remark, Severity
from fabula.story import Span, Story, words_in

SEVERITY = Severity.NOTE
KIND = Kind.STYLE

_OFTEN, _A_THOUSAND = 5, 1.0
"""So many epithets in all, and so many in a thousand words, before they are a habit."""
_SHOWN = 5
_LOOKS = re.compile(
    r"\bthe (?:(?:taller|shorter|smaller|bigger|larger|older|elder|younger|slimmer|stockier|darker|paler|fairer"
    r"|[a-z]+-haired|[a-z]+-eyed|bearded|blond|blonde|brunette) (?:man|woman|boy|girl|male|female|teen|teenager|youth)"
    r"|(?:blond|blonde|brunet|brunette|redhead|ravenette|bluenette)(?! hair| wig| head| child))\b",
    re.I,
)


def check(story: Story, cast: Cast, quotations: Quotations) -> Iterator[Remark]:
    """One remark for the story, on the first epithet; narration only, not what people call one another."""
    named = [one for one in cast.items if one.name[:1].isupper()]
    told = [Span(*look.span()) for look in _LOOKS.finditer(narration(story.text, quotations))]
    looks = {story.text[span.start : span.end].casefold() for span in told}
    enough = len(told) >= max(_OFTEN, _A_THOUSAND * words_in(story.text) / 1000)
    if enough and len(named) > 1 and len(looks) > 1:
        yield _remark(told, sorted(looks))


def _remark(places: list[Span], looks: list[str]) -> Remark:
    examples = ", ".join(f"“{look}”" for look in looks[:4])
    return Remark(
        span=places[0],
        message=f"People who have names are called by their looks {len(places)} times here ({examples}); each time I "
        "wondered for a moment who had come in.",
        evidence=tuple(Evidence(place, "again") for place in places[1:_SHOWN]),
        confidence=0.7,
    )
