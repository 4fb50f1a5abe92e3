"""Who says "I" outside speech: the narrator, the writer of a letter, the sender of a message."""

from bisect import bisect_left
from collections.abc import Sequence

import msgspec

from fabula.reading import Parts
from fabula.stages.naming.candidates import Candidate
from fabula.stages.naming.narrators import name_narrator
from fabula.stages.naming.pronouns import FIRST, SECOND
from fabula.stages.naming.written import find_written, written_at
from fabula.story import PartKind, Span, Story, words_in

_OFTEN = 0.01
"""The share of I, me and my among the words of a chapter from which on an I tells it."""
_FEWEST = 2
_SHORTEST = 150
"""Words a chapter needs to be judged by itself; a shorter one goes with the whole."""


class Telling(msgspec.Struct, frozen=True):
    """The chain of each candidate that is an I or a you outside speech, by its number, the chains that narrate the story,
    and those that write a letter or message in it. `possessives` mean the narrator: "my", or "your" of a story told to a you.
    """

    held: dict[int, int]
    narrators: frozenset[int]
    writers: frozenset[int]
    possessives: frozenset[str] = frozenset()


def find_tellers(
    story: Story, parts: Parts, paragraphs: Sequence[Span], found: Sequence[Candidate], fresh: int
) -> Telling:
    """Whom each I, me and my outside speech means, and each you of a letter or of a story told to a you.

    Messages are their senders', letters belong to the name they are signed with; where the chapters say I often enough
    there is a narrator, and what is told to "you" throughout is about that person. A chain that no name begins is `fresh`.
    """
    written = find_written(story.text, paragraphs, found)
    writers = frozenset(one.writer for one in written)
    held: dict[int, int] = {}
    loose: list[int] = []
    for number, one in enumerate(found):
        if one.quotation >= 0 or one.low not in FIRST | SECOND:
            continue
        where = written_at(written, one.span.start)
        whom = (where.writer if one.low in FIRST else where.reader) if where else -1
        if whom >= 0:
            held[number] = whom
        elif where is None:
            loose.append(number)
    for words in (FIRST, SECOND):
        spoken = [number for number in loose if found[number].low in words]
        chapters = _told_by_one(story, parts, [found[number].span.start for number in spoken])
        if chapters:
            name = name_narrator(story.text, found, chapters)
            name = fresh if name < 0 else name
            held |= {n: name for n in spoken if any(found[n].span.start in chapter for chapter in chapters)}
            return Telling(held, frozenset((name,)), writers, frozenset(("my" if words is FIRST else "your",)))
    return Telling(held, frozenset(), writers)


def _told_by_one(story: Story, parts: Parts, places: Sequence[int]) -> list[range]:
    """The chapters in which the places stand often enough, by what the whole story does where a chapter is short."""
    bodies = [part.span for part in parts.items if part.kind is PartKind.BODY]
    sizes = [words_in(story.text[span.start : span.end]) for span in bodies]
    total = sum(sizes)
    if len(places) < max(_FEWEST, _OFTEN * total / 4):
        return []
    whole = len(places) >= _OFTEN * total
    chapters: list[range] = []
    for span, size in zip(bodies, sizes, strict=True):
        inside = bisect_left(places, span.end) - bisect_left(places, span.start)
        if inside >= _OFTEN * size if size >= _SHORTEST else whole and inside:
            chapters.append(range(span.start, span.end))
    return chapters
