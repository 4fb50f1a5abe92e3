"""The letter says what this story holds, and nothing that it does not."""

from fabula import desk

TOOLS: desk.Tools = {}


def letter(text: str, name: str = "story.txt") -> str:
    return desk.review_story(desk.story_from(text.encode(), name), tools=TOOLS).letter


STORM = """
Corin mended the net. "Hand me the knife," Corin said. He stabbed at the knot, and the knife slipped.

Blood ran over his hand, and Mara bound the wound with a strip of sail. "You were told," Mara said.

***

Five years later Corin came home with the the net.
"""


def test_it_names_the_people_quotes_the_slip_and_rates() -> None:
    written = letter(STORM)
    assert "**Corin**" in written and "Mara" in written
    assert "the the" in written
    assert "## Before you post it" in written and "Not Rated" in written


def test_another_story_gets_another_letter() -> None:
    other = letter("I walked to the market alone. I bought six lemons. It was warm, and nobody was about.")
    assert "Corin" not in other
    shared = set(letter(STORM).splitlines()) & set(other.splitlines())
    assert not {line for line in shared if line and not line.startswith(("#", "**Archive", "**Rating", "- I held"))}


def test_no_story_no_letter() -> None:
    assert letter("# Chapter One\n", "story.md") == ""


def test_the_same_story_gets_the_same_letter() -> None:
    assert letter(STORM) == letter(STORM)


def test_a_declared_rating_is_held_against_what_was_found() -> None:
    gore = "<p>He slit the man's throat.</p><p>They found a severed head and the entrails.</p><p>It was a massacre.</p>"
    head = (
        "<dl><dt>Rating:</dt><dd>General Audiences</dd><dt>Archive Warning:</dt><dd>No Archive Warnings Apply</dd></dl>"
    )
    page = f'<html><body><div id="preface">{head}</div><div id="chapters">{gore}</div></body></html>'
    written = letter(page, "story.html")
    assert "Graphic Depictions Of Violence" in written


def test_a_header_in_plain_lines_is_held_against_what_was_found() -> None:
    head = "Title: The Cellar\nRating: G\nWarnings: Major Character Death\nTags: Fluff\n\n***\n\n"
    written = letter(
        f"{head}He slit the man's throat.\n\nThey found a severed head.\n\nIt was a massacre. He screamed.\n"
    )
    assert "Your header says G; I would think of" in written
    assert "I came upon no passage" in written


def test_passages_better_read_in_their_place_are_not_quoted() -> None:
    written = letter("They undressed. He was naked, and they made love.\n\nThey had sex again, and she moaned.\n")
    assert "Sexual content" in written and "undressed" not in written.partition("## Before you post it")[2]


def test_the_style_sheet_says_what_the_story_says_of_its_people() -> None:
    written = letter("Marta Keller had grey eyes. Marta was nineteen. Marta sold fish to Jon Berg. Jon laughed.")
    assert "- **What is said of them**: Marta Keller: grey eyes, aged 19\n" in written
