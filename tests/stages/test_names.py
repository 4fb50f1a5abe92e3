"""Who is named, which names are one person's, and what is no name at all."""

import pytest
from drafting import draft
from hypothesis import given, settings
from hypothesis import strategies as st

from fabula.reading import Cast, Kind, Mentions
from fabula.stages.naming.named import find_named
from fabula.stages.naming.roll import call_roll
from fabula.stages.parts import find_parts
from fabula.stages.quotations import find_quotations
from fabula.stages.sentences import split_sentences
from fabula.stages.tokens import split_tokens
from fabula.stages.wordlist import fiction_words
from fabula.story import Story


def read(text: str) -> tuple[Story, Mentions, Cast]:
    story = draft(text)
    parts = find_parts(story)
    tokens, sentences, quotations = (
        split_tokens(story, parts),
        split_sentences(story, parts),
        find_quotations(story, parts),
    )
    mentions = Mentions(find_named(story.text, tokens, sentences, quotations, fiction_words()))
    return story, mentions, Cast(call_roll(story, mentions))


def people(text: str) -> dict[str, set[str]]:
    return {character.name: {alias.name for alias in character.aliases} for character in read(text)[2].items}


def named(text: str) -> list[str]:
    story, mentions, _ = read(text)
    return [story.text[mention.span.start : mention.span.end] for mention in mentions.items]


def test_full_name_given_name_and_surname_are_one() -> None:
    text = 'Honor Tallis looked up. "Go on," said Honor. He followed Tallis out, and Honor\'s coat was wet.'
    assert people(text) == {"Honor Tallis": {"Honor", "Tallis"}}


def test_a_couple_are_two() -> None:
    text = '"No," said Mr. Penrose. "Yes," said Mrs. Penrose. Mr. Penrose sighed, and Mrs. Penrose smiled.'
    assert people(text) == {"Mr. Penrose": set(), "Mrs. Penrose": set()}


def test_a_mother_is_not_her_daughter() -> None:
    text = (
        '"Up," said Mrs. Penrose. "No," said Katherine Penrose. Mrs. Penrose sighed. "Well?" said Miss Penrose to Kate.'
    )
    found = people(text)
    assert found["Mrs. Penrose"] == set()
    assert "Kate" in found["Katherine Penrose"]


def test_a_wife_called_by_her_husbands_name_is_not_he() -> None:
    text = '"Up," said Mrs. Hugh Penrose. "No," said Hugh Penrose. Hugh sighed, and Mrs. Hugh Penrose smiled.'
    assert people(text) == {"Mrs. Hugh Penrose": set(), "Hugh Penrose": {"Hugh"}}


def test_sisters_are_two_and_share_no_surname_alone() -> None:
    text = '"Hush," said Ilsa Marsh. "Why?" said Greta Marsh. Ilsa laughed, and then Greta laughed. Ilsa Marsh wept.'
    found = people(text)
    assert set(found) == {"Ilsa Marsh", "Greta Marsh"}
    assert found["Ilsa Marsh"] == {"Ilsa"}


def test_a_short_form_is_the_same_person() -> None:
    text = '"Sit," said Benjamin. Then Ben sat. "Up," said Benjamin again. Soon Ben got up.'
    assert people(text) == {"Benjamin": {"Ben"}}


def test_two_who_meet_in_one_sentence_are_two() -> None:
    text = '"Hm," said Marit. Mari nodded, and so Marit and Mari went out. "Well," said Mari.'
    assert set(people(text)) == {"Marit", "Mari"}


def test_title_alone_is_the_one_who_bears_it() -> None:
    text = (
        '"Halt," said Captain Dorric. The Captain frowned, and Dorric\'s men stood still. "At ease," said the Captain.'
    )
    assert people(text) == {"Captain Dorric": {"the Captain", "Dorric"}}


def test_an_epithet_is_a_name() -> None:
    text = '"Come," said the Grey Hand. The Grey Hand smiled, and nobody else did. "Sit," said the Ferryman.'
    assert people(text) == {"the Grey Hand": set(), "the Ferryman": set()}


