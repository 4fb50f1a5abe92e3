"""Which word a misspelling was meant to be."""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from math import log10

import msgspec

from fabula.reading import Lint
from fabula.stages.trusted_rules import SPELLING

_LETTERS = "abcdefghijklmnopqrstuvwxyz'"
_ROWS = ("qwertyuiop", "asdfghjkl", "zxcvbnm")
_VOWELS = frozenset("aeiouy")
_ALIKE = frozenset(map(frozenset, ("sc", "sz", "ck", "kq", "gj", "fv", "mn", "dt", "bp", "vw", "cx")))
_REGULARISED = {
    "layed": "laid", "payed": "paid", "rised": "rose", "teached": "taught", "catched": "caught", "drived": "drove",
    "writed": "wrote", "eated": "ate", "falled": "fell", "feeled": "felt", "fighted": "fought", "finded": "found",
    "flied": "flew", "forgetted": "forgot", "freezed": "froze", "holded": "held", "keeped": "kept", "knowed": "knew",
    "leaved": "left", "losed": "lost", "maked": "made", "meaned": "meant", "runned": "ran", "sayed": "said",
    "seed": "saw", "seeked": "sought", "shaked": "shook", "sleeped": "slept", "speaked": "spoke", "standed": "stood",
    "stealed": "stole", "sticked": "stuck", "striked": "struck", "swimmed": "swam", "taked": "took", "telled": "told",
    "thinked": "thought", "throwed": "threw", "throwned": "thrown", "waked": "woke", "weared": "wore",
    "weeped": "wept", "wented": "went", "bringed": "brought", "buyed": "bought", "choosed": "chose",
    "clinged": "clung", "creeped": "crept", "digged": "dug", "drawed": "drew", "drinked": "drank", "flinged": "flung",
    "grinded": "ground", "growed": "grew", "hided": "hid", "hitted": "hit", "hurted": "hurt", "shutted": "shut",
    "singed": "sang", "sinked": "sank", "slided": "slid", "spinned": "spun", "springed": "sprang", "swinged": "swung",
    "understanded": "understood", "womans": "women",
}  # fmt: skip
"""Irregular words bent by the regular rule, where we could find no closer spelling by typing slips."""
_RUN_TOGETHER = {
    "alot": "a lot", "alittle": "a little", "abit": "a bit", "infront": "in front", "infact": "in fact", "incase": "in case",
    "aswell": "as well", "atleast": "at least", "eachother": "each other", "noone": "no one", "everytime": "every time",
    "highschool": "high school", "nevermind": "never mind", "ofcourse": "of course", "thankyou": "thank you",
    "upto": "up to", "inspite": "in spite", "eventhough": "even though", "allright": "all right",
    "livingroom": "living room", "icecream": "ice cream", "afterall": "after all",
}  # fmt: skip
"""Two words that writers run together."""
GLUE = frozenset(
    """
    a an the to of in on at and or but my his her our your their them him it us me i he she you we they was were is are got
    get with from for that this not no
    """.split()  # noqa: SIM905
)
"""Little words that a finger glues to their neighbour; two others in one ("homeworld") are a word of the writer's making."""
_SOUNDS = (
    (re.compile(r"^(?:kn|gn)"), "n"), (re.compile(r"^wr"), "r"), (re.compile(r"^ps"), "s"), (re.compile(r"^rh"), "r"),
    (re.compile(r"wh"), "w"), (re.compile(r"ph"), "f"), (re.compile(r"gh(?=t|$|[aeiou])"), ""),
    (re.compile(r"[sc]c?h?(?=ion|ial)"), "s"), (re.compile(r"c(?=[eiy])"), "s"), (re.compile(r"ck|c|q"), "k"),
    (re.compile(r"z"), "s"), (re.compile(r"x"), "ks"), (re.compile(r"(.)\1+"), r"\1"),
    (re.compile(r"(?<=.)[aeiouyhw]+"), "."),
)  # fmt: skip
"""Letters that sound alike, in the order they are put in; vowels after the first letter count as one."""
_HEARD = 0.3
"""What a word that sounds as it was typed is ahead of one that does not."""
_KEPT = 5
_PER_LETTER = 0.25
"""How much slip a letter of the word may carry: a word further from every known word is the author's own, not a slip."""
_SEEN = 0.15
"""A rarer word, in a million, is no likely meaning."""
_GLUED = 3.0
"""A word must stand so often, in a million, to be seen in one that is glued to a little word."""
_UNSEEN = 0.05
"""How often, in a million words, we take a word to stand that the dictionary has and our fiction does not."""


def best_spellings(text: str, lints: Iterable[Lint], known: dict[str, float]) -> Iterator[Lint]:
    """The lints, those about spelling with their replacements ranked: at most five, likeliest first.

    A word that is like no word of fiction keeps none.
    """
    ranked: dict[str, tuple[str, ...]] = {}
    for lint in lints:
        if lint.rule != SPELLING:
            yield lint
            continue
        word = text[lint.span.start : lint.span.end]
        if word not in ranked:
            ranked[word] = _ranked(word, lint.replacements, known)
        best = ranked[word][0].casefold() if ranked[word] else ""
        yield msgspec.structs.replace(
            lint,
            replacements=ranked[word],
            slips=slip_cost(_straight(word).casefold(), best.replace("’", "'")),
            often=min(known.get(piece, 0.0) for piece in best.replace("’", "'").split(" ")),
        )


def _straight(word: str) -> str:
    return word.replace("’", "'")


