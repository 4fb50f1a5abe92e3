"""Which stretches of a text are in another language, and in which: a word-by-word contest with English."""

from collections import Counter
from collections.abc import Iterable

import msgspec

from fabula.packs import ROMANISED
from fabula.stages.foreign.bookcase import Library, book_of, word_key
from fabula.stages.foreign.contest import FAVOUR, LEAST_GAIN, Found, contend, is_loan
from fabula.stages.foreign.likelihood import (
    HARDLY,
    LONGEST,
    RARELY,
    SCRIPTS,
    SHORT,
    UNKNOWN,
    Known,
    english,
    foreign,
    is_evidence,
    often_of,
    phrases_at,
    script_of,
)
from fabula.stages.foreign.loans import LOAN_WORDS
from fabula.stages.foreign.spelling import near_phrase
from fabula.stages.foreign.words import Piece, Word
from fabula.stages.vocabulary import word_set

_SURE = 2.5
_NEAR_ENOUGH = 86.0
_USUAL = word_set("greeting farewell thanks apology endearment curse exclamation")
"""Kinds of phrases that authors put in far oftener than others."""
_NAMING = frozenset(("endearment", "kin", "title"))


def find_spans(pieces: Iterable[Piece], library: Library, known: Known) -> tuple[Found, ...]:
    """Every foreign stretch, in text order.

    Two rounds: what the first finds for sure tells which languages this story speaks, and the second hears those sooner.
    """
    sayings = frozenset(name for name in known.names if _is_saying(name, library))
    known = msgspec.structs.replace(known, names=known.names - sayings, weighed={})
    suspects = [
        piece
        for piece in pieces
        if any(_is_suspect(word, library, known, piece) for word in piece.words) or _is_line(piece, library)
    ]
    candidates = [_candidates(piece, library, known) for piece in suspects]
    rounds = list(zip(suspects, candidates, strict=True))
    first = [found for piece, some in rounds for found in _best(piece, some, library, known, Counter())]
    spoken = Counter(found.language for found in first if found.gain > _SURE)
    return tuple(found for piece, some in rounds for found in _best(piece, some, library, known, spoken))


def _is_saying(low: str, library: Library) -> bool:
    """Whether people say this word by itself in some language: then a capital makes it no name ("Spasibo")."""
    lines = (
        line
        for language in library.shelf.languages
        for line in book_of(library, language).right.get(word_key(library, language, low), ())
    )
    return any(
        line.words == 1 and (line.entry.kind not in _NAMING or line.entry.language in ROMANISED) for line in lines
    )


def _is_line(piece: Piece, library: Library) -> bool:
    """Whether all that stands apart is a line of some phrasebook, though English has each of its words ("Bon chance")."""
    if not piece.apart or not 1 < len(piece.words) <= LONGEST:
        return False
    return any(
        len(piece.words) in [count for count, _ in phrases_at(piece.words, 0, language, library)]
        for language in library.shelf.languages
    )


def _is_suspect(word: Word, library: Library, known: Known, piece: Piece) -> bool:
    """Whether the word may open the question: English hardly knows it, and some language does, or it stands apart."""
    if not word.low.isascii() and not _is_plain_accent(word.low, known):
        return True
    if word.text[:1].isupper() and not word.first and often_of(word.low, known) < RARELY:
        at = piece.words.index(word)
        if piece.apart and is_evidence(word, "de", library, known):
            return True
        return any(
            count > 1
            for language in library.shelf.languages
            for count, _ in phrases_at(piece.words, at, language, library)
        )
    if english(word, known) > HARDLY:
        return False
    return piece.apart or any(foreign(word, language, library) > -3 for language in library.shelf.languages)


def _is_plain_accent(low: str, known: Known) -> bool:
    return low in LOAN_WORDS or known.often.get(low, 0.0) > 0.3


def _best(piece: Piece, candidates: list[str], library: Library, known: Known, spoken: Counter[str]) -> list[Found]:
    best: list[Found] = []
    score = 0.0
    for language in candidates:
        path = contend(piece, language, library, known, spoken)
        total = sum(found.gain for found in path)
        if path and total > score:
            best, score = path, total
    return best or _misspelt(piece, library, known, spoken)


def _misspelt(piece: Piece, library: Library, known: Known, spoken: Counter[str]) -> list[Found]:
    """What stands apart and is almost a line of a phrasebook: "Danka", "Oyasume nasai"."""
    words = piece.words
    strange = [
        word for word in words if english(word, known) < -2 and len(word.low) > SHORT and word.low in known.unspelt
    ]
    if not piece.apart or len(words) > LONGEST or len(strange) * 2 < len(words):
        return []
    best: tuple[float, str] | None = None
    named = len(words) == 1 and words[0].low in known.names
    for language in library.shelf.languages:
        near = near_phrase(words, language, library)
        if near and not (named and near[0].entry.kind in _NAMING):
            worth = (
                near[1]
                + (3 if near[0].entry.kind in _USUAL else 0)
                + 4 * (FAVOUR.get(language, -0.4) + min(1.2, 0.6 * spoken[language]))
            )
            best = max(best or (0.0, ""), (worth, language))
    if best is None or best[0] < _NEAR_ENOUGH or is_loan(words):
        return []
    return [Found(words, best[1], LEAST_GAIN, True)]


def _candidates(piece: Piece, library: Library, known: Known) -> list[str]:
    """The languages that are worth a contest: those written so, or that know a word English hardly knows, or a phrase."""
    for word in piece.words:
        script = script_of(word.low)
        if script:
            return [language for language in SCRIPTS[script] if language in library.shelf.languages]
    strange = [word for word in piece.words if english(word, known) <= HARDLY]
    return [
        language
        for language in library.shelf.languages
        if any(foreign(word, language, library) > UNKNOWN for word in strange)
        or any(
            word_key(library, language, word.low.partition("-")[0]) in book_of(library, language).openings
            for word in piece.words
        )
    ]
