"""How likely a word is in English, and in another language."""

import re
from collections.abc import Iterator
from math import log10

import msgspec
from rapidfuzz import fuzz

from fabula.packs import ROMANISED, Line, romanised, scheme_of
from fabula.stages.foreign.bookcase import Library, book_of, readings, word_key
from fabula.stages.foreign.loans import LOAN_WORDS
from fabula.stages.foreign.words import Word, split_hyphens
from fabula.stages.vocabulary import word_set
from fabula.stages.wordlist.foreign import LITTLE_WORDS

UNKNOWN = -3.6
"""What a word is worth that a language does not know (log 10 of times in a million)."""
_NAME, NAME_ABROAD = -0.3, -1.2
_GLOSSED, _GRAMMAR, IN_PHRASE = 0.6, 1.9, 2.2
HARDLY, OFTEN_ENOUGH, SHARED = -0.5, 0.3, 0.7
"""A word this rare in English (log 10 in a million) is none of its own; one this common abroad is a word there."""
SHORT, RARELY = 3, 0.3
LONGEST = 8
_MADE_FROM = 5.0
_ENGLISH_TOO = word_set("den fur los las par sans bene rigor sin con pour mis sus mas hay pis")
_LITTLE, _ACCEPTED = -0.6, -0.4
"""Little words of other languages are no English, though our fiction quotes them; what a proofreader accepts is no proof."""
_ALWAYS_ENGLISH = word_set(
    "i oh ah o god gods ok okay amen hallelujah mam ma'am mum mom mama papa pa jesus christ ay eh nay m' d' t' ow hey"
)
"""English, though our fiction writes most of them with a capital and so does not list them."""
_VOICELESS = re.compile(r"[bcdfghjklmnpqrstvwxz]{2,}")
"""A noise: "tsk", "grrr"."""
_NUMERAL = re.compile(r"[IVXLCDM]+|[A-Z]")
SCRIPTS = {"а": ("ru", "uk"), "α": ("el",), "ا": ("ar", "hi"), "あ": ("ja",), "가": ("ko",), "一": ("zh", "ja")}
_RANGES = (
    (0x400, 0x52F, "а"), (0x370, 0x3FF, "α"), (0x600, 0x6FF, "ا"), (0x3040, 0x30FF, "あ"), (0xAC00, 0xD7AF, "가"), (0x4E00,
    0x9FFF, "一"),
)  # fmt: skip


class Known(msgspec.Struct, frozen=True):
    """What English knows: how often words stand in a million, rare words, the names of the story, and which of its words a
    proofreader does not know. `weighed` remembers what `english` made of a word and whether it begins a piece.
    """

    often: dict[str, float]
    rare: frozenset[str]
    names: frozenset[str]
    unspelt: frozenset[str]
    weighed: dict[tuple[str, bool], float] = {}


def english(word: Word, known: Known) -> float:
    """How common the word is in English (log 10 of its times in a million)."""
    if (word.text, word.first) not in known.weighed:
        known.weighed[word.text, word.first] = _weigh(word, known)
    return known.weighed[word.text, word.first]


def _weigh(word: Word, known: Known) -> float:
    low = word.low
    if low in _ALWAYS_ENGLISH or _VOICELESS.fullmatch(low) or _NUMERAL.fullmatch(word.text):
        return 2.0
    stem = next((low.removesuffix(end) for end in ("s", "ed", "ing", "er", "ly", "y") if low.endswith(end)), low)
    if (
        often_of(low, known) == 0
        and word.text.islower()
        and known.often.get(stem, known.often.get(stem + "e", 0.0)) > _MADE_FROM
    ):
        return 0.0
    if "-" in low:
        return min(english(part, known) for part in split_hyphens(word))
    often = often_of(low, known)
    score = log10(often + 0.003)
    if low in LITTLE_WORDS and low not in _ENGLISH_TOO and (word.first or word.text.islower()):
        score = min(score, _LITTLE)
    if low in known.rare or low in LOAN_WORDS:
        score = max(score, 0.3)
    elif (
        known.unspelt and low not in known.unspelt and low.isascii() and word.text.islower() and low not in LITTLE_WORDS
    ):
        score = max(score, _ACCEPTED)
    if word.text[:1].isupper() and not word.first:
        score = max(score, _NAME)
    if not word.first and (low in known.names or low.removesuffix("'s") in known.names):
        score = max(score, _NAME if often < 1 else score)
    if any("'" in low and low.endswith(end) for end in ("'s", "n't", "'ll", "'ve", "'re", "'d", "'m", "in'")):
        score = max(score, 0.5)
    return score


