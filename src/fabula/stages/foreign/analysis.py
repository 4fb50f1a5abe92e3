"""The words of a phrase with all their readings, and a fault with what may have been meant."""

from collections.abc import Callable, Iterator

import msgspec

from fabula.packs import Word as Form
from fabula.stages.foreign.bookcase import Library, readings
from fabula.stages.foreign.words import Word, split_hyphens


class Reading(msgspec.Struct, frozen=True):
    """One reading of a word: its right spelling, its lemma, and its tags taken apart ("c" as gender is any)."""

    form: str
    lemma: str
    part: str
    gender: str
    number: str
    case: str
    person: str
    mood: str
    often: float
    gloss: str


class Item(msgspec.Struct, frozen=True):
    """A word of the phrase and its readings. `joined`: no space or comma parts it from the word before."""

    word: Word
    readings: tuple[Reading, ...]
    comma: bool = False

    def has(self, parts: str) -> bool:
        """Whether some reading is one of those parts of speech."""
        return any(one.part in parts for one in self.readings)

    def only(self, parts: str) -> bool:
        """Whether every reading is one of those parts of speech, and there is one."""
        return bool(self.readings) and all(one.part in parts for one in self.readings)

    def of(self, parts: str) -> tuple[Reading, ...]:
        """The readings of those parts of speech."""
        return tuple(one for one in self.readings if one.part and one.part in parts)

    def lemmas(self) -> frozenset[str]:
        """The lemmas of all readings."""
        return frozenset(one.lemma for one in self.readings)


class Fault(msgspec.Struct, frozen=True):
    """What does not agree, in the words of the phrase, and ways to mend it, the likeliest first.

    A way is a list of what stands in each place: a number is the author's own word, a string a word in its own script.
    """

    problem: str
    evidence: str
    ways: tuple[tuple[int | str, ...], ...]
    confidence: float = 0.9


class Phrase(msgspec.Struct, frozen=True):
    """A phrase under analysis, and the tables of its language."""

    language: str
    items: tuple[Item, ...]
    shelves: Library
    forms: Callable[[str], tuple[Form, ...]]
    speaker: str = ""
    hearer: str = ""

    def said(self, at: int) -> str:
        """The author's own word."""
        return self.items[at].word.text

    def way(self, changes: dict[int, str | None]) -> tuple[int | str, ...]:
        """The phrase with some words put otherwise, or left out (None)."""
        kept = [(at, changes.get(at, at)) for at in range(len(self.items))]
        return tuple(value for _, value in kept if value is not None)

    def inflected(self, lemma: str, part: str, wanted: Callable[[Reading], bool]) -> str | None:
        """The commonest form of a lemma whose tags fit."""
        fitting = [one for one in map(reading_of, self.forms(lemma)) if one.part == part and wanted(one)]
        return max(fitting, key=lambda one: (one.often, one.form)).form if fitting else None


def reading_of(form: Form) -> Reading:
    """A reading with its tags taken apart."""
    fields = [*form.tags.split("."), "", "", "", "", ""] if form.tags else [""] * 6
    part, gender, number, case, person, mood = fields[:6]
    return Reading(form.form, form.lemma, part, gender, number, case, person, mood, form.often, form.gloss)


def items_of(words: tuple[Word, ...], text: str, language: str, library: Library) -> Iterator[Item]:
    """The words of a phrase; a hyphenated word that is unknown as one is taken as its parts."""
    end = words[0].span.start
    bare = any(_lacks_accents(readings(library, language, word.low), word) for word in words)
    for word in words:
        whole = readings(library, language, word.low)
        parts = split_hyphens(word) if not whole else (word,)
        apart = language == "ja" or all(readings(library, language, one.low) for one in parts)
        for part in parts if apart else (word,):
            found = readings(library, language, part.low)
            exact = tuple(one for one in found if one.form.casefold() == part.low)
            found = exact if exact and not bare else found
            comma = any(mark in text[end : part.span.start] for mark in ",;")
            yield Item(part, tuple(_likely(found)), comma)
            end = part.span.end


def _lacks_accents(found: tuple[Form, ...], word: Word) -> bool:
    """Whether the author leaves accents off: the word has one in every spelling that the language knows."""
    known = [one for one in found if one.tags]
    return word.low.isascii() and bool(known) and all(not one.form.isascii() for one in known)


def _likely(found: tuple[Form, ...]) -> Iterator[Reading]:
    """Readings that are worth a thought: not those a hundred times rarer than the commonest spelling."""
    top = max((one.often for one in found if one.tags), default=0.0)
    meant = max((one.often for one in found if one.gloss), default=0.0)
    for one in found:
        little = meant > 0 and not one.gloss and one.tags[:1] in "cir"
        if one.tags and one.often > top - 3.2 and (one.gloss or one.often > meant - 0.5) and not little:
            yield reading_of(one)


def meets(one: str, other: str, free: str = "") -> bool:
    """Whether two marks agree: the same, or one of them open ("" or `free`)."""
    return one == other or one in ("", free) or other in ("", free)
