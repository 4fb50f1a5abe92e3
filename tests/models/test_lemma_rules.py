"""A rule learnt from a word and its lemma gives that lemma back."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fabula.models.lemmas import apply_rule, lemma_rule


@given(
    st.text(st.characters(codec="ascii", categories=["L"]), min_size=1),
    st.text(st.characters(codec="ascii"), min_size=1),
)
def test_lower_case_lemmas_come_back(word, lemma):
    lemma = lemma.lower()
    assert apply_rule(lemma_rule(word, lemma), word) == lemma


@pytest.mark.parametrize(
    ("word", "lemma", "other", "others"),
    [
        ("parties", "party", "Cities", "city"),
        ("walked", "walk", "talked", "talk"),
        ("Londons", "London", "Annas", "Anna"),
    ],
)
def test_a_rule_serves_other_words(word, lemma, other, others):
    assert apply_rule(lemma_rule(word, lemma), other) == others


def test_irregular():
    assert lemma_rule("was", "be") == "=be"
