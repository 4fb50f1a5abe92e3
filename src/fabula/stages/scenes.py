"""The scenes: where they change, when each happens, who is there, and what set each memory off."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence

from msgspec.structs import replace

from fabula.models.output import ReaderOutput
from fabula.reading import Attributions, Break, Cast, Mention, Mentions, Parts, Quotations, Scene, Scenes, Stray, Time
from fabula.stages.timing.chances import SeamWeights
from fabula.stages.timing.cuts import Cut, find_cuts
from fabula.stages.timing.minds import mind_of, people_in
from fabula.stages.timing.openers import Opener, find_openers
from fabula.stages.timing.order import edges_that_hold, rank_scenes
from fabula.stages.timing.placing import Place, place_scenes
from fabula.stages.timing.relations import relate, sequences
from fabula.stages.timing.seams import word_rows
from fabula.stages.timing.sights import Sight, place_of, see, when_of
from fabula.stages.timing.strands import number_threads
from fabula.stages.timing.strays import stray_minds, stray_verbs
from fabula.stages.timing.telling import Telling, tell
from fabula.stages.timing.triggers import find_triggers
from fabula.stages.timing.when import read_times
from fabula.story import PartKind, Span, Story

_SURE = {Break.START: 0.95, Break.MARKER: 0.95, Break.BLANK: 0.8}
_FIRST_WORDS = 160
_AWAY = 0.1
"""Taken from a break's confidence where the scene is said not to be of the present: that may be wrong too."""


def find_scenes(
    story: Story,
    parts: Parts,
    quotations: Quotations,
    mentions: Mentions,
    cast: Cast,
    attributions: Attributions,
    output: ReaderOutput,
    seams: SeamWeights,
) -> Scenes:
    """The scenes in told order, from one break to the next, marked or not.

    A scene begins at the first word behind its break, the date line or letterhead included, and runs up to the next scene's
    first word; where a heading or note lies between, it ends with its own body part. A memory may begin inside a paragraph.
    """
    bodies = [part.span for part in parts.items if part.kind is PartKind.BODY]
    openers = find_openers(story, parts, bodies)
    if not openers:
        return Scenes(())
    telling = tell(story.text, output, quotations)
    words = word_rows(telling)
    openers, cuts = _with_cuts(openers, find_cuts(telling, quotations, openers, words, seams), story.text)
    spans = _tiles(openers, bodies)
    sights = [see(telling, *seen, words) for seen in zip(spans, openers, cuts, strict=True)]
    places = place_scenes(telling, sights, read_times(openers))
    held = edges_that_hold(len(sights), relate(sights, places))
    ranks = rank_scenes(len(sights), held)
    triggers = find_triggers(telling, sights, places)
    threads = number_threads(sights, places)
    starts = [mention.span.start for mention in mentions.items]
    scenes: list[Scene] = []
    strays: list[Stray] = []
    for number, (sight, place) in enumerate(zip(sights, places, strict=True)):
        inside = mentions.items[bisect_left(starts, sight.span.start) : bisect_left(starts, sight.span.end)]
        scene = _scene(telling, sight, place, inside, cast)
        narrator = _narrator(sight, attributions)
        scenes.append(
            replace(
                scene,
                id=number,
                story_order=ranks[number],
                trigger=triggers[number],
                thread=threads[number],
                narrator=narrator,
                present=tuple(who for who in scene.present if who != narrator),
            )
        )
        strays += stray_verbs(telling, number, sight) + stray_minds(telling, number, sight, inside, cast)
    return Scenes(
        tuple(scenes), tuple(sorted(strays, key=lambda stray: stray.span)), sequences(story.text, sights, held)
    )


def _scene(telling: Telling, sight: Sight, place: Place, inside: Sequence[Mention], cast: Cast) -> Scene:
    """What is known of a scene by itself; `id`, order and what hangs on other scenes come later."""
    sure = sight.cut.confidence if sight.cut else _SURE[sight.opener.kind]
    return Scene(
        id=0,
        span=sight.span,
        time=place.time,
        story_order=1,
        opened_by=sight.opener.kind,
        confidence=sure if sight.cut or place.time in (Time.MAIN, Time.FRAME) else sure - _AWAY,
        when=when_of(sight),
        where=place_of(telling, sight),
        present=people_in(telling, sight, inside, cast),
        pov=mind_of(telling, sight, inside, cast),
        tense=sight.tense if sight.tense != "future" else "",
        person=sight.person,
    )


def _narrator(sight: Sight, attributions: Attributions) -> int | None:
    """Who tells a tale aloud, where the speaker is known."""
    told = sight.cut.quotations if sight.cut else ()
    speakers = Counter(attributions.items[number].speaker for number in told)
    return next((speaker for speaker, _ in speakers.most_common() if speaker is not None), None)


def _with_cuts(openers: list[Opener], cuts: list[Cut], text: str) -> tuple[list[Opener], list[Cut | None]]:
    """All openers in text order, each with its unmarked cut, None where a mark opens it. A tale may begin at a mark too."""
    by_start: dict[int, tuple[Opener, Cut | None]] = {opener.start: (opener, None) for opener in openers}
    for cut in cuts:
        marked = by_start.get(cut.start)
        opener = (
            marked[0] if marked else Opener(cut.start, Break.UNMARKED, "", text[cut.start : cut.start + _FIRST_WORDS])
        )
        by_start[cut.start] = (opener, cut)
    both = [by_start[start] for start in sorted(by_start)]
    return [opener for opener, _ in both], [cut for _, cut in both]


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
