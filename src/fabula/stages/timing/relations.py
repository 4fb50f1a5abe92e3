"""What the scenes say of before and after, as weighted edges."""

from __future__ import annotations

from itertools import pairwise

from fabula.reading import Precedence, Time
from fabula.stages.timing.cuts import Role
from fabula.stages.timing.order import Edge
from fabula.stages.timing.placing import Place, jump_in
from fabula.stages.timing.sights import Sight
from fabula.story import Span

DATED, JUMP, FIRST_TIME, STRAND, BEFORE_ALL, UNSAID, TOLD, NEAR = 3.0, 1.5, 1.0, 1.0, 0.8, 0.5, 0.4, 1.0
"""Weights: a date outweighs everything; what strands of themselves suggest yields to any word about time."""

RUNS_ON, TALE_RUNS_ON, AS_TOLD = "the present runs on", "the tale goes on", "told in this order"
_OPENING = 300
"""Code points of a scene in which it says when it happens."""


def sequences(text: str, sights: list[Sight], held: list[Edge]) -> tuple[Precedence, ...]:
    """What holds of before and after, with the words of both scenes that say so; none where the telling alone suggests it."""
    said = [_words_of_time(text, sight) for sight in sights]
    return tuple(
        Precedence(
            edge.before,
            edge.after,
            edge.why,
            () if edge.why in (RUNS_ON, TALE_RUNS_ON, AS_TOLD) else (*said[edge.before], *said[edge.after]),
        )
        for edge in held
    )


def _words_of_time(text: str, sight: Sight) -> tuple[Span, ...]:
    """Where a scene says when it happens: its date line or heading, else a jump in time that its first words name."""
    if sight.opener.lead_span and sight.opener.lead:
        return (sight.opener.lead_span,)
    found = jump_in(text[sight.span.start : min(sight.span.end, sight.span.start + _OPENING)])
    return (Span(sight.span.start + found.start(), sight.span.start + found.end()),) if found else ()


def relate(sights: list[Sight], places: list[Place]) -> list[Edge]:
    """The edges between the scenes, none between a scene and itself; there are at most a few for each scene."""
    now = [number for number, place in enumerate(places) if place.time in (Time.MAIN, Time.FRAME)]
    past = [number for number, place in enumerate(places) if place.time is Time.FLASHBACK]
    ahead = [number for number, place in enumerate(places) if place.time is Time.FLASHFORWARD]
    edges = _dated(places) + _present(places, now)
    if now:
        edges += [Edge(now[-1], number, STRAND, "lies ahead of the present") for number in ahead]
    calendar = any(places[number].said.dated for number in now)
    for number in past:
        if not (calendar and places[number].said.dated):
            edges += _memory(number, now, places)
    return edges + _among(sights, places, past)


def _dated(places: list[Place]) -> list[Edge]:
    """Each dated scene before the next in the calendar."""
    dated = sorted((place.said.key, number) for number, place in enumerate(places) if place.said.dated)
    return [Edge(before, after, DATED, "their dates") for (_, before), (_, after) in pairwise(dated)]


def _present(places: list[Place], now: list[int]) -> list[Edge]:
    """The scenes of the present run on as told, but where both are dated."""
    return [
        Edge(before, after, STRAND, RUNS_ON)
        for before, after in pairwise(now)
        if not (places[before].said.dated and places[after].said.dated)
    ]


def _memory(number: int, now: list[int], places: list[Place]) -> list[Edge]:
    """A memory before the scene it is told in; before all the story too, unless it is of the same day."""
    host = max((scene for scene in now if scene < number), default=None)
    following = min((scene for scene in now if scene > number), default=None)
    edges = [Edge(number, scene, NEAR, "remembered there") for scene in (host, following) if scene is not None]
    earlier = [scene for scene in now if host is not None and scene < host]
    if places[number].near and earlier:
        return [*edges, Edge(earlier[-1], number, TOLD, "of the same day")]
    return [*edges, *([Edge(number, now[0], BEFORE_ALL, "a memory goes back behind the story")] if now else [])]


def _among(sights: list[Sight], places: list[Place], past: list[int]) -> list[Edge]:
    """How memories and tales stand to one another: a tale is older, years ago say how long, a first time is first."""
    edges: list[Edge] = []
    loose = [number for number in past if not places[number].said.dated]
    tales = [number for number in loose if sights[number].role is Role.TALE]
    memories = [number for number in loose if sights[number].role is not Role.TALE]
    edges += [Edge(before, after, STRAND, TALE_RUNS_ON) for before, after in pairwise(tales)]
    if tales and memories:
        edges.append(Edge(tales[-1], memories[0], TOLD, "a tale is of older times"))
    edges += [Edge(before, after, TOLD, AS_TOLD) for before, after in pairwise(memories)]
    said = sorted((shift, number) for number in memories if (shift := places[number].shift) is not None)
    edges += [Edge(before, after, JUMP, "how long ago") for (_, before), (_, after) in pairwise(said)]
    older = [number for shift, number in said if shift <= -1]
    unsaid = [number for number in memories if places[number].shift is None]
    edges += [Edge(older[-1], number, UNSAID, "what is years ago is said to be") for number in unsaid if older]
    for number in memories:
        if places[number].first:
            edges += [Edge(number, other, FIRST_TIME, "the first time") for other in memories if other != number]
    return edges
