"""Every check's page is its test: marked words are commented on, unmarked stories stay silent."""

import re

import pytest

from fabula import desk
from fabula.desk.catalogue import HEADINGS
from fabula.desk.config import Settings

CHECKS = desk.find_checks()
TOOLS: desk.Tools = {}
_FENCE = re.compile(r"^```story\n(.*?)\n```$", re.S | re.M)
_MARK = re.compile(r"\{==(.*?)==\}", re.S)


def examples_of(check):
    return _FENCE.findall(check.page)


def plain_and_marked(example):
    """The example without its marks, and the spans that were marked."""
    text, spans, at = "", [], 0
    for mark in _MARK.finditer(example):
        text += example[at : mark.start()]
        spans.append((len(text), len(text) + len(mark.group(1))))
        text += mark.group(1)
        at = mark.end()
    return text + example[at:], spans


CASES = [
    pytest.param(check, example, id=f"{check.name}-{number}")
    for check in CHECKS
    for number, example in enumerate(examples_of(check), 1)
]


@pytest.mark.parametrize(("check", "example"), CASES)
def test_example(check, example):
    text, expected = plain_and_marked(example)
    reading = desk.read(desk.story_from(text.encode(), "example.txt"), tools=TOOLS)
    review = desk.review_reading(reading, Settings(select=(check.name,)), strict=True)
    assert [(c.span.start, c.span.end) for c in review.comments] == expected
    for comment in review.comments:
        assert not re.search(r"\berror|you should|incorrect", comment.message, re.I), "a message is a reader's"


@pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.name)
def test_page_is_whole(check):
    headings = tuple(re.findall(r"^## (.*)$", check.page, re.M))
    assert headings == HEADINGS
    speaking = [example for example in examples_of(check) if _MARK.search(example)]
    quiet = [example for example in examples_of(check) if not _MARK.search(example)]
    assert len(speaking) >= 3, "three examples that speak"
    assert len(quiet) >= 3, "three that keep quiet"
