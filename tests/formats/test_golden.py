"""Each directory here holds one file and `golden.txt`, the story read from it; FABULA_GOLDEN=write writes them anew."""

import os
from importlib import import_module
from pathlib import Path

import pytest

from fabula.formats import read_story
from fabula.story import Story

_SOURCES = sorted(
    path
    for path in Path(__file__).parent.glob("*/*")
    if path.is_file() and path.name not in ("golden.txt", "README.md")
)


def picture(story: Story) -> str:
    """The story as a text to read in a diff: one line for each block, then what is declared and noticed."""
    lines: list[str] = []
    for block in story.blocks:
        words = story.text[block.span.start : block.span.end].replace("\n", "⏎")
        blank = f" +{block.blank_before}" if block.blank_before else ""
        kind = f"{block.kind.upper()}{f'[{block.level}]' if block.level else ''}{blank}"
        lines.append(f"{kind} {block.declared or '-'} | {words}")
    for found in story.emphasis:
        words = story.text[found.span.start : found.span.end].replace("\n", "⏎")
        lines.append(f"{found.style}: {words}")
    lines += [f"declared {found.key}: {found.value!r}" for found in story.declarations]
    lines += [f"notice: {sentence}" for sentence in story.notices]
    return "\n".join(lines) + "\n"


@pytest.mark.parametrize("source", _SOURCES, ids=lambda path: path.parent.name)
def test_story_is_the_golden_one(source: Path) -> None:
    story = read_story(source.read_bytes(), source.name)
    golden = source.parent / "golden.txt"
    if os.environ.get("FABULA_GOLDEN") == "write":
        golden.write_text(picture(story), encoding="utf-8")
    assert picture(story) == golden.read_text(encoding="utf-8")


@pytest.mark.parametrize("source", _SOURCES, ids=lambda path: path.parent.name)
def test_every_place_holds_its_characters(source: Path) -> None:
    data = source.read_bytes()
    story = read_story(data, source.name)
    module = import_module(f"fabula.formats.{story.source.format}")
    for origin in story.origins:
        assert module.reread(data, origin) == story.text[origin.span.start : origin.span.end]


def test_there_are_stories_here() -> None:
    assert _SOURCES
