import pytest

from fabula import desk
from fabula.stages.small_letters import is_typed_small

TOOLS: desk.Tools = {}


@pytest.mark.parametrize(
    "line",
    [
        "what did i miss",
        "**[11:09] bex:** its a raccoon",
        "[Sun 14:02] nando: i think theres someone here",
        "bex: no i cant",
    ],
)
def test_typed_small(line):
    assert is_typed_small(line)


@pytest.mark.parametrize(
    "line", ["What did I miss", "bex: Its a raccoon", "no", "He said: it was late and Tom knew it."]
)
def test_not_typed_small(line):
    assert not is_typed_small(line)


def test_habits_of_a_chat_are_let_be_but_not_its_slips():
    text = "bex: i think theres a racoon\n\nbex: in my kichen and its huge\n\nShe put down the fone and laughed.\n"
    review = desk.review_story(desk.story_from(text.encode(), "chat.txt"), tools=TOOLS)
    said = [text[c.span.start : c.span.end] for c in review.comments]
    assert "theres" not in said
    assert "i" not in said
    assert "its" not in said
    assert "kichen" in said
