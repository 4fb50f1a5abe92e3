"""Whole letters, to be read aloud: a development story, an example, a chapter of a public-domain novel. Written down with

FABULA_GOLDEN=write pytest tests/letter
"""

import os
from pathlib import Path

import pytest

from fabula import desk

HERE = Path(__file__).parent
TESTS = HERE.parent
STORIES = (
    TESTS / "stories" / "05-the-grey-hand.txt",
    TESTS.parent / "examples" / "salt-on-the-stairs.docx",
    TESTS / "silence" / "the-blue-castle.txt",
)
TOOLS: desk.Tools = {}


@pytest.mark.parametrize("path", STORIES, ids=lambda path: path.stem)
def test_letter(path: Path) -> None:
    written = desk.review_story(desk.story_from(path.read_bytes(), path.name), tools=TOOLS).letter
    golden = HERE / f"{path.stem}.md"
    if os.environ.get("FABULA_GOLDEN") == "write":
        golden.write_text(written, "utf-8")
    assert written == golden.read_text("utf-8")
