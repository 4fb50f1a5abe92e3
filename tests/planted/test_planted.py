"""The planted contradictions are what the measure takes them for, and a few of each sort are found and their twins are not."""

import importlib.util
from collections import Counter
from pathlib import Path

import pytest

HERE = Path(__file__).parent
_SPEC = importlib.util.spec_from_file_location("planted", HERE.parent.parent / "evaluation" / "planted.py")
planted = importlib.util.module_from_spec(_SPEC)
_SPEC.loader.exec_module(planted)

PLANTS = planted.plants_in(HERE)
TOOLS = {}
SHOWN = [
    ("room-number", "the-black-moth"),
    ("wound-side", "the-four-just-men"),
    ("possession", "riders-of-the-purple-sage"),
]


def test_there_are_sixty_of_ten_kinds():
    kinds = Counter(plant.kind for plant in PLANTS)
    assert len(PLANTS) >= 60
    assert len(kinds) == 10
    assert min(kinds.values()) >= 6


@pytest.mark.parametrize("plant", PLANTS, ids=lambda plant: f"{plant.kind}-{plant.excerpt}")
def test_a_plant_stands_once_and_in_order(plant):
    text = planted.story_of(HERE, plant, plant.b)
    assert text.count(plant.a) == 1
    assert text.index(plant.a) < text.index(plant.b)
    assert 300 <= len(text.split()) <= 900
    assert planted.story_of(HERE, plant, plant.twin) != text


@pytest.mark.parametrize(("kind", "excerpt"), SHOWN)
def test_a_contradiction_is_found_and_its_twin_is_not(kind, excerpt):
    plant = next(one for one in PLANTS if (one.kind, one.excerpt) == (kind, excerpt))
    text = planted.story_of(HERE, plant, plant.b)
    assert any(planted.touches(one, text, plant.a, plant.b) for one in planted.comments_on(text, TOOLS))
    assert planted.comments_on(planted.story_of(HERE, plant, plant.twin), TOOLS) == []
