"""Content warnings: what a passage says, what only sounds like it, and the rating."""

import pytest

from fabula import desk
from fabula.reading import Warnings

TOOLS: desk.Tools = {}


def warned(text: str) -> Warnings:
    return desk.read(desk.story_from(text.encode(), "story.txt"), tools=TOOLS).warnings


def tags(text: str) -> list[str]:
    return [tag.tag for tag in warned(text).tags]


@pytest.mark.parametrize(
    ("text", "tag"),
    [
        ("He stabbed her twice and ran down to the harbour.", "Violence"),
        ("They found the arsenic in the sugar bowl on Sunday.", "Poisoning"),
        ("She poured the brandy into two tooth glasses.", "Alcohol"),
        ("My uncle died three years ago, in the spring.", "Character death"),
        ("He had been held hostage for a month.", "Kidnapping and captivity"),
        ("She had a miscarriage that winter and told nobody.", "Pregnancy and its loss"),
        ("The levee burst in the night, and the water came over the sill.", "Storm, flood and disaster"),
        ("His brother went over the side in the dark. Nobody saw.", "Drowning"),
        ("She had twisted her knee on the ferry steps.", "Minor injury"),
        ("I keep telling him that it wasn't his fault, and that it wasn't your fault.", "Guilt"),
        ("Her waters broke in the lift, between two floors.", "Childbirth"),
        ("They came for his father at four in the morning.", "Prison and execution"),
        ("He wrote that he was a trans man and always had been.", "Gender identity"),
        ("My sister and I did not speak since the wedding. She never phoned.", "Family estrangement"),
    ],
)
def test_a_passage_speaks_for_its_tag(text: str, tag: str) -> None:
    assert tag in tags(text)


@pytest.mark.parametrize(
    "text",
    [
        "She shot him a look over the teapot. He was dressed to kill, and dead tired.",
        "The engine died on the hill, and they walked the rest of the way home.",
        "It was dead silence. They were killing time. She felt a stab of envy.",
        "The letter brought a flood of questions. The water broke over the bow, and for heaven's sake, he laughed.",
        "He came for his son at noon, and they went home with the children.",
        "They walked to the market and bought six lemons and a loaf.",
    ],
)
def test_what_only_sounds_like_it_is_left_alone(text: str) -> None:
    assert tags(text) == []


def test_the_passages_are_shown_exactly() -> None:
    text = "On Monday they rested. She poured the brandy into two tooth glasses."
    (tag,) = warned(text).tags
    assert [text[span.start : span.end] for span in tag.evidence] == ["brandy"]


def test_one_passage_in_passing_does_not_raise_the_rating() -> None:
    assert warned("They spoke of the murder, and then of the weather, and had tea.").rating == "G"


def test_several_passages_do() -> None:
    text = "He stabbed the guard.\n\nShe shot him dead.\n\nBlood ran over the floor, and the bleeding did not stop."
    assert warned(text).rating == "T"


def test_detailed_violence_is_for_the_mature_and_names_the_archives_warning() -> None:
    text = "He slit the man's throat.\n\nThey found a severed hand, and then the entrails on the steps.\n\nIt was a massacre."
    found = warned(text)
    assert found.rating == "M"
    assert "Graphic Depictions Of Violence" in {tag.archive_warning for tag in found.tags}


def major_deaths(text: str) -> list[str]:
    return [tag.tag for tag in warned(text).tags if tag.archive_warning == "Major Character Death"]


_LIFE = "Jon Berg rowed out. Jon sang. Marta waved at Jon, and Jon waved back at her. " * 3


def test_the_death_of_somebody_who_matters_asks_for_the_archives_warning() -> None:
    assert major_deaths(f"{_LIFE}\n\nIn the morning Jon was dead.") == ["Character death"]


def test_the_death_of_a_stranger_does_not() -> None:
    assert major_deaths(f"{_LIFE}\n\nIn the morning the old priest was dead.") == []


def test_nor_does_a_death_that_is_none() -> None:
    assert major_deaths(f"{_LIFE}\n\nIn the morning Jon was dead.\n\nBut Jon was not dead. {_LIFE}") == []
