"""Spaces and capitals inside words, told by a list of words."""

import pytest

from fabula.stages.spellings import slip_cost
from fabula.stages.typed import typing_slips
from fabula.stages.wordlist import fiction_words
from fabula.story import Span

KNOWN = fiction_words()


def mended(text):
    return [
        (text[one.span.start : one.span.end], one.replacements[0])
        for one in typing_slips(text, [Span(0, len(text))], KNOWN)
    ]


@pytest.mark.parametrize(
    ("text", "words", "meant"),
    [
        ("She came wi th a lamp.", "wi th", "with"),
        ("It was nine o clock.", "o clock", "o’clock"),
        ("They didn t come.", "didn t", "didn’t"),
        ("A woman s voice said so.", "woman s", "woman’s"),
        ("He did it him self, alone.", "him self", "himself"),
        ("WHen he came, it rained.", "WHen", "When"),
        ("She cared for theIlk.", "theIlk", "the Ilk"),
        ("More fookin'news today.", "fookin'news", "fookin' news"),
    ],
)
def test_what_the_hand_did_is_seen(text, words, meant):
    assert mended(text) == [(words, meant)]


@pytest.mark.parametrize(
    "text",
    [
        "It is so—and so far as I know, I am so so.",
        "A self made man has his self respect, and a so-called friend.",
        "Point a to point b, by my iPhone, at the McKay house.",
    ],
)
def test_what_is_meant_is_left_alone(text):
    assert mended(text) == []


def test_an_accent_is_no_slip_of_its_own():
    assert slip_cost("doppleganger", "doppelgänger") == slip_cost("doppleganger", "doppelganger")
