"""From a file's bytes to a story, and from a story to a reading."""

from collections.abc import Callable
from typing import Any

import msgspec

from fabula.desk.plan import find_stages, layers, plan
from fabula.desk.run import run_stages
from fabula.reading import Reading
from fabula.story import Story

Progress = Callable[[str], None]
"""Told, in a few words, what is being done now."""

Tools = dict[type, Any]
"""What stages open and keep from one story to the next, by its type."""


def silence(step: str) -> None:
    """Listens to progress and does nothing."""


def story_from(data: bytes, name: str) -> Story:
    """The story in a file's bytes; `name` helps to tell its format and is kept as its source.

    Raises UnknownFormat or UnreadableFile.
    """
    from fabula.formats import read_story

    return read_story(data, name)


def read(story: Story, progress: Progress = silence, tools: Tools | None = None) -> Reading:
    """The reading of a story: every layer, each made by its stage from those before.

    Give one `tools` to every story you read, and what is slow to open (the model) is opened once.
    """
    tools = {} if tools is None else tools
    stages = plan(find_stages(), layers())
    made = run_stages(stages, {Story: story, **tools}, progress)
    tools.update({stage.makes: made[stage.makes] for stage in stages if not stage.needs})
    return Reading(**{field.name: made[field.type] for field in msgspec.structs.fields(Reading)})
