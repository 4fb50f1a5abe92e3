from fabula import desk
from fabula.outputs.terminal import summary


def summary_of(text):
    return summary(desk.review_story(desk.story_from(text.encode(), "rain.txt")))


def test_carets_stand_under_the_words():
    lines = summary_of(
        "Long before it began, the rain fell on the the roof of the old house in the lane.\n"
    ).splitlines()
    (row,) = [number for number, line in enumerate(lines) if "^" in line]
    start = lines[row].index("^")
    end = lines[row].rindex("^") + 1
    assert lines[row - 1][start:end] == "the the"


def test_a_clean_story():
    said = summary_of("The sun shone.\n")
    assert "Nothing made me stumble." in said
    assert "3 words · 1 scene · 0 people" in said


def test_markup_for_the_terminal_in_a_story_stays_words():
    assert "[bold]the the[/bold]" not in summary_of("It was.\n")
    assert "[red]" in summary_of("He wrote [red] on the the wall.\n")
