"""Slips put into clean prose, in the proportions and with the signature of fiction drafts.

The proportions follow counts of what authors of fiction mended in their own drafts; the text of those drafts is not used.
"""

from __future__ import annotations

import math
import random
from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass
from itertools import combinations

from fabula.models.slips_words import plain_word
from fabula.stages.spellings import slip_cost
from training.slips.confusions import HERE, SAME_JOB, SEEN, Pairs, regular_forms

KEEP, REPLACE, DELETE, IGNORE = 0, 1, 2, -100
DROPPED = {
    "the": 0.5, "a": 0.9, "an": 0.9, "to": 0.8, "of": 0.8, "in": 0.8, "on": 0.8, "at": 0.8, "for": 0.8, "with": 0.8,
    "from": 0.8, "by": 0.7, "as": 0.6, "it": 0.8, "he": 0.6, "she": 0.6, "i": 0.6, "you": 0.6, "they": 0.7, "we": 0.7,
    "him": 0.8, "her": 0.6, "them": 0.8, "me": 0.8, "is": 0.9, "was": 0.9, "were": 0.9, "be": 1, "been": 1, "are": 0.9,
    "had": 0.5, "have": 0.9, "has": 0.9, "not": 0.5, "his": 0.7, "my": 0.7, "your": 0.7, "their": 0.7, "its": 0.7,
    "and": 0.15, "that": 0.05, "who": 0.4, "what": 0.6, "out": 0.3, "up": 0.3, "do": 0.5, "did": 0.5, "would": 0.5,
    "could": 0.6, "will": 0.6, "can": 0.6, "into": 0.8, "than": 0.9, "or": 0.5, "if": 0.7, "when": 0.5, "like": 0.5,
    "no": 0.3, "one": 0.3, "us": 0.7, "there": 0.5, "how": 0.5, "about": 0.5, "off": 0.3, "over": 0.3, "back": 0.1,
}  # fmt: skip
"""How readily each word is left out where it stands; any other word once in thirty times."""
LEFT_OVER = [
    "the",
    "a",
    "to",
    "of",
    "in",
    "and",
    "it",
    "that",
    "was",
    "is",
    "he",
    "be",
    "have",
    "had",
    "at",
    "on",
    "for",
    "with",
    "as",
    "his",
    "her",
    "i",
    "you",
    "so",
    "not",
    "an",
    "out",
    "up",
    "by",
    "from",
    "are",
]
LETTERS = "abcdefghijklmnopqrstuvwxyz"
ROWS = ("qwertyuiop", "asdfghjkl", "zxcvbnm")
SHARES = {
    "s": 15, "h": 13, "i": 9, "agreement": 12, "participle": 8, "tense": 8, "person": 8, "d": 4, "f": 7, "dropped": 22,
    "left over": 8, "remnant": 6, "copied": 4, "doubled": 2, "swapped": 2, "apostrophe": 6, "split": 3, "typo": 6,
}  # fmt: skip
AGREEING = (
    "was were", "is are", "has have", "does do", "isn't aren't", "wasn't weren't", "doesn't don't", "hasn't haven't",
    "this these", "that those", "man men", "woman women", "am is", "am are",
)  # fmt: skip
AGREED = frozenset(word for words in AGREEING for word in words.split())
PERSONS = (
    "my his her your their our its", "i he she you they we it", "me him her you them us it",
    "myself himself herself yourself themselves ourselves",
)  # fmt: skip
HELPERS = frozenset(
    "had have has having been be was were is are being would've could've should've hadn't haven't get got to".split()  # noqa: SIM905
)
SPACING = 3
"""Words between two slips."""


@dataclass
class Word:
    """A word on the page: what is to be done with it, what was meant, and the word missing before it, if any."""

    text: str
    opens: bool
    act: int = KEEP
    meant: str = ""
    missing: str | None = None
    touched: bool = False


