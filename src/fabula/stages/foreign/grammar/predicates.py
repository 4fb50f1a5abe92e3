"""What is said of a subject with "to be": it agrees with the subject."""

from collections.abc import Iterator

from fabula.stages.foreign.analysis import Fault, Phrase, Reading, meets

_BEING = frozenset(("être", "ser", "estar", "essere", "stare"))
_ADVERBS = frozenset("très trop si tout plus muy tan más molto così troppo muito tão mais pas bien".split())  # noqa: SIM905
_ANYBODY = frozenset(("vous", "on", "usted", "ustedes", "você", "vocês", "voi"))
"""Pronouns that do not show how many, or of which sex, are meant."""
_WITHOUT_BEING = frozenset(("ru", "uk"))
_ROMANCE = frozenset(("fr", "es", "it", "pt"))


def check_predicate(phrase: Phrase) -> Iterator[Fault]:
    """An adjective behind "to be" that does not agree: "nous sommes perdu", "ella es bonito", "mi madre está cansado"; in
    Russian and Ukrainian right behind the pronoun: "ona krasivyy".
    """
    if phrase.language in _WITHOUT_BEING:
        yield from _of_pronoun(phrase)
    if phrase.language not in _ROMANCE:
        return
    for at in range(1, len(phrase.items) - 1):
        verb = phrase.items[at]
        subject = _subject(phrase, at - 1)
        if subject is None or not verb.lemmas() & _BEING or verb.has("n") or verb.comma:
            continue
        said = at + 1
        while said < len(phrase.items) and phrase.items[said].word.low in _ADVERBS:
            said += 1
        if said < len(phrase.items) and not phrase.items[said].comma and not _before_noun(phrase, said):
            yield from _compare(phrase, subject, at - 1, said)


def _of_pronoun(phrase: Phrase) -> Iterator[Fault]:
    """ "He" or "she" and, as all that follows, an adjective as a subject has it."""
    if len(phrase.items) < len(("she", "beautiful")):
        return
    first = len(phrase.items) - 2
    who, said = phrase.items[first:]
    subject = next((one for one in who.of("p") if one.case == "nom" and one.gender in ("m", "f")), None)
    named = any(one.case in ("", "nom") for one in said.of("a"))
    if subject and who.only("p") and said.only("a") and named and not said.comma:
        yield from _compare(phrase, subject, first, first + 1)


def _before_noun(phrase: Phrase, at: int) -> bool:
    return at + 1 < len(phrase.items) and phrase.items[at + 1].has("n")


def _subject(phrase: Phrase, at: int) -> Reading | None:
    item = phrase.items[at]
    if item.word.low in _ANYBODY or item.word.low in _ADVERBS:
        return None
    pronoun = next((one for one in item.of("p") if one.case == "nom"), None)
    if pronoun:
        return pronoun
    named = at and phrase.items[at - 1].has("d") and item.has("n") and not item.has("v")
    return item.of("n")[0] if named and len({one.gender for one in item.of("n")}) == 1 else None


def _compare(phrase: Phrase, subject: Reading, first: int, said: int) -> Iterator[Fault]:
    item = phrase.items[said]
    about = [one for one in item.readings if one.mood == "pp" or (one.part == "a" and one.case in ("", "nom"))]
    if not about or not item.only("avn") or (item.has("n") and not item.has("a")):
        return
    if any(meets(one.gender, subject.gender, "c") and meets(one.number, subject.number) for one in about):
        return
    gender = subject.gender if subject.gender in "mf" else about[0].gender
    model = about[0]
    wanted = (subject.number, model.mood)
    form = phrase.inflected(
        model.lemma,
        model.part,
        lambda one: meets(one.gender, gender, "c") and one.case == model.case and (one.number, one.mood) == wanted,
    )
    if form and form.casefold() != item.word.low:
        evidence = f"“{phrase.said(said)}” does not agree with “{phrase.said(first)}”"
        yield Fault("agreement", evidence, (phrase.way({said: form}),))
