"""What works: only what can be shown, each with the words that did it."""

import re
from collections.abc import Iterator

from fabula.letter.wording import counted, plain, quote
from fabula.reading import Reading, Scene, sentence_at
from fabula.story import Span

_LINES = 8
"""Lines of speech before a voice can be told from another."""
_APART = 1.6
"""A voice stands out where its lines are so many times longer or shorter than the others'."""
_OPENING = 240
_LITTLE = frozenset(
    [
        "that",
        "this",
        "with",
        "from",
        "they",
        "them",
        "their",
        "there",
        "were",
        "have",
        "which",
        "what",
        "when",
        "would",
        "could",
        "into",
        "about",
        "over",
        "after",
        "before",
        "then",
        "than",
        "some",
        "very",
        "just",
        "like",
        "your",
        "said",
        "asked",
        "where",
        "while",
        "been",
        "only",
        "even",
        "also",
        "much",
        "such",
        "more",
        "most",
        "first",
        "second",
        "third",
        "fourth",
        "fifth",
        "last",
        "next",
    ]
)


def praise(reading: Reading) -> Iterator[str]:
    """Up to four paragraphs: a memory's door, a word that runs through, a voice, and the last line."""
    yield from list(_doors(reading))[:2]
    yield from _thread(reading)
    yield from _voice(reading)


def _doors(reading: Reading) -> Iterator[str]:
    """A trigger whose word is heard again behind the cut."""
    text = reading.story.text
    for scene in reading.scenes.items:
        trigger = scene.trigger
        if trigger is None or trigger.end > scene.span.start:
            continue
        word = _shared(text, trigger, scene)
        if word:
            yield (
                f"The door into {quote(text, Span(scene.span.start, scene.span.end), 50)} is {quote(text, trigger)}: "
                f"*{plain(word)}* stands on both sides of the cut and carried me across."
            )


def _shared(text: str, trigger: Span, scene: Scene) -> str:
    """The longest word of the trigger that stands again where the scene opens, "" where there is none."""
    opening = text[scene.span.start : min(scene.span.end, scene.span.start + _OPENING)].casefold()
    words = re.findall(r"[^\W\d_]{4,}", text[trigger.start : trigger.end])
    telling = [word for word in words if word.casefold() not in _LITTLE]
    again = [word for word in telling if re.search(rf"\b{re.escape(word.casefold())}", opening)]
    return max(again, key=len, default="")


def _thread(reading: Reading) -> Iterator[str]:
    """The unusual word that runs from the first part to the last."""
    if not reading.habits.threads:
        return
    habit = reading.habits.threads[0]
    first, last = (_sentence(reading, place) for place in (habit.places[0], habit.places[-1]))
    yield (
        f"The *{plain(habit.words)}* runs through the whole: I met it {counted(len(habit.places), 'time')}, first in {first}, "
        f"and last in {last}. A reader holds on to such a thing."
    )


def _sentence(reading: Reading, place: Span) -> str:
    return quote(reading.story.text, sentence_at(reading.sentences, place))


def _voice(reading: Reading) -> Iterator[str]:
    """Somebody who is known by the length of the lines alone, with the line that is most like the rest."""
    lines = _lines_by_speaker(reading)
    talkers = {speaker: spans for speaker, spans in lines.items() if len(spans) >= _LINES}
    if len(talkers) < 2:
        return
    lengths = {speaker: sum(map(len, spans)) / len(spans) for speaker, spans in talkers.items()}
    names = {one.id: plain(one.name) for one in reading.cast.items}
    for speaker, length in sorted(lengths.items(), key=lambda row: row[1]):
        others = [other for one, other in lengths.items() if one != speaker]
        usual = sum(others) / len(others)
        if not (length * _APART < usual or length > usual * _APART) or speaker not in names:
            continue
        typical = min(talkers[speaker], key=lambda span: (abs(len(span) - length), span.start))
        how = "the shortest lines of all" if length < usual else "the longest lines of all"
        yield f"I would know {names[speaker]} without a tag: {how}, such as {quote(reading.story.text, typical)}."
        return


def _lines_by_speaker(reading: Reading) -> dict[int, list[Span]]:
    lines: dict[int, list[Span]] = {}
    for quotation, attribution in zip(reading.quotations.items, reading.attributions.items, strict=True):
        if attribution.speaker is not None and not quotation.nested:
            lines.setdefault(attribution.speaker, []).append(quotation.span)
    return lines
