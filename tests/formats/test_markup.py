"""Pages as people and programs really write them: what is read, what is left out, what is set apart."""

import json
from pathlib import Path

import pytest

from epub_files import epub, package, xhtml
from fabula.formats import read_story
from fabula.formats.html import sniff
from fabula.story import BlockKind, PartKind
from fabula.story.origins import places_of


def read(page):
    data = page if isinstance(page, bytes) else page.encode()
    return read_story(data, "page.html")


def texts(page):
    story = read(page)
    return [story.text[block.span.start : block.span.end] for block in story.blocks]


def set_apart(page, style="italic"):
    story = read(page)
    return [story.text[found.span.start : found.span.end] for found in story.emphasis if found.style == style]


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        ("<p>One<p>two<p>three", ["One", "two", "three"]),
        ("<div>One<div>two</div>three</div>", ["One", "two", "three"]),
        ("<body>One<br><br>two<br>three</body>", ["One", "two\nthree"]),
        ("<p>I <3 you & me &mdash; 2 < 3</p>", ["I <3 you & me — 2 < 3"]),
        ("<p>a  b\n\tc&nbsp; d</p>", ["a b c\u00a0 d"]),
        ("<p>one<b> two</b> <i> three </i></p>", ["one two three"]),
        ("<pre>one\n  two\n\nthree</pre>", ["one\n  two", "three"]),
        ("<ul><li>one<li>two</ul>", ["one", "two"]),
        ("<table><tr><td>one<td>two</table>", ["one", "two"]),
        ("<p>one<!-- <p>no</p> --> two</p>", ["one two"]),
        ("<p>one <!-- two</p><p>three</p>", ["one two", "three"]),
        ("<p>one</p><p hidden>two</p><div style='display: none'><p>three</p></div>four", ["one", "four"]),
        ("<nav>one</nav><button>two</button><noscript>three</noscript>four", ["four"]),
        ("<p>one<ruby>two<rp>(</rp><rt>three</rt></ruby></p>", ["onetwo"]),
        ("<p>She said <q>one</q>.</p>", ["She said “one”."]),
        ("<p>one</div></span></p>two</p>", ["one", "two"]),
        ("<h2>One<br><br>two</h2>", ["One\ntwo"]),
    ],
)
def test_paragraphs(page, expected):
    assert texts("<!doctype html>" + page) == expected


@pytest.mark.parametrize(
    "mark", ["<hr>", "<hr/>", "<p>* * *</p>", "<center>* * *</center>", "<h3>* * *</h3>", "<br>* * *<br>"]
)
def test_every_way_to_break_a_scene(mark):
    story = read(f"<!doctype html><body>one{mark}two")
    assert [block.kind for block in story.blocks] == [BlockKind.PARAGRAPH, BlockKind.BREAK, BlockKind.PARAGRAPH]
    assert story.text == "one\n\n* * *\n\ntwo"


@pytest.mark.parametrize(
    "empty",
    [
        "<p>&nbsp;</p>",
        "<p></p>",
        "<p> <br> </p>",
        "<div><br></div>",
        "<p><img src=x></p>",
        "<p><span>\u00a0</span></p>",
    ],
)
def test_empty_paragraphs_are_counted(empty):
    assert [
        block.blank_before for block in read(f"<!doctype html><p>one</p>{empty}<p>two</p>{empty}{empty}three").blocks
    ] == [0, 1, 2]


@pytest.mark.parametrize(
    "page",
    [
        "a <i>b c</i> d",
        "a <em> b c </em> d",
        "a <i>b</i> <i>c</i> d",
        "a <span style='font-style:italic'>b c</span> d",
        "<style>.x, p.y { font-style: oblique }</style>a <span class='z x'>b c</span> d",
        "<style>@media print { span { font-style: italic } } #n { font-style: italic }</style>a <span id=n>b c</span> d",
        "a <i>b <b>c</i></b> d",
        "<style>.up { font-style: normal }</style>a <i>b c</i> <i class='up'>d</i>",
    ],
)
def test_italics(page):
    assert "".join(set_apart("<!doctype html>" + page)).replace(" ", "") == "bc"


def test_italics_over_several_paragraphs_and_unclosed_ones():
    assert set_apart("<!doctype html><i><p>one</p><p>two</p></i><p>three <i>four</p><p>five") == ["one", "two", "four"]


