"""What is set aside from small stories with the habits of fan fiction, and what is left alone."""

import pytest
from drafting import draft
from hypothesis import given
from hypothesis import strategies as st

from fabula.stages.parts import find_parts
from fabula.story import BlockKind, PartKind, Story

RAIN = (
    "The rain had stopped when Anna woke, and the street was full of small bright noises.\n\n"
    '"You are late," said the cat.\n\n'
    "She put the kettle on and did not answer him."
)
WOLF = "Down by the harbour the wolf shook himself. He had walked all night, and his feet were sore."


def parts_of(text: str, declared: dict[str, PartKind] | None = None) -> list[tuple[str, str]]:
    story = draft(text, declared)
    return [(part.kind.value, story.text[part.span.start : part.span.end]) for part in find_parts(story).items]


def around(text: str) -> list[tuple[str, str]]:
    return [(kind, words) for kind, words in parts_of(text) if kind != "body"]


def body(text: str) -> str:
    return "\n\n".join(words for kind, words in parts_of(text) if kind == "body")


MARKED = [
    "A/N: hi guys! First fic, be nice. Enjoy!",
    "a/n i wrote this at 3am so don't judge me lol",
    "AN: set after the war.",
    "A/N - This one is short.",
    "**A/N:** Yay, another one!",
    "_Author's Note: I have no excuse for this._",
    "Author's Note – thank you, Sam.",
    "Authors note: inspired by a bus.",
    "AUTHOR'S NOTES: Inspired by a bus I missed.",
    "Notes: Thanks to Bee for the kettle facts.",
    "(A/N: This takes place before the flood.)",
    "[A/N This takes place before the flood.]",
    "Disclaimer: I own nothing but the kettle.",
    "Disclaimer - Me no owney.",
    "DISCLAIMER: All characters belong to their owners.",
    "Warning: mentions of blood.",
    "Warnings: swearing, one dead fish.",
    "Trigger warning: needles.",
    "TW: needles",
    "CW: food, drowning",
    "Content Notes: grief.",
    "Beta'd by the wonderful Moss.",
    "Unbeta'd, sorry.",
    "Prompt was: kettle, cat, rain.",
    "Prompt: a cat who tells the time",
    "Written for the Rainy Day Exchange.",
    "Pre-fic notes: it's cold here.",
]


@pytest.mark.parametrize("note", MARKED)
def test_a_marked_note_before_the_story(note: str) -> None:
    assert parts_of(f"{note}\n\n{RAIN}") == [("note", note), ("body", RAIN)]


@pytest.mark.parametrize("note", [*MARKED, "Translations: spasibo - thank you"])
def test_a_marked_note_after_the_story(note: str) -> None:
    assert parts_of(f"{RAIN}\n\n{note}") == [("body", RAIN), ("end-note", note)]


UNMARKED = [
    "Hey guys! Sorry the updates have been late, I had exams!",
    "Thank you all so much for the lovely reviews on the last chapter! Here is the next one, hope you like it!",
    "So this is my first fanfic ever, please be gentle. Reviews make me happy!",
    "I don't own Harry Potter, sadly. Enjoy!",
    "Aaaaaand chapter two is up! Thank you for all the reviews, you guys are amazing <3",
    "Posted on AO3 as well. Let me know what you think!",
    "Hi everyone! Long time no see, I had terrible writer's block but here is the new chapter at last.",
    "I wrote this for the prompt “a cat tells the time”. It's unbeta'd, so all mistakes are mine.",
    "This fic is set after the last episode and ignores the finale completely. Hope you enjoy!",
]


@pytest.mark.parametrize("note", UNMARKED)
def test_an_unmarked_note_before_the_story(note: str) -> None:
    assert parts_of(f"{note}\n\n{RAIN}") == [("note", note), ("body", RAIN)]


