"""The contest of English and one language for the words of a piece."""

from collections import Counter

import msgspec

from fabula.packs import Line
from fabula.stages.foreign.bookcase import Library, book_of, readings, word_key
from fabula.stages.foreign.likelihood import (
    HARDLY,
    IN_PHRASE,
    NAME_ABROAD,
    OFTEN_ENOUGH,
    RARELY,
    SHARED,
    SHORT,
    UNKNOWN,
    Known,
    english,
    foreign,
    is_evidence,
    often_of,
    phrases_at,
)
from fabula.stages.foreign.loans import LOAN_PHRASES, LOAN_WORDS
from fabula.stages.foreign.spelling import near_phrase, near_word
from fabula.stages.foreign.words import Piece, Word
from fabula.story import Span

_INTO, _INTO_APART, _OUT = -3.0, -1.2, -1.0
_STRANGE_BOTH = -2.2
"""What stands apart and is unknown to both is a little likelier no English: a foreign word misspelt."""
_AT_MOST_APART = 1.8
"""However common in English, a little word among foreign ones that stand apart counts no more than this."""
LEAST_GAIN = 0.9
FAVOUR = {
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
_LITTLE = 2
_LOANED = 3.0
_ONLY_LIKELY = 2
"""In the middle of a sentence so many words that are common abroad, but of which we know no meaning, are still a chance."""
_COMMON_HERE = 1.2


class Found(msgspec.Struct, frozen=True):
    """A stretch in another language: its words, its language, how much likelier than English (log 10), all that was apart."""

    words: tuple[Word, ...]
    language: str
    gain: float
    apart: bool

    @property
    def span(self) -> Span:
        """From the first word to the last."""
        return Span(self.words[0].span.start, self.words[-1].span.end)


def contend(piece: Piece, language: str, library: Library, known: Known, spoken: Counter[str]) -> list[Found]:
    """The stretches of a piece that are likelier in that language than in English: the best of all ways to cut it."""
    words = piece.words
    at_home = [english(word, known) for word in words]
    loans = _in_loans(words)
    for at in loans:
        at_home[at] = max(at_home[at], _LOANED)
    if piece.apart and any(is_evidence(word, language, library, known) for word in words):
        at_home = [min(score, _AT_MOST_APART) for score in at_home]
    abroad = [_abroad(word, language, library, known, piece.apart) for word in words]
    prior = FAVOUR.get(language, -0.4) + min(1.2, 0.6 * spoken[language])
    into = (_INTO_APART if piece.apart else _INTO) + prior
    # State 0 is English, 1 the other language; a phrase of the phrasebook jumps over its words at once.
    best = [[0.0, float("-inf")], *([float("-inf")] * 2 for _ in words)]
    back: list[list[tuple[int, int]]] = [[(0, 0), (0, 0)] for _ in range(len(words) + 1)]
    for at in range(len(words)):
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
    return _stretches(piece, language, back, end, state, at_home, best, loans, library, known)


def _in_loans(words: tuple[Word, ...]) -> set[int]:
    """The places of words that stand in a phrase English has made its own ("crème de la crème")."""
    low = [word.low for word in words]
    return {
        at for start in range(len(low)) for count in range(2, 6) if " ".join(low[start : start + count]) in LOAN_PHRASES
        for at in range(start, start + count) if at < len(low)
    }  # fmt: skip


def _abroad(word: Word, language: str, library: Library, known: Known, apart: bool) -> float:
    score = foreign(word, language, library)
    if score == UNKNOWN and (word.low in known.names or (word.text[:1].isupper() and not word.first)):
        return NAME_ABROAD
    if score == UNKNOWN and apart and english(word, known) < -2:
        return _STRANGE_BOTH
    return score


def _phrase_score(count: int, line: Line, home: list[float], abroad: list[float], piece: Piece) -> float:
    """What a line of the phrasebook is worth: each word as a common one, and more where it is all that stands apart."""
    if count == 1:
        whole = piece.apart and len(piece.words) == 1
        return max(abroad[0], 1.2 if home[0] < 0.2 else 0.9, home[0] + 0.2 if whole and home[0] < 1.2 else -9.0)
    whole = piece.apart and count == len(piece.words)
    bonus = -0.3 if line.kind else 2.4 if whole else 0.8
    return sum(max(there, IN_PHRASE, min(here, 3.5) - 0.2) for here, there in zip(home, abroad, strict=True)) + bonus


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
    loans: set[int],
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
        if loans.issuperset(range(first, last)):
            continue
        words = piece.words[first:last]
        if last - first < len(piece.words):
            words = _trimmed(words, language, library, known)
        if words and not is_loan(words) and _holds(words, language, library, known, piece.apart):
            kept.append(
                Found(words, language, gain * (last - first) / total, piece.apart and len(words) == len(piece.words))
            )
    return kept if gain >= LEAST_GAIN else []


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


def _strangers(words: tuple[Word, ...], language: str, library: Library, known: Known) -> list[Word]:
    """The words that neither English nor the language knows, nor anything near them."""
    unknown = [
        word
        for word in words
        if english(word, known) < -2
        and foreign(word, language, library) == UNKNOWN
        and not is_evidence(word, language, library, known)
    ]
    if not unknown or near_phrase(words, language, library):
        return []
    return [word for word in unknown if near_word(word, language, library) is None]


def _holds(words: tuple[Word, ...], language: str, library: Library, known: Known, apart: bool) -> bool:
    """Whether enough of the words are foreign beyond doubt: a name, or a word or two that English shares, prove nothing."""
    strange = [word for word in words if english(word, known) <= HARDLY]
    sure = [word for word in words if is_evidence(word, language, library, known)]
    likely = [word for word in strange if word.text.islower() and foreign(word, language, library) > OFTEN_ENOUGH]
    if len(words) == 1:
        word, right = words[0], book_of(library, language).right
        key = word_key(library, language, word.low)
        if word.low in known.names and key not in book_of(library, language).wrong:
            return False
        if apart and (language != "la" or word.text.islower()):
            return bool(sure) and (len(word.low) > _LITTLE or not word.low.isascii())
        return bool(sure) and (apart or (word.text.islower() and len(word.low) > SHORT)) and key in right
    lines = [count for count, _ in phrases_at(words, 0, language, library)]
    if len(words) in lines and all(often_of(word.low, known) < RARELY for word in words):
        return True
    if len({word.low for word in words}) == 1 and len(words[0].low) <= SHORT:
        return False
    named = any(word.low in known.names for word in words)
    if (named or not apart) and language != "de" and all(word.text[:1].isupper() for word in words):
        return False
    if sure and len(_strangers(words, language, library, known)) >= len(sure):
        return False
    if len(words) in lines and (strange or (len(words) > 1 and min(english(word, known) for word in words) < SHARED)):
        return True
    if sure:
        return len(set(sure) | set(likely)) * 3 >= len(words)
    return len(likely) > (1 if apart else _ONLY_LIKELY) and len(likely) * 2 >= len(words)


def is_loan(words: tuple[Word, ...]) -> bool:
    """Whether all of it is a word or phrase that English has made its own."""
    phrase = " ".join(word.low for word in words)
    return phrase in LOAN_PHRASES or all(word.low in LOAN_WORDS for word in words)