def test_words_are_decoded_once_and_never_become_markup():
    assert texts("<!doctype html><p>&amp;lt;b&amp;gt; &lt;script&gt;") == ["&lt;b&gt; <script>"]


@pytest.mark.parametrize(
    ("head", "is_page"),
    [
        (b"<!DOCTYPE html><p>", True),
        (b"\xef\xbb\xbf\n <!-- x --><HTML lang=en>", True),
        ("<!doctype html>".encode("utf-16"), True),
        (b"<?xml version='1.0'?>\n<html>", True),
        (b"<div>Markdown may begin so</div>", False),
        (b"<headline>Flood</headline>", False),
        (b"Once <html> was new.", False),
    ],
)
def test_sniff(head, is_page):
    assert sniff(head) is is_page


def test_a_page_without_a_frame_is_whole():
    story = read("<p>One.</p><form>two, and most of the words</form>")
    assert story.text == "One.\n\ntwo, and most of the words"
    assert not story.notices


def test_a_frame_round_a_story_is_left_out_with_a_notice():
    story = read("<!doctype html><form>Search here</form><p>One long story about two people.</p><footer>Site</footer>")
    assert story.text == "One long story about two people."
    assert any("left out" in notice for notice in story.notices)


def test_many_hidden_words_are_told_of():
    assert any(
        "60 words" in notice for notice in read(f"<!doctype html><p>One.</p><p hidden>{'two ' * 60}</p>").notices
    )


def test_windows_page_by_its_own_word_and_by_default():
    for charset in (
        "<meta charset=windows-1252>",
        "<meta http-equiv=content-type content='text/html; charset=iso-8859-1'>",
        "",
    ):
        assert read(f"<!doctype html>{charset}<p>“na\u00efve”".encode("cp1252")).text == "“na\u00efve”"
    assert read("<!doctype html><meta charset=koi8-r><p>зима".encode("koi8-r")).text == "зима"


def test_a_page_that_is_utf8_whatever_it_claims():
    assert read("<!doctype html><meta charset=windows-1252><p>“naïve”".encode()).text == "“naïve”"


def test_a_books_order_is_the_spine_and_asides_come_last():
    pages = {f"{name}.xhtml": xhtml(f"<p>{name} is here.</p>") for name in ("a", "b", "c")}
    data = epub(pages, order=["c.xhtml", "!b.xhtml", "a.xhtml"], folder="x/y/")
    assert read_story(data, "book.epub").text == "c is here.\n\na is here.\n\nb is here."


def test_a_book_whose_container_forgets_its_package():
    pages = {"a.xhtml": xhtml("<p>One.</p>")}
    data = epub(pages, opf=package(pages), extra={"META-INF/container.xml": "<container/>"}.items())
    assert read_story(data, "book.epub").text == "One."


def test_a_one_page_book_with_a_legal_line_is_a_story():
    story = read_story(
        epub({"copyright.xhtml": xhtml("<p>Once upon a time.</p><p>© 2020 the author</p>")}), "book.epub"
    )
    assert all(block.declared is not PartKind.META for block in story.blocks)


def test_what_stands_round_an_archived_story_is_declared():
    stories = Path(__file__).parent.parent / "stories"
    raw = (stories / "08-two-sugars.html").read_text(encoding="utf-8")
    spans = json.loads((stories / "08-two-sugars.gold.json").read_text(encoding="utf-8"))["meta"]["notes_spans"]
    around = [(raw.index(span["start_quote"]), raw.index(span["end_quote"]) + len(span["end_quote"])) for span in spans]
    story = read_story(raw.encode(), "08-two-sugars.html")
    apart = {
        PartKind.TITLE,
        PartKind.BYLINE,
        PartKind.META,
        PartKind.SUMMARY,
        PartKind.NOTE,
        PartKind.HEADING,
        PartKind.END_NOTE,
    }
    for block in story.blocks:
        at = places_of(story.origins, block.span)[0].start
        if any(start <= at < end for start, end in around):
            assert block.declared in apart, story.text[block.span.start : block.span.end]
        else:
            assert block.declared is PartKind.BODY or block.kind is BlockKind.HEADING
