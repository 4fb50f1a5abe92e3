"""What a word or phrase that no table knows may have been meant to be."""

from rapidfuzz import fuzz, process
from rapidfuzz.distance import DamerauLevenshtein

from fabula.packs import Line, common_keys, look_up, loose_key_of, phrase_key
from fabula.stages.foreign.bookcase import Library, book_of
from fabula.stages.foreign.words import Word

_NEAR_PHRASE, _NEAR_HEARD = 84.0, 78.0
"""How alike (0 to 100) the keys of a misspelt phrase and of the meant one are; less where they sound the same."""
_ONE_SLIP = 84.0
"""What a single slip is worth however short the phrase."""
_COMMON = 3.2
_SHORTEST = 4


def near_phrase(words: tuple[Word, ...], language: str, library: Library) -> tuple[Line, float] | None:
    """The line of the phrasebook that is written almost so, and how alike they are; None where nothing is near."""
    key = phrase_key(" ".join(word.low for word in words), language)
    if len(key) < _SHORTEST + 1:
        return None
    table = book_of(library, language).right
    best: tuple[Line, float] | None = None
    for found, score, _ in process.extract(key, table.keys(), scorer=fuzz.ratio, limit=4, score_cutoff=_NEAR_HEARD):
        line = table[found][0]
        if abs(line.words - len(words)) > 1 or abs(len(found) - len(key)) > max(1, len(key) // 3):
            continue
        heard = loose_key_of(key, language) == loose_key_of(found, language)
        one_slip = found[:1] == key[:1] and DamerauLevenshtein.distance(found, key) == 1
        worth = (
            max(score, _ONE_SLIP if one_slip else 0.0) + (12 if heard else 0) + (1.0 if found[:1] == key[:1] else -3.0)
        )
        if worth >= _NEAR_PHRASE and (best is None or worth > best[1]):
            best = line, worth
    return best


def near_word(word: Word, language: str, library: Library) -> str | None:
    """The common word, in its own script, that is one slip away or sounds the same; None where nothing is near."""
    if (language, word.low) not in library.near:
        library.near[language, word.low] = _nearest(word, language, library)
    return library.near[language, word.low]


def _nearest(word: Word, language: str, library: Library) -> str | None:
    key = phrase_key(word.low, language)
    if len(key) < _SHORTEST:
        return None
    if language not in library.common:
        library.common[language] = common_keys(library.shelf, language, _COMMON)
    heard, slips = loose_key_of(key, language), 1 if len(key) < 8 else 2
    scorer = DamerauLevenshtein.distance
    near = process.extract(key, library.common[language], scorer=scorer, score_cutoff=slips, limit=12)
    ranked: list[tuple[float, str]] = []
    for other, away, _ in near:
        found = next((one for one in look_up(library.shelf, language, other) if one.tags), None)
        same = loose_key_of(other, language) == heard
        if found and (same or not _only_ends_differ(key, other)):
            ranked.append(
                (
                    found.often
                    + (2.0 if same else 0.0)
                    - 1.5 * away
                    - 1.2 * abs(len(other) - len(key))
                    - (1.5 if other[:1] != key[:1] else 0.0),
                    found.form,
                )
            )
    best = max(ranked, default=(0.0, ""))
    return best[1] if best[0] > 2.5 else None


def _only_ends_differ(key: str, other: str) -> bool:
    """Whether the words part in their last two letters only: then the unknown one may be a form that our tables lack."""
    kept = min(len(key), len(other)) - 2
    return key[:kept] == other[:kept]
