"""Whatever stands in a page: every character's place holds it, blocks are parted by one empty line, and no tag is left."""

import io
import re
import zipfile

from hypothesis import assume, example, given, settings
from hypothesis import strategies as st

from epub_files import epub as bind
from fabula.formats import epub, html
from fabula.formats.markup.scanner import Token, scan

NAMES = st.sampled_from(
    [
        "p",
        "p",
        "p",
        "div",
        "span",
        "em",
        "i",
        "b",
        "blockquote",
        "h2",
        "li",
        "ul",
        "td",
        "table",
        "tr",
        "pre",
        "br",
        "hr",
        "q",
        "a",
        "ruby",
        "rt",
        "script",
        "style",
        "title",
        "nav",
        "body",
        "html",
        "o:p",
        "x",
    ]
)
ATTRIBUTES = st.sampled_from(
    [
        "",
        ' class="a"',
        " hidden",
        ' style="font-style: italic"',
        ' title="a>b"',
        " x='<p>'",
        ' id="chapters"',
        ' y="',
        " /",
        "\n",
    ]
)
WORDS = st.text(
    st.sampled_from("ab “”'é\u00a0\u00ad—нш\u05d0\u0646\U0001f56f\u200d\r\n\t .*#~"), min_size=1, max_size=12
)
REFERENCES = st.sampled_from(
    [
        "&amp;",
        "&lt;",
        "&mdash;",
        "&nbsp;",
        "&#8217;",
        "&#x1F56F;",
        "&#0;",
        "&#13;",
        "&#10;",
        "&#1;",
        "&notit;",
        "&copy",
        "&bo;",
        "&",
        "&;",
        "&#",
        "&#x",
        "&#xD800;",
        "&fjlig;",
    ]
)
ODD = st.sampled_from(
    ["<", ">", "<3", "</", "<!", "<!-- x -->", "<!-->", "<!--", "<?x?>", "<![CDATA[a<b]]>", "]]>", "<a <b", "\0"]
)
TAGS = st.builds("<{}{}>".format, NAMES, ATTRIBUTES)
ENDS = st.builds("</{}>".format, NAMES)
PAGES = st.lists(st.one_of(WORDS, WORDS, TAGS, TAGS, ENDS, REFERENCES, ODD), max_size=30).map("".join)


def check(story, reread):
    at = 0
    for origin in story.origins:
        assert origin.span.start == at
        at = origin.span.end
        assert reread(origin) == story.text[origin.span.start : at]
    assert at == len(story.text)
    blocks = [story.text[block.span.start : block.span.end] for block in story.blocks]
    assert "\n\n".join(blocks) == story.text
    assert "\r" not in story.text
    for block in blocks:
        assert block == block.strip()
        assert not re.search(r"\n\s*\n", block)
    for found in story.emphasis:
        assert any(block.span.start <= found.span.start < found.span.end <= block.span.end for block in story.blocks)


@settings(max_examples=400, deadline=None)
@given(PAGES)
@example("<p>one\r\n two<br>\r\n<br>three</p>")
@example("<pre>one\r\n\r\ntwo\rthree\n</pre>")
@example("<i>one<p>two</i> three</p>")
@example("a&nbsp;<p>&nbsp;b &nbsp;</p>c")
def test_places_of_a_page(page):
    data = page.encode("utf-8")
    check(html.read(data, "page.html"), lambda origin: html.reread(data, origin))


@settings(max_examples=60, deadline=None)
@given(st.lists(PAGES, min_size=1, max_size=3))
def test_places_of_a_book(pages):
    data = bind({f"{rank}.xhtml": page for rank, page in enumerate(pages)}, folder="b/")
    story = epub.read(data, "book.epub")
    check(story, lambda origin: epub.reread(data, origin))
    names = zipfile.ZipFile(io.BytesIO(data)).namelist()
    assert all(origin.place.part in names for origin in story.origins)


@settings(max_examples=200, deadline=None)
@given(PAGES, st.booleans())
def test_tokens_stand_in_order_and_do_not_overlap(page, xml):
    at = 0
    for piece in scan(page, xml):
        assert at <= piece.start < piece.end <= len(page) or piece.token is Token.RAW
        at = piece.end


@settings(max_examples=200, deadline=None)
@given(st.lists(WORDS.filter(str.split), min_size=1, max_size=8))
def test_no_word_is_lost(paragraphs):
    data = "".join(f"<p>{words}</p>" for words in paragraphs).encode()
    text = html.read(data, "page.html").text
    assert text.split() == " ".join(paragraphs).split()


def _is_utf8(data):
    try:
        return bool(data.decode("utf-8"))
    except UnicodeDecodeError:
        return False


@settings(max_examples=100, deadline=None)
@given(WORDS.filter(str.split), st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "windows-1252", "koi8-r"]))
def test_encodings(words, encoding):
    words = words.encode(encoding, "ignore").decode(encoding) + " end"
    page = f'<!doctype html><meta charset="{encoding.removesuffix("-sig")}"><p>{words}</p>'
    data = page.encode(encoding)
    assume(not encoding.startswith(("windows", "koi8")) or not _is_utf8(data))  # what is whole UTF-8 is read as that
    story = html.read(data, "page.html")
    assert story.text.split() == words.split()
    check(story, lambda origin: html.reread(data, origin))
