"""A docx, odt, md and epub of the same story give the same text, the same scenes and the same comments."""

from pathlib import Path

import pytest

from fabula import desk

EXAMPLES = Path(__file__).parent.parent / "examples"


def review(suffix):
    path = EXAMPLES / f"salt-on-the-stairs{suffix}"
    return desk.review_story(desk.story_from(path.read_bytes(), path.name))


def kinds_and_spans(review):
    return [(part.kind, part.span) for part in review.reading.parts.items]


@pytest.fixture(scope="module")
def markdown():
    return review(".md")


@pytest.mark.parametrize("suffix", [".docx", ".odt", ".epub"])
def test_same_text_and_comments(markdown, suffix):
    other = review(suffix)
    assert other.reading.story.text == markdown.reading.story.text
    assert kinds_and_spans(other) == kinds_and_spans(markdown), "only the reasons may differ: a file's markup is one"
    assert other.reading.scenes == markdown.reading.scenes
    assert other.comments == markdown.comments
    italics = {(e.span.start, e.span.end) for e in other.reading.story.emphasis if e.style == "italic"}
    assert italics == {(e.span.start, e.span.end) for e in markdown.reading.story.emphasis if e.style == "italic"}


def test_the_example_shows_what_a_reader_notices(markdown):
    text = markdown.reading.story.text
    said = {comment.check: text[comment.span.start : comment.span.end] for comment in markdown.comments}
    assert said["slips.doubled-word"] == "the the"
    assert said["names.misspelt"] == "Imogin"
    assert len(markdown.reading.scenes.items) == 3
