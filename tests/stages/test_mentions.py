"""Names, nouns and pronouns, each on the chain of whom it means."""

import pytest

from fabula import desk
from fabula.reading import Form

STORY = """Imogen Vale came down the stairs with a lamp. She set it on the table and looked at her brother.

"You are late," said Tobias. He did not get up.

Imogen laughed. She took off her coat, and Tobias put his book away.
"""


@pytest.fixture(scope="module")
def reading():
    return desk.read(desk.story_from(STORY.encode(), "stairs.txt"))


def who(reading, words, nth=0):
    """The character whose mention stands at the nth occurrence of the words, by name."""
    at = -1
    for _ in range(nth + 1):
        at = reading.story.text.index(words, at + 1)
    names = {character.id: character.name for character in reading.cast.items}
    found = [one for one in reading.mentions.items if (one.span.start, one.span.end) == (at, at + len(words))]
    return names.get(found[0].character) if found else None


def test_pronouns_are_of_the_people_they_mean(reading):
    assert who(reading, "She") == "Imogen Vale"
    assert who(reading, "He") == "Tobias"
    assert who(reading, "his") == "Tobias"


def test_a_name_keeps_the_chain_the_story_gave_it(reading):
    assert who(reading, "Imogen Vale") == "Imogen Vale"
    assert who(reading, "Imogen", 1) == "Imogen Vale"


def test_mentions_stand_in_order_with_honest_confidence(reading):
    spans = [(one.span.start, -one.span.end) for one in reading.mentions.items]
    assert spans == sorted(spans)
    assert all(0 <= one.confidence <= 1 for one in reading.mentions.items)
    assert {one.form for one in reading.mentions.items} == set(Form)


def test_no_pronoun_joins_somebody_of_another_gender(reading):
    text = reading.story.text
    for one in reading.mentions.items:
        if text[one.span.start : one.span.end].casefold() in ("he", "his"):
            assert one.character is None or reading.cast.items[one.character].name == "Tobias"


def test_a_story_without_a_body_has_no_mentions():
    assert desk.read(desk.story_from(b"Chapter 1\n", "heading.txt")).mentions.items == ()
