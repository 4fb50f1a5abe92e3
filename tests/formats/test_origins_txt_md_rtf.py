"""Whatever stands in a text, a Markdown or an RTF file: every character's place holds it, and nothing is lost."""

import re

from hypothesis import example, given
from hypothesis import strategies as st

from fabula.formats import markdown, rtf, txt
from fabula.story.encoding import decode, encode

CHARACTERS = st.sampled_from("abcABC  .,!?'’“”—…é\u0301ñ\u00a0\u05e9\u05dc\u0645\u0631\u200f\u200d👩🚀🕯0123")
WORDS = st.text(CHARACTERS, min_size=1, max_size=14)
MARKS = st.sampled_from(
    ["***", "* * *", "---", "~~~", "#", "-x-x-", "===", "Chapter 1", "II", "1.", "- ", "\t", "    ", "oOo", "—", "xoxo"]
)
ENDS = st.sampled_from(["\n", "\r\n", "\r"])
ENCODINGS = st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
_MARKUP = (
    r"* ** *** _ __ ~~ == ` `` \* \_ \\ \ &amp; &mdash; &#8217; &bogus; & [ ] ]( [a](b) ![p](q) [[A|b]] [[A]] [^1] <br> <i>"
    " </i> <b> </b> <smile> <!-- x --> %%c%% %% {>>c<<} {==w==} {++w++} {--w--} {~~o~>n~~} {== # ## > >> - + 1. ``` ~~~ *** ---"
    " | <div> </div> <hr> <p> @pov: % [^1]: \u00a0 \f ( )"
)
MARKDOWN = st.sampled_from(_MARKUP.split(" "))
_CODES = (
    r"\par |\line |\tab |\emdash |\lquote |\'e9|\'93|\u8217?|\u8217 |\u-10179?\u-8704?|\i |\i0 |\b |\b0 |\plain |\pard |\ul "
    r"|\ulnone |\~|\_|\-|\{|\}|\\|{|}|{\i |{\*\x |{\footnote |{\pict |{\deleted |\page |\uc2 |\u55357?|\|"
)
RTF = st.sampled_from([*_CODES.split("|"), "\n"])


def tiled(story, data, reread):
    """The origins tile the text, and the place of each gives its characters again."""
    at = 0
    for origin in story.origins:
        assert origin.span.start == at
        at = origin.span.end
        assert reread(data, origin) == story.text[origin.span.start : at]
    assert at == len(story.text)
    for found in story.emphasis:
        assert any(block.span.start <= found.span.start < found.span.end <= block.span.end for block in story.blocks)


def parted(story):
    """Blocks are all of the text, one empty line between two and none inside."""
    blocks = [story.text[block.span.start : block.span.end] for block in story.blocks]
    assert "\n\n".join(blocks) == story.text
    for block in blocks:
        assert block == block.strip()
        assert not re.search(r"\n\s*\n", block)


@given(st.lists(st.one_of(WORDS, WORDS, MARKS, ENDS)).map("".join), ENCODINGS)
def test_text(words, encoding):
    data = words.encode(encoding)
    if decode(data).encoding not in ("utf-8", encoding.removesuffix("-sig"), "utf-16-le", "utf-16-be"):
        return
    story = txt.read(data, "a.txt")
    tiled(story, data, txt.reread)
    if decode(data).text == words:
        assert story.text == words.replace("\r\n", "\n").replace("\r", "\n")
    covered = "".join(story.text[block.span.start : block.span.end] for block in story.blocks)
    assert "".join(covered.split()) == "".join(story.text.split())


@given(st.binary())
@example(b"\xff\xfea")
@example("it’s".encode("cp1252") + b"\x81")
@example("über \u201cx\u201d".encode() + b"\xe9")
def test_any_bytes_come_back(data):
    decoded = decode(data)
    assert encode(decoded, decoded.text) == data
    story = txt.read(data, "a.txt")
    tiled(story, data, txt.reread)
    assert not re.search("[\ud800-\udfff]", story.text)


@given(st.lists(st.one_of(WORDS, WORDS, MARKDOWN, MARKDOWN, ENDS, st.just("\n\n"))).map("".join))
@example("a\n\u00a0\nb")
@example("\u00a0\nb")
@example("{==a==}{>>b<<}\n***\n> - c")
def test_markdown(source):
    data = source.encode()
    story = markdown.read(data, "a.md")
    tiled(story, data, markdown.reread)
    parted(story)


@given(st.lists(st.lists(WORDS.filter(lambda words: words.isalnum()), min_size=1).map(" ".join), min_size=1))
def test_no_word_of_plain_markdown_is_lost(paragraphs):
    story = markdown.read("\n\n".join(paragraphs).encode(), "a.md")
    assert story.text == "\n\n".join(paragraphs)


@given(st.lists(st.one_of(WORDS.filter(lambda words: words.isascii()), RTF, RTF)).map("".join), st.booleans())
@example(r"a\line\line b\line\par c", True)
def test_rtf(source, whole):
    data = (r"{\rtf1\ansi\ansicpg1252 " + source + "}" * whole).encode()
    story = rtf.read(data, "a.rtf")
    tiled(story, data, rtf.reread)
    parted(story)
