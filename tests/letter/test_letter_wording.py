import pytest

from fabula.letter.wording import capital, counted, first_words, listed, ordinal, plain, quote
from fabula.story import Span


@pytest.mark.parametrize(
    ("items", "said"), [((), ""), (("A",), "A"), (("A", "B"), "A and B"), (("A", "B", "C"), "A, B and C")]
)
def test_lists(items: tuple[str, ...], said: str) -> None:
    assert listed(items) == said


def test_numbers_in_words() -> None:
    assert [counted(n, "scene") for n in (0, 1, 2, 12, 13)] == [
        "no scenes",
        "one scene",
        "two scenes",
        "twelve scenes",
        "13 scenes",
    ]
    assert counted(2, "memory", "memories") == "two memories"
    assert [ordinal(n) for n in (1, 12, 13, 21, 22, 23, 111)] == [
        "first",
        "twelfth",
        "13th",
        "21st",
        "22nd",
        "23rd",
        "111th",
    ]


def test_the_storys_own_marks_stay_marks() -> None:
    assert plain("a *star* and\n[a link](x)") == "a \\*star\\* and \\[a link\\](x)"


def test_a_long_quotation_is_cut_at_a_word() -> None:
    text = "“It was raining, and it went on raining until Thursday.”"
    assert quote(text, Span(0, len(text)), 22) == "“It was raining, and …”"
    assert first_words(text, Span(0, len(text)), 3) == "“It was raining, …”"
    assert capital("it rained") == "It rained"
