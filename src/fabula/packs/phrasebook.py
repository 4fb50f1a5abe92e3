"""The phrasebook of a language: what people in fiction say, right and as it is often got wrong, by key."""

import msgspec

from fabula.packs.shelf import Shelf


class Entry(msgspec.Struct, frozen=True, array_like=True):
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


class Line(msgspec.Struct, frozen=True):
    """A phrase as it may be written: its entry, the form in its own script, how it is romanised so; for a wrong form the
    kind of fault and the reason. `who` says whom a variant is for ("to-woman"); `words` counts its words.
    """

    entry: Entry
    native: str
    latin: str
    who: str = ""
    kind: str = ""
    reason: str = ""
    words: int = 1


class Pattern(msgspec.Struct, frozen=True, array_like=True):
    """Words put together as English does it, and how the language says it. See `training/foreign/patterns`."""

    language: str
    pattern: str
    replacement: str
    problem: str
    reason: str


class Book(msgspec.Struct, frozen=True):
    """A phrasebook as it is searched: right and wrong lines by key, the keys of their first words, and the patterns in the
    order they are tried.
    """

    right: dict[str, tuple[Line, ...]]
    wrong: dict[str, tuple[Line, ...]]
    openings: frozenset[str]
    patterns: tuple[Pattern, ...]


class Written(msgspec.Struct, frozen=True, array_like=True):
    """A line in the file: the number of its entry, the keys it goes by, and what `Line` says of it."""

    entry: int
    keys: tuple[str, ...]
    native: str
    latin: str
    who: str
    kind: str
    reason: str
    words: int


class File(msgspec.Struct, frozen=True, array_like=True):
    """What the file of a phrasebook holds (MessagePack)."""

    entries: tuple[Entry, ...]
    lines: tuple[Written, ...]
    openings: tuple[str, ...]
    patterns: tuple[Pattern, ...]


def read_book(shelf: Shelf, language: str) -> Book:
    """The phrasebook of a language, its lines in their own order; an empty one where there is none."""
    right: dict[str, list[Line]] = {}
    wrong: dict[str, list[Line]] = {}
    if language not in shelf.books:
        return Book({}, {}, frozenset(), ())
    file = msgspec.msgpack.decode(shelf.books[language].read_bytes(), type=File)
    for one in file.lines:
        line = Line(file.entries[one.entry], one.native, one.latin, one.who, one.kind, one.reason, one.words)
        for key in one.keys:
            (wrong if one.kind else right).setdefault(key, []).append(line)
    return Book(_sealed(right), _sealed(wrong), frozenset(file.openings), file.patterns)


def _sealed(table: dict[str, list[Line]]) -> dict[str, tuple[Line, ...]]:
    return {key: tuple(lines) for key, lines in table.items()}
