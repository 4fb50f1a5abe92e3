"""Marks hang where Universal Dependencies wants them."""

from fabula.models.punctuation import hang_punctuation


def hung(text: str, heads: list[int], favourite: int = -1) -> list[int]:
    """Heads of the words of a text, where the parser's scores speak for one head."""
    words = text.split()
    marks = [not any(c.isalnum() for c in word) for word in words]
    return hang_punctuation(heads, words, marks, lambda _, head: float(head == favourite))


def test_a_pair_hangs_on_the_head_of_what_it_encloses():
    assert hung("“ Go home , ” he said .", [1, 6, 1, 6, 6, 6, -1, 6])[:5] == [1, 6, 1, 1, 1]


def test_a_mark_never_crosses_an_arc():
    # The comma was put on "dogs", across the arc from "run" to "when".
    heads = hung("dogs run , when cats sleep .", [1, -1, 0, 5, 5, 1, 1], favourite=5)
    assert heads[2] == 5


def test_scores_choose_between_left_and_right():
    words, heads = "red , green apples", [3, 0, 3, -1]
    assert hung(words, heads, favourite=0)[1] == 0
    assert hung(words, heads, favourite=3)[1] == 3


def test_nothing_hangs_on_a_mark():
    assert hung("she left , smiling", [1, -1, 1, 2])[3] == 1


def test_a_mark_alone_and_a_mark_as_root_stay():
    assert hung("…", [-1]) == [-1]
    assert hung("* *", [-1, 0]) == [-1, 0]
    assert hung("— no", [-1, 0]) == [-1, 0]
