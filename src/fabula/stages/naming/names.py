"""Where the story writes a name: runs of capitalised words, with their titles, particles and articles."""

import re
from collections import Counter
from collections.abc import Iterator

import msgspec

from fabula.reading import Quotations, Sentences, Tokens
from fabula.stages.naming.words import HONOURS, NOT_NAMES, TITLES
from fabula.stages.speech.tags import VERBS
from fabula.story import Span

_SUFFIX = re.compile(r"['’]s$|['’]$")
_GIVEN_MONTHS = ("april", "may", "june", "august", "january")
_ADDRESSES = ("sir", "madam", "ma'am", "ma’am", "mister", "miss", "mr", "mrs", "ms")
_CONTRACTED = re.compile(r"'(?:ll|d|ve|re|m|s)$")
_PREFIX = re.compile(r"^(?:al|el|ibn|bin|d|l|de|o)[-'’]")
_WORDLIKE = re.compile(r"[^\W\d_]")
_FRESH = re.compile(r"[.!?…:;\"“”«»„‘\[(\n—–/]|--|(?<!\w)['*_](?=$)")
_LINKS = ("of", "de", "du", "van", "von", "der", "la", "le", "di", "da", "del", "della", "al", "bin", "ibn")


class Word(msgspec.Struct, frozen=True, gc=False):
    """A word of the text that may be part of a name. `fresh`: it begins a sentence or a speech, so its capital says little."""

    span: Span
    text: str
    bare: str
    fresh: bool

    @property
    def large(self) -> bool:
        """True for a word with a capital, behind a small "al-" or "d'" as well."""
        return _PREFIX.sub("", self.bare)[:1].isupper()


class Name(msgspec.Struct, frozen=True):
    """A name as it stands: its words without a possessive ending, and whether "the" belongs to it."""

    span: Span
    words: tuple[str, ...]
    definite: bool
    first: int
    last: int


def list_words(text: str, tokens: Tokens, sentences: Sentences, quotations: Quotations) -> list[Word]:
    """Every word token in text order, marked where its capital is owed to its place."""
    starts = {span.start for span in sentences.items} | {quotation.span.start for quotation in quotations.items}
    words: list[Word] = []
    before = 0
    pending = True
    for token in tokens.items:
        raw = text[token.start : token.end]
        pending = pending or token.start in starts
        if not _WORDLIKE.search(raw):
            continue
        gap = text[before : token.start]
        dotted = gap.startswith(".") and bool(words) and _is_shortened(words[-1].bare)
        fresh = pending or (not dotted and bool(_FRESH.search(gap)))
        words.append(Word(token, raw, _SUFFIX.sub("", raw), fresh))
        before, pending = token.end, False
    return words


def _is_shortened(word: str) -> bool:
    return word.casefold() in TITLES or (len(word) == 1 and word.isupper())


class Capitals(msgspec.Struct, frozen=True):
    """How the story writes each word (casefolded): capitalised within a sentence, at a fresh start, in small letters."""

    within: Counter[str]
    fresh: Counter[str]
    small: Counter[str]


def count_capitals(words: list[Word]) -> Capitals:
    """The story's own habits of capitals."""
    counts = Capitals(Counter(), Counter(), Counter())
    for word in words:
        low = word.bare.casefold()
        if not word.large:
            counts.small[low] += 1
        elif word.bare.isupper() and len(word.bare) > 1:
            continue
        elif word.fresh:
            counts.fresh[low] += 1
        else:
            counts.within[low] += 1
    return counts


def find_names(text: str, words: list[Word], known: dict[str, float]) -> list[Name]:
    """Every name in text order. `known` says how often a million words of fiction use a word that is no name."""
    capitals = count_capitals(words)
    named = [_is_named(text, words, index, capitals, known) for index in range(len(words))]
    return [name for name in _runs(text, words, named) if " ".join(name.words).casefold() not in _ADDRESSES]


def _is_named(text: str, words: list[Word], index: int, capitals: Capitals, known: dict[str, float]) -> bool:
    """Whether the word at `index` can be part of a name where it stands."""
    word = words[index]
    if not word.large or _names_nobody(text, words, index):
        return False
    if word.bare.isupper() and len(word.bare) > 1:
        return _is_loud_name(words, index, capitals)
    if not word.fresh:
        return True
    low = word.bare.casefold()
    if capitals.within[low]:
        return capitals.within[low] * 2 >= capitals.small[low] or low in TITLES
    if capitals.small[low]:
        return low in TITLES and _next_is_capital(words, index)
    if low not in known:
        return capitals.fresh[low] > 1 or not _is_foreign(text, words, index, known)
    return low in TITLES or _is_spoken_of(words, index) or (capitals.fresh[low] > 1 and _is_called(text, word))


