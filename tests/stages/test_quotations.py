"""Direct speech in every style, and all the marks that are no speech."""

import pytest
from drafting import draft
from hypothesis import given, settings
from hypothesis import strategies as st

from fabula.reading import Manner, Quotations, SpeechType
from fabula.stages.parts import find_parts
from fabula.stages.quotations import find_quotations
from fabula.story import Story

TALK = '"Come in," said Anna.\n\n"I won\'t," he said, "not today." It rained.\n\nShe left. "Why?"'


def read(text: str) -> tuple[Story, Quotations]:
    story = draft(text)
    return story, find_quotations(story, find_parts(story))


def speeches(text: str) -> list[str]:
    story, quotations = read(text)
    return [story.text[found.span.start : found.span.end] for found in quotations.items]


def in_style(opening: str, closing: str, apostrophe: str) -> str:
    text, pieces = TALK.replace("'", apostrophe), ["", ""]
    for at, piece in enumerate(text.split('"')):
        pieces.append(piece + (opening if at % 2 == 0 else closing))
    return "".join(pieces)[: -len(opening)]


@pytest.mark.parametrize(
    ("name", "opening", "closing", "apostrophe"),
    [
        ("straight", '"', '"', "'"),
        ("curly", "“", "”", "’"),
        ("curly", "„", "“", "’"),
        ("single", "'", "'", "'"),
        ("curly-single", "‘", "’", "’"),
        ("guillemets", "«", "»", "’"),
        ("guillemets", "»", "«", "’"),
    ],
)
def test_the_style_is_the_storys_own(name: str, opening: str, closing: str, apostrophe: str) -> None:
    text = in_style(opening, closing, apostrophe)
    bare = ["Come in,", f"I won{apostrophe}t,", "not today.", "Why?"]
    assert read(text)[1].style.name == name
    assert speeches(text) == [opening + words + closing for words in bare]


def test_dash_dialogue_is_cut_by_its_tags() -> None:
    text = "— Come in, — said Anna, — and sit.\n\n— I won't, he said. Not today.\n\n—Very well —Anna sighed—. Go.\n\nIt rained."
    assert read(text)[1].style.name == "dash"
    assert speeches(text) == ["— Come in,", "— and sit.", "— I won't,", "Not today.", "—Very well", "—. Go."]


def test_a_story_without_marks_has_no_speech() -> None:
    _, quotations = read("She said nothing. It's the boys' night, 'tis true, back in the '90s.")
    assert (quotations.style.name, quotations.items) == ("none", ())


@pytest.mark.parametrize(
    "words",
    [
        "'Give 'em here, it's the boys' room,' said Tom.",
        "'I was singin' and dancin' all night,' said Tom.",
        "'Rock 'n' roll was dead by the '90s,' said Tom.",
        "'Tis late,' said Tom.",
        "'Er, the Joneses' dog bit 'im,' said Tom.",
        "'I saw the Joneses' and ran,' said Tom.",
    ],
)
def test_apostrophes_are_no_speech_marks(words: str) -> None:
    said = words[: words.rindex(" said")].rstrip()
    assert speeches(f"'Hello,' said Anna.\n\n{words}\n\nHe gave 'em the boys' coats.\n\n'Good,' said Anna.") == [
        "'Hello,'",
        said,
        "'Good,'",
    ]


def test_curly_apostrophes_are_no_speech_marks() -> None:
    text = "‘Hello,’ said Anna.\n\n‘Give ’em the boys’ room, ’tis late,’ said Tom.\n\nIt was the girls’ turn."
    assert speeches(text) == ["‘Hello,’", "‘Give ’em the boys’ room, ’tis late,’"]


def test_inches_are_no_speech_marks() -> None:
    assert speeches('"He is 6\'2" tall," she said.\n\nThe board was 5" wide. "Cut it."') == [
        '"He is 6\'2" tall,"',
        '"Cut it."',
    ]


