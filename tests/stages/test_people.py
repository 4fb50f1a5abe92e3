"""Who is who: narrators, nameless people, introductions, and what is said in speech."""

import pytest

from fabula import desk
from fabula.stages.naming.gender import following_pronouns
from fabula.story import Span

TOLD = """I had the lamp in my hand when my cousin Julian came down. He was pale, and he rubbed his eyes.

The old woman stood behind him.

"Hester," said Julian, "put out the light."

"No," I said. "I want to see the river."

"She wants to see the river," said the old woman. She laughed, and she shook her head at me.

"Hester, please," said Julian. My cousin was white. The old woman took up her pole. I looked at my cousin and I put out
the light.
"""


@pytest.fixture(scope="module")
def reading():
    return desk.read(desk.story_from(TOLD.encode(), "river.txt"))


def names(reading):
    return {character.name: {alias.name for alias in character.aliases} for character in reading.cast.items}


def who(reading, words, inner=""):
    """The character of the mention that stands at the words, or at `inner` within them, by name."""
    at = reading.story.text.index(words)
    at += words.index(inner) if inner else 0
    end = at + len(inner or words)
    called = {character.id: character.name for character in reading.cast.items}
    found = [one for one in reading.mentions.items if (one.span.start, one.span.end) == (at, end)]
    return called.get(found[0].character) if found else None


def test_the_narrator_is_called_what_others_call_her(reading):
    assert "I" in names(reading)["Hester"]
    assert who(reading, "I had the lamp", "I") == "Hester"
    assert who(reading, "my hand", "my") == "Hester"


def test_an_i_in_speech_is_its_speaker(reading):
    assert who(reading, "I want to see", "I") == "Hester"


def test_somebody_without_a_name_is_one_of_the_cast(reading):
    assert "the old woman" in names(reading)


def test_a_noun_beside_a_name_is_the_same_person(reading):
    assert "my cousin" in names(reading)["Julian"]
    assert who(reading, "My cousin was", "My cousin") == "Julian"


def test_nobody_but_the_narrator_is_i(reading):
    assert [name for name, aliases in names(reading).items() if "I" in aliases] == ["Hester"]


def test_ids_are_those_of_the_mentions(reading):
    ids = [character.id for character in reading.cast.items]
    assert ids == list(range(len(ids)))
    assert {one.character for one in reading.mentions.items} - {None} <= set(ids)
    for character in reading.cast.items:
        assert character.places


THEY = """Robin sat down at the desk. They took off their gloves. Clara came in with the post, and she put it by the lamp.

Robin looked up. They smiled at her. Clara shook her head. Robin sighed, and they put their pen away. Robin stood. They went
out.
"""


def test_they_may_be_one_person():
    found = desk.read(desk.story_from(THEY.encode(), "desk.txt"))
    pronouns = {character.name: character.pronouns for character in found.cast.items}
    assert pronouns["Robin"] == "they"
    assert pronouns["Clara"] == "she"
    assert who(found, "They smiled", "They") == "Robin"


NAMED_LATE = """A bellringer lived in the tower. He was a tall man, and he was called Anselme. The miller knew him, and he was
the miller's brother. Anselme rang the bell each night, and he never slept.

"He is late," said Rowan. "He was always late." She shut the door.
"""


@pytest.fixture(scope="module")
def late():
    return desk.read(desk.story_from(NAMED_LATE.encode(), "tower.txt"))


def test_somebody_told_of_before_he_is_named_is_who_is_named(late):
    assert who(late, "He was a tall", "He") == "Anselme"
    assert who(late, "he was called", "he") == "Anselme"


def test_whoever_speaks_is_not_the_he_of_the_speech(late):
    assert who(late, "He was always late", "He") != "Rowan"
    assert who(late, "She shut", "She") == "Rowan"


def test_a_pronoun_that_is_done_to_says_nothing_of_who_does_it():
    text = "Bress Adeyo had been expecting him for days. Mary washed her hands."
    names = [Span(text.index(name), text.index(name) + len(name)) for name in ("Bress Adeyo", "Mary")]
    assert list(following_pronouns(text, names)) == ["", "she"]


def test_what_follows_a_name_ends_at_a_single_quotation_mark():
    text = "'Where is he?' said Priya. 'He looked under the table.'"
    assert list(following_pronouns(text, [Span(text.index("Priya"), text.index("Priya") + 5)])) == [""]


def test_who_answers_is_not_who_spoke_before():
    words = (
        '"Cheers!" roared Paddy.\n\n"To you," said a voice behind her. He was wearing a tie, and his hair was wet.\n'
    )
    told = "Tomek came down to the fire. He stopped, and Tomek looked at the sea.\n\n" + words
    found = desk.read(desk.story_from(told.encode(), "fire.txt"))
    assert who(found, "He was wearing", "He") != "Paddy"


SISTERS = """Aoife shut the oven, and she sighed.

"You have it bad," said Niamh, her younger sister. Niamh laughed, and she ate the crusts.
"""


def test_her_sister_is_not_her_own():
    found = desk.read(desk.story_from(SISTERS.encode(), "crusts.txt"))
    assert who(found, "her younger", "her") != "Niamh"
    assert who(found, "she ate", "she") == "Niamh"


BURNED = """The burn ran across his right hand in a stripe, and Tavik Orlo would not keep still.

"Stop helping," said Mireko. She caught his wrist. He hissed through his teeth, and she cut the tape.

Tavik went home by the pumps. He liked them. Tavik had his hand in a glove, and he was tired.
"""


def test_a_he_before_the_name_is_the_one_named():
    found = desk.read(desk.story_from(BURNED.encode(), "burn.txt"))
    assert who(found, "his right hand", "his") == "Tavik Orlo"
    assert who(found, "He hissed", "He") == "Tavik Orlo"
    assert who(found, "she cut", "she") == "Mireko"


NAMELESS = """The door was open. She looked at her hands. Her key was in her pocket, and she took it out, and she thought that
she would put it back. She did not. She went in, and she sat down, and her sleeve caught the lamp. She had hurt her wrist
once, and she thought of it whenever she was cold. She rubbed it.

"Eat," his mother said, and pushed a plate across the oilcloth. There were nine of them round a table meant for four.

"I like it very much," she told them all, and there was a silence like a dropped tray. Then the old lady began to laugh.
She laughed until she had to hold on to the stove.
"""


def test_a_noun_is_not_who_was_only_she_so_far():
    found = desk.read(desk.story_from(NAMELESS.encode(), "tray.txt"))
    assert who(found, "the old lady") != who(found, "She looked", "She")
    assert who(found, "she told them", "she") == who(found, "She looked", "She")


KIN = """Lidia put the saint away. The smell always made her think of her grandmother, whose flat had smelled that way.

Snow was falling in the kitchen. Her grandmother stood at the stove with her back turned, stirring. "Sit," her grandmother
said.

"And what did her aunt say?" asked Lidia. Her aunt Zoya came in with the milk. Zoya sat down by the stove, and she was cross.

Jan held the post. His wife brought him the nails. She was tired, and she laughed. "You put it there," said his daughter, and
she ran.
"""


def test_one_persons_kin_of_two_kinds_are_two():
    found = desk.read(desk.story_from(KIN.encode(), "stove.txt"))
    assert who(found, "her aunt") != who(found, "her grandmother")
    assert who(found, "His wife") != who(found, "his daughter")
