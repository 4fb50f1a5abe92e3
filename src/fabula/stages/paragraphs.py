"""The paragraphs of the body: the stretches that every other stage reads."""

from collections.abc import Iterator

from fabula.reading import Parts
from fabula.story import BlockKind, PartKind, Span, Story


def body_paragraphs(story: Story, parts: Parts) -> tuple[Span, ...]:
    """The story's own paragraphs in text order: no heading, no break mark, no note.

    A paragraph that a note cuts into gives one span for each piece. Spans begin and end on a visible character.
    """
    bodies = [part.span for part in parts.items if part.kind is PartKind.BODY]
    return tuple(_pieces(story, bodies))


def _pieces(story: Story, bodies: list[Span]) -> Iterator[Span]:
    at = 0
    for block in story.blocks:
        if block.kind is not BlockKind.PARAGRAPH:
            continue
        while at < len(bodies) and bodies[at].end <= block.span.start:
            at += 1
        look = at
        while look < len(bodies) and bodies[look].start < block.span.end:
            start, end = max(block.span.start, bodies[look].start), min(block.span.end, bodies[look].end)
            yield from _trimmed(story.text, start, end)
            look += 1


def _trimmed(text: str, start: int, end: int) -> Iterator[Span]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if start < end:
        yield Span(start, end)
