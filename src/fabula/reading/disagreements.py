"""Where a story says two things of one: pairs of facts that cannot both hold, and the words that would explain them."""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

from fabula.reading.facts import Fact, Modality, Note
from fabula.reading.quotations import Quotations
from fabula.reading.scenes import Scenes, Time
from fabula.story import Span

Told = TypeVar("Told", Fact, Note)


def held(items: Iterable[Fact], *attributes: str) -> dict[tuple[int, str], list[Fact]]:
    """What the story asserts under these attributes, by character and attribute, in text order."""
    found: defaultdict[tuple[int, str], list[Fact]] = defaultdict(list)
    for one in items:
        if one.attribute in attributes and one.modality is Modality.ASSERTED:
            found[one.character, one.attribute].append(one)
    return dict(found)


def noted(notes: Iterable[Note], *attributes: str) -> list[Note]:
    """What the story asserts of things under these attributes, in text order."""
    return [one for one in notes if one.attribute in attributes and one.modality is Modality.ASSERTED]


def first_clash(rows: list[Told], clash: Callable[[Told, Told], bool]) -> Iterator[tuple[Told, Told]]:
    """The first pair (earlier, later) of rows that clash, with the nearest earlier one; nothing where more than two values do.

    Three values that all exclude one another are rather two people taken for one.
    """
    values = {one.value for one in rows}
    if sum(any(clash(a, b) for b in rows) for a in rows) and len(values) > _VALUES:
        return
    for number, later in enumerate(rows):
        earlier = next((one for one in reversed(rows[:number]) if clash(one, later)), None)
        if earlier is not None:
            yield earlier, later
            return


_VALUES = 3


def says(text: str, words: re.Pattern[str], start: int, end: int) -> bool:
    """Whether a pattern stands between two places."""
    return words.search(text, max(0, start), min(len(text), end)) is not None


def narration(text: str, quotations: Quotations) -> str:
    """The text with a blank for every character of speech, so that places stay the same: what the narrator alone says."""
    kept: list[str] = []
    at = 0
    for one in quotations.items:
        if one.span.start >= at:
            kept += text[at : one.span.start], " " * len(one.span)
            at = one.span.end
    return "".join([*kept, text[at:]])


def quoted(text: str, span: Span) -> str:
    """The words under a span as a quotation on one line, with a few of their sentence round them where they are few."""
    paragraph = text.rfind("\n", 0, span.start) + 1
    before = _SENTENCE_END.split(text[max(paragraph, span.start - _ROUND) : span.start])[-1]
    after = _SENTENCE_END.split(text[span.end : span.end + _ROUND])[0].partition("\n")[0]
    inside = text[span.start : span.end].split()
    room = max(0, _WORDS - len(inside))
    lead, tail = before.split()[-room:] if room else [], after.split()[: room // 2]
    if before and not before[-1].isspace() and lead:
        inside[0] = lead.pop() + inside[0]
    if after and not after[0].isspace() and tail:
        inside[-1] += tail.pop(0).rstrip(",;:")
    words = " ".join([*lead, *inside, *tail]).strip(" ,;:—–-\"“”‘’'")
    words = f"… {words}" if len(lead) < len(before.split()) - 1 else words
    words = f"{words} …" if len(tail) < len(after.split()) - 1 else words
    return f"“{words if len(words) <= _LONGEST else words[:_LONGEST].rpartition(' ')[0] + ' …'}”"


_SENTENCE_END = re.compile(r"(?<=[.!?…])[\"”’']?\s+|[\"“”]")
_ROUND, _WORDS, _LONGEST = 90, 8, 110


def is_now(scenes: Scenes, scene: int) -> bool:
    """Whether a scene belongs to the story's present."""
    return scenes.items[scene].time in (Time.MAIN, Time.FRAME)
