"""The tags of a word form, and the lines of the word files."""

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

GENDERS = ("m", "f", "n", "c")


class Form(NamedTuple):
    """A form of a lemma with its tags: "n.f.s...", "v..s.3.ind" (see `fabula.packs.Word`)."""

    form: str
    lemma: str
    tags: str


def tag(part: str, gender: str = "", number: str = "", case: str = "", person: str = "", mood: str = "") -> str:
    return ".".join((part, gender, number, case, person, mood))


class Line(NamedTuple):
    """An entry of a word file: its section ("n m", "v"), the word, what follows a slash, and its meanings."""

    section: str
    word: str
    more: tuple[str, ...]
    gloss: str


def read_words(path: Path) -> Iterator[Line]:
    """The entries of a word file: `# section` heads them, `word/more/more=meaning` stand between semicolons."""
    section = ""
    for line in path.read_text("utf-8").splitlines():
        if line.startswith("#"):
            section = line[1:].strip()
            continue
        for entry in line.split(";"):
            if entry.strip():
                word, _, gloss = entry.strip().partition("=")
                head, *more = word.strip().split("/")
                yield Line(section, head, tuple(more), gloss.strip())
