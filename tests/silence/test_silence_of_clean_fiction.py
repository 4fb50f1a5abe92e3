"""Published fiction, edited with care: nothing may be said of it. (Passages of Standard Ebooks productions, CC0 1.0.)"""

from pathlib import Path

import pytest

from fabula import desk

HERE = Path(__file__).parent
TOOLS: desk.Tools = {}


@pytest.mark.parametrize("path", sorted(HERE.glob("*.txt")), ids=lambda path: path.stem)
def test_nothing_is_said(path):
    review = desk.review_story(desk.story_from(path.read_bytes(), path.name), tools=TOOLS)
    text = review.reading.story.text
    assert [(comment.check, text[comment.span.start : comment.span.end]) for comment in review.comments] == []
