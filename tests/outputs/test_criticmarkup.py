"""Comments in the author's own file: on the exact words, and without them the file is what it was, byte for byte."""

import re

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st
from office_review import place_of
from sample_review import comment_on, sample_review

from fabula.formats import read_story
from fabula.outputs import criticmarkup
from fabula.review import Evidence
from fabula.story import Span
from fabula.story.encoding import decode, encode

OURS = re.compile(r"\{>>Fabula \(.*?<<\}")


def review_of(story, comments):
    review = sample_review("x")
    return msgspec.structs.replace(
        review, reading=msgspec.structs.replace(review.reading, story=story), comments=tuple(comments)
    )


def commented(source, name, *wanted, suggestion="x", message="What is it?"):
    data = source if isinstance(source, bytes) else source.encode()
    story = read_story(data, name)
    spans = [words if isinstance(words, Span) else place_of(story, words) for words in wanted]
    comments = [comment_on(span, "slips.sample", message, suggestion) for span in spans]
    return criticmarkup.render(review_of(story, comments), data)


def short(data):
    """The copy with every comment of ours as `{>>~<<}`."""
    return OURS.sub("{>>~<<}", decode(data).text)


def one_space(text):
    """Where a comment stood between two spaces, Markdown reads one."""
    return re.sub(" +", " ", text)


def unmarked(data):
    """The copy without our marks and comments, where the author wrote no CriticMarkup."""
    decoded = decode(data)
    return encode(decoded, OURS.sub("", decoded.text).replace("{==", "").replace("==}", ""))


def test_what_a_comment_says():
    data = b'It was teh end of it. He had "teh" spade.'
    story = read_story(data, "a.txt")
    elsewhere = Evidence(place_of(story, "the" if "the" in story.text else "spade"), "the spade comes later")
    comment = comment_on(place_of(story, "teh"), "slips.spelling", "I stumbled here", "the", evidence=(elsewhere,))
    said = criticmarkup.render(review_of(story, [comment]), data).decode()
    assert said.startswith(
        "It was {==teh==}{>>Fabula (slip): I stumbled here. Perhaps: “the”. the spade comes later: “spade”. (slips.spelling"
    )
    assert said.endswith(f' · {comment.id})<<}} end of it. He had "teh" spade.')


@pytest.mark.parametrize(
    ("name", "source", "wanted", "expected"),
    [
        ("a.md", "*He* said it.", ["He said"], "*{==He==}*{== said==}{>>~<<} it."),
        ("a.md", "Fish &amp; chips \\*.", ["& chips *"], "Fish {==&amp; chips \\*==}{>>~<<}."),
        (
            "a.md",
            "One two.\n\n> Three\n> four.",
            ["two.\n\nThree\nfour"],
            "One {==two.==}\n\n> {==Three==}\n> {==four==}{>>~<<}.",
        ),
        ("a.md", "The teh dog ran.", ["The teh dog", "teh"], "{==The ==}{==teh==}{>>~<<}{== dog==}{>>~<<} ran."),
        ("a.md", "One two three.", ["One two", "two three"], "{==One ==}{==two==}{>>~<<}{== three==}{>>~<<}."),
        ("a.md", "Same words.", ["Same", "Same"], "{==Same==}{>>~<<}{>>~<<} words."),
        (
            "a.md",
            "Is it {==so==}{>>who?<<} or not?",
            ["so", "not"],
            "Is it {==so==}{>>~<<}{>>who?<<} or {==not==}{>>~<<}?",
        ),
        ("a.md", "Here.", [Span(4, 4)], "Here{>>~<<}."),
        ("a.md", "Here.", [Span(5, 5)], "Here.{>>~<<}"),
        ("a.txt", "One\r\ntwo\r\n\r\nthree", ["One\ntwo\n\nthree"], "{==One==}\r\n{==two==}\r\n\r\n{==three==}{>>~<<}"),
        ("a.txt", "  *One* two", ["*One*"], "  {==*One*==}{>>~<<} two"),
    ],
)
def test_marks_stand_on_the_words(name, source, wanted, expected):
    assert short(commented(source, name, *wanted)) == expected


def test_a_comment_holds_nothing_that_ends_it_or_hides_the_rest():
    said = commented("A word here.", "a.md", "word", suggestion="<<} {++x++} <!-- %% \n\n -->")
    assert unmarked(said) == b"A word here."
    assert read_story(said, "a.review.md").text == "A word here."


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-be", "cp1252"])
def test_the_encoding_stays(encoding):
    source = "“Naïve,” said Zoë, and shut the café.".encode(encoding)
    said = commented(source, "a.txt", "Zoë")
    assert unmarked(said) == source
    assert "{==Zoë==}{>>Fabula" in decode(said).text


def test_another_format_gets_its_text():
    said = commented(rb"{\rtf1\ansi One\par Tw\'f6 \'93words\'94\par}", "a.rtf", "Twö").decode()
    assert OURS.sub("{>>~<<}", said) == "One\n\n{==Twö==}{>>~<<} “words”"


WORDS = st.text(st.sampled_from("ab é\u0301\u05e9🚀’—"), min_size=1, max_size=8)
MARKUP = st.sampled_from(
    ["*", "**", "_", "\\*", "&amp;", "`", "[a](b)", "<br>", "\n> ", "\n\n- ", "\n\n# ", "\n\n", "\r\n", "\n***\n"]
)
TEXTS = st.lists(st.one_of(WORDS, MARKUP), min_size=1).map(lambda pieces: "".join([*pieces, " a"]))
ENDS = st.lists(st.tuples(st.floats(0, 1), st.floats(0, 1)), max_size=6)


@given(TEXTS, ENDS, st.sampled_from(["a.md", "a.txt"]), st.sampled_from(["utf-8", "utf-8-sig", "utf-16"]))
def test_without_the_marks_it_is_the_file(source, ends, name, encoding):
    data = source.encode(encoding)
    story = read_story(data, name)
    length = len(story.text)
    spans = [Span(*sorted((round(one * length), round(other * length)))) for one, other in ends]
    said = criticmarkup.render(
        review_of(story, [comment_on(span, "style.sample", "So?") for span in sorted(spans)]), data
    )
    assert unmarked(said) == data
    assert len(OURS.findall(decode(said).text)) == len(spans)
    marked = short(said)
    assert not re.search(r"\{==(?:(?!==\}).)*[\r\n]", marked)
    assert not re.search(r"\{==(?:(?!==\}).)*\{==", marked)
    if name == "a.md":
        assert one_space(read_story(said, name).text) == one_space(story.text)