@pytest.mark.parametrize("note", UNMARKED)
def test_an_unmarked_note_after_the_story(note: str) -> None:
    assert parts_of(f"{RAIN}\n\n***\n\n{note}") == [("body", RAIN), ("end-note", note)]


@pytest.mark.parametrize(
    "closing",
    [
        "The End",
        "THE END.",
        "~Fin~",
        "fin.",
        "TBC",
        "To be continued...",
        "Please review!",
        "R&R please!",
        "Reviews = love",
        "Thanks for reading!",
        "Hope you enjoyed! Leave a comment or kudos if you did.",
        "What did you think? Let me know in the comments! Next chapter will be up on Friday.",
        "So that's it for this chapter! Please review, and thank you for reading!",
    ],
)
def test_a_sign_off(closing: str) -> None:
    assert parts_of(f"{RAIN}\n\n{closing}") == [("body", RAIN), ("end-note", closing)]


def test_a_note_of_several_paragraphs_ends_at_the_break() -> None:
    note = "A/N: Hello!\n\nI'm so sorry for the wait, my laptop died.\n\nAnyway, I promise the next one is longer."
    assert parts_of(f"{note}\n\n***\n\n{RAIN}") == [("note", note), ("body", RAIN)]


def test_a_note_of_several_paragraphs_without_a_break_ends_where_the_story_begins() -> None:
    note = "A/N: Hello!\n\nThank you for the reviews, I read them all twice.\n\nEnjoy the chapter!"
    assert parts_of(f"{note}\n\n{RAIN}") == [("note", note), ("body", RAIN)]


def test_a_marked_note_takes_no_story_without_a_break() -> None:
    assert parts_of(f"A/N: Hello!\n\n{RAIN}\n\n***\n\n{WOLF}")[0] == ("note", "A/N: Hello!")


def test_a_label_alone_takes_the_paragraph_after_it() -> None:
    note = "Author's Note:\n\nThe kettle is real and lives in my kitchen."
    assert parts_of(f"{note}\n\n***\n\n{RAIN}") == [("note", note), ("body", RAIN)]


def test_a_note_closed_by_name() -> None:
    note = "A/N:\n\nMy gran owned a kettle.\n\nShe was proud of it.\n\nEnd A/N"
    assert parts_of(f"{note}\n\n{RAIN}") == [("note", note), ("body", RAIN)]


def test_a_note_in_brackets_over_several_paragraphs() -> None:
    note = "(A/N: My gran owned a kettle.\n\nShe was proud of it.)"
    assert parts_of(f"{note}\n\n{RAIN}") == [("note", note), ("body", RAIN)]


@pytest.mark.parametrize(
    ("note", "story"),
    [
        ("A/N: hi! Enjoy!", "The rain had stopped when Anna woke."),
        ("A/N: Set in winter. Anyway, on with the story!", "Anna woke in the dark. She was cold."),
        ("Disclaimer: I don't own them. Here we go...", "Anna put the kettle on. The cat watched her."),
        ("(A/N: sorry it's short)", "The rain had stopped when Anna woke."),
    ],
)
def test_a_note_stuck_to_the_first_line(note: str, story: str) -> None:
    assert parts_of(f"{note} {story}\n\n{RAIN}") == [("note", note), ("body", f"{story}\n\n{RAIN}")]


def test_a_note_stuck_in_a_hard_wrapped_paragraph() -> None:
    found = parts_of(f"A/N: hello all, sorry for\nthe wait. Enjoy!\nThe rain had stopped when\nAnna woke.\n\n{RAIN}")
    assert found[0] == ("note", "A/N: hello all, sorry for\nthe wait. Enjoy!")
    assert found[1][1].startswith("The rain had stopped when\nAnna woke.\n\n")


@pytest.mark.parametrize(
    "note",
    ["Enjoy! And happy Halloween to everyone.", "I wrote this for Bee. She broke her wrist and was sad about it."],
)
def test_a_whole_note_is_not_split(note: str) -> None:
    assert parts_of(f"A/N: {note}\n\n{RAIN}") == [("note", f"A/N: {note}"), ("body", RAIN)]


