"""The order of scenes, what is told in which tense, memories and tales that nobody marks, and what set them off."""

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import permutations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fabula import desk
from fabula.reading import Break, Reading, StrayKind, Time
from fabula.reading.numbers import number_of
from fabula.stages.timing.memories import cue_score
from fabula.stages.timing.order import Edge, edges_that_hold, rank_scenes

TALE = """The stove was low, and the miller's guests had drawn their chairs to it. “Who built the mill?” asked Anna.

“It was my grandfather,” said the miller, “and he was a hard man. He had a mule, and the mule knew the way to
the town and back.

“One night the river rose. He stood on the bank and called her, and she stood on the other bank and looked at
him, and she did not
come, for she was no fool. He called her until it was light. Then he went home and wept.

“When he opened the door she was in the kitchen. She had eaten the bread and the soap and the calendar. He never
asked her how. He
bought her a blanket, and she slept on it for twenty years, and when she died he buried her under the plum tree,
and that tree
has never frozen, and nobody has ever dared to cut it, not even the soldiers when they came for wood in the
second winter of the war.

“My father was a boy then. He told the tree all his secrets, and it kept
them, and when he was old he sat under it and told it mine.”

“And the mule?” asked Anna. “Was she grey?”

“She was white,” said the miller, and took up his pipe again. Nobody spoke."""

FRAME = """The tram stopped at the bridge, and Ilse got down with the parcel under her arm. The snow had
turned to rain. She stood
under the clock and read the address again, though she knew it. A policeman looked at her shoes. She read it once more.

The school stood on a hill then, and you could see the ships from the stairs. She used to count them with her
brother. She was seven years old, and he was ten, and he knew all the flags. The teacher rang a bell out of the window.
He ran down the hill with his coat over his head and did not look back.

"That one is Danish," he said from the wall. "That one is nothing. It has lost its flag." She wrote it all down in a book
with a red cover, the flags and the funnels and the names, and when the book was full he gave her another. Nobody else in
the school could read her writing. Nobody else asked.

The tram was gone now, and the policeman with it. Ilse crossed the bridge with the parcel and rang at the second door.

"You must be cold," said the old woman. "He is not at home. He has been gone since the summer."

It was eleven years ago that they had last spoken. That summer there was no rain at all. They sat in the boat with the
sail down, and her brother told her that he would marry, and she laughed at him. He threw his hat into the water. She
watched it go until it was smaller than a gull.

"Will you wait?" said the old woman now. She put the parcel on the table beside the clock. "He may come for the snow."
"""


@lru_cache(maxsize=4)
def read(text: str) -> Reading:
    unwrapped = re.sub(r"(?<!\n)\n(?!\n)", " ", text).strip()
    return desk.read(desk.story_from(unwrapped.encode(), "story.txt"))


def starts(reading: Reading) -> list[str]:
    return [reading.story.text[scene.span.start :].split(" ", 3)[1] for scene in reading.scenes.items]


def test_a_tale_told_aloud_is_a_scene_of_its_own():
    scenes = read(TALE).scenes.items
    assert [(scene.time, scene.story_order) for scene in scenes] == [
        (Time.FRAME, 2),
        (Time.FLASHBACK, 1),
        (Time.FRAME, 3),
    ]
    assert scenes[1].opened_by is Break.UNMARKED
    assert scenes[1].thread == 1


def test_memories_nobody_marks_are_found_with_their_way_back():
    reading = read(FRAME)
    scenes = reading.scenes.items
    assert starts(reading) == ["tram", "school", "tram", "was", "you"]
    assert [scene.time for scene in scenes][1::2] == [Time.FLASHBACK, Time.FLASHBACK]
    assert [scene.story_order for scene in scenes][::2] == [3, 4, 5]


def test_the_words_that_announce_a_memory_are_its_trigger():
    reading = read(FRAME)
    trigger = reading.scenes.items[3].trigger
    assert trigger is not None
    assert "eleven years ago" in reading.story.text[trigger.start : trigger.end]


