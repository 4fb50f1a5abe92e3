"""To whom a speech is said: whom it calls, whom its tag names, who answers, who spoke before."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from fabula.stages.attributing.calls import Use, uses
from fabula.stages.attributing.evidence import Hearing, within
from fabula.stages.attributing.speeches import Speech
from fabula.stages.speech.tags import Tag

NEAR = 3
"""Paragraphs within which an answer, or what is answered, is looked for."""
_TO = re.compile(r"\b(?:to|told|asked|answered|assured|begged|warned|reminded|addressing|at)\s$")


def find_addressees(hearing: Hearing, speeches: Sequence[Speech], speakers: Sequence[int]) -> list[int | None]:
    """For each speech of a conversation whom it is said to, None where nothing tells; `speakers` are those of the speeches."""
    called = [_called(hearing, speech, who) for speech, who in zip(speeches, speakers, strict=True)]
    found: list[int | None] = []
    for index, speech in enumerate(speeches):
        named = called[index]
        if named is None:
            named = next((who for who in _beside(speeches, called, index) if who != speakers[index]), None)
        if named is None:
            before, after = (_other(speeches, speakers, index, step) for step in (-1, 1))
            asks = hearing.text[speech.span.start : speech.span.end].rstrip("\"'”’»*_").endswith("?")
            named = after if before is None or (asks and after is not None) else before
        found.append(named)
    return found


def _called(hearing: Hearing, speech: Speech, speaker: int) -> int | None:
    """The one whom the speech calls by name, or whom its tag says it to."""
    for one, use in uses(hearing.text, speech.span, within(hearing.seen, speech.span)):
        if use is Use.CALLED and one.who not in (speaker,) and one.who >= 0:
            return one.who
    if speech.said.tag is Tag.NONE or speech.said.verb is None:
        return None
    start = speech.said.verb.start
    at = bisect_left(hearing.seen.starts, start)
    for one in hearing.seen.items[at : at + 3]:
        if one.span.start > start + 60 or one.quoted:
            break
        if one.who != speaker and one.who >= 0 and _TO.search(hearing.text[start : one.span.start]):
            return one.who
    return None


def _beside(speeches: Sequence[Speech], called: Sequence[int | None], index: int) -> Iterator[int]:
    """Those called in the other speeches of the paragraph, which most often go on with this one."""
    for step in (-1, 1):
        other = index + step
        while 0 <= other < len(speeches) and speeches[other].paragraph == speeches[index].paragraph:
            who = called[other]
            if who is not None:
                yield who
            other += step


def _other(speeches: Sequence[Speech], speakers: Sequence[int], index: int, step: int) -> int | None:
    """The nearest other speaker on one side."""
    other = index + step
    while 0 <= other < len(speeches) and abs(speeches[other].paragraph - speeches[index].paragraph) <= NEAR:
        if speakers[other] != speakers[index]:
            return speakers[other] if speakers[other] >= 0 else None
        other += step
    return None
