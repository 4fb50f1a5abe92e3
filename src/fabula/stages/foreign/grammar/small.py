"""Rules of single languages: what stands before a Japanese noun or the end of a sentence, what Irish softens,
and Russian nouns
side by side."""

import re
from collections.abc import Iterator

from fabula.stages.foreign.analysis import Fault, Item, Phrase
from fabula.stages.vocabulary import word_set

_HONORIFICS = word_set("san kun chan sama sensei senpai dono")
_ENDINGS = word_set("yo ne no ka zo ze na sa wa kara kedo")
_SELF = word_set("watashi boku ore atashi washi")


def check_japanese(phrase: Phrase) -> Iterator[Fault]:
    """Particles and the copula."""
    if phrase.language != "ja":
        return
    low = [item.word.low for item in phrase.items]
    for at, word in enumerate(low):
        before = phrase.items[at - 1] if at else None
        after = phrase.items[at + 1] if at + 1 < len(low) else None
        if word == "da" and after and low[at + 1] in ("desu", "deshita"):
            yield Fault(
                "form",
                "“da” and “desu” are the same word, plain and polite: only one of them stands",
                (phrase.way({at: None}),),
            )
        elif word == "da" and before and _is(before, "a", "plain") and not before.has("kn"):
            yield Fault(
                "form", f"an adjective in -i like “{before.word.text}” takes no “da”", (phrase.way({at: None}),)
            )
        elif (
            word in ("da", "desu")
            and before
            and before.only("v")
            and not _is(before, "v", "polite")
            and low[at - 1].endswith("u")
        ):
            yield Fault("form", f"a verb like “{before.word.text}” takes no “{word}”", (phrase.way({at: None}),))
        elif (
            word == "na" and before and after and _is(before, "a", "plain") and not before.has("kn") and after.has("n")
        ):
            yield Fault(
                "particle",
                f"an adjective in -i like “{before.word.text}” stands right before its noun, without “na”",
                (phrase.way({at: None}),),
            )
        elif word == "no" and before and after and before.only("a") and after.has("n"):
            yield Fault(
                "particle",
                f"an adjective in -i like “{before.word.text}” stands right before its noun, without “no”",
                (phrase.way({at: None}),),
            )
        elif word == "ka" and after and low[at + 1] in ("desu", "masu", "deshita"):
            way = list(phrase.way({}))
            way[at], way[at + 1] = at + 1, at
            yield Fault("word-order", "the “ka” of a question stands last", (tuple(way),))
        elif (
            before
            and before.readings[:1]
            and before.readings[0].part == "k"
            and phrase.items[at].has("n")
            and not phrase.items[at].has("krv")
            and word not in _HONORIFICS
        ):
            way = list(phrase.way({}))
            way.insert(at, "な")
            yield Fault("particle", f"“{before.word.text}” takes “na” before its noun", (tuple(way),))
        elif (
            word == "wa"
            and before
            and before.has("v")
            and at + 1 == len(low)
            and low[at - 1] in ("desu", "masu")
            and any(one in low for one in ("nan", "nani", "dare", "doko", "itsu"))
        ):
            yield Fault(
                "particle",
                "a question ends in “ka”; “wa” at the end only softens what is said",
                (phrase.way({at: "か"}),),
            )
    yield from _honorifics(phrase, low)
    yield from _question(phrase, low)


def _question(phrase: Phrase, low: list[str]) -> Iterator[Fault]:
    asks = {"nan", "nani", "dare", "doko", "itsu", "naze"}
    if len(low) >= 3 and low[-1] == "wa" and low[-2] in ("desu", "masu", "deshita") and asks & set(low):
        yield Fault(
            "particle",
            "a question ends in “ka”; “wa” at the end only softens what is said",
            (phrase.way({len(low) - 1: "か"}),),
        )


def _is(item: Item, part: str, mood: str) -> bool:
    return any(one.part == part and one.mood == mood for one in item.readings)


def _honorifics(phrase: Phrase, low: list[str]) -> Iterator[Fault]:
    for at, word in enumerate(low):
        if word not in _HONORIFICS:
            continue
        if (
            at == 0
            and len(low) == 2
            and word in ("san", "kun", "chan", "sama")
            and phrase.items[1].word.text[:1].isupper()
        ):
            yield Fault("word-order", f"“{word}” stands behind the name", ((1, f"-{word}"),))
        elif at >= 2 and low[at - 2] in ("wa", "ha") and at >= 3 and low[at - 3] in _SELF and word != "sensei":
            yield Fault("address", f"nobody calls themselves “{word}”: it honours the other", (phrase.way({at: None}),))


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