def test_a_note_inside_a_sentence() -> None:
    assert parts_of(f"The band played (A/N: I love that song!) and Anna danced.\n\n{RAIN}") == [
        ("body", "The band played"),
        ("note", "(A/N: I love that song!)"),
        ("body", f"and Anna danced.\n\n{RAIN}"),
    ]


def test_two_notes_inside_a_paragraph_with_brackets_in_them() -> None:
    text = "He sang [AN: badly (sorry)] and bowed (author's note: very low) to her."
    assert [words for kind, words in parts_of(f"{RAIN}\n\n{text}\n\n{WOLF}") if kind == "note"] == [
        "[AN: badly (sorry)]",
        "(author's note: very low)",
    ]


def test_a_note_at_the_end_of_the_last_paragraph() -> None:
    assert parts_of(f"{RAIN}\n\nThen he left. A/N: Thanks for reading!") == [
        ("body", f"{RAIN}\n\nThen he left."),
        ("end-note", "A/N: Thanks for reading!"),
    ]


def test_a_note_in_the_middle() -> None:
    note = "A/N: listen to some cello here!"
    assert parts_of(f"{RAIN}\n\n{note}\n\n{WOLF}") == [("body", RAIN), ("note", note), ("body", WOLF)]


def test_an_unmarked_note_between_two_breaks() -> None:
    note = "Quick break to say thank you for all the reviews! You guys are the best, please keep them coming."
    assert parts_of(f"{RAIN}\n\n***\n\n{note}\n\n***\n\n{WOLF}") == [("body", RAIN), ("note", note), ("body", WOLF)]


def test_title_and_byline_in_one_paragraph() -> None:
    assert parts_of(f"THE KETTLE\nby mossfoot\n\n{RAIN}") == [
        ("title", "THE KETTLE"),
        ("byline", "by mossfoot"),
        ("body", RAIN),
    ]


@pytest.mark.parametrize("title", ["THE KETTLE", "The Cat Who Told the Time", "**Kettle**", "What Did the Cat Say?"])
def test_a_title(title: str) -> None:
    assert parts_of(f"{title}\n\n{RAIN}") == [("title", title), ("body", RAIN)]


def test_a_title_between_note_and_story() -> None:
    assert parts_of(f"A/N: hello!\n\nThe Kettle\n\nby mossfoot\n\n{RAIN}") == [
        ("note", "A/N: hello!"),
        ("title", "The Kettle"),
        ("byline", "by mossfoot"),
        ("body", RAIN),
    ]


@pytest.mark.parametrize(
    "first",
    [
        "It rained.",
        "London, 1888",
        "Monday",
        "RUN!",
        "Kit's POV",
        "Dear Anna,",
        "“Run!”",
        "Three years earlier",
        "October 3",
        "Rain fell",
        "Chicago\nSaturday, March 2",
        "By the time she woke, it rained",
    ],
)
def test_what_is_no_title(first: str) -> None:
    assert parts_of(f"{first}\n\n{RAIN}") == [("body", f"{first}\n\n{RAIN}")]


def test_a_name_that_heads_several_scenes_is_no_title() -> None:
    text = f"Anna\n\n{RAIN}\n\nKit\n\n{WOLF}\n\nAnna\n\n{RAIN}"
    assert parts_of(text) == [("body", text)]


def test_a_rating_in_words() -> None:
    assert around(f"The Kettle\n\nRated T for language\n\n{RAIN}")[1] == ("meta", "Rated T for language")


def test_the_first_heading_is_the_title_and_dated_ones_are_not() -> None:
    assert around(f"# The Kettle\n\n## Day 1, 08:00\n\n{RAIN}\n\n## Day 2, 09:30\n\n{WOLF}") == [
        ("title", "The Kettle"),
        ("heading", "Day 1, 08:00"),
        ("heading", "Day 2, 09:30"),
    ]


