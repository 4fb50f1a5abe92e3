"""A pronoun and its verb, and a pronoun behind a verb."""

from collections.abc import Iterator

from rapidfuzz import fuzz

from fabula.stages.foreign.analysis import Fault, Phrase, Reading
from fabula.stages.vocabulary import word_set

_BETWEEN = word_set(
    """
    ne n' no non não nicht не не́ ni me te se le la les lo los las li gli lui leur nous vous y en mi ti ci vi
    si m' t' s' l' muy már уже так тоже очень всегда никогда
    """
)
_PERSONS = {
    ("s", "1"): "I",
    ("s", "2"): "you",
    ("s", "3"): "he or she",
    ("p", "1"): "we",
    ("p", "2"): "you all",
    ("p", "3"): "they",
}
_FINITE = frozenset(("ind", "imf", "prt", "fut", "past", "con", "sub"))
_TO_BE = word_set("sein werden bleiben heißen être ser essere быть бути być")
_DATIVE = word_set(
    """
    helfen danken vertrauen folgen gehören gefallen antworten dienen gehorchen verzeihen vergeben fehlen
    trauen верить поверить помогать помочь
    """
)


def check_subject(phrase: Phrase) -> Iterator[Fault]:
    """A pronoun as subject, and a verb that belongs to another person."""
    for at, item in enumerate(phrase.items):
        subjects = [one for one in item.of("p") if one.case == "nom"]
        if (
            not subjects
            or item.has("nda")
            or (any(one.case not in ("", "nom") for one in item.of("p")) and phrase.language != "de")
        ):
            continue
        verb = _verb_behind(phrase, at)
        if verb is None or _is_inverted(phrase, at, subjects):
            continue
        yield from _person(phrase, at, verb, subjects)


def _is_inverted(phrase: Phrase, at: int, subjects: list[Reading]) -> bool:
    """Whether the verb of this pronoun stands before it: "puis-je espérer", "willst du gehen"."""
    before = phrase.items[at - 1] if at and not phrase.items[at].comma else None
    if before is None:
        return False
    if phrase.language == "fr" and not before.has("c"):
        return True
    verbs = [one for one in before.of("v") if one.mood in _FINITE]
    return any(_fits(subject, one) for one in verbs for subject in subjects)


def _verb_behind(phrase: Phrase, at: int) -> int | None:
    after = at + 1
    while (
        after < len(phrase.items)
        and not phrase.items[after].comma
        and phrase.items[after].word.low in _BETWEEN
        and not phrase.items[after].only("v")
    ):
        after += 1
    if after >= len(phrase.items) or phrase.items[after].comma or not phrase.items[after].only("vm"):
        return None
    return after


def _person(phrase: Phrase, at: int, verb: int, subjects: list[Reading]) -> Iterator[Fault]:
    """Finite forms of another person, or an infinitive, right behind the pronoun."""
    typed = phrase.items[verb].word.low
    forms = phrase.items[verb].of("v")
    if any(one.form == typed and one.mood in _FINITE for one in forms):
        forms = tuple(one for one in forms if one.form == typed or one.mood != "pp")
    if any(one.mood in ("pp", "ger", "prp") for one in forms):
        return
    finite = [one for one in forms if one.mood in _FINITE]
    if any(_fits(subject, one) for subject in subjects for one in finite):
        return
    # What does not stand beside a subject at all may be an order: "ty, idi".
    if not finite and any(one.mood == "imp" for one in forms) and phrase.language in ("ru", "uk"):
        return
    if phrase.language == "ru" and any(one.lemma == "быть" for one in forms):
        return
    subject, model = subjects[0], (finite or list(forms))[0]
    form = finite_form(phrase, model, subject)
    if form is None or form.casefold() == phrase.items[verb].word.low:
        return
    who = phrase.said(at)
    what = (
        "is no form for a person"
        if not finite
        else f"goes with “{_PERSONS.get((model.number, model.person), 'another person')}”"
    )
    if finite and not model.person:
        what = (
            f"is {'feminine' if model.gender == 'f' else 'masculine'}"
            if model.gender in "mf" and model.number == "s"
            else "is plural"
        )
    yield Fault(
        "form",
        f"“{who}” is “{subject.gloss.split(' / ')[0] or who}”, “{phrase.said(verb)}” {what}",
        (phrase.way({verb: form}),),
    )


