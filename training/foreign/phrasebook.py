"""The phrasebooks of `training/foreign/phrasebook` and the patterns, as the program reads them."""

import csv
from collections.abc import Iterator
from pathlib import Path

import msgspec

from fabula.packs import Entry, Pattern, key_of, phrase_key, split_words
from fabula.packs.phrasebook import File, Written

HERE = Path(__file__).parent


def write(language: str, folder: Path) -> Path:
    """Write the phrasebook of a language into a folder; returns its path."""
    entries = tuple(_entries(language))
    lines = [line for place, entry in enumerate(entries) for line in _lines(place, entry)]
    # A key has its lines in the order of the forms right first, then the forms got wrong, as the book lists them.
    openings = {
        key_of(written.split()[0].split("-")[0], language)
        for line in lines
        for written in (line.latin, line.native)
        if written.split()
    }
    file = File(entries, tuple(lines), tuple(sorted(openings)), tuple(_patterns(language)))
    path = folder / f"{language}.phrases"
    path.write_bytes(msgspec.msgpack.encode(file))
    return path


def _entries(language: str) -> Iterator[Entry]:
    with (HERE / "phrasebook" / f"{language}.tsv").open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE):
            cell = {name: (value or "").strip() for name, value in row.items() if name}
            if cell["native"]:
                yield Entry(
                    language, cell["native"], _split(cell["romanised"], " / "), _split(cell["gloss"], " / "), cell["kind"],
                    cell["register"], tuple(_variant(one) for one in _split(cell["variants"], " | ")),
                    tuple(_wrong(one) for one in _split(cell["wrong"], " | ")),
                )  # fmt: skip


def _lines(place: int, entry: Entry) -> Iterator[Written]:
    """The entry in each romanisation, its variants ("to-man", "моя любимый (moy lyubimyy / moj ljubimyj)"), its wrong forms."""
    for latin in entry.romanised or (entry.native,):
        yield _line(place, entry, entry.native, latin)
    for who, form in entry.variants:
        native, _, bracket = form.partition(" (")
        for latin in bracket.rstrip(")").split(" / ") if bracket else (native,):
            yield _line(place, entry, native.strip(), latin.strip(), who)
    for forms, kind, reason in entry.wrong:
        for form in forms.split(" / "):
            yield _line(place, entry, entry.native, form.strip(), "", kind, reason)


def _line(
    place: int, entry: Entry, native: str, latin: str, who: str = "", kind: str = "", reason: str = ""
) -> Written:
    written = [latin] if kind else sorted({native, latin})
    keys = dict.fromkeys(phrase_key(one, entry.language) for one in written)
    return Written(place, tuple(key for key in keys if key), native, latin, who, kind, reason, len(split_words(latin)))


def _variant(text: str) -> tuple[str, str]:
    who, _, form = text.partition("=")
    return who.strip(), form.strip()


def _wrong(text: str) -> tuple[str, str, str]:
    form, _, rest = text.partition("=>")
    kind, _, reason = rest.partition(":")
    return form.strip(), kind.strip(), reason.strip()


def _split(text: str, mark: str) -> tuple[str, ...]:
    return tuple(piece for piece in (one.strip() for one in text.split(mark)) if piece)


def _patterns(language: str) -> Iterator[Pattern]:
    path = HERE / "patterns" / f"{language}.tsv"
    if path.exists():
        for line in path.read_text("utf-8").splitlines():
            if line and not line.startswith("#"):
                yield Pattern(language, *line.split("\t"))
