"""Pages and EPUBs made to break a reader: one FabulaError that tells what is wrong, or a good reading, and soon."""

import time
import zipfile

import pytest

from epub_files import CONTAINER, epub, package, xhtml
from fabula.errors import FabulaError, UnreadableFile
from fabula.formats import read_story

LAUGHS = '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]>'
OUTSIDE = '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/hostname">]>'
PAGE = {"one.xhtml": xhtml("<p>Once upon a time.</p>")}
PATH = "content.opf"


def entities(doctype, at):
    opf = package(PAGE, metadata="<dc:title>A tale</dc:title>")
    container = CONTAINER.format(path=PATH)
    if at == PATH:
        opf = opf.replace("<package", doctype + "<package", 1).replace("A tale", "&a;&b;" if "b" in doctype else "&a;")
    else:
        container = container.replace("<container", doctype + "<container", 1)
    return epub(PAGE, opf=opf, extra={"META-INF/container.xml": container}.items())


def locked(algorithm, target):
    encryption = (
        '<encryption xmlns="urn:oasis:names:tc:opendocument:xmlns:container" xmlns:e="http://www.w3.org/2001/04/xmlenc#">'
        f'<e:EncryptedData><e:EncryptionMethod Algorithm="{algorithm}"/><e:CipherData><e:CipherReference URI="{target}"/>'
        "</e:CipherData></e:EncryptedData></encryption>"
    )
    return epub(PAGE, extra={"META-INF/encryption.xml": encryption}.items())


def spoilt(data):
    """The same zip file with the compressed bytes of its page spoilt."""
    at = data.index(b"one.xhtml") + 40
    return data[:at] + b"\0" * 20 + data[at + 20 :]


REFUSED = {
    "laughs in the package": lambda: entities(LAUGHS, PATH),
    "laughs in the container": lambda: entities(LAUGHS, "META-INF"),
    "an outside file in the package": lambda: entities(OUTSIDE, PATH),
    "an outside file in the container": lambda: entities(OUTSIDE, "META-INF"),
    "a package that is no XML": lambda: epub(PAGE, opf="<package><spine>"),
    "a package without pages": lambda: epub({}, opf=package({})),
    "pages that are not inside": lambda: epub({}, opf=package(PAGE)),
    "a page outside the book": lambda: epub({}, opf=package({"../../../../etc/hostname.xhtml": ""})),
    "a bomb": lambda: epub({"one.xhtml": "<p>" + " " * 230_000_000}),
    "a spoilt page": lambda: spoilt(epub(PAGE)),
    "half a file": lambda: epub(PAGE)[:-60],
    "a lock": lambda: locked("http://www.w3.org/2001/04/xmlenc#aes256-cbc", "one.xhtml"),
    "pages without words": lambda: epub({"one.xhtml": xhtml("<p> </p><img/>")}),
}


@pytest.mark.parametrize("case", REFUSED)
def test_a_book_that_cannot_be_read_is_refused_in_one_sentence(case):
    with pytest.raises(UnreadableFile) as caught:
        read_story(REFUSED[case](), "book.epub")
    assert "book.epub" in caught.value.message
    assert "\n" not in str(caught.value)
    assert len(str(caught.value)) < 300


def test_a_lock_says_so():
    with pytest.raises(UnreadableFile, match="locked"):
        read_story(REFUSED["a lock"](), "book.epub")


def test_disguised_fonts_are_no_lock():
    story = read_story(locked("http://www.idpf.org/2008/embedding", "font.otf"), "book.epub")
    assert story.text == "Once upon a time."


def test_a_damaged_page_is_a_notice_and_the_rest_is_read():
    pages = {"one.xhtml": xhtml("<p>" + "abcdefg " * 40 + "</p>"), "two.xhtml": xhtml("<p>The end.</p>")}
    story = read_story(spoilt(epub(pages)), "book.epub")
    assert story.text == "The end."
    assert any("one.xhtml" in notice for notice in story.notices)


