"""Word-for-word translations: patterns of words that English puts together and the language does not.

A pattern is a row of places: `être` is any form of that lemma, `=faim` that very word, `==anos` that very spelling,
`[a]` a part of speech, `(…)` a word that may be missing, `être|avoir` one or the other. In what is offered `$2` is the
author's word in that place, `$2.nom` that noun as a subject, `avoir@1` the lemma in the person of place 1, anything else
the word itself (`很/hen`: in its script and romanised).
"""

from collections.abc import Iterator

from rapidfuzz import fuzz

from fabula.packs import Pattern, key_of
from fabula.stages.foreign.analysis import Fault, Item, Phrase, Reading, reading_of
from fabula.stages.foreign.bookcase import book_of


def check_patterns(phrase: Phrase) -> Iterator[Fault]:
    """The first pattern that stands in the phrase."""
    for pattern in book_of(phrase.shelves, phrase.language).patterns:
        for start in range(len(phrase.items)):
            places = _match(pattern.pattern.split(), phrase, start)
            if places is not None:
                way = _offered(pattern, phrase, start, places)
                if way is not None:
                    yield Fault(
                        pattern.problem, _reason(pattern.reason, phrase, places), _with_and_without(way, phrase)
                    )
                return


def _with_and_without(way: tuple[int | str, ...], phrase: Phrase) -> tuple[tuple[int | str, ...], ...]:
    """The way, and in a language that leaves the subject out also without it."""
    first = way[0] if way else ""
    pronoun = isinstance(first, int) and any(one.case == "nom" for one in phrase.items[first].of("p"))
    return (way, way[1:]) if pronoun and len(way) > 1 and phrase.language in ("es", "it", "pt") else (way,)


def _match(places: list[str], phrase: Phrase, start: int) -> list[int | None] | None:
    """Where each place of the pattern is filled, None for an optional one left empty; None where it does not stand here."""
    found: list[int | None] = []
    at = start
    for place in places:
        if place == "$":
            return found if at == len(phrase.items) else None
        if place == "^":
            if start != 0:
                return None
            continue
        optional = place.startswith("(")
        if (
            at < len(phrase.items)
            and (at == start or not phrase.items[at].comma)
            and any(_fills(one, phrase.items[at], phrase.language) for one in place.strip("()").split("|"))
        ):
            found.append(at)
            at += 1
        elif optional:
            found.append(None)
        else:
            return None
    return found if any(at is not None for at in found) else None


def _fills(place: str, item: Item, language: str) -> bool:
    if place.startswith("["):
        part, _, mark = place.strip("[]").partition(".")
        return any(
            one.part in part and (not mark or mark in (one.gender, one.number, one.case, one.person, one.mood))
            for one in item.readings
        )
    if place.startswith("=="):
        return item.word.low == place[2:]
    if place.startswith("="):
        return key_of(item.word.low, language) == key_of(place[1:], language)
    return place in item.lemmas()


def _offered(pattern: Pattern, phrase: Phrase, start: int, places: list[int | None]) -> tuple[int | str, ...] | None:
    filled = [at for at in places if at is not None]
    first, last = filled[0], filled[-1]
    middle: list[int | str] = []
    for one in pattern.replacement.split():
        if one == "-":
            continue
        if one.endswith(".nom"):
            at = places[int(one[1:-4]) - 1]
            form = _as_subject(phrase, phrase.items[at]) if at is not None else None
            if form is None:
                return None
            middle.append(form)
        elif one.startswith("$"):
            at = places[int(one[1:]) - 1]
            if at is not None:
                middle.append(at)
        elif "@" in one:
            lemma, _, place = one.partition("@")
            at = places[int(place) - 1]
            form = _alike(phrase, lemma, phrase.items[at]) if at is not None else None
            if form is None:
                return None
            middle.append(form)
        else:
            middle.append(one.replace("_", " "))
    return (*range(first), *middle, *range(last + 1, len(phrase.items)))


def _as_subject(phrase: Phrase, item: Item) -> str | None:
    """The nominative of a noun, in its number."""
    noun = next(iter(item.of("n")))
    return phrase.inflected(noun.lemma, "n", lambda one: one.case == "nom" and one.number == noun.number)


def _alike(phrase: Phrase, lemma: str, item: Item) -> str | None:
    """The form of `lemma` that has the person and tense of the word."""
    every = [one for one in map(reading_of, phrase.forms(lemma)) if one.part == "v"]
    for model in _models(phrase, item):
        fitting = [
            one for one in every if (one.number, one.person, one.mood) == (model.number, model.person, model.mood)
        ]
        if fitting:
            return max(
                fitting, key=lambda one: (one.often * 15 + fuzz.ratio(one.form[-3:], model.form[-3:]), one.form)
            ).form
    return None


def _models(phrase: Phrase, item: Item) -> list[Reading]:
    """The readings of a verb, the likeliest person first: without a subject people speak of themselves ("sono")."""
    named = any(one.case == "nom" for one in phrase.items[0].of("p"))
    return sorted(item.of("v"), key=lambda one: not named and (one.person, one.number) != ("1", "s"))


def _reason(reason: str, phrase: Phrase, places: list[int | None]) -> str:
    for number, at in enumerate(places, start=1):
        if at is not None:
            reason = reason.replace(f"${number}", phrase.said(at))
    return reason