class Maker:
    """Puts slips into paragraphs; holds the tables it draws them from."""

    def __init__(self, pairs: Pairs, often: dict[str, float]) -> None:
        self.often = often
        self.typed: dict[str, dict[str, tuple[list[str], list[float]]]] = defaultdict(dict)
        found: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
        for typed, meant in pairs.items():
            for word, kind in meant.items():
                found[word][kind].append(typed)
        for word, kinds in found.items():
            for kind, several in kinds.items():
                weights = [self._likelihood(one, word) if kind == "s" else 1.0 for one in several]
                self.typed[word][kind] = (several, weights)
        self.siblings: dict[str, list[str]] = defaultdict(list)
        for words in SAME_JOB:
            for word in words.split():
                self.siblings[word] += [other for other in words.split() if other != word and "'" not in other]
        verbs = [w for w in often if often[w] > 8 and w in self.typed and "i" in self.typed[w]]
        self.verbs = {end: [w for w in verbs if w.endswith(end)] for end in ("ed", "ing", "s")}
        self.adverbs = [w for w in often if w.endswith("ly") and often[w] > 8]
        self.forms = own_forms(often)
        self.names = list(SHARES)
        self.weights = list(SHARES.values())

    def _likelihood(self, typed: str, meant: str) -> float:
        return math.exp(-3 * slip_cost(typed, meant)) * max(self.often.get(typed, 0.5), 0.5) ** 0.3

    def slipped(self, paragraphs: list[list[str]], chance: random.Random) -> list[Word]:
        """The words of the paragraphs with slips in them: none or one in half of the texts, many in the others."""
        words = [Word(text, n == 0) for paragraph in paragraphs for n, text in enumerate(paragraph)]
        drawn = chance.random()
        count = 0 if drawn < 0.25 else 1 if drawn < 0.45 else max(1, int(len(words) / chance.uniform(12, 45)))
        for _ in range(count):
            self.add(words, chance.choices(self.names, self.weights)[0], chance)
        return words

    def add(self, words: list[Word], kind: str, chance: random.Random) -> bool:
        """Puts one slip of a kind somewhere, where one is possible; says whether it was."""
        apply: Callable[[list[Word], int, random.Random], bool] = {
            "dropped": self.drop, "left over": self.leave_over, "remnant": self.remain, "copied": self.copy,
            "doubled": self.double, "swapped": self.swap, "apostrophe": self.apostrophe, "split": self.split,
            "typo": self.mistype, 
        }.get(kind, lambda w, at, c: (self.bend if kind in self.forms else self.confuse)(w, at, c, kind))  # fmt: skip
        for _ in range(40):
            at = self._place(words, kind, chance)
            around = words[max(0, at - SPACING) : at + SPACING + 1]
            if words[at].text[0].isalpha() and not any(word.touched for word in around) and apply(words, at, chance):
                for word in words[max(0, at - 1) : at + 2]:
                    word.touched = True
                return True
        return False

    def _place(self, words: list[Word], kind: str, chance: random.Random) -> int:
        """A place by chance; of a few possible ones often the rarest, or the one with most wrong forms, where that matters."""
        places = [chance.randrange(len(words)) for _ in range(8)]
        if kind in "hs" and chance.random() < 0.6:
            able = [at for at in places if kind in self.typed.get(plain_word(words[at].text), {})]
            return min(able or places, key=lambda at: self.often.get(plain_word(words[at].text), 0.0))
        if kind == "agreement" and chance.random() < 0.5:
            return next((at for at in places if plain_word(words[at].text) in AGREED), places[0])
        if kind == "participle" and chance.random() < 0.7:
            return max(places, key=lambda at: len(self.forms[kind].get(plain_word(words[at].text), ())))
        return places[0]

    def confuse(self, words: list[Word], at: int, chance: random.Random, kind: str) -> bool:
        """Another word that is taken for this one."""
        word = plain_word(words[at].text)
        several, weights = self.typed.get(word, {}).get(kind, ((), ()))
        if not several or (kind in "sid" and len(word) < 3 and chance.random() < 0.5) or _is_name(words, at):
            return False
        typed = chance.choices(several, weights)[0]
        if " " in typed:
            return False
        words[at].meant, words[at].act = word, REPLACE
        words[at].text = in_manner(typed, words[at].text)
        return True

    def bend(self, words: list[Word], at: int, chance: random.Random, kind: str) -> bool:
        """Another form of the word that differs in number, tense or person alone."""
        word = plain_word(words[at].text)
        several = self.forms[kind].get(word, ())
        if not several or _is_name(words, at):
            return False
        if kind == "participle" and not any(plain_word(w.text) in HELPERS for w in words[max(0, at - 3) : at]):
            return False
        words[at].meant, words[at].act = word, REPLACE
        words[at].text = in_manner(chance.choice(several), words[at].text)
        return True

    def drop(self, words: list[Word], at: int, chance: random.Random) -> bool:
        word = plain_word(words[at].text)
        likely = DROPPED.get(word, 0.033)
        following = words[at + 1] if at + 1 < len(words) else None
        if following is None or following.opens or _is_name(words, at):
            return False
        if word == "the" and following.text.endswith("s"):
            likely *= 0.3
        if words[at].opens or not words[at - 1].text[0].isalnum():
            likely *= 0.25
        if chance.random() > likely:
            return False
        if words[at].text[0].isupper() and word != "i":
            following.text = following.text[:1].upper() + following.text[1:]
        following.missing, following.opens = word, words[at].opens
        del words[at]
        return True

    def leave_over(self, words: list[Word], at: int, chance: random.Random) -> bool:
        return self._insert(words, at, chance.choice(LEFT_OVER))

    def remain(self, words: list[Word], at: int, chance: random.Random) -> bool:
        """A word of the same kind before or behind this one: what stood there before the sentence was changed."""
        word = plain_word(words[at].text)
        end = next((end for end in self.verbs if word.endswith(end) and "i" in self.typed.get(word, {})), "")
        pool = self.siblings.get(word) or (self.verbs[end] if end else self.adverbs if word.endswith("ly") else [])
        return bool(pool) and self._insert(words, at + chance.randrange(2), chance.choice(pool))

    def copy(self, words: list[Word], at: int, chance: random.Random) -> bool:
        """A word that stands near once more."""
        source = at + chance.choice((-4, -3, -2, 2, 3))
        if not 0 <= source < len(words) or not words[source].text.isalpha() or _is_name(words, source):
            return False
        return self._insert(words, at, plain_word(words[source].text))

    def _insert(self, words: list[Word], at: int, extra: str) -> bool:
        if at >= len(words) or words[at].opens or not words[at].text[0].isalpha():
            return False
        if not words[at - 1].text[-1].isalpha() or extra in (
            plain_word(words[at].text),
            plain_word(words[at - 1].text),
        ):
            return False
        words.insert(at, Word("I" if extra == "i" else extra, False, DELETE))
        return True

    def double(self, words: list[Word], at: int, chance: random.Random) -> bool:
        size = chance.choice((1, 1, 1, 2, 3))
        again = words[at : at + size]
        if len(again) < size or any(w.opens or not w.text[0].isalpha() or w.missing for w in again):
            return False
        words[at + size : at + size] = [Word(w.text, False, DELETE) for w in again]
        return True

    def swap(self, words: list[Word], at: int, chance: random.Random) -> bool:
        if at + 1 >= len(words) or words[at].opens or words[at + 1].opens:
            return False
        one, other = words[at], words[at + 1]
        if not (one.text.isalpha() and other.text.isalpha()) or one.text[0].isupper() or other.text[0].isupper():
            return False
        one.text, other.text = other.text, one.text
        one.act = other.act = REPLACE
        one.meant, other.meant = plain_word(other.text), plain_word(one.text)
        return True

    def apostrophe(self, words: list[Word], at: int, chance: random.Random) -> bool:
        """An apostrophe left out, or one put into a plural."""
        text = words[at].text
        mark = next((mark for mark in "’'" if mark in text[1:-1]), "")
        if mark:
            changed = text.replace(mark, "", 1)
        elif text.endswith("s") and len(text) > 3 and text[-2] not in "su" and "i" in self.typed.get(text.lower(), {}):
            changed = text[:-1] + chance.choice("’'") + "s"
        else:
            return False
        words[at].text, words[at].meant, words[at].act = changed, plain_word(text), REPLACE
        return True

    def split(self, words: list[Word], at: int, chance: random.Random) -> bool:
        """One word written as two, or two as one."""
        word = plain_word(words[at].text)
        following = words[at + 1] if at + 1 < len(words) else None
        both = f"{word} {plain_word(following.text)}" if following and not following.opens else ""
        if both and "h" in self.typed.get(both, {}):
            words[at].text = in_manner(both.replace(" ", ""), words[at].text)
            words[at].meant, words[at].act = both, REPLACE
            del words[at + 1]
            return True
        for typed in self.typed.get(word, {}).get("h", ((), ()))[0]:
            if " " in typed:
                first, second = typed.split()
                words[at].text = in_manner(first, words[at].text)
                words[at].meant, words[at].act = word, REPLACE
                words.insert(at + 1, Word(second, False, DELETE))
                return True
        return False

    def mistype(self, words: list[Word], at: int, chance: random.Random) -> bool:
        """A slip of the hand that leaves no word."""
        word = plain_word(words[at].text)
        if len(word) < 4 or not word.isalpha() or word not in self.often or _is_name(words, at):
            return False
        typed = mistyped(word, chance)
        if typed == word or typed in self.often:
            return False
        words[at].meant, words[at].act = word, REPLACE
        words[at].text = in_manner(typed, words[at].text)
        return True


