"""The cast panel: who is who, who calls whom what, how much each says, and where each is."""

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable

import msgspec

from fabula.outputs.ledger import Called, Entry, ledger
from fabula.outputs.page.places import Places
from fabula.reading import Alias, Character, Reading

_FOREMOST = 8  # people shown at once; a novel's whole cast is folded away behind them
_CELLS = 60  # scenes that a strip still shows one by one
_RUNS = 10  # stretches of scenes that are told in numbers
_VOICES = 3  # the foremost users of a name


class Name(msgspec.Struct, frozen=True):
    """A way of naming somebody: how often, the place and words of its first use, who uses it ("the narrator 12, Joss 3")."""

    name: str
    times: int
    anchor: str
    first: str
    voices: str


class Cell(msgspec.Struct, frozen=True):
    """A stretch of the strip of scenes where somebody is there, in hundredths of its width."""

    left: float
    width: float


class Person(msgspec.Struct, frozen=True):
    """A character. `share` is the part of all speech in percent; `scenes` says where they are in words."""

    name: str
    anchor: str
    times: int
    pronouns: str
    names: tuple[Name, ...]
    words: int
    share: int
    scenes: str
    strip: tuple[Cell, ...]


class CastPanel(msgspec.Struct, frozen=True):
    """The people, most named first; the first `foremost` stand in the open. `spoken` is false where no speech has a speaker."""

    people: tuple[Person, ...]
    spoken: bool
    scenes: int
    foremost: int = _FOREMOST


def cast_panel(reading: Reading, places: Places) -> CastPanel:
    """The panel; without people it is not shown."""
    entries = ledger(reading)
    listen = _Voices(reading)
    scenes = len(reading.scenes.items)
    return CastPanel(
        people=tuple(
            _person(entry, character, listen, places, scenes)
            for entry, character in zip(entries, reading.cast.items, strict=True)
        ),
        spoken=any(entry.words_spoken for entry in entries),
        scenes=scenes,
    )


def _person(entry: Entry, character: Character, listen: "_Voices", places: Places, scenes: int) -> Person:
    aliases = {alias.name: alias for alias in character.aliases}
    first = places.anchor(character.places[0].start) if character.places else ""
    return Person(
        name=entry.name,
        anchor=first,
        times=entry.mentions,
        pronouns=entry.pronouns,
        names=tuple(_name(called, aliases.get(called.name), listen, places) for called in entry.names),
        words=entry.words_spoken,
        share=round(100 * entry.share),
        scenes=_there(entry.scenes, scenes),
        strip=tuple(_cells(entry.scenes, scenes)),
    )


def _name(called: Called, alias: Alias | None, listen: "_Voices", places: Places) -> Name:
    return Name(
        name=called.name,
        times=called.times,
        anchor=places.anchor(called.first.start),
        first=f"scene {called.scene + 1}, by {called.by or 'the narrator'}",
        voices=listen.users(alias) if alias else "",
    )


class _Voices:
    """Tells who uses a name: the speakers of the quotations where it stands, and the narrator."""

    def __init__(self, reading: Reading) -> None:
        self._quotations = reading.quotations.items
        self._speakers = reading.attributions.items
        self._starts = [quotation.span.start for quotation in self._quotations]
        self._names = {one.id: one.name for one in reading.cast.items}

    def users(self, alias: Alias) -> str:
        """Who uses it, the foremost first: "Joss 3, the narrator 2"; "" where only one does, whom the first use names."""
        counts = Counter(self._voice(place.start) for place in alias.places)
        if len(counts) < 2:
            return ""
        shown = ", ".join(f"{voice} {count}" for voice, count in counts.most_common(_VOICES))
        return f"{shown} …" if len(counts) > _VOICES else shown

    def _voice(self, offset: int) -> str:
        at = bisect_right(self._starts, offset) - 1
        while at >= 0 and self._quotations[at].span.end <= offset and self._quotations[at].nested:
            at -= 1
        if at < 0 or self._quotations[at].span.end <= offset:
            return "the narrator"
        speaker = self._speakers[at].speaker
        return "somebody" if speaker is None else self._names.get(speaker, "somebody")


def _there(present: tuple[int, ...], scenes: int) -> str:
    """ "in 4 of 9 scenes: 1–3, 7"; "only spoken of" for none; "" where the story is one scene.

    Where the numbers would be a paragraph, the strip beside says which.
    """
    if scenes < 2:
        return ""
    if not present:
        return "only spoken of"
    if len(present) == scenes:
        return f"in all {scenes} scenes"
    which = ranges(number + 1 for number in sorted(present))
    counted = f"in {len(present)} of {scenes} scenes"
    return f"{counted}: {which}" if which.count(",") < _RUNS else counted


def ranges(numbers: Iterable[int]) -> str:
    """Ascending numbers with neighbours drawn together: "1–3, 7"."""
    runs: list[tuple[int, int]] = []
    for number in numbers:
        if runs and runs[-1][1] == number - 1:
            runs[-1] = (runs[-1][0], number)
        else:
            runs.append((number, number))
    return ", ".join(str(first) if first == last else f"{first}–{last}" for first, last in runs)


def _cells(present: tuple[int, ...], scenes: int) -> list[Cell]:
    """One cell for each scene, a thin gap between two while there is room for gaps."""
    if scenes < 2:
        return []
    step = 100 / scenes
    gap = step / 6 if scenes <= _CELLS else 0
    return [Cell(round(number * step, 2), round(step - gap, 2)) for number in sorted(present)]