def test_a_story_that_starts_with_a_dated_heading_has_no_title() -> None:
    assert [kind for kind, _ in parts_of(f"# 3 May\n\n{RAIN}\n\n# 4 May\n\n{WOLF}")] == ["heading", "body"] * 2


def test_a_mailing_list_header() -> None:
    found = parts_of(
        "Title: The Kettle\nAuthor: mossfoot\nRating: PG\nPairing: Anna/the cat\nWarnings: none\n"
        "Summary: A cat tells the time.\nIt is wrong.\nDisclaimer: I own nothing.\nA/N: for Bee.\n\n" + RAIN
    )
    assert found == [
        ("title", "Title: The Kettle"),
        ("byline", "Author: mossfoot"),
        ("meta", "Rating: PG\nPairing: Anna/the cat\nWarnings: none"),
        ("summary", "Summary: A cat tells the time.\nIt is wrong."),
        ("note", "Disclaimer: I own nothing.\nA/N: for Bee."),
        ("body", RAIN),
    ]


def test_labels_each_in_its_own_paragraph() -> None:
    found = around(f"Title: The Kettle\n\nFandom: None\n\nCharacter(s): Anna\n\nSummary:\n\nA cat is late.\n\n{RAIN}")
    assert found == [
        ("title", "Title: The Kettle"),
        ("meta", "Fandom: None\n\nCharacter(s): Anna"),
        ("summary", "Summary:\n\nA cat is late."),
    ]


def test_the_one_line_of_facts() -> None:
    facts = "Fiction T - English - Romance/Angst - Anna K., Cat - Chapters: 2 - Words: 3,412 - Reviews: 5 - id: 12345"
    assert parts_of(f"The Kettle\nBy: mossfoot\n\n{facts}\n\n{RAIN}") == [
        ("title", "The Kettle"),
        ("byline", "By: mossfoot"),
        ("meta", facts),
        ("body", RAIN),
    ]


def test_a_downloader_text_file() -> None:
    found = parts_of(
        "THE KETTLE\n\nby mossfoot\n\nCategory: Original\nGenre: Humor\nStatus: Completed\nRating: K\nWords: 400\n"
        "Summary: A cat is late.\n\nTABLE OF CONTENTS\n\n1. Rain\n2. Harbour\n\n"
        f"1. Rain\n\n{RAIN}\n\n2. Harbour\n\n{WOLF}\n\nEnd file."
    )
    assert found == [
        ("title", "THE KETTLE"),
        ("byline", "by mossfoot"),
        ("meta", "Category: Original\nGenre: Humor\nStatus: Completed\nRating: K\nWords: 400"),
        ("summary", "Summary: A cat is late."),
        ("meta", "TABLE OF CONTENTS\n\n1. Rain\n2. Harbour"),
        ("heading", "1. Rain"),
        ("body", RAIN),
        ("heading", "2. Harbour"),
        ("body", WOLF),
        ("meta", "End file."),
    ]


def test_a_page_pasted_from_the_archive() -> None:
    found = around(
        "The Kettle\n\nmossfoot\n\nSummary:\n\nA cat is late.\n\nNotes:\n\n"
        f"I wrote this on a bus, thank you for reading!\n\nWork Text:\n\n{RAIN}"
    )
    assert ("summary", "Summary:\n\nA cat is late.") in found
    assert ("note", "Notes:\n\nI wrote this on a bus, thank you for reading!") in found
    assert ("meta", "Work Text:") in found


def test_what_the_file_declares_is_believed() -> None:
    text = f"The Kettle\n\nby mossfoot\n\nRating: General\n\nShe waits.\n\nA word first.\n\n{RAIN}\n\nA word after."
    declared = {
        "The Kettle": PartKind.TITLE,
        "by moss": PartKind.BYLINE,
        "Rating": PartKind.META,
        "She waits": PartKind.SUMMARY,
        "A word first": PartKind.NOTE,
        "A word after": PartKind.END_NOTE,
    }
    assert [kind for kind, _ in parts_of(text, declared)] == [
        "title", "byline", "meta", "summary", "note", "body", "end-note",
    ]  # fmt: skip


