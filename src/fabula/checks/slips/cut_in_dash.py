"""A dash that cuts a speech short and is not let

## What it notices
A speech cut off by a dash that has a full stop or a comma behind it all the same, and a lone hyphen where the story otherwise
cuts speech off with a dash.

## Why a reader minds
The dash says that the voice was cut; the stop behind it says that it was finished.

## When it is fine
Where the story cuts all its speeches off with hyphens: that is its own way. A word broken by a stammer keeps its hyphen.

## Examples
```story
"I was only going to{==—.==}" The door slammed.
```
```story
"I was only going to{==—,==}" she said.
```
```story
"I thought—" The bell rang. "But you—" "No—" "I was going to say{==-==}" The door slammed.
```
```story
"I was going to say-" The door slammed. "But you-" "No-" he said.
```
```story
"I was going to say—" The door slammed. "Were you?" "Yes." A twenty-year-old ham—smoked—hung there.
```
```story
"W-w-wait," he said. "It is only half-" he said, "half-past two."
```

## Source
The Chicago Manual of Style, 16th edition, 6.84 (interrupted speech) and 13.39.
"""

import re
from collections.abc import Iterator

from fabula.reading import Quotation, Quotations
from fabula.review import Remark, Severity
from fabula.story import Span, Story

SEVERITY = Severity.SLIP

_CUT_AND_STOPPED = re.compile(r"(?P<dash>—|–|--)(?P<stop>[.,])$")
_CUT = re.compile(r"[^\W\d_](?:—|–|--)$")
_HYPHEN = re.compile(r"[^\W\d_]{2,}(?P<hyphen>-)$")
_ENOUGH, _RARE = 3, 0.25


def check(story: Story, quotations: Quotations) -> Iterator[Remark]:
    """A remark for each dash with a stop behind it, and for each lone hyphen among the story's dashes."""
    speeches = [one for one in quotations.items if one.closed and not one.nested]
    ends = [(one, story.text[one.span.start + 1 : one.span.end - 1]) for one in speeches]
    dashes = sum(bool(_CUT.search(inside)) for _, inside in ends)
    hyphens = sum(bool(_HYPHEN.search(inside)) for _, inside in ends)
    for quotation, inside in ends:
        stopped, hyphen = _CUT_AND_STOPPED.search(inside), _HYPHEN.search(inside)
        if stopped:
            yield _remark(
                quotation,
                stopped.start(),
                stopped.group(),
                stopped["dash"],
                f"The dash cut the voice off, and then came ‘{stopped['stop']}’. Did you mean the dash alone?",
            )
        elif hyphen and dashes >= _ENOUGH and hyphens <= max(1, _RARE * dashes):
            yield _remark(
                quotation,
                hyphen.start("hyphen"),
                "-",
                "—",
                "I read a word broken by a hyphen before I saw that the speech was cut off. Did you mean a dash, as elsewhere?",
            )


def _remark(quotation: Quotation, at: int, words: str, instead: str, message: str) -> Remark:
    start = quotation.span.start + 1 + at
    return Remark(Span(start, start + len(words)), message, (instead,), confidence=0.85)