def often_of(low: str, known: Known) -> float:
    """How often a word, or the word whose genitive it is, stands in a million words of English fiction."""
    return known.often.get(low) or known.often.get(low.removesuffix("'s")) or 0.0


def foreign(word: Word, language: str, library: Library) -> float:
    """How common the word is in that language (log 10 of its times in a million)."""
    if (language, word.low) not in library.weighed:
        library.weighed[language, word.low] = _weigh_abroad(word, language, library)
    return library.weighed[language, word.low]


def _weigh_abroad(word: Word, language: str, library: Library) -> float:
    found = readings(library, language, word.low)
    if not found:
        parts = split_hyphens(word)
        if len(parts) > 1 and all(readings(library, language, part.low) for part in parts):
            return min(foreign(part, language, library) for part in parts)
        return UNKNOWN
    if not word.low.isascii():
        if language in ROMANISED - {"ja", "zh"} and not script_of(word.low):
            return UNKNOWN
        spelt = tuple(one for one in found if one.form.casefold() == word.low)
        if not spelt and found[0].form.isascii() is not word.low.isascii() and language not in ROMANISED:
            return min(found[0].often - 4.5, -0.5)
        found = spelt or found
    best = max(one.often - 3 for one in found)
    if not any(one.gloss for one in found):
        return best - 0.4
    if language in ("ru", "uk") and word.low.isascii():
        spelt = romanised(found[0].form, language, scheme_of(word.low))
        best -= (100 - fuzz.ratio(spelt, word.low)) / 25
        return best if any(one.gloss for one in found) else best - 0.4
    return max(best, _GRAMMAR if any(one.tags[:1] in "decp" for one in found) else _GLOSSED)


def phrases_at(words: tuple[Word, ...], at: int, language: str, library: Library) -> Iterator[tuple[int, Line]]:
    """The phrasebook lines, right and wrong, that begin at a word: how many words they take,
    and the line; the longest first."""
    if word_key(library, language, words[at].low.partition("-")[0]) not in book_of(library, language).openings:
        return
    if language in ROMANISED - {"ja", "zh"} and any(not one.low.isascii() and not script_of(one.low) for one in words):
        return
    keys = [word_key(library, language, word.low) for word in words[at : at + LONGEST]]
    book = book_of(library, language)
    for count in range(len(keys), 0, -1):
        key = "".join(keys[:count])
        for line in (*book.right.get(key, ()), *book.wrong.get(key, ())):
            yield count, line


def script_of(low: str) -> str:
    """A letter that stands for the script of the word (a key of `SCRIPTS`), "" for Latin letters."""
    if low.isascii():
        return ""
    return next((name for letter in low for first, last, name in _RANGES if first <= ord(letter) <= last), "")


def is_evidence(word: Word, language: str, library: Library, known: Known) -> bool:
    """Whether the word by itself speaks for the language: English hardly has it, and we know what it means there."""
    noun = (
        language == "de"
        and word.text[:1].isupper()
        and word.low not in known.names
        and known.often.get(word.low, 0.0) < RARELY
    )
    if english(word, known) > HARDLY and not noun:
        return False
    if any(one.gloss for one in readings(library, language, word.low)):
        return True
    key = word_key(library, language, word.low)
    book = book_of(library, language)
    return key in book.right or key in book.wrong
