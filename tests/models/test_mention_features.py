"""What two mentions have in common, in numbers."""

import numpy

from fabula.models.mention_features import PAIR_SIZES, features_of, gender_class, head_word, name_words, pair_features

WORDS = ["Mr.", "Brown", "met", "the", "man", "in", "the", "hat", ";", "Brown", "ran"]


def test_words_of_a_mention():
    assert head_word(WORDS[3:8]) == "man"
    assert name_words(WORDS[:2]) == ["brown"]
    assert (gender_class(["his"]), gender_class(["Mr.", "Brown"]), gender_class(["hat"])) == (0, 7, 9)


def test_pairs():
    features = features_of(WORDS, [0, 3, 9], [2, 8, 10], [(0, 0), (0, 1), (0, 0)], [False] * 3, [1, 1, 2])
    rows = pair_features(features, numpy.array([2, 1]), numpy.array([0, 0]))
    assert rows[0].tolist() == [2, 1, 6, 0, 97, 0, 2]  # two back, one sentence, head and name alike
    assert (rows < numpy.array(PAIR_SIZES)).all()
