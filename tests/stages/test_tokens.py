"""Words and marks: what stays in one piece."""

import pytest
from drafting import draft
from hypothesis import given, settings
from hypothesis import strategies as st

from fabula.reading import Tokens
from fabula.stages.parts import find_parts
from fabula.stages.tokens import split_tokens
from fabula.story import PartKind


def tokens_of(text: str) -> list[str]:
    story = draft(text)
    return [story.text[token.start : token.end] for token in split_tokens(story, find_parts(story)).items]


@pytest.mark.parametrize(
    ("text", "tokens"),
    [
        ("Ten o'clock, don't!", ["Ten", "o'clock", ",", "don't", "!"]),
        ("Twenty-six of 1,000 is 2.6.", ["Twenty-six", "of", "1,000", "is", "2.6", "."]),
        ("Well... no -- never!!", ["Well", "...", "no", "--", "never", "!!"]),
        ("He said—Anna’s—no…", ["He", "said", "—", "Anna’s", "—", "no", "…"]),
        ("The boys' room.", ["The", "boys", "'", "room", "."]),
        ("“Élise,” said Zo\u0308e.", ["“", "Élise", ",", "”", "said", "Zo\u0308e", "."]),
    ],
)
def test_a_word_keeps_its_apostrophes_and_hyphens(text: str, tokens: list[str]) -> None:
    assert tokens_of(text) == tokens


def test_headings_and_breaks_have_no_tokens() -> None:
    assert tokens_of("# One\n\nShe left.\n\n***\n\nHe stayed.") == ["She", "left", ".", "He", "stayed", "."]


@settings(deadline=None)
@given(st.text(alphabet="ab Ñé.'’-—\"“”… 1,🙂\u0301\n\t", min_size=1, max_size=80))
def test_every_visible_character_of_the_body_is_in_one_token(text: str) -> None:
    story = draft(text)
    parts = find_parts(story)
    tokens: Tokens = split_tokens(story, parts)
    covered = [at for token in tokens.items for at in range(token.start, token.end)]
    assert covered == sorted(set(covered))
    paragraphs = {block.span for block in story.blocks if block.kind == "paragraph"}
    for part in parts.items:
        if part.kind is PartKind.BODY:
            inside = {at for span in paragraphs for at in range(span.start, span.end)}
            wanted = {at for at in range(part.span.start, part.span.end) if not story.text[at].isspace()} & inside
            assert wanted <= set(covered)