def _fits(subject: Reading, verb: Reading) -> bool:
    if verb.mood == "past":
        if verb.number != subject.number and verb.number:
            return False
        return (
            subject.person != "3"
            or verb.gender in ("", "c")
            or subject.gender in ("c", verb.gender)
            or verb.number == "p"
        )
    return verb.person == subject.person and verb.number == (subject.number or verb.number)


def finite_form(phrase: Phrase, model: Reading, subject: Reading) -> str | None:
    """The form of the verb for that subject: in the same tense as far as the spelling shows it, else the commonest."""
    from fabula.stages.foreign.analysis import reading_of

    every = [one for one in map(reading_of, phrase.forms(model.lemma)) if one.part == "v"]
    if model.mood == "past":
        fitting = [one for one in every if one.mood == "past" and _fits(subject, one)]
    else:
        mood = model.mood if model.mood in _FINITE - {"sub"} else "ind"
        fitting = [one for one in every if one.mood == mood and _fits(subject, one)]
    if not fitting:
        return None
    return max(fitting, key=lambda one: (one.often * 12 + fuzz.ratio(one.form, model.form), one.form)).form


def check_object(phrase: Phrase) -> Iterator[Fault]:
    """A pronoun in the form of a subject where it is the object: "ich liebe er", "ya videl ona"."""
    if phrase.language not in ("de", "ru", "uk"):
        return
    for at in range(2, len(phrase.items)):
        item, verb = phrase.items[at], phrase.items[at - 1]
        objects = item.of("p")
        if not objects or not item.only("p") or any(one.case != "nom" for one in objects) or item.comma or verb.comma:
            continue
        first = phrase.items[at - 2]
        subjects = [one for one in first.of("p") if one.case == "nom"]
        finite = [one for one in verb.of("v") if one.mood in _FINITE]
        if verb.lemmas() & _TO_BE or not any(_fits(subject, one) for subject in subjects for one in finite):
            continue
        if not subjects or (at + 1 < len(phrase.items) and phrase.items[at + 1].has("v")):
            continue
        case = "dat" if verb.lemmas() & _DATIVE else "acc"
        form = phrase.inflected(
            objects[0].lemma if phrase.language == "ru" else objects[0].form,
            "p",
            lambda one, case=case: one.case == case and one.mood != "prep",
        ) or _German.get((objects[0].form, case))
        if form:
            yield Fault(
                "form",
                f"“{item.word.text}” is the form of who does something; here it is done to them",
                (phrase.way({at: form}),),
            )


_German = {
    ("ich", "acc"): "mich", ("du", "acc"): "dich", ("er", "acc"): "ihn", ("wir", "acc"): "uns", ("ich", "dat"): "mir",
    ("du", "dat"): "dir",
    ("er", "dat"): "ihm", ("wir", "dat"): "uns",
}  # fmt: skip
_CLITIC = {
    "fr": {"moi": "me", "toi": "te", "lui": "le", "tu": "te", "il": "le", "elle": "la", "eux": "les"},
    "es": {"tú": "te", "ti": "te", "yo": "me", "mí": "me", "él": "lo", "ella": "la"},
    "it": {"tu": "ti", "io": "mi", "lui": "lo", "lei": "la"},
}
_LINKING = word_set("être aller venir penser tenir ser estar ir essere andare venire stare c'est parler sein")


def check_clitic(phrase: Phrase) -> Iterator[Fault]:
    """A stressed pronoun right behind its verb, as in English: "je aime toi" for "je t'aime"."""
    table = _CLITIC.get(phrase.language)
    if not table:
        return
    for at in range(1, len(phrase.items)):
        item, verb = phrase.items[at], phrase.items[at - 1]
        if item.comma or item.word.low not in table or not verb.only("v") or verb.lemmas() & _LINKING:
            continue
        finite = [one for one in verb.readings if one.mood == "ind"]
        if not finite or (any(one.mood == "imp" for one in verb.readings) and at == 1):
            continue
        if (at == 1 and phrase.language == "fr") or at + 1 < len(phrase.items):
            continue
        clitic = table[item.word.low]
        word = finite[0].form
        if phrase.language == "fr" and word[:1] in "aeiouéêèh" and clitic != "les":
            clitic = f"{clitic[0]}'"
        way = list(phrase.way({at: None}))
        way.insert(at - 1, clitic)
        yield Fault(
            "literal",
            f"“{verb.word.text} {item.word.text}” keeps the English order; the short form “{clitic}” stands before the verb",
            (tuple(way),),
        )
