"""From a file to its reading, with a progress line."""

from pathlib import Path
from typing import TYPE_CHECKING

from fabula.cli.progress import progress_line
from fabula.cli.sources import open_source

if TYPE_CHECKING:
    from fabula.desk import Tools
    from fabula.reading import Reading


def read_file(path: Path, tools: "Tools | None" = None) -> "Reading":
    """The reading of the story in a file, or of standard input where `path` is "-"; `tools` are kept between stories.

    Raises FabulaError where it cannot be read.
    """
    from fabula import desk

    source = open_source(path)
    with progress_line(source.name) as progress:
        return desk.read(desk.story_from(source.data, source.name), progress, tools)
