"""How much each signal counts, in log odds."""

from fabula.stages.attributing.decoding import Turn
from fabula.stages.attributing.evidence import Signal

STRENGTHS: dict[Signal, float] = {
    Signal.TAG_NAME: 9.5,
    Signal.TAG_NOUN: 0.5,
    Signal.TAG_PRONOUN: 0.9,
    Signal.TAG_I: 9.0,
    Signal.TAG_OTHER_GENDER: -2.5,
    Signal.BEAT_AFTER: 1.2,
    Signal.BEAT_BEFORE: 0.5,
    Signal.ALONE_IN_PARAGRAPH: 0.4,
    Signal.LED_IN: 2.1,
    Signal.MODEL: 0.3,
    Signal.CALLED: -2.2,
    Signal.SPOKEN_OF: -1.3,
    Signal.OWN_NAME: 2.0,
    Signal.CALLED_BEFORE: 2.3,
    Signal.CALLED_AFTER: 0.5,
    Signal.LAST_SEEN: 1.2,
    Signal.LAST_BUT_ONE: 1.0,
    Signal.LAST_BUT_TWO: 0.9,
    Signal.SEEN_EARLIER: 0.7,
    Signal.OFTEN: 0.1,
    Signal.LAST_FITTING: 1.1,
    Signal.BEAT_OTHER_GENDER: -0.8,
    Signal.MODEL_PRONOUN: 0.05,
    Signal.CALLED_SO: 3.5,
    Signal.MODEL_BARE: 0.2,
    Signal.NAMED: -3.0,
    Signal.BEAT_FITTING: 0.5,
    Signal.TAG_OWN_NOUN: 3.0,
}
"""How much likelier each signal makes a speaker."""

GAPS = ("broken", "paragraph", "next", "near", "far")
"""How a speech follows the one before: one sentence with it, in its paragraph, in the next, two or three on, further."""

TURNS: dict[str, dict[Turn, float]] = {
    "broken": {Turn.SAME: 9.0, Turn.BACK: 0.0, Turn.OTHER: 0.0},
    "paragraph": {Turn.SAME: 7.0, Turn.BACK: 1.3, Turn.OTHER: 0.0},
    "next": {Turn.SAME: -1.4, Turn.BACK: 2.8, Turn.OTHER: 0.0},
    "near": {Turn.SAME: 1.5, Turn.BACK: 1.6, Turn.OTHER: 0.0},
    "far": {Turn.SAME: 1.2, Turn.BACK: 1.1, Turn.OTHER: 0.0},
}
"""How much likelier each turn is, by how a speech follows the one before."""