def _ranked(word: str, offered: tuple[str, ...], known: dict[str, float]) -> tuple[str, ...]:
    low = _straight(word).casefold()
    if low in _RUN_TOGETHER:
        return (_in_the_manner_of(word, _RUN_TOGETHER[low], offered),)
    named = [one for one in offered if one[:1].isupper() and word[:1].islower()]
    pool = dict.fromkeys(
        [one.casefold() for one in offered if one and " " not in one and not one.endswith("'s") and one not in named]
    )
    pool.update(dict.fromkeys(one for one in _one_slip_away(low) if known.get(one, 0.0) >= _UNSEEN * 4))
    pool.update(dict.fromkeys(_two_words(low, known)))
    likely = [one for one in pool if one != low and _is_likely(low, one, known)]
    first = sorted(likely, key=lambda one: (round(_cost(low, one, known), 4), one))
    if first and first[0].replace("'", "") == low:
        return (_in_the_manner_of(word, first[0], offered),)
    bent = [_REGULARISED[low]] if low in _REGULARISED else []
    return tuple(_in_the_manner_of(word, one, offered) for one in dict.fromkeys([*bent, *first][:_KEPT]))


def _is_likely(low: str, meant: str, known: dict[str, float]) -> bool:
    if " " in meant:
        return True
    slips = slip_cost(low, meant)
    if known.get(meant, 0.0) < _SEEN:
        return slips <= 1.0 and len(low) > 4
    return slips <= max(1.1, _PER_LETTER * len(low))


def _two_words(low: str, known: dict[str, float]) -> Iterator[str]:
    """The word cut in two where a little word is glued to a common one."""
    for cut in range(1, len(low)):
        left, right = low[:cut], low[cut:]
        little, other = (left, right) if left in GLUE else (right, left)
        enough = len(other) >= len(little) and len(other) > 2 and known.get(other, 0.0) >= _GLUED
        if little in GLUE and enough and (len(little) > 1 or (little in "ai" and little == left)):
            yield f"{left} {right}"


def _one_slip_away(low: str) -> Iterator[str]:
    """Every string that one typing slip turns into `low`."""
    for at in range(len(low) + 1):
        head, tail = low[:at], low[at:]
        for letter in _LETTERS:
            yield head + letter + tail
            if tail:
                yield head + letter + tail[1:]
        if tail:
            yield head + tail[1:]
        if len(tail) > 1:
            yield head + tail[1] + tail[0] + tail[2:]


def _cost(typed: str, meant: str, known: dict[str, float]) -> float:
    """How unlikely it is that someone who meant one word typed the other; lower is likelier."""
    if " " in meant:
        left, right = meant.split(" ")
        return 1.1 - 0.25 * log10(max(_UNSEEN, min(known.get(left, _GLUED), known.get(right, _GLUED))))
    slips = slip_cost(typed, meant)
    heard = _heard(typed) == _heard(meant)
    first = 0.0 if typed[:1] == meant[:1] or heard else 0.5
    return slips + first - _HEARD * heard - 0.25 * log10(known.get(meant, _UNSEEN))


def _heard(word: str) -> str:
    """The word as it sounds, roughly: "knaw" and "gnaw" are one, and so are "whispy" and "wispy"."""
    for letters, sound in _SOUNDS:
        word = letters.sub(sound, word)
    return word


def _without_accents(word: str) -> str:
    return "".join(letter for letter in unicodedata.normalize("NFD", word) if not unicodedata.combining(letter))


def slip_cost(typed: str, meant: str) -> float:
    """The cheapest way of typing the one for the other: 1 for a plain wrong, missing or extra letter, less for a
    transposition, a doubled letter, a vowel for a vowel, a neighbouring key, an apostrophe left out.

    Source: Damerau 1964 for the four slips; the discounts follow the order of Kernighan, Church and Gale 1990.
    """
    if not meant.isascii():
        typed, meant = _without_accents(typed), _without_accents(meant)
    rows = [[0.0] * (len(meant) + 1) for _ in range(len(typed) + 1)]
    for i in range(1, len(typed) + 1):
        rows[i][0] = rows[i - 1][0] + 1.0
    for j in range(1, len(meant) + 1):
        rows[0][j] = rows[0][j - 1] + _left_out(meant, j - 1)
    for i, one in enumerate(typed, start=1):
        for j, other in enumerate(meant, start=1):
            best = min(
                rows[i - 1][j - 1] + (0.0 if one == other else _mixed_up(one, other)),
                rows[i - 1][j] + (0.6 if i > 1 and typed[i - 2] == one else 1.0),
                rows[i][j - 1] + _left_out(meant, j - 1),
            )
            if i > 1 and j > 1 and one == meant[j - 2] and typed[i - 2] == other:
                best = min(best, rows[i - 2][j - 2] + 0.7)
            rows[i][j] = best
    return rows[-1][-1]


def _left_out(meant: str, at: int) -> float:
    letter = meant[at]
    if letter == "'":
        return 0.2
    return 0.6 if at and meant[at - 1] == letter else 0.9


def _mixed_up(one: str, other: str) -> float:
    if one in _VOWELS and other in _VOWELS:
        return 0.7
    if frozenset((one, other)) in _ALIKE:
        return 0.8
    return 0.85 if _adjoin(one, other) else 1.1


def _adjoin(one: str, other: str) -> bool:
    """Whether two letters lie side by side on the keyboard."""
    for row in _ROWS:
        if one in row and other in row:
            return abs(row.index(one) - row.index(other)) == 1
    return False


def _in_the_manner_of(word: str, meant: str, offered: tuple[str, ...]) -> str:
    """The meant word with the capitals and the apostrophe of the typed one."""
    if meant in offered or meant.capitalize() in offered:
        meant = meant if meant in offered else meant.capitalize()
    else:
        meant = next((one for one in offered if one.casefold() == meant), meant)
    if "’" in word:
        meant = meant.replace("'", "’")
    if word.isupper() and len(word) > 1:
        return meant.upper()
    return meant[:1].upper() + meant[1:] if word[:1].isupper() else meant
