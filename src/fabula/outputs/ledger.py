"""The alias ledger: who is called what, by whom first and where; how much they say, and in which scenes they are."""

from bisect import bisect_right

import msgspec

from fabula.reading import Character, Reading, words_spoken
from fabula.story import Span


class Called(msgspec.Struct, frozen=True):
    """A name of a character: how often it stands, the first place, and who uses it there ("" for the narrator)."""

    name: str
    times: int
    first: Span
    by: str
    scene: int


class Entry(msgspec.Struct, frozen=True):
    """A character: every name, its own first; mentions; words spoken, and their share of all that is said; scenes there."""

    id: int
    name: str
    pronouns: str
    names: tuple[Called, ...]
    mentions: int
    words_spoken: int
    share: float
    scenes: tuple[int, ...]


def ledger(reading: Reading) -> tuple[Entry, ...]:
    """One entry for each character, in the cast's order. Scenes are numbered from 0 in told order."""
    spoken = words_spoken(reading)
    total = sum(spoken.values())
    names = {one.id: one.name for one in reading.cast.items}
    return tuple(
        Entry(
            id=one.id,
            name=one.name,
            pronouns=one.pronouns,
            names=_names(one, reading, names),
            mentions=len(one.places),
            words_spoken=spoken[one.id],
            share=spoken[one.id] / total if total else 0.0,
            scenes=tuple(scene.id for scene in reading.scenes.items if one.id in scene.present),
        )
        for one in reading.cast.items
    )


def _names(character: Character, reading: Reading, names: dict[int, str]) -> tuple[Called, ...]:
    """The character's own name where it stands, then the aliases in the order in which the story brings them in."""
    text = reading.story.text
    taken = {place for alias in character.aliases for place in alias.places}
    own = [
        place
        for place in character.places
        if place not in taken
        and " ".join(text[place.start : place.end].split()).casefold() == character.name.casefold()
    ]
    rows = [(character.name, tuple(own))] if own else []
    rows += sorted(((alias.name, alias.places) for alias in character.aliases), key=lambda row: row[1][:1])
    return tuple(_called(name, places, reading, names) for name, places in rows if places)


def _called(name: str, places: tuple[Span, ...], reading: Reading, names: dict[int, str]) -> Called:
    first = min(places)
    return Called(name, len(places), first, _voice_at(first, reading, names), _scene_at(first, reading))


def _voice_at(place: Span, reading: Reading, names: dict[int, str]) -> str:
    """Who speaks where a name stands: "" for the narrator, "somebody" where we do not know."""
    starts = [quotation.span.start for quotation in reading.quotations.items]
    at = bisect_right(starts, place.start) - 1
    while at >= 0 and reading.quotations.items[at].span.end <= place.start and reading.quotations.items[at].nested:
        at -= 1
    if at < 0 or reading.quotations.items[at].span.end <= place.start:
        return ""
    speaker = reading.attributions.items[at].speaker
    return names.get(speaker, "somebody") if speaker is not None else "somebody"


def _scene_at(place: Span, reading: Reading) -> int:
    starts = [scene.span.start for scene in reading.scenes.items]
    return max(0, bisect_right(starts, place.start) - 1)
