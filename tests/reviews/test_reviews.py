"""Whole reviews as an author sees them. A change shows here in prose: read the diff, then write it down with

FABULA_GOLDEN=write pytest tests/reviews
"""

import os
from pathlib import Path

import pytest

from fabula import desk
from fabula.outputs.terminal import summary

HERE = Path(__file__).parent
ROOT = HERE.parent.parent
FOLDERS = {ROOT / "examples": (".txt", ".docx", ".html", ".rtf"), ROOT / "tests" / "stories": (".txt", ".md", ".html")}
STORIES = sorted(
    path
    for folder, suffixes in FOLDERS.items()
    for path in folder.iterdir()
    if path.suffix in suffixes and path.stem != "README" and ".review" not in path.name
)
TOOLS: dict = {}


@pytest.mark.parametrize("path", STORIES, ids=lambda path: path.stem)
def test_review(path):
    review = desk.review_story(desk.story_from(path.read_bytes(), path.name), tools=TOOLS)
    said = summary(review, first=1000)
    golden = HERE / f"{path.stem}.txt"
    if os.environ.get("FABULA_GOLDEN") == "write":
        golden.write_text(said, "utf-8")
    assert said == golden.read_text("utf-8")