def test_a_note_that_the_file_declares_as_story() -> None:
    story = draft(f"A/N: hello, thanks for reading!\n\n{RAIN}", {"A/N": PartKind.BODY, "The rain": PartKind.BODY})
    assert [part.kind for part in find_parts(story).items] == [PartKind.NOTE, PartKind.BODY]


@pytest.mark.parametrize(
    "heading",
    [
        "Chapter 3 - The Lamp",
        "CHAPTER THREE",
        "Chapter One: In Which It Rains",
        "Chapter 12",
        "chapter 2/?",
        "Chapter 4 The Lamp",
        "Part Two",
        "Prologue",
        "Epilogue: Home",
        "**Chapter 3**",
        "Ch. 5: Rain",
    ],
)
def test_a_chapter_heading(heading: str) -> None:
    assert parts_of(f"{RAIN}\n\n{heading}\n\n{WOLF}") == [("body", RAIN), ("heading", heading), ("body", WOLF)]


@pytest.mark.parametrize(
    "line",
    [
        "Chapter three was the worst of it.",
        "Part of him knew.",
        "Part one was easy, she thought, compared with what came after it.",
        "Prologues bored him.",
        "I.",
        "7",
        "The interlude did not last.",
    ],
)
def test_what_is_no_chapter_heading(line: str) -> None:
    assert parts_of(f"{RAIN}\n\n{line}\n\n{WOLF}") == [("body", f"{RAIN}\n\n{line}\n\n{WOLF}")]


def test_numerals_that_count_are_headings() -> None:
    assert [kind for kind, _ in parts_of(f"I\n\n{RAIN}\n\nII.\n\n{WOLF}\n\nIII\n\n{RAIN}")] == ["heading", "body"] * 3


def test_numerals_may_begin_again_in_each_part() -> None:
    text = f"1\n\n{RAIN}\n\n2\n\n{WOLF}\n\nPart Two\n\n1\n\n{RAIN}\n\n2\n\n{WOLF}"
    assert [words for kind, words in around(text) if kind == "heading"] == ["1", "2", "Part Two\n\n1", "2"]


def test_notes_round_every_chapter() -> None:
    text = (
        f"Chapter 1\n\nA/N: hi!\n\n{RAIN}\n\nPlease review!\n\nChapter 2\n\n"
        f"Thanks for all the reviews, you guys! Sorry for the wait!\n\n{WOLF}\n\nTBC"
    )
    assert parts_of(text) == [
        ("heading", "Chapter 1"),
        ("note", "A/N: hi!"),
        ("body", RAIN),
        ("note", "Please review!"),
        ("heading", "Chapter 2"),
        ("note", "Thanks for all the reviews, you guys! Sorry for the wait!"),
        ("body", WOLF),
        ("end-note", "TBC"),
    ]


def test_a_whole_chapter_that_is_a_note() -> None:
    note = "Author's Note\n\nHi all, I'm sorry to say this fic is on hiatus.\n\nI will update when I can. Thank you!"
    text = f"# Chapter 1\n\n{RAIN}\n\n# {note}\n\n# Chapter 2\n\n{WOLF}"
    assert parts_of(text) == [
        ("heading", "Chapter 1"),
        ("body", RAIN),
        ("note", note),
        ("heading", "Chapter 2"),
        ("body", WOLF),
    ]


def test_replies_to_reviewers() -> None:
    note = (
        "Thank you for all the reviews! Replies:\n\n**wolfgirl22**: thank you, I'm glad you liked it!\n\n"
        "**Moss**: yes, the cat is real.\n\nOn with the chapter!"
    )
    assert parts_of(f"{note}\n\n{RAIN}") == [("note", note), ("body", RAIN)]


