"""The tables of all languages on one shelf, opened for reading only, and how a word or phrase is looked up."""

import sqlite3
from importlib.resources import files
from pathlib import Path

import msgspec

COLUMNS = "form, words.lemma, tags, often, coalesce(gloss, '')"


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


class Entry(msgspec.Struct, frozen=True):
    """A line of a phrasebook: what people in fiction say. `romanised`, `gloss`: the usual one first.

    `variants` are (who, form): who says it, or to whom. `wrong` are (form as authors type it, kind of fault, why).
    """

    language: str
    native: str
    romanised: tuple[str, ...]
    gloss: tuple[str, ...]
    kind: str
    register: str
    variants: tuple[tuple[str, str], ...]
    wrong: tuple[tuple[str, str, str], ...]


class Pattern(msgspec.Struct, frozen=True):
    """Words put together as English does it, and how the language says it. See `training/foreign/patterns`."""

    language: str
    pattern: str
    replacement: str
    problem: str
    reason: str


class Shelf(msgspec.Struct, frozen=True):
    """The open tables by language (ISO 639-1)."""

    tables: dict[str, sqlite3.Connection]


def open_shelf(folder: Path | None = None) -> Shelf:
    """Every table of `folder` (by default those the program comes with), opened for reading; nothing can be written."""
    found = sorted((folder or Path(str(files("fabula.packs") / "data"))).glob("*.sqlite"))
    return Shelf({path.stem: _open(path) for path in found})


def _open(path: Path) -> sqlite3.Connection:
    table = sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro&immutable=1", uri=True, check_same_thread=False)
    table.execute("PRAGMA mmap_size = 67108864")
    return table


def look_up(shelf: Shelf, language: str, key: str) -> tuple[Word, ...]:
    """Every reading of a key, the commonest first."""
    rows = shelf.tables[language].execute(
        f"SELECT {COLUMNS} FROM words LEFT JOIN lemmas ON words.lemma = lemmas.lemma"
        " AND substr(tags, 1, 1) = lemmas.part WHERE key = ? ORDER BY often DESC, form, tags",
        (key,),
    )
    return tuple(Word(*row) for row in rows)


def all_forms(shelf: Shelf, language: str, lemma: str) -> tuple[Word, ...]:
    """Every form of a lemma, the commonest first."""
    rows = shelf.tables[language].execute(
        f"SELECT DISTINCT {COLUMNS} FROM words LEFT JOIN lemmas ON words.lemma = lemmas.lemma"
        " AND substr(tags, 1, 1) = lemmas.part WHERE words.lemma = ? ORDER BY often DESC, form, tags",
        (lemma,),
    )
    return tuple(Word(*row) for row in rows)


def common_keys(shelf: Shelf, language: str, at_least: float) -> tuple[str, ...]:
    """The keys of words whose grammar we know and that stand at least so often (Zipf): what a misspelt word may be."""
    rows = shelf.tables[language].execute(
        "SELECT DISTINCT key FROM words WHERE often >= ? AND tags <> '' ORDER BY key", (at_least,)
    )
    return tuple(row[0] for row in rows)


def entries_of(shelf: Shelf, language: str) -> tuple[Entry, ...]:
    """The phrasebook of a language, in its own order."""
    rows = shelf.tables[language].execute(
        "SELECT native, romanised, gloss, kind, register, variants, wrong FROM phrases ORDER BY place"
    )
    return tuple(_entry(language, *row) for row in rows)


def _entry(
    language: str, native: str, latin: str, gloss: str, kind: str, register: str, variants: str, wrong: str
) -> Entry:
    decode = msgspec.json.decode
    return Entry(
        language, native, decode(latin, type=tuple[str, ...]), decode(gloss, type=tuple[str, ...]), kind, register,
        decode(variants, type=tuple[tuple[str, str], ...]), decode(wrong, type=tuple[tuple[str, str, str], ...]),
    )  # fmt: skip


def patterns_of(shelf: Shelf, language: str) -> tuple[Pattern, ...]:
    """The word-for-word patterns of a language, in the order they are tried."""
    rows = shelf.tables[language].execute("SELECT pattern, replacement, problem, reason FROM patterns ORDER BY place")
    return tuple(Pattern(language, *row) for row in rows)
