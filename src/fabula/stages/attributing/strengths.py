"""How much each signal counts, in log odds."""

from fabula.stages.attributing.decoding import Turn
from fabula.stages.attributing.evidence import Signal

STRENGTHS: dict[Signal, float] = {
    Signal.TAG_NAME: 7.0,
    Signal.TAG_NOUN: 3.0,
    Signal.TAG_PRONOUN: 3.0,
    Signal.TAG_I: 7.0,
    Signal.TAG_OTHER_GENDER: -4.0,
    Signal.BEAT_AFTER: 1.5,
    Signal.BEAT_BEFORE: 1.5,
    Signal.ALONE_IN_PARAGRAPH: 0.7,
    Signal.IN_PARAGRAPH: 0.7,
    Signal.LED_IN: 2.0,
    Signal.MODEL: 0.6,
    Signal.CALLED: -3.0,
    Signal.SPOKEN_OF: -1.0,
    Signal.OWN_NAME: 2.0,
    Signal.CALLED_BEFORE: 1.5,
    Signal.CALLED_AFTER: 1.0,
    Signal.LAST_SEEN: 0.8,
    Signal.LAST_BUT_ONE: 0.5,
    Signal.LAST_BUT_TWO: 0.2,
    Signal.SEEN_EARLIER: 0.0,
    Signal.OFTEN: 0.2,
    Signal.IN_COMPANY: 0.7,
    Signal.NARRATOR: 0.0,
    Signal.NAMELESS: -1.0,
    Signal.LAST_FITTING: 1.0,
    Signal.BEAT_OTHER_GENDER: -1.0,
    Signal.MODEL_PRONOUN: 0.3,
    Signal.CALLED_SO: 3.0,
}
"""How much likelier each signal makes a speaker."""

GAPS = ("broken", "paragraph", "next", "near", "far")
"""How a speech follows the one before: one sentence with it, in its paragraph, in the next, two or three on, further."""

TURNS: dict[str, dict[Turn, float]] = {
    "broken": {Turn.SAME: 9.0, Turn.BACK: 0.0, Turn.OTHER: 0.0},
    "paragraph": {Turn.SAME: 4.0, Turn.BACK: 0.0, Turn.OTHER: 0.0},
    "next": {Turn.SAME: -1.5, Turn.BACK: 2.0, Turn.OTHER: 0.0},
    "near": {Turn.SAME: 0.0, Turn.BACK: 1.0, Turn.OTHER: 0.0},
    "far": {Turn.SAME: 0.5, Turn.BACK: 0.5, Turn.OTHER: 0.0},
}
"""How much likelier each turn is, by how a speech follows the one before."""
