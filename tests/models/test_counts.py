"""What words say by the company they keep: the shipped table, and places at the edges of paragraphs."""

import pytest

from fabula.models.counts import load_counts
from fabula.models.counts_words import counted_words
from fabula.models.slips_company import company_of


@pytest.fixture(scope="module")
def counts():
    return load_counts()


def test_names_numbers_and_rare_words_count_as_what_they_are(counts):
    words = ["Then", "Marit", "saw", "12", "zorbling", "“", "The", "Mill’s", "HELP"]
    assert counted_words(words, {0}, counts.numbers) == ["then", "Nm", "saw", "#", "<ing>", '"', "the", "Nm's", "help"]


@pytest.mark.parametrize(
    ("sentence", "at", "width", "meant"),
    [
        ("He new the truth .", 1, 1, "knew"),
        ("They put the box on the a table .", 6, 1, ""),
        ("She did not want go home .", 4, 0, "to"),
        ("They first ghost of a smile .", 0, 1, "the"),
        ("I know we cant go there .", 3, 1, "can't"),
        ("Every one of them was involved ind the plan .", 6, 1, "in"),
    ],
)
def test_the_word_that_was_meant_has_better_company(counts, sentence, at, width, meant):
    words = sentence.split()
    (gained,) = company_of(counts, words, frozenset({0}), [(at, at + width, meant)])
    mended = [*words[:at], *meant.split(), *words[at + width :]]
    (lost,) = company_of(
        counts, mended, frozenset({0}), [(at, at + len(meant.split()), " ".join(words[at : at + width]))]
    )
    assert gained > 4
    assert lost < 0


def test_a_paragraph_does_not_see_the_next(counts):
    words = "He came to the house . She went home .".split()  # noqa: SIM905
    alone = company_of(counts, words[:6], frozenset({0}), [(5, 6, "!")])
    assert company_of(counts, words, frozenset({0, 6}), [(5, 6, "!")]) == alone
    assert company_of(counts, words, frozenset({0}), [(5, 6, "!")]) != alone