def test_an_epithet_in_short_is_the_same_person() -> None:
    text = (
        '"Sit," said the Salt-Warden of Quennish. The boy sat. "Eat," said the Warden. He ate what the Warden gave him.'
    )
    assert people(text) == {"the Salt-Warden of Quennish": {"the Warden"}}


def test_an_epithet_in_short_is_who_bears_it_with_a_name() -> None:
    text = '"Sit," said the Salt-Warden of Quennish. "Eat," said Warden Kesh. "Drink," said the Warden.'
    assert "the Warden" not in people(text).get("the Salt-Warden of Quennish", set())


def test_an_initial_is_the_one_name_it_begins() -> None:
    text = '"Up," said Karol Wilk. The book said K. Wilk, 160 acres.'
    assert people(text) == {"Karol Wilk": {"K. Wilk"}}
    assert "Karol Wilk" in people(text + ' "No," said Kasper Wilk.')
    assert "K. Wilk" not in people(text + ' "No," said Kasper Wilk.')["Karol Wilk"]


def test_three_names_side_by_side_are_no_surname() -> None:
    text = (
        '"Up," said Bea. Bea sat. "No," said Bea. "Joss," said Joss to Joss. "Oh," said Win, and Win hit Win. '
        '"BEA JOSS WIN," it said.'
    )
    assert {"Bea", "Joss", "Win"} <= set(people(text))


def test_an_apposition_joins_a_name_and_an_epithet() -> None:
    text = '"Well," said Oswin. Behind him came Oswin, the Ferryman, with a lamp. "Late," said the Ferryman.'
    assert people(text) == {"Oswin": {"the Ferryman"}}


def test_kin_called_by_their_word_are_people() -> None:
    assert set(people('"Eat," said Gran. I looked at Gran and at my plate, and Gran laughed at me.')) == {"Gran"}


def test_a_misspelt_name_is_no_new_person_and_no_alias() -> None:
    text = (
        '"Wait," said Mireko. Mireko ran. "No," said Mireko, and Mireko stopped. Then Mirreko looked round at Mireko.'
    )
    _, mentions, cast = read(text)
    (character,) = cast.items
    assert (character.name, character.aliases, len(character.places)) == ("Mireko", (), 6)
    assert {mention.character for mention in mentions.items} == {0}


@pytest.mark.parametrize(("one", "other"), [("Maria", "Marie"), ("Julian", "Juliana"), ("Harry", "Barry")])
def test_likely_names_are_no_slips(one: str, other: str) -> None:
    text = f'"Oh," said {one}. {one} sat, {one} wept, and {one} left. Only {other} stayed, and "Oh," said {other}.'
    assert set(people(text)) == {one, other}


def test_places_are_places() -> None:
    text = (
        '"Off we go," said Anna. They lived in Corvell. She was born in Corvell, near Harrow Street. "Well," said Anna.'
    )
    story, mentions, cast = read(text)
    kinds = {story.text[mention.span.start : mention.span.end]: mention.kind for mention in mentions.items}
    assert kinds == {"Anna": Kind.PERSON, "Corvell": Kind.PLACE, "Harrow Street": Kind.PLACE}
    assert [character.name for character in cast.items] == ["Anna"]


@pytest.mark.parametrize(
    "text",
    [
        "On Monday I learned French. In March it was English, God help me.",
        '"Oh," she said. "Okay. Damn. Well, I\'ll go."',
        "Outside, the rain fell. Perhaps nobody came. Sometimes they did.",
        "He was NOT pleased, Your Grace. She’ll manage. DO NOT MOVE.",
        "It was plan B, and then plan C.",
        "It was a fine soir d’été, and the rain was l'autre thing.",
    ],
)
def test_these_capitals_name_nobody(text: str) -> None:
    assert named(text) == []


