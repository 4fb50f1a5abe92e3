"""The ledger: what is said of whom, on which words, by whom and how."""

import pytest

from fabula import desk
from fabula.reading import Fact, Facts, Modality
from fabula.reading.disagreements import narration, quoted
from fabula.stages.ledger.numbers import number_of
from fabula.story import Span

TOOLS: desk.Tools = {}


def read(text: str) -> Facts:
    return desk.read(desk.story_from(text.encode(), "story.txt"), tools=TOOLS).facts


def facts(text: str, attribute: str) -> list[Fact]:
    return [one for one in read(text).items if one.attribute == attribute]


@pytest.mark.parametrize(
    ("text", "attribute", "value", "words"),
    [
        ("Marta Keller had grey eyes. Marta sold fish.", "eye colour", "grey", "grey eyes"),
        ("Marta laughed. Marta's hair was red.", "hair colour", "red", "hair was red"),
        ("Jon Berg was a big man with a black beard. Jon sat.", "beard colour", "black", "black beard"),
        ("Marta Keller was nineteen. Marta sold fish.", "age", "19", "nineteen"),
        ("Marta Keller was born in 1951. Marta sold fish.", "birth year", "1951", "born in 1951"),
        ("Jon Berg had broken his left arm. Jon swore.", "hurt arm", "left", "broken his left arm"),
        (
            "Jon Berg rubbed his wrist, the left one, where the scar was. Jon swore.",
            "hurt wrist",
            "left",
            "wrist, the left one, where the scar",
        ),
        (
            "The blade went off the board and into Jon Berg's left wrist. Jon swore.",
            "hurt wrist",
            "left",
            "blade went off the board and into Jon Berg's left wrist",
        ),
        (
            "Jon Berg held the spoon in his right hand, the good one. Jon ate.",
            "hurt hand",
            "left",
            "right hand, the good",
        ),
        ("Jon Berg had three brothers. Jon was the youngest.", "number of brothers", "3", "three brothers"),
        ("Jon Berg lay dead in the road. Jon had been the best of us.", "alive", "no", "Jon Berg lay"),
    ],
)
def test_a_fact_stands_on_its_words(text: str, attribute: str, value: str, words: str) -> None:
    (found,) = facts(text, attribute)
    assert (found.value, text[found.span.start : found.span.end]) == (value, words)
    assert found.modality is Modality.ASSERTED


@pytest.mark.parametrize(
    "text",
    [
        "Jon Berg took the knife into his left hand. Jon waited.",
        "Jon Berg did the left shoe up first. Jon waited.",
        "Jon Berg had two lamps, and he lit the left one with his hand. Jon waited.",
    ],
)
def test_a_hand_that_is_used_is_not_hurt(text: str) -> None:
    assert not [one for one in read(text).items if one.attribute.startswith("hurt")]


def test_a_number_is_not_an_age_where_something_else_is_counted() -> None:
    text = "Marta was four years older than Jon. Jon was six feet tall. Marta was two miles away. It was nine."
    assert facts(text, "age") == []


def test_what_is_denied_or_wished_is_no_assertion() -> None:
    text = "Marta was not nineteen. If only Jon were twenty, said Marta. Jon and Marta waited."
    assert all(one.modality is not Modality.ASSERTED for one in facts(text, "age"))


def test_what_is_taken_for_known_is_not_denied_by_a_not() -> None:
    (found,) = facts("Marta Keller would not open her blue eyes. Marta slept.", "eye colour")
    assert found.modality is Modality.ASSERTED


def test_who_says_it_is_kept() -> None:
    text = '"Marta is nineteen," said Jon. Jon nodded at Marta, and Marta laughed. "She is," said Jon.'
    (found,) = facts(text, "age")
    assert found.teller is not None
    assert found.teller != found.character


@pytest.mark.parametrize(
    ("written", "number"),
    [("nine", 9), ("thirty-one", 31), ("Forty", 40), ("12", 12), ("a hundred", 100), ("dozen", -1)],
)
def test_numbers(written: str, number: int) -> None:
    assert number_of(written) == number


def test_the_narrators_words_keep_their_places() -> None:
    text = '"It rains," he said. "Outside." He left.'
    reading = desk.read(desk.story_from(text.encode(), "story.txt"), tools=TOOLS)
    told = narration(text, reading.quotations)
    assert len(told) == len(text)
    assert told.split() == ["he", "said.", "He", "left."]


def test_a_quotation_keeps_to_its_sentence() -> None:
    text = "Nobody came. Her grey eyes were wet. Then she left."
    start = text.index("grey")
    assert quoted(text, Span(start, start + len("grey eyes"))) == "“Her grey eyes were wet.”"
