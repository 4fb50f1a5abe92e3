"""`fabula facts`."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

from cyclopts import Parameter

from fabula.cli.exits import DONE, refuse
from fabula.cli.reading import read_file
from fabula.errors import BadConfig, FabulaError

if TYPE_CHECKING:
    from fabula.reading import Fact, Note, Reading

_UNTOLD = ("acts", "acts unnamed", "kin")
"""Notes that only the checks need."""


def facts(*stories: Annotated[Path, Parameter(allow_leading_hyphen=True)]) -> int:
    """Tell what a story says of its people and things, each with the words that say it.

    Parameters
    ----------
    stories
        The story files. Use - for standard input.
    """
    if not stories:
        raise BadConfig("I was given no story.", "Try: fabula facts my-story.docx")
    code = DONE
    tools: dict[type, Any] = {}
    for path in stories:
        try:
            reading = read_file(path, tools)
        except FabulaError as reason:
            code = refuse(str(reason))
            continue
        for line in _lines(reading):
            print(line)
    return code


def _lines(reading: "Reading") -> Iterator[str]:
    """A heading for each character that anything is said of, most mentioned first, then for things and places."""
    names = {character.id: character.name for character in reading.cast.items}
    for who, name in names.items():
        rows = [one for one in reading.facts.items if one.character == who]
        if rows:
            yield name
            yield from (_row(reading, one, names) for one in rows)
    notes = [one for one in reading.facts.notes if one.attribute not in _UNTOLD]
    if notes:
        yield "Things, places, comings and goings"
        yield from (_row(reading, one, names) for one in notes)


def _row(reading: "Reading", one: "Fact | Note", names: dict[int, str]) -> str:
    from fabula.reading import Note
    from fabula.reading.disagreements import quoted

    about = f"{_thing(one, names)}: {one.attribute}" if isinstance(one, Note) else _named(one.attribute, names)
    said = f", says {names[one.teller]}" if one.teller is not None else ""
    how = f", {one.modality.value}" if one.modality.value != "asserted" else ""
    words = quoted(reading.story.text, one.span)
    return f"  {about}: {_named(one.value, names)}  {words} (scene {one.scene + 1}{said}{how})"


def _thing(note: "Note", names: dict[int, str]) -> str:
    owner = names[note.owner] if note.owner is not None else ""
    return ", ".join(part for part in (owner, note.about) if part)


def _named(words: str, names: dict[int, str]) -> str:
    """ "cousin of 3" with the name in place of the number; "cousin" where it is nobody known."""
    first, joint, last = words.rpartition(" ")
    if joint and last.isdecimal() and int(last) in names:
        return f"{first} {names[int(last)]}"
    return words.removesuffix(" of ?")