def test_a_possessive_is_not_part_of_the_name() -> None:
    assert named("We found Anna’s hat and the Joneses' dog by Tom's gate.") == ["Anna", "the Joneses", "Tom"]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Then Robin saw Dr. A. J. Marsh.", ["Robin", "Dr. A. J. Marsh"]),
        ("It was Captain van der Berg with Señor Vega.", ["Captain van der Berg", "Señor Vega"]),
        ("In May we saw Aunt May.", ["Aunt May"]),
        ("It was the Duchess Irena of Sorn.", ["the Duchess Irena of Sorn"]),
        ("Then O'Brien met Smith-Jones.", ["O'Brien", "Smith-Jones"]),
        ("Then Harun al-Rashid met d’Artagnan.", ["Harun al-Rashid", "d’Artagnan"]),
    ],
)
def test_titles_initials_and_particles_belong_to_the_name(text: str, names: list[str]) -> None:
    assert named(text) == names


def test_pronouns_follow_the_name() -> None:
    text = (
        '"Oh," said Wren. Wren took their coat. Then Wren closed their eyes.\n\n'
        '"Ah," said Ada. Ada took her hat. Ada said that she was cold.\n\n"Eh," said Lady Bracken.'
    )
    assert {character.name: character.pronouns for character in read(text)[2].items} == {
        "Wren": "they",
        "Ada": "she",
        "Lady Bracken": "she",
    }


def test_mentions_and_cast_agree() -> None:
    text = '"Oh," said Anna. Tom smiled. "Anna!" said Tom. Anna and Tom lived in Corvell. Tom waited.'
    _, mentions, cast = read(text)
    for character in cast.items:
        spans = tuple(mention.span for mention in mentions.items if mention.character == character.id)
        assert spans == character.places
        assert all(place in spans for alias in character.aliases for place in alias.places)
    assert [character.id for character in cast.items] == list(range(len(cast.items)))
    counts = [len(character.places) for character in cast.items]
    assert counts == sorted(counts, reverse=True)


@settings(deadline=None)
@given(
    st.lists(
        st.sampled_from(["Anna", "said", "the", "Tom", "Mr.", "Old", "of", "Lady", "Bo's", ".", ",", '"', "I", "ran"]),
        max_size=30,
    )
)
def test_mentions_never_overlap_and_stand_in_order(words: list[str]) -> None:
    _, mentions, cast = read("It began. " + " ".join(words))
    at = 0
    for mention in mentions.items:
        assert at <= mention.span.start < mention.span.end
        at = mention.span.end
    assert {mention.character for mention in mentions.items} - {None} == {character.id for character in cast.items}


def test_a_river_that_a_wind_comes_off_is_nobody() -> None:
    text = 'Constable Rab Geddes licked his pencil. The wind off the Tees went through his coat. "No," said Rab.'
    assert set(people(text)) == {"Constable Rab Geddes"}
    assert "Wizard" in "".join(people("She looked at the Wizard. The Wizard went out, and the Wizard said no."))


def test_mr_archer_is_the_newland_whom_he_follows_though_there_is_a_mrs() -> None:
    text = (
        '"No," said Mrs. Archer. Newland Archer took off his hat. Mrs. Archer sat down. Newland Archer sighed at his book. '
        'Mr. Archer stood. "Well?" said Mr. Archer to Mrs. Archer. Newland Archer ate his bread.'
    )
    assert people(text) == {"Newland Archer": {"Mr. Archer"}, "Mrs. Archer": set()}


def test_miss_daisy_is_the_one_daisy() -> None:
    text = '"Well?" said Daisy Miller. Daisy laughed. "Miss Daisy!" said Randolph. Randolph sat by Daisy Miller.'
    assert "Miss Daisy" in people(text)["Daisy Miller"]


def test_a_name_with_and_without_its_article_is_one() -> None:
    text = '"Ah," said the Grey Hand. The Grey Hand sat. He followed Grey Hand out. "Sit," said the Grey Hand.'
    assert list(people(text)) == ["the Grey Hand"]


def test_chosen_pronouns_are_kept() -> None:
    text = (
        '"Well?" said Quill. Quill took xyr hat. Quill smiled, and xe sat down. "No," said Quill. Quill shut xyr book.'
    )
    assert [character.pronouns for character in read(text)[2].items] == ["xe"]