def own_forms(often: dict[str, float]) -> dict[str, dict[str, list[str]]]:
    """Kind of slip → a word → its forms that are typed for it by that slip."""
    found: dict[str, dict[str, list[str]]] = {
        kind: defaultdict(list) for kind in ("agreement", "tense", "participle", "person")
    }

    def pair(kind: str, one: str, other: str) -> None:
        if one != other:
            found[kind][one].append(other)
            found[kind][other].append(one)

    for words in AGREEING:
        pair("agreement", *words.split())
    for words in PERSONS:
        for one, other in combinations(words.split(), 2):
            pair("person", one, other)
    verbs = [line.split() for line in (HERE / "irregular.txt").read_text("utf-8").split("\n") if line[:1].isalpha()]
    for base, third, past, participle, _ in verbs[3:-3]:
        pair("agreement", base, third)
        pair("tense", base, past)
        found["tense"][past].append(third)
        found["participle"][participle] += [form for form in (past, past, base) if form != participle]
        found["participle"][base] += [form for form in (past, past, participle) if form != base]
    for base in often:
        forms = [form for form in regular_forms(base) if often.get(form, 0) >= SEEN]
        past = next((form for form in forms if form.endswith("ed")), "")
        third = next((form for form in forms if form.endswith("s")), "")
        present = next((form for form in forms if form.endswith("ing")), "")
        if third:
            pair("agreement", base, third)
        if past:
            found["tense"][past] += [form for form in (base, third) if form]
            found["tense"][base].append(past)
            found["participle"][past].append(base)
            found["participle"][base].append(past)
        if present:
            found["participle"][present].append(base)
    return found


