"""The phrasebooks as they are searched, and what each language knows of a word."""

import re

import msgspec

from fabula.packs import Entry, Pattern, Shelf, Word, entries_of, key_of, look_up, open_shelf, patterns_of, plain

LATIN = ("fr", "es", "de", "it", "pt", "la", "pl", "ga", "ro", "sv", "nl")
"""Languages written in Latin letters."""
_NOT_KEY = re.compile(r"[\s\-,;.!?¡¿…:]+")


class Line(msgspec.Struct, frozen=True):
    """A phrase as it may be written: its entry, the form in its own script,
    how often it is romanised so; for a wrong form the
    kind of fault and the reason. `who` says whom a variant is for ("to-woman")."""

    entry: Entry
    native: str
    latin: str
    who: str = ""
    kind: str = ""
    reason: str = ""
    words: int = 1


class Library(msgspec.Struct, frozen=True):
    """All phrasebooks by key, their first words, and the tables behind them. `known` remembers what has been looked up."""

    shelf: Shelf
    right: dict[str, dict[str, tuple[Line, ...]]]
    wrong: dict[str, dict[str, tuple[Line, ...]]]
    openings: dict[str, frozenset[str]]
    patterns: dict[str, tuple[Pattern, ...]]
    known: dict[tuple[str, str], tuple[Word, ...]]
    keys: dict[tuple[str, str], str]
    common: dict[str, tuple[str, ...]]
    near: dict[tuple[str, str], str | None]


def open_library() -> Library:
    """The phrasebooks and tables that the program comes with: opened once, read by every story."""
    shelf = open_shelf()
    right: dict[str, dict[str, tuple[Line, ...]]] = {}
    wrong: dict[str, dict[str, tuple[Line, ...]]] = {}
    openings: dict[str, frozenset[str]] = {}
    for language in shelf.tables:
        entries = entries_of(shelf, language)
        right[language] = _by_key(language, [line for entry in entries for line in _right(entry)])
        wrong[language] = _by_key(language, [line for entry in entries for line in _wrong(entry)])
        every = [line for lines in (*right[language].values(), *wrong[language].values()) for line in lines]
        openings[language] = frozenset(
            key_of(written.split()[0].split("-")[0], language)
            for line in every
            for written in (line.latin, line.native)
            if written.split()
        )
    patterns = {language: patterns_of(shelf, language) for language in shelf.tables}
    return Library(shelf, right, wrong, openings, patterns, {}, {}, {}, {})


def phrase_key(words: str, language: str) -> str:
    """The key of a whole phrase: without spaces, hyphens and marks."""
    return "".join(key_of(word, language) for word in _NOT_KEY.split(words) if word)


def word_key(library: Library, language: str, low: str) -> str:
    """The key of a word in a language, made once: the hyphens of a compound do not count."""
    if (language, low) not in library.keys:
        library.keys[language, low] = phrase_key(low, language)
    return library.keys[language, low]


def readings(library: Library, language: str, low: str) -> tuple[Word, ...]:
    """What a language knows of a word, the commonest reading first."""
    if (language, low) not in library.known:
        library.known[language, low] = look_up(library.shelf, language, key_of(low, language))
    return library.known[language, low]


def _by_key(language: str, lines: list[Line]) -> dict[str, tuple[Line, ...]]:
    table: dict[str, tuple[Line, ...]] = {}
    for line in lines:
        for written in {line.latin} if line.kind else {line.native, line.latin}:
            key = phrase_key(written, language)
            if key:
                table[key] = (*table.get(key, ()), line)
    return table


def _right(entry: Entry) -> list[Line]:
    """The entry in each romanisation, then its variants ("to-man", "моя любимый (moy lyubimyy / moj ljubimyj)")."""
    lines = [Line(entry, entry.native, latin, words=_count(latin)) for latin in entry.romanised or (entry.native,)]
    for who, form in entry.variants:
        native, _, bracket = form.partition(" (")
        for latin in bracket.rstrip(")").split(" / ") if bracket else (native,):
            lines.append(Line(entry, native.strip(), latin.strip(), who, words=_count(latin)))
    return lines


def _wrong(entry: Entry) -> list[Line]:
    lines: list[Line] = []
    for form, kind, reason in entry.wrong:
        lines += [Line(entry, entry.native, one.strip(), "", kind, reason, _count(one)) for one in form.split(" / ")]
    return lines


def _count(words: str) -> int:
    return len([word for word in _NOT_KEY.split(words) if word])


def unaccented(words: str) -> str:
    """The words in small letters without accents or marks: for comparing spellings."""
    return _NOT_KEY.sub(" ", plain(words)).strip()