def test_a_conversation_with_readers_round_a_chapter() -> None:
    before = (
        "Wow, chapter five already! Thanks to everyone who reviewed, favourited and followed!\n\n"
        "Guest: I won't tell you yet ;)\n\nMoonchild: omg thank you!!\n\nAnyway, here's the chapter."
    )
    after = "TBC...\n\nSo? Love it? Hate it? Review and let me know!\n\n~starlight"
    assert parts_of(f"{before}\n\n{RAIN}\n\n---\n\n{after}") == [("note", before), ("body", RAIN), ("end-note", after)]


def test_thanks_and_dedication_between_a_disclaimer_and_the_rule() -> None:
    note = (
        "Disclaimer: They belong to the studio.\n\nA/N: my first time writing these two, be kind, concrit is welcome!\n\n"
        "Dedicated to Lena.\n\nBig thanks to Sam who listened to me whine."
    )
    assert parts_of(f"{note}\n\n---\n\n{RAIN}") == [("note", note), ("body", RAIN)]


def test_a_disclaimer_amid_the_story_takes_nothing_with_it() -> None:
    note = "Disclaimer: No cats were harmed."
    assert parts_of(f"{RAIN}\n\n{note}\n\n{WOLF}\n\n{RAIN}")[1] == ("note", note)


def test_the_part_number_before_the_byline() -> None:
    assert around(f"THE LAMP\n\nPart 1 of 3\n\nby starlight\n\n{RAIN}") == [
        ("title", "THE LAMP"),
        ("heading", "Part 1 of 3"),
        ("byline", "by starlight"),
    ]


def test_notes_before_the_first_chapter_heading_stop_there() -> None:
    note = "This story is rated T. I don't own Kit, he owns me.\n\nDedicated to everyone who ever missed a bus."
    assert parts_of(f"{note}\n\nCHAPTER ONE\n\n{RAIN}\n\nCHAPTER TWO\n\nAN: Thanks for the reviews!\n\n{WOLF}") == [
        ("note", note),
        ("heading", "CHAPTER ONE"),
        ("body", RAIN),
        ("heading", "CHAPTER TWO"),
        ("note", "AN: Thanks for the reviews!"),
        ("body", WOLF),
    ]


def test_a_long_unmarked_note_of_excuses() -> None:
    note = (
        "Okay, so. I know I said this would be updated weekly. I lied: I moved house, and then my laptop took three "
        "chapters with it.\n\nI'm really sorry. To make up for it, this one is extra long.\n\n"
        "Also, thank you to Sam, who is the best beta in the world."
    )
    assert parts_of(f"{note}\n\n{RAIN}") == [("note", note), ("body", RAIN)]


def test_a_small_unmarked_frame_round_a_story() -> None:
    before = "Hi! This is just a little thing I wrote while waiting for the bus. I hope it makes you smile."
    after = "And that's that. Comments are love."
    assert parts_of(f"{before}\n\n{RAIN}\n\n{after}") == [("note", before), ("body", RAIN), ("end-note", after)]


def test_labels_in_italics() -> None:
    assert around(f"**The Bus**\n\n_Summary: Kit waits._\n\n_A/N: for Lena._\n\n* * *\n\n{RAIN}") == [
        ("title", "**The Bus**"),
        ("summary", "_Summary: Kit waits._"),
        ("note", "_A/N: for Lena._"),
    ]


def test_an_end_note_that_signs_itself() -> None:
    note = "AN: I don't know where this came from.\n\nIt might get a second chapter, it might not.\n\nLove, Moss"
    assert parts_of(f"{RAIN}\n\n{note}") == [("body", RAIN), ("end-note", note)]


def test_a_note_before_the_last_scene_takes_nothing_of_it() -> None:
    note = "A/N: cello here, please!"
    assert parts_of(f"{RAIN}\n\n{note}\n\n***\n\nKit slept.") == [
        ("body", RAIN),
        ("note", note),
        ("body", "Kit slept."),
    ]


