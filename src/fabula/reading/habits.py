"""How the story uses its words: what comes again and again, on purpose or not."""

import msgspec

from fabula.story import Span


class Habit(msgspec.Struct, frozen=True):
    """Words that come again, with every place, and how often fiction would have them in as many words (0.0: hardly ever)."""

    words: str
    places: tuple[Span, ...]
    usual: float = 0.0


class Habits(msgspec.Struct, frozen=True):
    """What the story does with words, the most telling first in each row.

    `echoes`: an unusual word that comes back within a few lines and nowhere else. `threads`: an unusual word that runs
    from the story's first part to its last. `crutches`: common words far above their usual share. `openings`: words that
    sentences in a row begin with. `filters`: a sense between the reader and the thing ("she saw the door open"). `tags`:
    verbs of speech other than said and asked.
    """

    echoes: tuple[Habit, ...]
    threads: tuple[Habit, ...]
    crutches: tuple[Habit, ...]
    openings: tuple[Habit, ...]
    filters: tuple[Habit, ...]
    tags: tuple[Habit, ...]
