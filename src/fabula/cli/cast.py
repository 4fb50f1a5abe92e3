"""`fabula cast`."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

from cyclopts import Parameter

from fabula.cli.output import plain_console
from fabula.cli.reading import read_file

if TYPE_CHECKING:
    from fabula.outputs.ledger import Called, Entry

_SCENES = 12


def cast(story: Annotated[Path, Parameter(allow_leading_hyphen=True)]) -> None:
    """Print who is who: every name of every person, who uses it first and where, and how much they say.

    Parameters
    ----------
    story
        The story file. Use - for standard input.
    """
    from fabula.outputs.ledger import ledger

    reading = read_file(story)
    console = plain_console()
    entries = ledger(reading)
    if not entries:
        console.print("I met nobody in this story.")
    for entry in entries:
        console.print(_head(entry))
        for called in entry.names:
            console.print(f"    {_called(called)}")


def _head(entry: "Entry") -> str:
    pronouns = f" ({entry.pronouns})" if entry.pronouns else ""
    said = (
        f"{entry.words_spoken} words spoken, {entry.share:.0%} of all"
        if entry.words_spoken
        else "says nothing I am sure of"
    )
    scenes = ", ".join(str(scene + 1) for scene in entry.scenes[:_SCENES]) + (
        " …" if len(entry.scenes) > _SCENES else ""
    )
    there = f"; in scene {scenes}" if entry.scenes else "; only spoken of"
    return f"{entry.name}{pronouns}: {entry.mentions} mentions; {said}{there}"


def _called(called: "Called") -> str:
    by = f"by {called.by}" if called.by else "by the narrator"
    return f"{called.name}  × {called.times}, first {by} in scene {called.scene + 1}"
