"""The stories named on the command line."""

import sys
from pathlib import Path

import msgspec

from fabula.errors import BadConfig, UnreadableFile
from fabula.files import MOST_BYTES, load, too_large

STDIN = Path("-")


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
        if path.is_dir():
            raise UnreadableFile(f"{path} is a folder.", "Give me a story file, or several: fabula review *.docx")
        return SourceFile(path, load(path))
    data = sys.stdin.buffer.read(MOST_BYTES + 1)
    if len(data) > MOST_BYTES:
        raise too_large("standard input")
    return SourceFile(path, data)


def check_distinct(paths: tuple[Path, ...]) -> None:
    """Raise BadConfig where two stories would write reviews of one name."""
    seen: dict[Path, Path] = {}
    for path in paths:
        target = path.with_suffix("") if path != STDIN else path
        if target in seen and seen[target] != path:
            raise BadConfig(
                f"{seen[target]} and {path} would both become {target.name}.review.html.",
                "Give me one at a time.",
            )
        seen[target] = path
