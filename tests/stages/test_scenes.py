"""Where scenes open, and what does not open one."""

from functools import lru_cache

import pytest
from drafting import draft
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from fabula.models.weights import Reader, load_reader
from fabula.reading import Attributions, Cast, Mentions, Scenes, Time
from fabula.stages.model import read_closely
from fabula.stages.parts import find_parts
from fabula.stages.quotations import find_quotations
from fabula.stages.scenes import find_scenes
from fabula.stages.seams import open_seams
from fabula.story import Block, BlockKind, PartKind, Story

ONE = "The rain had stopped when Anna woke, and the street was full of small bright noises."
TWO = "Down by the harbour the wolf shook himself. He had walked all night, and his feet were sore."
THREE = "Nobody had lit the stove. The kettle stood where it had stood since Sunday, and it was cold."


@lru_cache(maxsize=1)
def model() -> Reader:
    return load_reader(threads=1)


def scenes_of(story: Story) -> Scenes:
    parts = find_parts(story)
    output = read_closely(story, parts, model())
    quotations = find_quotations(story, parts)
    return find_scenes(story, parts, quotations, Mentions(()), Cast(()), Attributions(()), output, open_seams())


def openings(text: str) -> list[str]:
    story = draft(text)
    return [
        story.text[scene.span.start : scene.span.end].split(".")[0].split("\n")[0] for scene in scenes_of(story).items
    ]


@pytest.mark.parametrize("mark", ["***", "* * *", "~", "---", "#", "# Chapter 2", "# II\n\n***"])
def test_every_mark_opens_one_scene(mark: str) -> None:
    story = draft(f"{ONE}\n\n{mark}\n\n{TWO}\n\n{THREE}")
    found = scenes_of(story).items
    assert [story.text[scene.span.start : scene.span.start + 8] for scene in found] == ["The rain", "Down by "]


@pytest.mark.parametrize(
    "line",
    [
        "Lisbon, August 9, 1931",
        "Three years earlier",
        "**October 3, evening**",
        "LOG 214 / 22:10 / MEDBAY",
        "Anna's POV",
        "Next spring",
        "Lisbon\nMonday, March 2, 2020",
        "From: Anna\nTo: Wolf\nDate: Monday, April 1, 2024",
        "[Sun Mar 10, 14:02] Anna: are you awake",
    ],
)
def test_a_line_that_is_a_heading_in_all_but_its_mark_opens_a_scene(line: str) -> None:
    assert openings(f"{ONE}\n\n{line}\n\n{TWO}") == [ONE.split(".")[0], line.split("\n")[0]]


@pytest.mark.parametrize(
    "line",
    [
        "In June she left.",
        "June said suddenly:",
        "Then—",
        '"Monday, at ten"',
        "Nobody answered",
        "[Anna laughs]",
    ],
)
def test_an_ordinary_line_opens_nothing(line: str) -> None:
    assert len(openings(f"{ONE}\n\n{line}\n\n{TWO}")) == 1


def test_a_chat_is_one_scene_until_it_is_taken_up_days_later() -> None:
    chat = "[Sun Mar 10, 14:02] Anna: hi\n\n[Sun Mar 10, 14:03] Wolf: hi\n\n[Mon Mar 25, 08:00] Anna: still there"
    assert openings(f"{ONE}\n\n{chat}") == [
        ONE.split(".")[0],
        "[Sun Mar 10, 14:02] Anna: hi",
        "[Mon Mar 25, 08:00] Anna: still there",
    ]


def with_space(story: Story, blank: list[int]) -> Story:
    blocks = tuple(replace(block, blank_before=gap) for block, gap in zip(story.blocks, blank, strict=True))
    return replace(story, blocks=blocks)


def test_rare_white_space_opens_a_scene_and_common_white_space_does_not() -> None:
    story = draft("\n\n".join([ONE, TWO, THREE] * 6))
    rare = scenes_of(with_space(story, [2 if at == 9 else 0 for at in range(18)])).items
    assert [scene.opened_by for scene in rare] == ["start", "blank"]
    assert rare[1].span.start == story.blocks[9].span.start
    assert len(scenes_of(with_space(story, [2 if at % 2 else 0 for at in range(18)])).items) == 1


def test_a_note_inside_a_scene_does_not_split_it() -> None:
    story = draft(f"{ONE}\n\n(A/N: I love this bit!)\n\n{TWO}", {"(A/N": PartKind.NOTE})
    (scene,) = scenes_of(story).items
    assert (scene.span.start, scene.span.end) == (0, len(story.text))


def test_dates_rank_the_scenes() -> None:
    text = f"October 3\n\n{ONE}\n\nJune, nine years ago\n\n{TWO}\n\nOctober 4\n\n{THREE}\n\nSeptember 9\n\n{ONE}"
    found = scenes_of(draft(text)).items
    assert [scene.story_order for scene in found] == [3, 1, 4, 2]
    assert [scene.time for scene in found] == [Time.MAIN, Time.FLASHBACK, Time.MAIN, Time.FLASHBACK]
    assert found[1].when == "June, nine years ago"


def test_told_order_holds_where_nothing_is_said() -> None:
    found = scenes_of(draft(f"{ONE}\n\n***\n\n{TWO}\n\n***\n\n{THREE}")).items
    assert [(scene.story_order, scene.time) for scene in found] == [(1, "main"), (2, "main"), (3, "main")]


def test_an_epilogue_lies_ahead() -> None:
    found = scenes_of(draft(f"{ONE}\n\n***\n\n{TWO}\n\n# Epilogue\n\n{THREE}")).items
    assert found[-1].time is Time.FLASHFORWARD


PIECES = [ONE, TWO, THREE, "***", "# II", "October 3", "(A/N: hello!)", "[Sun Mar 10, 14:02] Anna: hi", "~"]


@settings(deadline=None, max_examples=30)
@given(st.lists(st.sampled_from(PIECES), min_size=1, max_size=9))
def test_scenes_tile_the_body(pieces: list[str]) -> None:
    story = draft("\n\n".join(pieces), {"(A/N": PartKind.NOTE})
    parts = find_parts(story)
    found = scenes_of(story).items
    covered = [at for scene in found for at in range(scene.span.start, scene.span.end)]
    assert covered == sorted(set(covered))
    for part in parts.items:
        if part.kind is PartKind.BODY and any(
            _is_prose(block, part.span.start, part.span.end) for block in story.blocks
        ):
            assert set(range(part.span.start, part.span.end)) <= set(covered)
    assert sorted(scene.story_order for scene in found) == list(range(1, len(found) + 1))


def _is_prose(block: Block, start: int, end: int) -> bool:
    return block.kind is BlockKind.PARAGRAPH and start <= block.span.start and block.span.end <= end