def test_speech_inside_speech_is_nested() -> None:
    story, quotations = read('"He told me, \'Never come back,\' and left," said Anna.\n\n"Oh," said Tom.')
    assert [(found.nested, story.text[found.span.start : found.span.end]) for found in quotations.items] == [
        (False, "\"He told me, 'Never come back,' and left,\""),
        (True, "'Never come back,'"),
        (False, '"Oh,"'),
    ]


def test_a_speech_over_three_paragraphs_opens_each_and_closes_once() -> None:
    _, quotations = read('"One thing first.\n\n"Then another.\n\n"Now I am done." He sat.\n\n"Good."')
    assert [(found.closed, found.continues) for found in quotations.items] == [
        (False, True),
        (False, True),
        (True, False),
        (True, False),
    ]


def test_an_unclosed_speech_ends_with_its_paragraph() -> None:
    story, quotations = read('"I never said that, Tom muttered.\n\nShe laughed.\n\n"You did," she said.')
    first, second = quotations.items
    assert (first.closed, first.continues, second.closed) == (False, False, True)
    assert story.text[first.span.start : first.span.end] == '"I never said that, Tom muttered.'


def test_a_stray_closing_mark_turns_nothing_inside_out() -> None:
    text = 'It was late." Nobody spoke.\n\n"Well?" said Anna.\n\n"Well," said Tom.'
    assert speeches(text) == ['"Well?"', '"Well,"']


def test_straight_and_curly_may_mix() -> None:
    assert speeches('“Come in,” said Anna.\n\n"No," he said.\n\n“Why not?" she said.\n\n”Because,” he said.') == [
        "“Come in,”",
        '"No,"',
        '“Why not?"',
        "”Because,”",
    ]


def test_words_about_words_are_no_speech() -> None:
    text = '"Yes," said Anna.\n\nThe so-called "experts" had read "War and Peace" twice. He said "no" and left.'
    assert speeches(text) == ['"Yes,"', '"no"']


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ('"Go," said Priya.', ["explicit"]),
        ('"Go," the Duchess said.', ["explicit"]),
        ('"Go," said the old man.', ["anaphoric"]),
        ('"Go," he said, "and stay away." He wept.', ["anaphoric", "anaphoric"]),
        ('"Go," said Priya. "Stay away."', ["explicit", "implicit"]),
        ('"Go." He put down the cup. "Please."', ["implicit", "implicit"]),
        ('Priya said, "Go."', ["explicit"]),
        ('Then, after a while, she whispered: "Go."', ["anaphoric"]),
        ('"Go." Priya sighed.', ["implicit"]),
    ],
)
def test_the_tag_tells_the_type(text: str, kinds: list[SpeechType]) -> None:
    assert [found.type for found in read(text)[1].items] == kinds


@settings(max_examples=300, deadline=None)
@given(st.text(alphabet="aB s.,!?—-\"'“”‘’«»„1\n*", min_size=1, max_size=120))
def test_quotations_are_in_order_inside_the_body(text: str) -> None:
    story, quotations = read(text)
    bodies = [part.span for part in find_parts(story).items if part.kind == "body"]
    at = end = 0
    for found in quotations.items:
        assert found.span.start < found.span.end
        assert any(body.start <= found.span.start and found.span.end <= body.end for body in bodies)
        assert found.span.start >= at
        assert found.nested or found.span.start >= end
        at, end = found.span.start, end if found.nested else found.span.end


@pytest.mark.parametrize(
    ("text", "manner"),
    [
        ("“Now what?” she thought.", Manner.THOUGHT),
        ("“Odd,” said Anna to herself.", Manner.THOUGHT),
        ("“Odd,” she wondered aloud.", Manner.SPEECH),
        ("“I thought so,” said Bob.", Manner.SPEECH),
        ("The sign on the door said “No entry.”", Manner.WRITING),
        ("“Come at once,” wrote Anna.", Manner.WRITING),
        ("“My dear Mina,—", Manner.WRITING),
        ("“Dear me, how late it is!” said Bob.", Manner.SPEECH),
    ],
)
def test_thoughts_and_letters_and_signs_are_told_from_speech(text: str, manner: Manner) -> None:
    assert [found.manner for found in read(text)[1].items] == [manner]
