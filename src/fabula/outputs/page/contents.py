"""The table of contents: chapters by their headings, scenes by their first words."""

from bisect import bisect_right
from collections.abc import Sequence

import msgspec

from fabula.outputs.page.places import Places
from fabula.reading import Reading, Scene, Time
from fabula.story import Block, BlockKind, PartKind, Span

_FIRST_WORDS = 6  # enough to know a scene again by
TIMES = {Time.MAIN: "", Time.FRAME: "frame", Time.FLASHBACK: "flashback", Time.FLASHFORWARD: "flash-forward"}


class SceneEntry(msgspec.Struct, frozen=True):
    """A scene by its first words; `time` is "" on the story's main line."""

    number: int
    words: str
    anchor: str
    time: str


class Chapter(msgspec.Struct, frozen=True):
    """A heading and the scenes under it. Scenes before the first heading stand in a chapter with no title."""

    title: str
    anchor: str
    scenes: tuple[SceneEntry, ...]


def headings_of(reading: Reading) -> tuple[Block, ...]:
    """The chapter headings in order: what the file marks as one or we took for one, but for the story's title."""
    titles = [part.span for part in reading.parts.items if part.kind is PartKind.TITLE]
    taken = {part.span.start for part in reading.parts.items if part.kind is PartKind.HEADING}
    return tuple(
        block
        for block in reading.story.blocks
        if (block.kind is BlockKind.HEADING or block.span.start in taken)
        and not any(title.start <= block.span.start < title.end for title in titles)
    )


def contents_of(reading: Reading, openings: Sequence[str], places: Places) -> tuple[Chapter, ...]:
    """Chapters with their scenes, in told order; a chapter that holds no scene's start is listed all the same.

    `openings` are the scenes' first words.
    """
    text = reading.story.text
    headings = headings_of(reading)
    starts = [heading.span.start for heading in headings]
    scenes: list[list[SceneEntry]] = [[] for _ in range(len(headings) + 1)]
    for number, scene in enumerate(reading.scenes.items, 1):
        under = bisect_right(starts, scene.span.start)
        scenes[under].append(_entry(number, scene, openings[number - 1], places))
    chapters = [Chapter("", "", tuple(scenes[0]))] if scenes[0] else []
    for heading, inside in zip(headings, scenes[1:], strict=True):
        title = " ".join(text[heading.span.start : heading.span.end].split())
        chapters.append(Chapter(title, places.anchor(heading.span.start), tuple(inside)))
    return tuple(chapters)


def openings_of(reading: Reading) -> tuple[str, ...]:
    """The first words of every scene in told order; a heading that a scene begins with is passed over."""
    headings = headings_of(reading)
    starts = [heading.span.start for heading in headings]
    found: list[str] = []
    for scene in reading.scenes.items:
        under = bisect_right(starts, scene.span.start)
        begin = max(scene.span.start, headings[under - 1].span.end) if under else scene.span.start
        found.append(first_words(reading.story.text, Span(min(begin, scene.span.end), scene.span.end)))
    return tuple(found)


def first_words(text: str, span: Span) -> str:
    """The first few words of a span on one line, with an ellipsis where more follow."""
    words = text[span.start : min(span.end, span.start + 40 * _FIRST_WORDS)].split(None, _FIRST_WORDS)
    first = " ".join(words[:_FIRST_WORDS])
    if len(first) > 80:
        return f"{first[:80]}…"
    return first.rstrip(".,;:…") + "…" if len(words) > _FIRST_WORDS else first


def _entry(number: int, scene: Scene, words: str, places: Places) -> SceneEntry:
    return SceneEntry(number, words, places.anchor(scene.span.start), TIMES[scene.time])
