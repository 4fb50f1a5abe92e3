"""Counts of time that do not come out are found, and those that do are let alone."""

import tomllib
from pathlib import Path

from fabula import desk
from fabula.desk.config import Settings

PASSAGES = tomllib.loads((Path(__file__).parent / "times.toml").read_text("utf-8"))["passage"]
CHECKS = tuple(check.name for check in desk.find_checks() if check.name.startswith("time."))
TOOLS: desk.Tools = {}
MISSED = {"three days", "eleven years", "Sunday"}
"""A night that lasts three days, a length counted after its ends, yesterday against today: not looked for."""


def comments_on(text):
    reading = desk.read(desk.story_from(text.encode(), "passage.txt"), tools=TOOLS)
    return desk.review_reading(reading, Settings(select=CHECKS), strict=True).comments


def touches(comment, start, end):
    places = [comment.span, *(evidence.span for evidence in comment.evidence)]
    return any(place.start < end and start < place.end for place in places)


def test_wrong_counts_are_found():
    missed = set()
    for passage in PASSAGES:
        if "wrong" in passage:
            text = passage["text"].lstrip()
            start = text.replace("\n", " ").index(passage["wrong"])
            if not any(touches(one, start, start + len(passage["wrong"])) for one in comments_on(text)):
                missed.add(passage["wrong"])
    assert missed == MISSED


def test_right_counts_are_let_alone():
    right = [passage["text"].lstrip() for passage in PASSAGES if "wrong" not in passage]
    assert len(right) == 20
    assert [text for text in right if comments_on(text)] == []
