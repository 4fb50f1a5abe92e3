"""Scorers on examples worked by hand."""

import pytest
from training.data.document import Syntax
from training.scoring import spans
from training.scoring.coreference import b_cubed, ceaf_e, muc
from training.scoring.counts import compared, interval, total
from training.scoring.parsing import compare_sentences, compare_syntax

# Pradhan et al. 2014, section 4: two gold chains of 3 and 4, three said ones.
GOLD = dict(zip("abcdefg", "1112222", strict=True))
SAID = dict(zip("abcdfghi", "11223333", strict=True))


def test_muc():
    counts = muc(GOLD, SAID)
    assert (counts.right, counts.wanted, counts.right_said, counts.said) == (2, 5, 2, 5)


def test_b_cubed():
    counts = b_cubed(GOLD, SAID)
    assert (counts.right, counts.wanted) == (pytest.approx(35 / 12), 7)
    assert (counts.right_said, counts.said) == (pytest.approx(4), 8)


def test_ceaf_e():
    counts = ceaf_e(GOLD, SAID)
    assert (counts.right, counts.wanted, counts.said) == (pytest.approx(4 / 5 + 4 / 8), 2, 3)


def test_singletons_count_in_b_cubed_and_ceaf_and_not_in_muc():
    alone, together = {"a": 1, "b": 2}, {"a": 1, "b": 1}
    assert muc(alone, alone).wanted == 0
    assert b_cubed(alone, together).precision == pytest.approx(0.5)
    assert ceaf_e(alone, together).right == pytest.approx(2 / 3)


def test_b_cubed_as_booknlp_has_it_forgives_no_missing_speaker():
    counts = b_cubed({1: "Anna", 2: "Anna", 3: "Tom"}, {1: "x", 2: "x"})
    assert (counts.recall, counts.precision) == (pytest.approx(2 / 3), 1)


def test_nested_spans():
    gold, said = [(0, 5, 0), (0, 1, 0), (7, 9, 2)], [(0, 5, 0), (0, 1, 1), (8, 9, 2)]
    assert spans.typed(gold, said).f1 == pytest.approx(1 / 3)
    assert spans.untyped(gold, said).f1 == pytest.approx(2 / 3)
    assert spans.of_type(gold, said, 0).recall == pytest.approx(1 / 2)


def test_attachment():
    gold = Syntax(("PRON", "VERB", "NOUN"), ("_",) * 3, ("he", "see", "dog"), (1, -1, 1), ("nsubj", "root", "obj"))
    said = Syntax(("PRON", "VERB", "VERB"), ("_",) * 3, ("he", "saw", "dog"), (1, -1, 1), ("nsubj", "root", "obl"))
    counts = compare_syntax(gold, said)
    assert (counts.words, counts.upos, counts.lemma, counts.uas, counts.las) == (3, 2, 2, 3, 2)


def test_a_sentence_is_right_where_both_its_ends_are():
    assert compare_sentences([(0, 5), (6, 9)], [(0, 5), (6, 7), (8, 9)]).f1 == pytest.approx(2 / 5)


def test_pooled_counts_and_their_interval():
    counts = [compared({1, 2}, {1}), compared({3}, {3})]
    assert total(counts).f1 == pytest.approx(2 * (2 / 3) / (2 / 3 + 1))
    low, high = interval(counts, lambda some: total(some).f1)
    assert low == pytest.approx(2 / 3) and high == 1