def test_a_heading_that_names_the_jump_is_the_trigger():
    reading = read("Anna sat down by the lamp.\n\nThree years earlier\n\nShe had run to the mill. It rained.")
    second = reading.scenes.items[1]
    assert (second.time, second.when) == (Time.FLASHBACK, "Three years earlier")
    assert second.trigger is not None
    assert reading.story.text[second.trigger.start : second.trigger.end] == "Three years earlier"


def test_who_was_dead_and_speaks_is_remembered():
    text = (
        "Old Aldemar was dead, and there was wine to be poured. Tamsel stood by the door with the jug and counted "
        "them in.\n\n***\n\n"
        "Old Aldemar had sent everyone away. He took the ring off. Old Aldemar said a word to Tamsel and laughed. "
        "She hid it.\n\n***\n\n"
        "Tamsel put down the jug. Nobody looked at her."
    )
    scenes = read(text).scenes.items
    assert [scene.time for scene in scenes] == [Time.MAIN, Time.FLASHBACK, Time.MAIN]
    assert [scene.story_order for scene in scenes] == [2, 1, 3]


def test_tense_and_person_of_each_scene():
    text = (
        "I walked home. I opened the door and lit the lamp. My aunt slept. I took the letter and read it.\n\n***\n\n"
        "She walks home. She opens the door and lights the lamp. Her aunt sleeps. She takes the letter and reads it."
    )
    assert [(scene.tense, scene.person) for scene in read(text).scenes.items] == [("past", 1), ("present", 3)]


def test_a_verb_out_of_its_tense_is_a_stray():
    text = (
        "Marit crossed the yard and shut the gate. The dog barked twice and lay down. She climbed the stair and "
        "knocked. As she "
        "waited, the lamp goes out. She pulled her coat round her and listened. Somebody coughed. She knocked again, and "
        "nobody came. "
        "She sat down on the step and counted to a hundred. The rain began, and she pulled up her collar."
    )
    (stray,) = read(text).scenes.strays
    assert (stray.kind, text[stray.span.start : stray.span.end]) == (StrayKind.TENSE, "goes")


@pytest.mark.parametrize(
    ("text", "least"),
    [("It was fifteen years ago.", 3.0), ("There was music the first time, too.", 2.0), ("He sat down.", 0.0)],
)
def test_cues_of_a_memory(text: str, least: float):
    assert cue_score(text) == least


@pytest.mark.parametrize(("said", "number"), [("twenty-six", 26), ("nineteen", 19), ("forty", 40), ("214", 214)])
def test_numbers_in_words_and_figures(said: str, number: int):
    assert number_of(said) == number


def test_told_order_holds_where_nothing_is_said():
    assert rank_scenes(4, []) == [1, 2, 3, 4]


def test_a_contradiction_costs_the_weakest_word():
    edges = [Edge(0, 1, 1.0, ""), Edge(1, 2, 3.0, ""), Edge(2, 0, 2.0, "")]
    assert rank_scenes(3, edges_that_hold(3, edges)) == [3, 1, 2]


def satisfied(order: Sequence[int], edges: list[Edge]) -> float:
    return sum(edge.weight for edge in edges if order.index(edge.before) < order.index(edge.after))


PAIRS = st.tuples(st.integers(0, 5), st.integers(0, 5)).filter(lambda pair: pair[0] != pair[1])


@settings(deadline=None, max_examples=60)
@given(st.permutations(range(6)), st.lists(PAIRS, max_size=9))
def test_what_does_not_contradict_itself_is_kept_to_the_letter(true: list[int], pairs: list[tuple[int, int]]):
    edges = [
        Edge(*((one, other) if true.index(one) < true.index(other) else (other, one)), 1.0, "") for one, other in pairs
    ]
    ranks = rank_scenes(6, edges_that_hold(6, edges))
    order = sorted(range(6), key=lambda scene: ranks[scene])
    assert sorted(ranks) == [1, 2, 3, 4, 5, 6]
    assert satisfied(order, edges) == max(satisfied(one, edges) for one in permutations(range(6)))
