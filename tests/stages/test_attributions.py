"""Who says each quotation, and to whom."""

from fabula import desk

STORY = """Imogen Vale came down the stairs with a lamp. Her brother Tobias was sitting by the fire.

“You are late,” said Tobias.

“I know,” said Imogen.

“Did you see him?”

“No. I saw nobody.”

“Then who took the horse?” He got up and went to the window.
"""


def speakers(text):
    reading = desk.read(desk.story_from(text.encode(), "story.txt"))
    names = {character.id: character.name for character in reading.cast.items}
    return [names.get(one.speaker) for one in reading.attributions.items]


def test_tags_name_the_speaker_and_turns_are_taken_in_between():
    assert speakers(STORY) == ["Tobias", "Imogen Vale", "Tobias", "Imogen Vale", "Tobias"]


def test_a_story_without_speech_has_no_attributions():
    assert speakers("It rained on the roofs, and nobody spoke.\n") == []


def test_speech_without_anybody_near_has_no_speaker():
    assert speakers("“Who goes there?”\n") == [None]
