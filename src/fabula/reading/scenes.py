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


class StrayKind(StrEnum):
    """What a stray leaves: the tense of its scene, or the mind the scene is told from."""

    TENSE = "tense"
    MIND = "mind"


class Stray(msgspec.Struct, frozen=True):
    """Words told otherwise than their scene: "walks" in a scene told in the past, another's thought in a scene of one mind.

    `usual` says how the scene is told: a tense, or the name of whose mind it is; `found` the same of these words.
    """

    span: Span
    kind: StrayKind
    scene: int
    usual: str
    found: str


class Precedence(msgspec.Struct, frozen=True):
    """Scene `before` happens before scene `after`, by their ids; `why` in a few words, `evidence` the words that say so."""

    before: int
    after: int
    why: str
    evidence: tuple[Span, ...] = ()


class Scenes(msgspec.Struct, frozen=True):
    """The scenes in told order. They tile the body parts: no gap, no overlap. `strays` are in text order.

    `order` is what `story_order` was found from, the surest first: nothing in it contradicts anything else in it.
    """

    items: tuple[Scene, ...]
    strays: tuple[Stray, ...] = ()
    order: tuple[Precedence, ...] = ()
