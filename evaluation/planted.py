"""Precision and recall of the continuity checks on contradictions planted in public-domain chapters.

usage: python evaluation/planted.py [tests/planted]

Each plant is read twice: with its contradiction, and as its clean twin. A comment counts as found where its span and its
evidence touch both planted sentences; any other `continuity.*` comment, and each one in a twin, is a false alarm.
"""

import sys
from collections import defaultdict
from pathlib import Path
from typing import Any

import msgspec

from fabula import desk
from fabula.desk import Settings
from fabula.review import Comment


class Plant(msgspec.Struct, frozen=True):
    """One planted contradiction: `a` stands behind paragraph `first`, `b` (or its clean `twin`) behind `second`."""

    kind: str
    excerpt: str
    first: int
    a: str
    second: int
    b: str
    twin: str


class _File(msgspec.Struct, frozen=True):
    plant: tuple[Plant, ...]


def plants_in(folder: Path) -> tuple[Plant, ...]:
    """The plants of a folder, as its `plants.toml` lists them."""
    return msgspec.toml.decode((folder / "plants.toml").read_bytes(), type=_File).plant


def story_of(folder: Path, plant: Plant, second: str) -> str:
    """The excerpt with `a` and `second` in their places."""
    paragraphs = (folder / "excerpts" / f"{plant.excerpt}.txt").read_text("utf-8").strip().split("\n\n")
    paragraphs[plant.first] += f" {plant.a}"
    paragraphs[plant.second] += f" {second}"
    return "\n\n".join(paragraphs) + "\n"


def comments_on(text: str, tools: dict[type, Any]) -> list[Comment]:
    """The continuity comments on a text."""
    story = desk.story_from(text.encode(), "excerpt.txt")
    return list(desk.review_story(story, Settings(select=("continuity.*",)), tools=tools).comments)


def touches(comment: Comment, text: str, *sentences: str) -> bool:
    """Whether the comment's span and evidence together touch every one of the sentences."""
    spans = [comment.span, *(one.span for one in comment.evidence)]
    places = [(text.index(one), text.index(one) + len(one)) for one in sentences]
    return all(any(span.start < end and start < span.end for span in spans) for start, end in places)


def main(folder: Path) -> None:
    """Prints a row per kind: plants, found, false alarms in planted texts and in twins, recall, precision."""
    rows: defaultdict[str, list[int]] = defaultdict(lambda: [0, 0, 0, 0])
    tools: dict[type, Any] = {}
    for plant in plants_in(folder):
        row = rows[plant.kind]
        text = story_of(folder, plant, plant.b)
        comments = comments_on(text, tools)
        found = [comment for comment in comments if touches(comment, text, plant.a, plant.b)]
        alarms = comments_on(story_of(folder, plant, plant.twin), tools)
        row[0] += 1
        row[1] += bool(found)
        row[2] += len(comments) - len(found)
        row[3] += len(alarms)
        if not found:
            print(f"missed  {plant.kind:18} {plant.excerpt:28} {plant.a} / {plant.b}")
        for comment in alarms + [one for one in comments if one not in found]:
            print(f"false   {plant.kind:18} {plant.excerpt:28} {comment.check} {comment.message}")
    print(f"{'kind':20} plants found  false twins recall precision")
    total = [sum(column) for column in zip(*rows.values(), strict=True)]
    for kind, (plants, found, false, twins) in [*sorted(rows.items()), ("all", total)]:
        precision = found / (found + false + twins) if found + false + twins else 0.0
        print(f"{kind:20} {plants:6} {found:5} {false:6} {twins:5} {found / plants:6.2f} {precision:9.2f}")


if __name__ == "__main__":
    main(Path(sys.argv[1] if len(sys.argv) > 1 else "tests/planted"))
