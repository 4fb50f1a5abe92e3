"""Words by rule: as Universal Dependencies cuts English, and every visible character in exactly one of them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fabula.models.words import split_words, word_shape


def words(text):
    return [text[start:end] for start, end in split_words(text, 0, len(text))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“Don't,” she said.", ["“", "Do", "n't", ",", "”", "she", "said", "."]),
        ("I can’t; cannot; gonna", ["I", "ca", "n’t", ";", "can", "not", ";", "gon", "na"]),
        ("Mr. Brown's dog", ["Mr.", "Brown", "'s", "dog"]),
        ("well-known", ["well", "-", "known"]),
        ("Wait... what?!", ["Wait", "...", "what", "?!"]),
        ("three o'clock, 10:30, 1,000.50", ["three", "o'clock", ",", "10:30", ",", "1,000.50"]),
        ("no—yes -- 'em", ["no", "—", "yes", "--", "'em"]),
        ("cafe\u0301 na\u00efve so\u00adft", ["cafe\u0301", "na\u00efve", "so\u00adft"]),
        ("👩‍👩‍👧 and 👍🏽!", ["👩‍👩‍👧", "and", "👍🏽", "!"]),
        ("ﬁsh\u00a0and\r\nchips", ["ﬁsh", "and", "chips"]),
    ],
)
def test_examples(text, expected):
    assert words(text) == expected


@given(st.text())
def test_every_visible_character_is_in_one_word(text):
    covered = [n for start, end in split_words(text, 0, len(text)) for n in range(start, end)]
    assert covered == sorted(set(covered))
    assert all(text[n].isspace() for n in set(range(len(text))) - set(covered))


def test_shapes():
    assert [word_shape(w) for w in ("dog", "Dog", "DOG", "iPad", "I", "…")] == [0, 1, 2, 3, 1, 0]
