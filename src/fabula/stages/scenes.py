"""The scenes, by everything an author puts between them."""

from bisect import bisect_left

from fabula.reading import Break, Cast, Mentions, Parts, Scene, Scenes, Time
from fabula.stages.timing.openers import Opener, find_openers
from fabula.stages.timing.when import time_scenes
from fabula.story import PartKind, Span, Story

_SURE = {Break.START: 0.95, Break.MARKER: 0.95, Break.BLANK: 0.8, Break.UNMARKED: 0.5}


def find_scenes(story: Story, parts: Parts, mentions: Mentions, cast: Cast) -> Scenes:
    """The scenes in told order, from one break to the next; a break nobody marked is not found yet.

    A scene begins at the first word behind its break, the date line or letterhead included, and runs up to the next scene's
    first word; where a heading or note lies between, it ends with its own body part. `present` are the characters named in
    it; `story_order` is told order but for dates that plainly say otherwise.
    """
    bodies = [part.span for part in parts.items if part.kind is PartKind.BODY]
    openers = find_openers(story, parts, bodies)
    spans = _tiles(openers, bodies)
    times, orders = time_scenes(openers)
    known = {character.id for character in cast.items}
    starts = [mention.span.start for mention in mentions.items]
    items: list[Scene] = []
    for index, (opener, span) in enumerate(zip(openers, spans, strict=True)):
        inside = mentions.items[bisect_left(starts, span.start) : bisect_left(starts, span.end)]
        named = {mention.character for mention in inside if mention.character is not None}
        items.append(
            Scene(
                id=index,
                span=span,
                time=times[index],
                story_order=orders[index],
                opened_by=opener.kind,
                confidence=_SURE[opener.kind] if times[index] is Time.MAIN else _SURE[opener.kind] - 0.1,
                when=opener.lead or None,
                present=tuple(sorted(named & known)),
            )
        )
    return Scenes(tuple(items))


def _tiles(openers: list[Opener], bodies: list[Span]) -> list[Span]:
    """The span of each scene, so that together they hold every character of the body once."""
    spans: list[Span] = []
    for index, opener in enumerate(openers):
        following = openers[index + 1].start if index + 1 < len(openers) else None
        inside = [
            body.end for body in bodies if opener.start < body.end and (following is None or body.start < following)
        ]
        end = inside[-1] if inside else opener.start
        spans.append(Span(opener.start, end if following is None else min(end, following)))
    return spans
