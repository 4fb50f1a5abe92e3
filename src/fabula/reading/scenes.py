"""The scenes in told order, and the timeline that ranks them by when they happen."""

from enum import StrEnum

import msgspec

from fabula.story import Span


class Time(StrEnum):
    """How a scene stands to the story's present."""

    MAIN = "main"
    FRAME = "frame"
    FLASHBACK = "flashback"
    FLASHFORWARD = "flashforward"


class Break(StrEnum):
    """What opens a scene: the story's start, a mark or heading, white space, or nothing that can be seen."""

    START = "start"
    MARKER = "marker"
    BLANK = "blank"
    UNMARKED = "unmarked"


class Scene(msgspec.Struct, frozen=True):
    """A scene. `story_order` ranks it by when it happens (1 the earliest); `present` and `pov` are character ids.

    `tense` is "past", "present" or "" (mixed), `person` 1, 2 or 3 (0 where we cannot tell): those of its narration.
    """

    id: int
    span: Span
    time: Time
    story_order: int
    opened_by: Break
    confidence: float
    thread: int = 0
    narrator: int | None = None
    when: str | None = None
    where: str | None = None
    present: tuple[int, ...] = ()
    pov: int | None = None
    trigger: Span | None = None
    tense: str = ""
    person: int = 0


class Scenes(msgspec.Struct, frozen=True):
    """The scenes in told order. They tile the body parts: no gap, no overlap."""

    items: tuple[Scene, ...]