def test_a_note_before_dialogue_in_single_marks() -> None:
    story = "'Get on,' said the driver.\n\n'Thanks for waiting,' said Kit. 'I love reading your reviews.'"
    note = "[Author's note - I changed the number.]"
    assert parts_of(f"{RAIN}\n\n{note}\n\n{story}") == [("body", RAIN), ("note", note), ("body", story)]


def test_a_line_that_says_whose_turn_it_is_belongs_to_the_story() -> None:
    note = "WARNING: This fic has swearing and buses!\n\nEnglish isn't my first language so sorry for any mistakes."
    story = "Kit's POV\n\nI waited. I'm good at it."
    assert parts_of(f"{note}\n\n{story}") == [("note", note), ("body", story)]


def test_a_word_list_at_the_end() -> None:
    note = "Translations:\n\nSpasibo - thank you\n\nDo svidanya - goodbye\n\nKoshka = cat"
    assert parts_of(f"{RAIN}\n\n{note}") == [("body", RAIN), ("end-note", note)]


def test_break_marks_join_story_and_stand_outside_elsewhere() -> None:
    text = f"A/N: hello!\n\n***\n\n{RAIN}\n\n***\n\n{WOLF}\n\n***\n\nPlease review!"
    assert parts_of(text) == [
        ("note", "A/N: hello!"),
        ("body", f"{RAIN}\n\n***\n\n{WOLF}"),
        ("end-note", "Please review!"),
    ]


STORIES = {
    "a first person who writes": "I have written this down because nobody else will. I am not proud of it, and I know what "
    "you will say.\n\nMy sister went out on the ice in March.",
    "a narrator who says reader": "Reader, I hope you never see such a house! You would not sleep there, and I promise you "
    "that I did not.\n\nWe came to it at dusk.",
    "a letter": "Dear Inés,\n\nThank you for your letter! I hope you are well, and I am sorry that I have not written. Tell me "
    "what you think of the house.\n\nLove,\n\nNando",
    "a diary": "3 May. I don't own a proper coat and I told nobody.\n\n4 May. Thanks to Mother I have a coat. Please let it "
    "fit!",
    "second person": "You open the door. You are sorry, you say, and nobody thanks you.\n\nYou will not open it again!",
    "a writer in the story": "I posted the chapter at midnight and waited for the reviews.\n\nNobody came. By morning there "
    "was one comment, and it was from my mother.",
    "talk of reviews in speech": '"Thanks for reading it," said Anna. "Please review it kindly!"\n\n"I don\'t own a pen," said '
    "the cat.",
    "single marks": "'Thank you so much for reading! Please, please leave a review.'\n\n'I never review,' said the cat.",
    "a sign": "She went on to the gate.\n\nWARNING: THE DOG IS IN A MOOD.\n\nShe read it twice and climbed over.",
    "a dedication": "For my mother, who waited\n\nThe rain had stopped, and she went out.",
    "an epigraph": "“All cats are late in the rain.” — old saying\n\nThe rain had stopped, and she went out.",
    "an email": "From: Anna\n\nTo: Cat\n\nSubject: the kettle\n\nWhere have you put it? I know you had it.",
    "a play": "Characters: Anna, a cat\n\nSetting: a kitchen\n\nAnna came in, and the cat left.",
    "a confession": "I own nothing now. They took the house and the boat, and they left me the clock.\n\nI wound it "
    "every night.",
    "a chat": "Kit: hey\n\nJules: you awake?\n\nKit: no\n\nJules: well sorry",
    "an author's speech": "Thank you for coming to this reading. I'm the author of one book, and you have not read it. Nobody "
    "has.\n\nMy mouth was open and the paper shook.",
    "a diary of a fan": "Dear Diary,\n\nI posted my fic last night!! Twelve kudos already and a comment from a stranger. I "
    "don't own the characters obviously lol.\n\nDear Diary,\n\nThe stranger wrote again.",
    "an ending in a book": "She read the last page aloud.\n\nThe End\n\nThen she shut the book, and he was already asleep.",
    "an update": "“Update,” said the ship. “New message posted. Thanks for waiting.”\n\nNobody thanked it back.",
    "a critic": "The reviews were terrible. I read them all on the tram, and I wanted to get off at every stop.\n\nMy wife had "
    "hidden the worst.",
}


