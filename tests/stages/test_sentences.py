"""Where sentences end in fiction, and where a stop ends nothing."""

import pytest
from drafting import draft
from hypothesis import given, settings
from hypothesis import strategies as st

from fabula.stages.parts import find_parts
from fabula.stages.sentences import split_sentences


def sentences_of(text: str) -> list[str]:
    story = draft(text)
    return [story.text[span.start : span.end] for span in split_sentences(story, find_parts(story)).items]


@pytest.mark.parametrize(
    "text",
    [
        '"Who?" she said.',
        "“Who goes there?” Anna whispered.",
        '"No!" cried Mr. Penhallow of St. Ives.',
        "Dr. A. B. Marsh paid 3.50 at ten o'clock.",
        "She waited... and waited.",
        "It was—how shall I say?—late.",
        "He came in at 5 p.m. and left.",
        "The wind\nwas up and the\nboats were in.",
    ],
)
def test_it_is_one_sentence(text: str) -> None:
    assert sentences_of(text) == [text]


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ('"Go," he said. "Now."', ['"Go," he said.', '"Now."']),
        ('"Who?" He stood up.', ['"Who?"', "He stood up."]),
        ("She ran (and fell). It hurt.", ["She ran (and fell).", "It hurt."]),
        ("‘Then why—’ He stopped. ‘Never mind.’", ["‘Then why—’", "He stopped.", "‘Never mind.’"]),
        ("Wait… What was that?", ["Wait…", "What was that?"]),
        ("He left at 5 p.m. Nobody saw.", ["He left at 5 p.m.", "Nobody saw."]),
        ("It was I. He knew.", ["It was I.", "He knew."]),
        ("She *ran.* He did not.", ["She *ran.*", "He did not."]),
        ("i went home. then i slept.", ["i went home.", "then i slept."]),
        ("Lisbon\nFriday, the third of June", ["Lisbon", "Friday, the third of June"]),
    ],
)
def test_sentences_end_where_a_reader_stops(text: str, sentences: list[str]) -> None:
    assert sentences_of(text) == sentences


@settings(deadline=None)
@given(st.text(alphabet='aB .!?…"”’—\n)1', min_size=1, max_size=80))
def test_a_sentence_never_leaves_its_block(text: str) -> None:
    story = draft(text)
    spans = split_sentences(story, find_parts(story)).items
    at = 0
    for span in spans:
        assert at <= span.start < span.end
        assert any(block.span.start <= span.start and span.end <= block.span.end for block in story.blocks)
        at = span.end
