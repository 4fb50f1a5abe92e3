"""`fabula read`."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

from cyclopts import Parameter

from fabula.cli.exits import DONE, refuse
from fabula.cli.output import print_document
from fabula.cli.reading import read_file
from fabula.errors import BadConfig, FabulaError

if TYPE_CHECKING:
    from fabula.reading import Reading


def read(
    *stories: Annotated[Path, Parameter(allow_leading_hyphen=True)],
    json: bool = False,
    to: tuple[str, Path] | None = None,
) -> int:
    """Read a story and tell how it was understood: parts, scenes, people.

    Parameters
    ----------
    stories
        The story files. Use - for standard input.
    json
        Print the whole reading document (see: fabula schema reading).
    to
        Write the reading into a folder in another program's layout: --to booknlp FOLDER.
    """
    if not stories:
        raise BadConfig("I was given no story.", "Try: fabula read my-story.docx")
    if to and to[0] != "booknlp":
        raise BadConfig(f"I cannot write a reading as {to[0]}.", "Try: fabula read my-story.docx --to booknlp FOLDER")
    code = DONE
    tools: dict[type, Any] = {}
    for path in stories:
        try:
            reading = read_file(path, tools)
        except FabulaError as reason:
            code = refuse(str(reason))
            continue
        if to:
            _write_booknlp(reading, reading.story.source.name, to[1])
        elif json:
            _print_json(reading)
        else:
            _print_reading(reading)
    return code


def _write_booknlp(reading: "Reading", name: str, folder: Path) -> None:
    from fabula import desk

    for path in desk.deliver_booknlp(reading, Path(name).stem, folder):
        print(path)


def _print_json(reading: "Reading") -> None:
    from fabula.outputs.documents import reading_document

    print_document(reading_document(reading))


def _print_reading(reading: "Reading") -> None:
    """Parts with why they were set aside, scenes with their first words, and the cast, as plain lines."""
    from fabula.outputs.precedence import reasons_of

    text = reading.story.text
    print(f"{reading.story.source.name}: {reading.story.source.format}")
    for part in reading.parts.items:
        why = f"  ({part.why})" if part.why else ""
        print(f"  {part.kind.value:9} {_opening(text[part.span.start : part.span.end])}{why}")
    print("Scenes")
    for scene, why in zip(reading.scenes.items, reasons_of(reading.scenes), strict=True):
        print(f"  {scene.id + 1:3}  {_opening(text[scene.span.start : scene.span.end])}")
        if why:
            print(f"       {scene.time.value}, happens as number {scene.story_order}: {why}")
    print("People")
    for character in reading.cast.items:
        names = ", ".join((character.name, *(alias.name for alias in character.aliases)))
        print(f"  {len(character.places):5}  {names}")


def _opening(words: str) -> str:
    flat = " ".join(words[:200].split())
    return flat if len(flat) <= 60 else f"{flat[:59]}…"
