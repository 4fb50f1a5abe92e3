"""The tables of all languages on one shelf, opened for reading only, and how a word is looked up."""

import sqlite3
from importlib.resources import files
from pathlib import Path

import msgspec


class Word(msgspec.Struct, frozen=True):
    """One reading of a written word. `form` is its right spelling in its own script, `often` its Zipf frequency (1 to 8).

    `tags` are part of speech, gender, number, case, person and mood, with a stop between: "n.f.s...", "v..s..3.ind". A word
    that we only know to exist has no tags.
    """

    form: str
    lemma: str
    tags: str
    often: float
    gloss: str


class Spelling(msgspec.Struct, frozen=True, array_like=True):
    """A spelling as a table holds it: "" where it is its own key; hundredths of Zipf; lemma, tags, lemma, tags … by number."""

    form: str
    often: int
    readings: tuple[int, ...] = ()


class Table(msgspec.Struct, frozen=True):
    """The open words of a language; its lemmas (lemma, part of speech, meanings) and its tags, by number."""

    words: sqlite3.Connection
    lemmas: tuple[tuple[str, str, str], ...]
    tags: tuple[str, ...]


class Shelf(msgspec.Struct, frozen=True):
    """Where the words and the phrasebook of each language (ISO 639-1) lie. `opened` are the words that were asked for."""

    languages: tuple[str, ...]
    words: dict[str, Path]
    books: dict[str, Path]
    opened: dict[str, Table]


def open_shelf(folder: Path | None = None) -> Shelf:
    """Every language of `folder` (by default those the program comes with). A table is opened when a word is asked for."""
    folder = folder or Path(str(files("fabula.packs") / "data"))
    words = {path.stem: path for path in sorted(folder.glob("*.sqlite"))}
    books = {path.stem: path for path in sorted(folder.glob("*.phrases"))}
    return Shelf(tuple(sorted(words.keys() | books.keys())), words, books, {})


def look_up(shelf: Shelf, language: str, key: str) -> tuple[Word, ...]:
    """Every reading of a key, the commonest first; nothing where the language has no such word."""
    table = _table(shelf, language)
    row = table.words.execute("SELECT spellings FROM words WHERE key = ?", (key,)).fetchone() if table else None
    return _words_of(key, row[0], table) if table and row else ()


def all_forms(shelf: Shelf, language: str, lemma: str) -> tuple[Word, ...]:
    """Every form of a lemma, the commonest first."""
    table = _table(shelf, language)
    if table is None:
        return ()
    rows = table.words.execute("SELECT stem, ends FROM forms JOIN lemmas USING (id) WHERE lemma = ?", (lemma,))
    keys = {stem + end for stem, ends in rows.fetchall() for end in ends.split("\n")}
    found = {word for key in keys for word in look_up(shelf, language, key) if word.lemma == lemma}
    return tuple(sorted(found, key=lambda word: (-word.often, word.form, word.tags)))


def common_keys(shelf: Shelf, language: str, at_least: float) -> tuple[str, ...]:
    """The keys of words whose grammar we know and that stand at least so often (Zipf): what a misspelt word may be."""
    table = _table(shelf, language)
    if table is None:
        return ()
    rows = table.words.execute("SELECT key FROM words WHERE common >= ? ORDER BY key", (round(at_least * 100),))
    return tuple(row[0] for row in rows)


def _table(shelf: Shelf, language: str) -> Table | None:
    """The words of a language, opened the first time; None where we have a phrasebook only."""
    if language not in shelf.opened and language in shelf.words:
        shelf.opened[language] = _open(shelf.words[language])
    return shelf.opened.get(language)


def _open(path: Path) -> Table:
    words = sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro&immutable=1", uri=True, check_same_thread=False)
    words.execute("PRAGMA mmap_size = 67108864")
    lemmas = words.execute("SELECT lemma, part, gloss FROM lemmas ORDER BY id").fetchall()
    tags = words.execute("SELECT tags FROM tags ORDER BY id").fetchall()
    return Table(words, tuple(lemmas), tuple(row[0] for row in tags))


def _words_of(key: str, spellings: bytes, table: Table) -> tuple[Word, ...]:
    found: list[Word] = []
    for spelling in msgspec.msgpack.decode(spellings, type=tuple[Spelling, ...]):
        form, often = spelling.form or key, spelling.often / 100
        if not spelling.readings:
            found.append(Word(form, "", "", often, ""))
        for lemma, tags in zip(spelling.readings[::2], spelling.readings[1::2], strict=True):
            name, _, gloss = table.lemmas[lemma]
            found.append(Word(form, name, table.tags[tags], often, gloss))
    return tuple(found)
