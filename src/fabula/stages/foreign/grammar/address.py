"""What a man or a woman says of themselves."""

from collections.abc import Iterator

from fabula.stages.foreign.analysis import Fault, Phrase, Reading
from fabula.stages.vocabulary import word_set

_WHO = {"m": "a man", "f": "a woman"}
_SPEAKING = frozenset(("fr", "es", "it", "pt", "ru", "uk", "pl"))
_BEING = word_set("être ser estar essere stare быть sentir sentirse devenir quedar ficar")


def check_speaker(phrase: Phrase) -> Iterator[Fault]:
    """A form that one sex says of itself, where the other is speaking: "je suis prête" said by a man."""
    if phrase.speaker not in _WHO or phrase.language not in _SPEAKING:
        return
    for at, one in told_of_self(phrase):
        if all(each.gender not in (phrase.speaker, "c", "") for each in phrase.items[at].readings if each.part in "av"):
            form = phrase.inflected(
                one.lemma, one.part, lambda each, one=one: _is_the_same_but_for_gender(each, one, phrase.speaker)
            )
            if form:
                other = "f" if phrase.speaker == "m" else "m"
                evidence = (
                    f"“{phrase.said(at)}” is what {_WHO[other]} says, and here {_WHO[phrase.speaker]} seems to speak"
                )
                yield Fault("address", evidence, (phrase.way({at: form}),))
                return


def other_speaker(phrase: Phrase) -> str:
    """For a phrase that only one sex says of itself, a word on that: "said by a woman; a man says …"; else ""."""
    if phrase.language not in _SPEAKING:
        return ""
    for at, one in told_of_self(phrase):
        if one.gender in _WHO and all(
            each.gender == one.gender for each in phrase.items[at].readings if each.part in "av"
        ):
            other = "f" if one.gender == "m" else "m"
            form = phrase.inflected(
                one.lemma, one.part, lambda each, one=one, other=other: _is_the_same_but_for_gender(each, one, other)
            )
            if form:
                return f"“{phrase.said(at)}” is what {_WHO[one.gender]} says; {_WHO[other]} says “{form}”"
    return ""


def _is_the_same_but_for_gender(each: Reading, one: Reading, gender: str) -> bool:
    return (
        each.gender == gender
        and each.number == one.number
        and each.mood == one.mood
        and each.case == one.case
        and each.person == one.person
    )


def told_of_self(phrase: Phrase) -> Iterator[tuple[int, Reading]]:
    """The words that say something of the speaker and show a gender, each with its likeliest reading."""
    me = any(
        one.person == "1" and one.number == "s" and one.case == "nom" for item in phrase.items for one in item.of("p")
    )
    being = any(
        one.person == "1" and one.number == "s" and one.mood == "ind" and one.lemma in _BEING
        for item in phrase.items
        for one in item.of("v")
    )
    if not (me or being):
        return
    for at, item in enumerate(phrase.items):
        past = [one for one in item.of("v") if one.mood == "past" and one.number == "s"]
        state = [one for one in item.readings if one.number == "s" and (one.part == "a" or one.mood == "pp")]
        if past and me and phrase.language in ("ru", "uk", "pl") and not item.has("na"):
            yield at, past[0]
        elif (
            state
            and being
            and phrase.language in ("fr", "es", "it", "pt")
            and not item.has("d")
            and not _beside_noun(phrase, at)
        ) or (
            state
            and me
            and phrase.language in ("ru", "uk", "pl")
            and not item.has("n")
            and not _beside_noun(phrase, at)
            and (len(phrase.items) == 2 or state[0].mood == "short")
        ):
            yield at, state[0]


def _beside_noun(phrase: Phrase, at: int) -> bool:
    around = phrase.items[max(0, at - 1) : at] + phrase.items[at + 1 : at + 2]
    return any(item.has("n") for item in around)
