"""A foreign phrase that an archive's page could name

## What it notices
The first foreign phrase of a story that goes to an archive: one with a summary, tags or notes around it, or an HTML
file.

## Why a reader minds
A screen reader pronounces French as English unless the page says that it is French; and a reader who hovers over the
words
can be told what they mean.

## When it is fine
It is an offer: one note for a story, none where it has no archive's frame.

## Examples
```story
A/N: I don't own these characters. Please review!

The man at the gate bowed. "{==Bonne nuit==}," he said, and shut it.
```
```story
A/N: Thanks for reading, and for all your comments!

"{==Moya lyubimaya==}," he said, and shut the gate.
```
```story
A/N: Not mine, no money made. Reviews are love!

"{==Hasta luego==}," he told the empty chair, and sat down in it.
```
And these are let be:
```story
The man at the gate bowed. "Bonne nuit," he said, and shut it.
```
```story
A/N: I don't own these characters. Please review!

The man at the gate bowed and shut it.
```
```story
A/N: I don't own these characters. Please review!

His alter ego was persona non grata in Ohio.
```

## Source
HTML's `lang` and `title` attributes (WCAG 2.2, success criterion 3.1.2, Language of Parts).
"""

from collections.abc import Iterator

from fabula.reading import LANGUAGES, Parts, Phrases, Verdict, in_html
from fabula.review import Remark, Severity
from fabula.story import PartKind, Story

SEVERITY = Severity.NOTE
_FRAME = (PartKind.META, PartKind.SUMMARY, PartKind.NOTE, PartKind.END_NOTE)


def check(story: Story, parts: Parts, phrases: Phrases) -> Iterator[Remark]:
    """One note, on the first phrase that is right and whose meaning we know, with a snippet to copy."""
    framed = story.source.format == "html" or any(part.kind in _FRAME for part in parts.items)
    first = next((one for one in phrases.items if one.verdict is Verdict.RIGHT and one.gloss), None)
    if not framed or first is None:
        return
    said = story.text[first.span.start : first.span.end]
    yield Remark(
        first.span,
        f"On an archive's page this can say that it is {LANGUAGES[first.language]}, and what it means to whoever hovers "
        f"over it: {in_html(first, said)}",
        confidence=0.8,
    )
