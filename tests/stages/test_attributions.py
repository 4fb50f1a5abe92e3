"""Who says each quotation, and to whom."""

import pytest
from drafting import draft

from fabula.desk.plan import find_stages, plan
from fabula.desk.run import run_stages
from fabula.reading import Attributions, People, Quotations, SpeechType
from fabula.stages.attributing.certainty import certainty
from fabula.story import Story

STORY = """Imogen Vale came down the stairs with a lamp. Her brother Tobias was sitting by the fire.

“You are late,” said Tobias.

“I know,” said Imogen.

“Did you see him?”

“No. I saw nobody.”

“Then who took the horse?” He got up and went to the window.
"""
LED_IN = """Imogen Vale and her brother Tobias sat by the fire. Tobias put down his book, and then he said:

“You are late.”

Imogen shook her head. “I am not.”
"""
CALLED = """Imogen Vale and her brother Tobias sat by the fire. Old Marten came in with the lamp.

“Tobias, where is the horse?” said Imogen.

“In the stable,” Marten told Imogen. “Where else?”
"""
TALE = """Imogen Vale and her brother Tobias sat by the fire, and Imogen told him a story.

“The priest came up the stairs. ‘Who is the lamp for?’ asked the priest. ‘For travellers,’ said Anselm.”

“And then?” said Tobias.
"""

ONE_PARAGRAPH = """Imogen Vale and her brother Tobias sat by the fire.

Imogen looked at the door. “The wind,” said Tobias. “It is a man,” said Imogen.
"""
HALVES = """Imogen Vale picked up the telephone. Her brother Tobias watched her from the window.

“Vale speaking.”

She listened.

“Who told you that?”

There was a pause.

“I see. Tomorrow.” She hung up and looked at Tobias.

“Who was it?” said Tobias.
"""
OVERHEARD = """Imogen Vale and her brother Tobias sat by the fire.

“Stay,” said Imogen. “It is late,” Imogen heard Tobias say to the dog.
"""
SIGN = """Imogen Vale and her brother Tobias came to the gate, and the sign on it said “No entry.”
"""
SHARED = """Imogen Vale sat by the fire. Tobias came in, and Imogen turned her head away, and answered: “You are late.”
"""


@pytest.fixture(scope="module")
def heard():
    tools = {}

    def hear(text):
        """(speaker, addressee) of each quotation, by name."""
        stages = plan(find_stages(), (Attributions,))
        made = run_stages(stages, {Story: draft(text), **tools}, lambda step: None)
        tools.update({stage.makes: made[stage.makes] for stage in stages if not stage.needs})
        names = {character.id: character.name for character in made[People].cast.items}
        assert len(made[Attributions].items) == len(made[Quotations].items)
        return [(names.get(one.speaker), names.get(one.addressee)) for one in made[Attributions].items]

    return hear


def test_tags_name_the_speaker_and_turns_are_taken_in_between(heard):
    assert [who for who, _ in heard(STORY)] == ["Tobias", "Imogen Vale", "Tobias", "Imogen Vale", "Tobias"]


def test_people_answer_one_another(heard):
    assert [to for _, to in heard(STORY)][1:4] == ["Tobias", "Imogen Vale", "Tobias"]


def test_words_that_lead_in_name_the_speaker_of_the_next_paragraph(heard):
    assert [who for who, _ in heard(LED_IN)] == ["Tobias", "Imogen Vale"]


def test_a_speech_is_said_to_the_one_it_calls_or_its_tag_names(heard):
    said = heard(CALLED)
    assert said[0] == ("Imogen Vale", "Tobias")
    assert said[1][1] == "Imogen Vale"
    assert said[1][0] == said[2][0]


def test_people_in_a_tale_speak_inside_its_tellers_speech(heard):
    said = [who for who, _ in heard(TALE)]
    assert said[0] == "Imogen Vale"
    assert said[2] == "Anselm"
    assert said[3] == "Tobias"


def test_a_story_without_speech_has_no_attributions(heard):
    assert heard("It rained on the roofs, and nobody spoke.\n") == []


def test_speech_without_anybody_near_has_no_speaker(heard):
    assert heard("“Who goes there?”\n") == [(None, None)]


def test_certainty_rises_with_the_chance_and_stays_a_probability():
    for kind in SpeechType:
        sure = [certainty(kind, step / 100) for step in range(101)]
        assert sure == sorted(sure)
        assert sure[0] >= 0 and sure[-1] < 1


def test_two_who_are_named_speak_in_one_paragraph(heard):
    assert [who for who, _ in heard(ONE_PARAGRAPH)] == ["Tobias", "Imogen Vale"]


def test_a_verb_of_saying_has_the_subject_of_the_verb_beside_it(heard):
    assert [who for who, _ in heard(SHARED)] == ["Imogen Vale"]


def test_nobody_says_a_sign(heard):
    assert heard(SIGN) == [(None, None)]


def test_one_half_of_a_call_is_one_speakers(heard):
    assert [who for who, _ in heard(HALVES)] == ["Imogen Vale"] * 3 + ["Tobias"]


def test_of_two_names_in_a_tag_the_nearer_to_its_verb_speaks(heard):
    assert [who for who, _ in heard(OVERHEARD)] == ["Imogen Vale", "Tobias"]