def _names_nobody(text: str, words: list[Word], index: int) -> bool:
    """Whether the word is one that English writes large of itself: I'll, Monday, Your Grace, a lone letter."""
    word = words[index]
    low = word.text.casefold().replace("’", "'")
    if len(low) == 1:
        return not (text[word.span.end : word.span.end + 1] == "." and _next_is_capital(words, index))
    if word.bare.casefold() in _GIVEN_MONTHS and _is_given(words, index):
        return False
    if low in NOT_NAMES or word.bare.casefold() in NOT_NAMES or _CONTRACTED.sub("", low) in NOT_NAMES:
        return True
    if "-" in low and {low.partition("-")[0], low.rpartition("-")[2]} & NOT_NAMES:
        return True
    return low in HONOURS and index > 0 and words[index - 1].text.casefold() in ("your", "his", "her", "their")


def _is_given(words: list[Word], index: int) -> bool:
    """True for a month that is somebody: Aunt May, June said."""
    titled = index > 0 and not words[index].fresh and words[index - 1].bare.casefold() in TITLES
    return titled or _is_spoken_of(words, index)


def _is_foreign(text: str, words: list[Word], index: int, known: dict[str, float]) -> bool:
    """True where a word that only a fresh start made large is followed by another that English does not know."""
    if index + 1 == len(words):
        return False
    word, following = words[index], words[index + 1]
    low = following.bare.casefold().replace("’", "'")
    beside = text[word.span.end : following.span.start] in (" ", "\n")
    return beside and following.bare[0].islower() and low not in known and following.text not in VERBS


def _is_called(text: str, word: Word) -> bool:
    """True for a word that opens a speech and is followed by a comma, as a name called out is."""
    return (
        text[max(0, word.span.start - 1) : word.span.start] in tuple("\"“‘'«*")
        and text[word.span.end : word.span.end + 1] == ","
    )


def _is_loud_name(words: list[Word], index: int, capitals: Capitals) -> bool:
    """A word in capitals is a name where the story knows it as one, or where it stands alone and is never written small."""
    low = words[index].bare.casefold()
    if capitals.within[low] or capitals.fresh[low]:
        return capitals.within[low] > capitals.small[low]
    near = words[max(0, index - 1) : index] + words[index + 1 : index + 2]
    return not capitals.small[low] and not words[index].fresh and not any(word.bare.isupper() for word in near)


def _next_is_capital(words: list[Word], index: int) -> bool:
    following = words[index + 1] if index + 1 < len(words) else None
    return following is not None and not following.fresh and following.large


def _is_spoken_of(words: list[Word], index: int) -> bool:
    """True for "Rose said": a word that only ever begins sentences, but speaks."""
    following = words[index + 1] if index + 1 < len(words) else None
    return following is not None and not following.fresh and following.text in VERBS


def _runs(text: str, words: list[Word], named: list[bool]) -> Iterator[Name]:
    index = 0
    while index < len(words):
        if not named[index]:
            index += 1
            continue
        last = _run_end(text, words, named, index)
        yield _name(words, index, last)
        index = last + 1


def _run_end(text: str, words: list[Word], named: list[bool], index: int) -> int:
    """The index of the last word of the name that begins at `index`."""
    last = index
    while last + 1 < len(words) and words[last].text == words[last].bare:
        step = _step(text, words, named, last)
        if not step:
            break
        last += step
    return last


def _step(text: str, words: list[Word], named: list[bool], last: int) -> int:
    """How many words further the name goes on: 1 for a name's word, 2 or 3 over particles, 0 where it ends."""
    for ahead in (1, 2, 3):
        if last + ahead >= len(words):
            return 0
        before, word = words[last + ahead - 1], words[last + ahead]
        gap = text[before.span.end : word.span.start]
        dotted = _is_shortened(before.bare) and gap[:1] == "." and gap[1:].isspace()
        if word.fresh or not (gap in (" ", "\n", "\u00a0") or dotted):
            return 0
        if named[last + ahead]:
            return ahead
        if word.text not in _LINKS and not (ahead == 2 and before.text == "of" and word.text == "the"):
            return 0
    return 0


def _name(words: list[Word], first: int, last: int) -> Name:
    definite = first > 0 and words[first - 1].text.casefold() == "the" and _adjoin(words[first - 1], words[first])
    start = words[first - 1].span.start if definite else words[first].span.start
    end = words[last].span.start + len(words[last].bare)
    bare = tuple(word.bare for word in words[first : last + 1])
    if all(word.isupper() for word in bare) and max(map(len, bare)) > 3:
        bare = tuple(word.capitalize() for word in bare)
    return Name(Span(start, end), bare, definite, first, last)


def _adjoin(one: Word, other: Word) -> bool:
    return other.span.start - one.span.end == 1 and not other.fresh