def mistyped(word: str, chance: random.Random) -> str:
    """A word with one letter left out, doubled, moved, or a neighbouring one typed."""
    at = chance.randrange(1, len(word) - 1)
    way = chance.randrange(5)
    if way == 0:
        return word[:at] + word[at + 1 :]
    if way == 1:
        return word[:at] + word[at] + word[at:]
    if way == 2:
        return word[:at] + word[at + 1] + word[at] + word[at + 2 :]
    row = next((row for row in ROWS if word[at] in row), LETTERS)
    near = row[max(0, row.find(word[at]) - 1) : row.find(word[at]) + 2]
    letter = chance.choice(near if way == 3 else LETTERS)
    return word[:at] + letter + word[at + (way == 3) :]


def in_manner(word: str, model: str) -> str:
    """A plain word with the capital and the apostrophe of another."""
    word = word.replace("'", "’") if "’" in model else word
    says_i = model[:2].lower() in ("i", "i'", "i’")
    if word[:2] in ("i", "i'", "i’"):
        return "I" + word[1:]
    return word[:1].upper() + word[1:] if model[:1].isupper() and not says_i else word


def _is_name(words: list[Word], at: int) -> bool:
    """Whether a word has a capital inside a sentence."""
    text = words[at].text
    return text[0].isupper() and text != "I" and not words[at].opens and words[at - 1].text[0].isalpha()
