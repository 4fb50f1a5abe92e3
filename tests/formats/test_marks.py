"""Break marks and headings, and all that only looks like one."""

import pytest

from fabula.formats.marks import heading_level, is_break, numbered

_BREAKS = (
    "***|* * *|#|~|-|—|xxx|XXX|x x x|oOo|oOoOo|-x-x-|~*~|o0o|0o0|-o0o-|---|_____|§|⁂|❦|///|-xXx-|~oOo~|<><><>|.oOo."
    "|XxX Line Break XxX|--scene break--|[time skip]|xoxoxo|==x==|@@@@|+|000|-.-.-.-|*x*X*x*|  ***  |~~~000~~~"
)
_NO_BREAKS = (
    "|- E|H -|xx|xoxo|-_-|o_o|O.O|...|…|x|0|I|Chapter 1|!!!|?!|ox|10|* word|<3|:-)|>_<|^^|- x|X -|100|. . .|Oo|"
    "^_^;|'...'|Time skip to the ball.|No.|\"-\"|1.|(x)"
)
HEADINGS = {
    "Chapter 1": 2,
    "CHAPTER ONE: The Title": 2,
    "Prologue": 2,
    "EPILOGUE: Two years on": 2,
    "Part Two": 1,
    "PART II": 1,
    "Book One": 1,
    "Act II": 1,
    "Scene 3": 3,
    "II": 2,
    "IV.": 2,
    "Chapter 12 - The Fall": 2,
    "Chapter 3. Rain": 2,
    "**Chapter 4**": 2,
    "--- Chapter 5 ---": 2,
    "Chapter Twenty-One": 2,
    "Chapter the First": 2,
    "Chapter 1 The Long Road": 2,
    "Interlude: Rain": 2,
    "Final Chapter": 2,
    "Ch. 3": 2,
    "chapter iv": 2,
    "Chapter One—Rain": 2,
    "Day 3": 2,
}
_NO_HEADINGS = (
    "|Chapter one was dull.|Part of me wanted to go|I|I.|1|XX|XXX|Chapter|Chapter and verse, he gave it.|MIX|Vi|V"
    "|Book one of the rooms.|Act one more time and see.|Part two was harder, of course.|Prologue or not, he read on."
    "|Day one: he came late, and he knew it.|Last night|The last letter|Scene one, take two|***|She said Chapter 1"
)


@pytest.mark.parametrize("line", _BREAKS.split("|"))
def test_breaks(line):
    assert is_break(line)
    assert not heading_level(line)


@pytest.mark.parametrize("line", _NO_BREAKS.split("|"))
def test_no_breaks(line):
    assert not is_break(line)


@pytest.mark.parametrize("line", HEADINGS)
def test_headings(line):
    assert heading_level(line) == HEADINGS[line]
    assert not is_break(line)


@pytest.mark.parametrize("line", _NO_HEADINGS.split("|"))
def test_no_headings(line):
    assert heading_level(line) == 0


def test_lone_numbers_count_only_where_they_count_up():
    assert numbered(["I", "a", "II", "b", "III"]) == {0, 2, 4}
    assert numbered(["1", "2.", "a", "1", "2"]) == {0, 1, 3, 4}
    assert numbered(["I.", "a"]) == set()
    assert numbered(["12", "a", "7"]) == set()
    assert numbered(["2", "3"]) == set()
