"""Rules of single languages: what stands before a Japanese noun or the end of a sentence, what Irish softens, and Russian
nouns side by side.
"""

import re
from collections.abc import Iterator

from fabula.stages.foreign.analysis import Fault, Item, Phrase
from fabula.stages.vocabulary import word_set

_HONORIFICS = word_set("san kun chan sama sensei senpai dono")
_SELF = word_set("watashi boku ore atashi washi")
_ASKING = word_set("nan nani dare doko itsu naze")
_POLITE = word_set("desu masu deshita")


def check_japanese(phrase: Phrase) -> Iterator[Fault]:
    """Particles, the copula and honorifics."""
    if phrase.language != "ja":
        return
    low = [item.word.low for item in phrase.items]
    for at in range(len(low)):
        fault = _of_copula(phrase, low, at) or _of_particle(phrase, low, at) or _of_honorific(phrase, low, at)
        if fault:
            yield fault
    if len(low) >= len(("nan", "desu", "wa")) and low[-1] == "wa" and low[-2] in _POLITE and _ASKING & set(low):
        reason = "a question ends in “ka”; “wa” at the end only softens what is said"
        yield Fault("particle", reason, (phrase.way({len(low) - 1: "か"}),))


def _of_copula(phrase: Phrase, low: list[str], at: int) -> Fault | None:
    """ "Da" beside "desu", or either behind a word that needs none."""
    if low[at] not in ("da", "desu"):
        return None
    before = phrase.items[at - 1] if at else None
    reason = ""
    if low[at] == "da" and low[at + 1 : at + 2] in (["desu"], ["deshita"]):
        reason = "“da” and “desu” are the same word, plain and polite: only one of them stands"
    elif low[at] == "da" and before and _is(before, "a", "plain") and not before.has("kn"):
        reason = f"an adjective in -i like “{before.word.text}” takes no “da”"
    elif before and before.only("v") and not _is(before, "v", "polite") and low[at - 1].endswith("u"):
        reason = f"a verb like “{before.word.text}” takes no “{low[at]}”"
    return Fault("form", reason, (phrase.way({at: None}),)) if reason else None


def _of_particle(phrase: Phrase, low: list[str], at: int) -> Fault | None:
    """ "Na" or "no" between an adjective and its noun, too many or missing; "ka" that is not last."""
    item, before = phrase.items[at], phrase.items[at - 1] if at else None
    after = phrase.items[at + 1] if at + 1 < len(low) else None
    way = list(phrase.way({}))
    if low[at] == "ka" and after and after.word.low in _POLITE:
        way[at], way[at + 1] = at + 1, at
        return Fault("word-order", "the “ka” of a question stands last", (tuple(way),))
    if before is None:
        return None
    plain = _is(before, "a", "plain") and not before.has("kn") if low[at] == "na" else before.only("a")
    if low[at] in ("na", "no") and after and after.has("n") and plain:
        reason = f"an adjective in -i like “{before.word.text}” stands right before its noun, without “{low[at]}”"
        return Fault("particle", reason, (phrase.way({at: None}),))
    needs = before.readings[:1] and before.readings[0].part == "k"
    if needs and item.has("n") and not item.has("krv") and low[at] not in _HONORIFICS:
        way.insert(at, "な")
        return Fault("particle", f"“{before.word.text}” takes “na” before its noun", (tuple(way),))
    return None


def _of_honorific(phrase: Phrase, low: list[str], at: int) -> Fault | None:
    """ "Kun Naruto" for "Naruto-kun"; an honorific for oneself."""
    word = low[at]
    if word not in _HONORIFICS:
        return None
    named = at == 0 and len(low) == len(("kun", "Naruto")) and phrase.items[1].word.text[:1].isupper()
    if named and word in ("san", "kun", "chan", "sama"):
        return Fault("word-order", f"“{word}” stands behind the name", ((1, f"-{word}"),))
    if word != "sensei" and low[max(0, at - 2)] in ("wa", "ha") and low[max(0, at - 3)] in _SELF:
        return Fault("address", f"nobody calls themselves “{word}”: it honours the other", (phrase.way({at: None}),))
    return None


def _is(item: Item, part: str, mood: str) -> bool:
    return any(one.part == part and one.mood == mood for one in item.readings)


_SOFT = re.compile(r"[bcdfgmpt](?!h)|s(?![cmpt]|h)")
_SOFTENING = frozenset(("mo", "do"))


def check_irish(phrase: Phrase) -> Iterator[Fault]:
    """ "Mo", "do" and the "a" of calling soften the sound behind them: "mo ghrá", "a chara"."""
    if phrase.language != "ga":
        return
    for at in range(1, len(phrase.items)):
        item, before = phrase.items[at], phrase.items[at - 1].word.low
        soft = before in _SOFTENING or (before == "a" and at == 1)
        if not soft or item.comma or not _SOFT.match(item.word.low):
            continue
        form = f"{item.word.low[0]}h{item.word.low[1:]}"
        if before == "a" and not item.has("n"):
            continue
        yield Fault(
            "form",
            f"behind “{phrase.said(at - 1)}” the sound softens, and an h is written: “{form}”",
            (phrase.way({at: form}),),
        )


_AS_ADJECTIVE = {
    "зима": "зимний", "лето": "летний", "осень": "осенний", "весна": "весенний", "снег": "снежный", "луна": "лунный",
    "ночь": "ночной", "звезда": "звёздный",
    "золото": "золотой", "серебро": "серебряный", "железо": "железный", "сталь": "стальной", "кровь": "кровавый",
    "огонь": "огненный", "лёд": "ледяной",
    "лес": "лесной", "море": "морской", "солнце": "солнечный", "утро": "утренний", "вечер": "вечерний",
    "камень": "каменный", "школа": "школьный",
}  # fmt: skip


def check_russian_pair(phrase: Phrase) -> Iterator[Fault]:
    """Two nouns side by side, as in English, where the first ought to be an adjective."""
    if phrase.language != "ru":
        return
    for at in range(len(phrase.items) - 1):
        one, noun = phrase.items[at], phrase.items[at + 1]
        lemma = next((each.lemma for each in one.of("n") if each.case == "nom" and each.lemma in _AS_ADJECTIVE), None)
        heads = [each for each in noun.of("n") if each.case == "nom" and each.number == "s"]
        if not lemma or not heads or noun.comma or not one.only("n") or (at and phrase.items[at - 1].has("n")):
            continue
        head = heads[0]
        form = phrase.inflected(
            _AS_ADJECTIVE[lemma],
            "a",
            lambda each, head=head: (
                each.gender == head.gender and each.number == "s" and each.case == "nom" and not each.mood
            ),
        )
        if form:
            yield Fault(
                "literal",
                f"two nouns do not stand side by side here: “{phrase.said(at)}” becomes an adjective "
                f"before “{phrase.said(at + 1)}”",
                (phrase.way({at: form}),),
            )
