"""The stories named on the command line."""

import os
import sys
from pathlib import Path

import msgspec

from fabula.errors import BadConfig, UnreadableFile
from fabula.files import MOST_BYTES, load, too_large

STDIN = Path("-")
SETTINGS = "fabula.toml"


class SourceFile(msgspec.Struct, frozen=True):
    """A story's bytes and where it stands; standard input stands at `-`."""

    path: Path
    data: bytes

    @property
    def name(self) -> str:
        """Its name without folders; "stdin" for standard input."""
        return "stdin" if self.path == STDIN else self.path.name


def open_source(path: Path) -> SourceFile:
    """The file, or what comes in on standard input for `-`. Raises UnreadableFile."""
    if path != STDIN:
        if os.path.isdir(path):  # noqa: PTH112  (Path.is_dir raises where a name is too long)
            raise UnreadableFile(f"{path} is a folder.", "Give me a story file, or several: fabula review *.docx")
        if path.name == SETTINGS:
            raise UnreadableFile(f"{path} holds my settings and is no story.", "Give me the story beside it.")
        return SourceFile(path, load(path))
    if sys.__stdin__ is None:
        raise UnreadableFile("Standard input is closed.", "Give me a file, or feed me: fabula review - < my-story.txt")
    data = sys.stdin.buffer.read(MOST_BYTES + 1)
    if len(data) > MOST_BYTES:
        raise too_large("standard input")
    return SourceFile(path, data)


def check_distinct(paths: tuple[Path, ...]) -> None:
    """Raise BadConfig where two stories would write reviews of one name."""
    seen: dict[Path, Path] = {}
    for path in paths:
        target = path.parent / path.stem if path != STDIN else path
        if target in seen and seen[target] != path:
            raise BadConfig(
                f"{seen[target]} and {path} would both become {target.name}.review.html.",
                "Give me one at a time.",
            )
        seen[target] = path
