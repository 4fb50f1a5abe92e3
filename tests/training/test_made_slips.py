"""Slips put into prose can be mended by their own labels, and windows hold what they say."""

import random

import pytest
from training.slips.confusions import confusions, regular_forms, table_lines
from training.slips.make import DELETE, SHARES, Maker, Word, in_manner, mistyped
from training.slips.prose import Manner, coined, told_by_i

from fabula.models.slips_words import plain_word, slip_words
from fabula.stages.wordlist import fiction_words

PROSE = (
    "She did not want to go home before it was dark, and nobody had asked her to. He looked at the cups on the table "
    "and thought of everyone who had sat there through the winter. “It’s their house,” he said, “and I have accepted "
    "that they’re going to write to us when the boys find it.” The old man moved slowly into the hall."
)


@pytest.fixture(scope="module")
def maker():
    often = fiction_words()
    return Maker(confusions(often), often)


def mended(words):
    """The words as their labels say they were meant, plain."""
    found = []
    for word in words:
        if word.missing:
            found.append(word.missing)
        if word.act != DELETE:
            found += (word.meant or plain_word(word.text)).split()
    return found


@pytest.mark.parametrize("kind", SHARES)
def test_labels_mend_what_was_done(maker, kind):
    chance, original = random.Random(1), slip_words(PROSE)
    done = 0
    for _ in range(30):
        words = [Word(text, number == 0) for number, text in enumerate(original)]
        if maker.add(words, kind, chance):
            done += 1
            assert [word.text for word in words] != original
            assert mended(words) == [plain_word(text) for text in original]
    assert done > 10


def test_some_windows_hold_nothing_and_some_hold_much(maker):
    chance, paragraphs = random.Random(2), [slip_words(PROSE)] * 3
    counts = [sum(bool(w.act or w.missing) for w in maker.slipped(paragraphs, chance)) for _ in range(60)]
    assert 8 < counts.count(0) < 26
    assert max(counts) > 6


def test_the_table_names_what_is_taken_for_what():
    lines = dict(line.split("\t", 1) for line in table_lines(confusions(fiction_words())))
    assert "h:accepted" in lines["excepted"]
    assert "from" in lines["form"]
    assert "h:anyone" in lines["any one"]
    assert lines["began"].startswith("s:") or "begun" in lines["began"]


def test_regular_forms():
    assert regular_forms("carry") == ["carries", "carried", "carrying"]
    assert regular_forms("stop")[:3] == ["stops", "stopped", "stopping"]
    assert regular_forms("the") == []


def test_words_keep_their_clitics():
    assert slip_words("I don’t, cannot; the dogs’ John's.") == [
        "I", "don’t", ",", "cannot", ";", "the", "dogs", "’", "John's", ".",
    ]  # fmt: skip


def test_manners():
    assert in_manner("they're", "Their") == "They're"
    assert in_manner("its", "It’s") == "Its"
    assert told_by_i("He put his hands into his pockets.", "he") == "I put my hands into my pockets."
    assert told_by_i("He looked at him.", "he") == "He looked at him."
    assert coined(random.Random(1)).istitle()
    assert mistyped("whole", random.Random(3)) != "whole"


def test_an_author_keeps_to_his_marks():
    chance = random.Random(5)
    for _ in range(30):
        manner = Manner(chance)
        typed = manner.typed("“It’s not far,” she said.")
        assert typed.startswith(manner.opening) and manner.closing in typed[2:]