def test_entities_of_a_page_stay_as_they_are():
    page = '<!DOCTYPE html [<!ENTITY a SYSTEM "file:///etc/hostname"><!ENTITY b "&a;&a;">]><p>Here: &a; &b;</p>'
    assert read_story(epub({"one.xhtml": page}), "book.epub").text == "Here: &a; &b;"


def test_the_same_page_listed_twice_is_read_once():
    opf = package(PAGE).replace("</spine>", '<itemref idref="i0"/></spine>')
    assert read_story(epub(PAGE, opf=opf), "book.epub").text == "Once upon a time."


def test_a_book_is_known_by_its_content():
    story = read_story(epub(PAGE), "story.docx")
    assert story.source.format == "epub"
    assert story.text == "Once upon a time."


def test_scripts_and_handlers_are_no_part_of_the_text():
    page = (
        "<!doctype html><body onload='alert(1)'><script>alert('<p>two</p>')</script><p>One<img src=x onerror=alert(3)>.</p>"
        "<svg><script>alert(4)</script><text>five</text></svg><iframe srcdoc='<p>six</p>'></iframe><style>p{}</style>"
        "<p>&lt;script&gt;alert(7)&lt;/script&gt;</p><template><p>eight</p></template>"
    )
    assert read_story(page.encode(), "page.html").text == "One.\n\n<script>alert(7)</script>"


@pytest.mark.parametrize(
    "charset", ["utf-7", "hex", "rot13", "unicode_escape", "idna", "punycode", "zlib", "../../x", "utf-16", "no-such"]
)
def test_a_charset_that_is_none_is_not_believed(charset):
    page = f"<!doctype html><meta charset='{charset}'><p>caf\u00e9 +ADw-</p>"
    assert read_story(page.encode("utf-8"), "page.html").text == "caf\u00e9 +ADw-"


def test_a_page_in_utf16_is_read():
    page = "<!DOCTYPE html><meta charset='utf-8'><p>\u201cna\u00efve\u201d</p>"
    assert read_story(page.encode("utf-16"), "page.html").text == "\u201cna\u00efve\u201d"


def test_binary_called_html_is_refused():
    with pytest.raises(FabulaError):
        read_story(bytes(range(256)) * 64, "page.html")


def test_a_page_of_nothing_but_tags_is_refused():
    with pytest.raises(UnreadableFile):
        read_story(b"<!doctype html>" + b"<i>" * 2_100_000, "page.html")
    with pytest.raises(UnreadableFile):
        read_story(b"<!doctype html><p> <br></p>", "page.html")


STRETCHES = [
    "<a ",
    "<a b='",
    '<a b="c" <',
    "<!--",
    "<![CDATA[",
    "</a ",
    "&#",
    "<title>",
    "<i>a",
    "<div>a",
    "<b><p>a</b>",
    "=",
]


@pytest.mark.parametrize("stretch", STRETCHES)
def test_time_grows_with_length_and_not_faster(stretch):
    def seconds(times):
        data = ("<!doctype html><p>Once.</p>" + stretch * times).encode()
        start = time.process_time()
        read_story(data, "page.html")
        return time.process_time() - start

    seconds(100)
    assert seconds(40_000) < 12 * max(seconds(10_000), 0.02)


def test_a_line_of_a_million_characters_is_read():
    words = "She said that it was late. " * 40_000
    story = read_story(f"<!doctype html><p>{words}</p>".encode(), "page.html")
    assert len(story.blocks) == 1
    assert story.text == words.strip()


def test_every_cut_of_a_book_is_refused_or_read():
    data = epub(PAGE)
    for end in range(0, len(data), 37):
        try:
            assert read_story(data[:end], "book.epub").text
        except FabulaError as caught:
            assert caught.message


def test_no_member_is_ever_written_to_disk(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(zipfile.ZipFile, "extract", lambda *_: pytest.fail("unpacked"))
    read_story(epub({"one.xhtml": xhtml("<p>Once.</p>")}, extra={"../outside.txt": "x"}.items()), "book.epub")
    assert not [*tmp_path.iterdir()]
    assert not (tmp_path.parent / "outside.txt").exists()