@pytest.mark.parametrize("story", STORIES.values(), ids=STORIES.keys())
def test_what_only_sounds_like_a_note_is_story(story: str) -> None:
    assert parts_of(story) == [("body", story)]


@pytest.mark.parametrize("story", STORIES.values(), ids=STORIES.keys())
def test_and_is_so_after_a_note(story: str) -> None:
    assert body(f"A/N: hello!\n\n{story}\n\n***\n\n{RAIN}") == f"{story}\n\n***\n\n{RAIN}"


def test_a_file_that_is_all_note_is_a_story() -> None:
    note = "A/N: This is the story of an author's note. Please review it!\n\nThanks for reading!"
    assert parts_of(note) == [("body", note)]


def test_every_part_but_the_body_says_why() -> None:
    story = draft(f"The Kettle\nby moss\n\nA/N: hi!\n\nPart One\n\n{RAIN}\n\nThanks for all the lovely reviews!")
    assert [bool(part.why) for part in find_parts(story).items] == [True, True, True, True, False, True]
    assert "starts with “A/N”" in [part.why for part in find_parts(story).items]


def test_an_empty_story_has_no_parts() -> None:
    assert parts_of("") == []


_PARAGRAPHS = st.sampled_from(
    [RAIN, WOLF, *MARKED, *UNMARKED, "***", "# The Lamp", "# 3 May", "Chapter 2", "The End", "Title: Rain\nRating: K",
     "He sang (A/N: badly) to her.", "A/N: hi! Enjoy! The rain had stopped when Anna woke.", "1", "2", "(A/N: open",
     "TABLE OF CONTENTS", "by moss", "End A/N", "“Oh!” 😀 he said. A/N: stop", "Summary:", *STORIES.values()]
)  # fmt: skip


@given(st.lists(_PARAGRAPHS, max_size=12))
def test_parts_are_ordered_disjoint_and_cover_every_block(paragraphs: list[str]) -> None:
    story = draft("\n\n".join(paragraphs))
    parts = find_parts(story).items
    at = 0
    for part in parts:
        assert at <= part.span.start < part.span.end <= len(story.text)
        assert not story.text[part.span.start].isspace()
        assert not story.text[part.span.end - 1].isspace()
        at = part.span.end
    assert not _uncovered(story, [(part.span.start, part.span.end) for part in parts])


def _uncovered(story: Story, spans: list[tuple[int, int]]) -> list[str]:
    """Words of paragraphs and headings that lie in no part."""
    held = [False] * len(story.text)
    for start, end in spans:
        held[start:end] = [True] * (end - start)
    return [
        story.text[block.span.start : block.span.end]
        for block in story.blocks
        if block.kind is not BlockKind.BREAK
        and any(not held[i] for i in range(block.span.start, block.span.end) if not story.text[i].isspace())
    ]


def test_a_submitted_manuscripts_first_lines():
    """Initials in the author's name, the count of words under it, and a dedication before the first chapter."""
    text = f"The Lodger\n\nby M. A. Thorn\n\n1,200 words\n\nfor my sister\n\nChapter 1\n\n{RAIN}"
    assert [kind for kind, _ in around(text)] == ["title", "byline", "meta", "heading"]
    assert body(text) == RAIN


def test_a_story_may_open_with_for():
    text = f"The Lodger\n\nby Thorn\n\nFor my sister\n\n{RAIN}"
    assert body(text).startswith("For my sister")
