"""Word pieces: the basic tokenizer's cleaning, greedy longest match, and the odd characters of manuscripts."""

from pathlib import Path

import pytest

from fabula.models.wordpiece import basic_words, read_vocabulary

VOCABULARY = Path(__file__).with_name("vocabulary.txt")
PIECES = read_vocabulary(VOCABULARY.read_text("utf-8").split())


@pytest.mark.parametrize(
    ("word", "pieces"),
    [
        ("unaffordable", ["un", "##afford", "##able"]),
        ("Don't", ["don", "'", "t"]),
        ("café", ["cafe"]),
        ("cafe\u0301", ["cafe"]),
        ("un\u00adafford", ["un", "##afford"]),
        ("中!", ["中", "!"]),
        ("zebra", ["[UNK]"]),
        ("\u200d", ["[UNK]"]),
        ("un" + "x" * 200, ["[UNK]"]),
    ],
)
def test_pieces(word, pieces):
    assert PIECES.of(word) == tuple(PIECES.numbers[piece] for piece in pieces)


def test_a_word_is_remembered_alike():
    assert PIECES.of("Unaffordable") == PIECES.of("Unaffordable") == PIECES.of("unaffordable")


def test_words_are_cleaned_as_the_reference_cleans_them():
    assert basic_words("A\u00a0B\ufffdC\x00—d") == ["a", "bc", "—", "d"]
