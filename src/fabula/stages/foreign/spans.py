"""Which stretches of a text are in another language, and in which: a word-by-word contest with English."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from math import log10

import msgspec
from rapidfuzz import fuzz

from fabula.packs import ROMANISED, romanised, scheme_of
from fabula.stages.foreign.library import Library, Line, readings, word_key
from fabula.stages.foreign.loans import LOAN_PHRASES, LOAN_WORDS
from fabula.stages.foreign.spelling import near_phrase, near_word
from fabula.stages.foreign.words import Piece, Word, split_hyphens
from fabula.stages.wordlist.foreign import LITTLE_WORDS
from fabula.story import Span

_UNKNOWN_ENGLISH, _UNKNOWN = -2.6, -3.6
_NAME, _NAME_ABROAD = -0.3, -1.2
_INTO, _INTO_APART, _OUT = -3.0, -1.2, -1.0
_GLOSSED, _GRAMMAR, _IN_PHRASE = 0.6, 1.9, 2.2
_STRANGE_BOTH = -2.2
"""What stands apart and is unknown to both is a little likelier no English: a foreign word misspelt."""
_AT_MOST_APART = 1.8
"""However common in English, a little word among foreign ones that stand apart counts no more than this."""
_LEAST_GAIN, _SURE = 0.9, 2.5
_LONGEST = 8
_HARDLY, _OFTEN_ENOUGH, _SHARED = -0.5, 0.3, 0.7
"""A word this rare in English (log 10 in a million) is none of its own; one this common abroad is a word there."""
_SHORT, _NEAR_ENOUGH, _RARELY = 3, 86.0, 0.3
_USUAL = frozenset("greeting farewell thanks apology endearment curse exclamation".split())
"""Kinds of phrases that authors put in far oftener than others."""
_NAMING = frozenset(("endearment", "kin", "title"))
_FAVOUR = {
    "ru": 0.4,
    "fr": 0.4,
    "es": 0.4,
    "ja": 0.4,
    "de": 0.3,
    "it": 0.3,
    "la": 0.0,
    "uk": -0.1,
    "nl": -0.2,
    "sv": -0.4,
    "ro": -0.5,
    "pt": 0.0,
}
"""How much likelier a language is in English fiction than the rest (log 10 of odds)."""


class Known(msgspec.Struct, frozen=True):
    """What English knows: how often words stand in a million, rare words, the names of the story, and which of its words a
    proofreader does not know.
    """

    often: dict[str, float]
    rare: frozenset[str]
    names: frozenset[str]
    unspelt: frozenset[str]


class Found(msgspec.Struct, frozen=True):
    """A stretch in another language: its words, its language, how much likelier than English (log 10), all that was apart."""

    words: tuple[Word, ...]
    language: str
    gain: float
    apart: bool

    @property
    def span(self) -> Span:
        return Span(self.words[0].span.start, self.words[-1].span.end)


def find_spans(pieces: Iterable[Piece], library: Library, known: Known) -> tuple[Found, ...]:
    """Every foreign stretch, in text order.

    Two rounds: what the first finds for sure tells which languages this story speaks, and the second hears those sooner.
    """
    sayings = frozenset(name for name in known.names if _is_saying(name, library))
    known = msgspec.structs.replace(known, names=known.names - sayings)
    suspects = [
        piece
        for piece in pieces
        if any(_is_suspect(word, library, known, piece) for word in piece.words) or _is_line(piece, library)
    ]
    first = [found for piece in suspects for found in _best(piece, library, known, Counter())]
    spoken = Counter(found.language for found in first if found.gain > _SURE)
    return tuple(found for piece in suspects for found in _best(piece, library, known, spoken))


def english(word: Word, known: Known) -> float:
    """How common the word is in English (log 10 of its times in a million)."""
    low = word.low
    if low in _ALWAYS_ENGLISH or _NUMERAL.fullmatch(word.text):
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


_MADE_FROM = 5.0
_ENGLISH_TOO = frozenset("den fur los las par sans bene rigor".split())
_LITTLE, _ACCEPTED = -0.6, -0.4
"""Little words of other languages are no English, though our fiction quotes them; what a proofreader accepts is no proof."""


def often_of(low: str, known: Known) -> float:
    """How often a word, or the word whose genitive it is, stands in a million words of English fiction."""
    return known.often.get(low) or known.often.get(low.removesuffix("'s")) or 0.0


_ALWAYS_ENGLISH = frozenset(
    "i oh ah o god gods ok okay amen hallelujah mam ma'am mum mom mama papa pa ma jesus christ m' d' t' ow hey".split()
)
"""English, though our fiction writes most of them with a capital and so does not list them."""
_NUMERAL = re.compile(r"[IVXLCDM]+|[A-Z]")


def _is_saying(low: str, library: Library) -> bool:
    """Whether people say this word by itself in some language: then a capital makes it no name ("Spasibo")."""
    lines = (
        line
        for language in library.shelf.tables
        for line in library.right[language].get(word_key(library, language, low), ())
    )
    return any(
        line.words == 1 and (line.entry.kind not in _NAMING or line.entry.language in ROMANISED) for line in lines
    )


def _is_line(piece: Piece, library: Library) -> bool:
    """Whether all that stands apart is a line of some phrasebook, though English has each of its words ("Bon chance")."""
    if not piece.apart or not 1 < len(piece.words) <= _LONGEST:
        return False
    return any(
        len(piece.words) in [count for count, _ in phrases_at(piece.words, 0, language, library)]
        for language in library.shelf.tables
    )


def _is_suspect(word: Word, library: Library, known: Known, piece: Piece) -> bool:
    """Whether the word may open the question: English hardly knows it, and some language does, or it stands apart."""
    if not word.low.isascii() and not _is_plain_accent(word.low, known):
        return True
    if word.text[:1].isupper() and not word.first and often_of(word.low, known) < _RARELY:
        at = piece.words.index(word)
        return any(
            count > 1
            for language in library.shelf.tables
            for count, _ in phrases_at(piece.words, at, language, library)
        )
    if english(word, known) > _HARDLY:
        return False
    return piece.apart or any(foreign(word, language, library) > -3 for language in library.shelf.tables)


def _is_plain_accent(low: str, known: Known) -> bool:
    return low in LOAN_WORDS or known.often.get(low, 0.0) > 0.3


def foreign(word: Word, language: str, library: Library) -> float:
    """How common the word is in that language (log 10 of its times in a million)."""
    found = readings(library, language, word.low)
    if not found:
        parts = split_hyphens(word)
        if len(parts) > 1 and all(readings(library, language, part.low) for part in parts):
            return min(foreign(part, language, library) for part in parts)
        return _UNKNOWN
    if not word.low.isascii():
        if language in ROMANISED - {"ja", "zh"} and not _script(word.low):
            return _UNKNOWN
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
    """The phrasebook lines, right and wrong, that begin at a word: how many words they take, and the line; the longest first."""
    if word_key(library, language, words[at].low.partition("-")[0]) not in library.openings[language]:
        return
    keys = [word_key(library, language, word.low) for word in words[at : at + _LONGEST]]
    for count in range(len(keys), 0, -1):
        key = "".join(keys[:count])
        for line in (*library.right[language].get(key, ()), *library.wrong[language].get(key, ())):
            yield count, line


def _best(piece: Piece, library: Library, known: Known, spoken: Counter[str]) -> list[Found]:
    best: list[Found] = []
    score = 0.0
    for language in _candidates(piece, library, known):
        path = _contest(piece, language, library, known, spoken)
        total = sum(found.gain for found in path)
        if path and total > score:
            best, score = path, total
    return best or _misspelt(piece, library, known, spoken)


def _misspelt(piece: Piece, library: Library, known: Known, spoken: Counter[str]) -> list[Found]:
    """What stands apart and is almost a line of a phrasebook: "Danka", "Oyasume nasai"."""
    words = piece.words
    strange = [
        word for word in words if english(word, known) < -2 and len(word.low) > _SHORT and word.low in known.unspelt
    ]
    if not piece.apart or len(words) > _LONGEST or len(strange) * 2 < len(words):
        return []
    best: tuple[float, str] | None = None
    named = len(words) == 1 and words[0].low in known.names
    for language in library.shelf.tables:
        near = near_phrase(words, language, library)
        if near and not (named and near[0].entry.kind not in _USUAL):
            worth = (
                near[1]
                + (3 if near[0].entry.kind in _USUAL else 0)
                + 4 * (_FAVOUR.get(language, -0.4) + min(1.2, 0.6 * spoken[language]))
            )
            best = max(best or (0.0, ""), (worth, language))
    if best is None or best[0] < _NEAR_ENOUGH or _is_loan(words):
        return []
    return [Found(words, best[1], _LEAST_GAIN, True)]


def _candidates(piece: Piece, library: Library, known: Known) -> list[str]:
    """The languages that are worth a contest: those written so, or that know a word English hardly knows, or a phrase."""
    for word in piece.words:
        script = _script(word.low)
        if script:
            return [language for language in _SCRIPTS[script] if language in library.shelf.tables]
    strange = [word for word in piece.words if english(word, known) <= _HARDLY]
    return [
        language
        for language in library.shelf.tables
        if any(foreign(word, language, library) > _UNKNOWN for word in strange)
        or any(
            word_key(library, language, word.low.partition("-")[0]) in library.openings[language]
            for word in piece.words
        )
    ]


_SCRIPTS = {"а": ("ru", "uk"), "α": ("el",), "ا": ("ar", "hi"), "あ": ("ja",), "가": ("ko",), "一": ("zh", "ja")}
_RANGES = (
    (0x400, 0x52F, "а"), (0x370, 0x3FF, "α"), (0x600, 0x6FF, "ا"), (0x3040, 0x30FF, "あ"), (0xAC00, 0xD7AF, "가"), (0x4E00, 0x9FFF, "一"),
)  # fmt: skip


def _script(low: str) -> str:
    if low.isascii():
        return ""
    return next((name for letter in low for first, last, name in _RANGES if first <= ord(letter) <= last), "")


def _contest(piece: Piece, language: str, library: Library, known: Known, spoken: Counter[str]) -> list[Found]:
    """The stretches of a piece that are likelier in that language than in English: the best of all ways to cut it."""
    words = piece.words
    at_home = [english(word, known) for word in words]
    for at in _in_loans(words):
        at_home[at] = max(at_home[at], _LOANED)
    if piece.apart and any(_is_evidence(word, language, library, known) for word in words):
        at_home = [min(score, _AT_MOST_APART) for score in at_home]
    abroad = [_abroad(word, language, library, known, piece.apart) for word in words]
    prior = _FAVOUR.get(language, -0.4) + min(1.2, 0.6 * spoken[language])
    into = (_INTO_APART if piece.apart else _INTO) + prior
    # State 0 is English, 1 the other language; a phrase of the phrasebook jumps over its words at once.
    best = [[0.0, float("-inf")], *([float("-inf")] * 2 for _ in words)]
    back: list[list[tuple[int, int]]] = [[(0, 0), (0, 0)] for _ in range(len(words) + 1)]
    for at, word in enumerate(words):
        steps = [(1, 0.0, abroad[at])]
        for count, line in phrases_at(words, at, language, library):
            steps.append(
                (count, 0.0, _phrase_score(count, line, at_home[at : at + count], abroad[at : at + count], piece))
            )
        for state in (0, 1):
            here = best[at][state]
            _try(best, back, at + 1, 0, here + at_home[at] + (_OUT if state else 0.0), (at, state))
            for count, _, gain in steps:
                _try(best, back, at + count, 1, here + gain + (0.0 if state else into), (at, state))
    end = len(words)
    state = 0 if best[end][0] >= best[end][1] else 1
    return _stretches(piece, language, back, end, state, at_home, best, library, known)


def _in_loans(words: tuple[Word, ...]) -> set[int]:
    """The places of words that stand in a phrase English has made its own ("crème de la crème")."""
    low = [word.low for word in words]
    return {
        at for start in range(len(low)) for count in range(2, 6) if " ".join(low[start : start + count]) in LOAN_PHRASES
        for at in range(start, start + count) if at < len(low)
    }  # fmt: skip


_LOANED = 3.0


def _abroad(word: Word, language: str, library: Library, known: Known, apart: bool) -> float:
    score = foreign(word, language, library)
    if score == _UNKNOWN and (word.low in known.names or (word.text[:1].isupper() and not word.first)):
        return _NAME_ABROAD
    if score == _UNKNOWN and apart and english(word, known) < -2:
        return _STRANGE_BOTH
    return score


def _phrase_score(count: int, line: Line, home: list[float], abroad: list[float], piece: Piece) -> float:
    """What a line of the phrasebook is worth: each word as a common one, and more where it is all that stands apart."""
    if count == 1:
        whole = piece.apart and len(piece.words) == 1
        return max(abroad[0], 1.2 if home[0] < 0.2 else 0.9, home[0] + 0.2 if whole and home[0] < 1.2 else -9.0)
    whole = piece.apart and count == len(piece.words)
    bonus = -0.3 if line.kind else 2.4 if whole else 0.8
    return sum(max(there, _IN_PHRASE, min(here, 3.5) - 0.2) for here, there in zip(home, abroad, strict=True)) + bonus


def _try(
    best: list[list[float]], back: list[list[tuple[int, int]]], at: int, state: int, score: float, came: tuple[int, int]
) -> None:
    if score > best[at][state]:
        best[at][state] = score
        back[at][state] = came


def _stretches(
    piece: Piece,
    language: str,
    back: list[list[tuple[int, int]]],
    end: int,
    state: int,
    home: list[float],
    best: list[list[float]],
    library: Library,
    known: Known,
) -> list[Found]:
    spans: list[tuple[int, int]] = []
    at = end
    while at > 0:
        before, came = back[at][state]
        if state == 1:
            if spans and spans[-1][0] == at:
                spans[-1] = (before, spans[-1][1])
            else:
                spans.append((before, at))
        at, state = before, came
    english_alone = sum(home)
    gain = max(best[end]) - english_alone
    total = sum(last - first for first, last in spans) or 1
    kept: list[Found] = []
    for first, last in reversed(spans):
        words = piece.words[first:last]
        if last - first < len(piece.words):
            words = _trimmed(words, language, library, known)
        if words and not _is_loan(words) and _holds(words, language, library, known, piece.apart):
            kept.append(
                Found(words, language, gain * (last - first) / total, piece.apart and len(words) == len(piece.words))
            )
    return kept if gain >= _LEAST_GAIN else []


def _trimmed(words: tuple[Word, ...], language: str, library: Library, known: Known) -> tuple[Word, ...]:
    """The words without those at either end that English has as well and that no phrase or article ties to the rest."""
    while (
        len(words) > 1
        and _is_shared(words[0], language, library, known)
        and not any(count > 1 for count, _ in phrases_at(words, 0, language, library))
    ):
        words = words[1:]
    while (
        len(words) > 1
        and _is_shared(words[-1], language, library, known)
        and not any(
            at + count == len(words)
            for at in range(len(words) - 1)
            for count, _ in phrases_at(words, at, language, library)
        )
    ):
        words = words[:-1]
    return words


def _is_shared(word: Word, language: str, library: Library, known: Known) -> bool:
    tied = any(one.tags[:1] in ("d", "a", "e") for one in readings(library, language, word.low))
    return english(word, known) > _COMMON_HERE and not (tied and foreign(word, language, library) > _COMMON_HERE)


_COMMON_HERE = 1.2


def _is_evidence(word: Word, language: str, library: Library, known: Known) -> bool:
    """Whether the word by itself speaks for the language: English hardly has it, and we know what it means there."""
    noun = (
        language == "de"
        and word.text[:1].isupper()
        and word.low not in known.names
        and known.often.get(word.low, 0.0) < _RARELY
    )
    if english(word, known) > _HARDLY and not noun:
        return False
    if any(one.gloss for one in readings(library, language, word.low)):
        return True
    key = word_key(library, language, word.low)
    return key in library.right[language] or key in library.wrong[language]


def _strangers(words: tuple[Word, ...], language: str, library: Library, known: Known) -> list[Word]:
    """The words that neither English nor the language knows, nor anything near them."""
    unknown = [word for word in words if english(word, known) < -2 and foreign(word, language, library) == _UNKNOWN]
    if not unknown or near_phrase(words, language, library):
        return []
    return [word for word in unknown if near_word(word, language, library) is None]


def _holds(words: tuple[Word, ...], language: str, library: Library, known: Known, apart: bool) -> bool:
    """Whether enough of the words are foreign beyond doubt: a name, or a word or two that English shares, prove nothing."""
    strange = [word for word in words if english(word, known) <= _HARDLY]
    sure = [word for word in words if _is_evidence(word, language, library, known)]
    likely = [word for word in strange if word.text.islower() and foreign(word, language, library) > _OFTEN_ENOUGH]
    if len(words) == 1:
        word, right = words[0], library.right[language]
        if word.low in known.names:
            return False
        if apart:
            return bool(sure) and len(word.low) > 1
        return (
            bool(sure)
            and word.text.islower()
            and len(word.low) > _SHORT
            and word_key(library, language, word.low) in right
        )
    lines = [count for count, _ in phrases_at(words, 0, language, library)]
    if len(words) in lines and all(often_of(word.low, known) < _RARELY for word in words):
        return True
    if len({word.low for word in words}) == 1 and len(words[0].low) <= _SHORT:
        return False
    named = any(word.low in known.names for word in words)
    if (named or not apart) and language != "de" and all(word.text[:1].isupper() for word in words):
        return False
    if sure and len(_strangers(words, language, library, known)) >= len(sure):
        return False
    if len(words) in lines and (strange or (len(words) > 1 and min(english(word, known) for word in words) < _SHARED)):
        return True
    if sure:
        return len(set(sure) | set(likely)) * 3 >= len(words)
    return len(likely) > 1 and len(likely) * 2 >= len(words)


def _is_loan(words: tuple[Word, ...]) -> bool:
    phrase = " ".join(word.low for word in words)
    return phrase in LOAN_PHRASES or all(word.low in LOAN_WORDS for word in words)
