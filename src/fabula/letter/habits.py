"""Small habits, as counts with an example: nothing here is wrong, it only adds up."""

from collections.abc import Iterator

from fabula.letter.wording import counted, listed, plain, quote
from fabula.reading import Habit, Reading, sentence_at
from fabula.story import Span

_TAGS, _FILTERS = 8, 6
"""So many tags other than said, or senses between reader and thing, before a reader hears them as a habit."""
_SHOWN = 4


def habits(reading: Reading) -> Iterator[str]:
    """One row for each habit that a reader would hear."""
    text, found = reading.story.text, reading.habits
    if found.crutches:
        words = [f"*{plain(one.words)}* ({_times(one)})" for one in found.crutches[:_SHOWN]]
        yield f"- Words you lean on, against what novels use: {listed(words)}."
    if found.echoes:
        yield f"- Unusual words that come back at once: {'; '.join(_echo(one, reading) for one in found.echoes[:_SHOWN])}."
    if found.openings:
        best = found.openings[0]
        row = counted(len(best.places), "sentence").capitalize()
        yield f"- {row} in a row begin with *{plain(best.words)}*, from {_from(best, reading)} on."
    tags = sum(len(one.places) for one in found.tags)
    if tags >= _TAGS:
        words = [f"*{plain(one.words)}* ({len(one.places)})" for one in found.tags[:_SHOWN]]
        yield f"- Speech is {listed(words)} more than it is *said*: {counted(tags, 'such tag')} in all."
    senses = sum(len(one.places) for one in found.filters)
    if senses >= _FILTERS:
        often, shown = counted(senses, "time").capitalize(), quote(text, _rest(reading, found.filters[0].places[0]))
        yield f"- {often} I am shown someone sensing a thing rather than the thing: {shown}."


def _times(habit: Habit) -> str:
    return f"{len(habit.places)} times; about {max(1, round(habit.usual))} would be usual"


def _echo(habit: Habit, reading: Reading) -> str:
    return f"*{plain(habit.words)}* in {_from(habit, reading)}"


def _from(habit: Habit, reading: Reading) -> str:
    return quote(reading.story.text, _rest(reading, habit.places[0]), 60)


def _rest(reading: Reading, place: Span) -> Span:
    """From these words to the end of their sentence."""
    return Span(place.start, sentence_at(reading.sentences, place).end)
