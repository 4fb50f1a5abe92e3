"""Whether a phrase in which nothing was found amiss may be called right: whether we have looked at all of it."""

from fabula.stages.foreign.analysis import Item, Phrase
from fabula.stages.foreign.grammar.agreement import POSSESSIVES
from fabula.stages.foreign.units import Unit
from fabula.stages.vocabulary import word_set


def is_tested(units: tuple[Unit, ...], owners: tuple[int, ...], phrase: Phrase) -> bool:
    """Whether every part has been tested: a line of the phrasebook, or words whose agreement the rules have looked at.

    `owners` are the words that the items belong to.
    """
    lines = [next((unit for unit in units if unit.first <= at < unit.last and unit.right), None) for at in owners]
    if not all(line or item.readings or _is_called(item) for line, item in zip(lines, phrase.items, strict=True)):
        return False
    if len(phrase.items) == 1 and lines[0] is None and phrase.items[0].only("v"):
        return False  # Whether a verb by itself is an order, a question or an answer, its form alone does not tell.
    pairs = range(1, len(phrase.items))
    return all((lines[at] and lines[at] is lines[at - 1]) or _pair_is_tested(phrase, at) for at in pairs)


def _is_called(item: Item) -> bool:
    """Whether the word is a name that somebody is called by: "Bom dia, Ilhéu"."""
    return item.comma and item.word.text[:1].isupper()


def _pair_is_tested(phrase: Phrase, at: int) -> bool:
    one, two = phrase.items[at - 1], phrase.items[at]
    if two.comma or _never_changes(one, two, phrase.language):
        return True
    if phrase.language in _ROMANCE and _is_plain_romance(one, two):
        return True
    if two.has("n") and ((one.has("d") and one.only("dap")) or one.lemmas() & POSSESSIVES):
        return True
    if one.only("e") and phrase.language in ("de", "ru", "la"):
        return two.only("p" if phrase.language == "de" else "np")
    return one.has("p") and two.only("v") and any(each.case == "nom" for each in one.of("p"))


_ROMANCE = frozenset(("fr", "es", "it", "pt"))
_UNCHANGING = "rci"
_BY_PLACE_OR_CASE = word_set("la ja ko zh")
"""Here small words say what the others do in the sentence, or words far apart agree: neighbours prove nothing."""


def _never_changes(one: Item, two: Item, language: str) -> bool:
    """Whether one of the two is an adverb or a small word that has but one form, so that nothing could fail to agree."""
    if language in _BY_PLACE_OR_CASE:
        return False
    return any(item.only(_UNCHANGING) or (item.has("r") and item.only("ra")) for item in (one, two))


def _is_plain_romance(one: Item, two: Item) -> bool:
    """Whether the two stand beside each other without a form that one asks of the other, but for what the rules have looked
    at: a preposition and what follows it, a verb and its object."""
    if one.only("v") and two.only("e"):
        return bool(one.lemmas() & _PLACED)
    return (one.only("e") and two.has("ndpvm")) or (one.only("v") and two.has("d"))


_PLACED = word_set("être ser estar essere stare aller ir andare venir venire vivre vivir viver vivere")
"""Verbs that any preposition may follow; others ask for one of their own."""
