"""A file is read as what it is, whatever it is called; what cannot be read is told in one line."""

import io
import time
import zipfile

import pytest

from fabula.errors import UnknownFormat, UnreadableFile
from fabula.formats import MOST_BYTES, check_size, formats, read_story

HTML = b"<!DOCTYPE html><html><head><title>x</title></head><body><p>Once.</p></body></html>"
RTF = rb"{\rtf1\ansi Once.\par}"


def zipped(*names):
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as archive:
        for name in names:
            archive.writestr(name, "x")
    return data.getvalue()


def test_every_format_is_found():
    assert {name for name, _ in formats()} == {"docx", "epub", "html", "markdown", "odt", "rtf", "txt"}
    assert all(module.SUFFIXES for _, module in formats())


@pytest.mark.parametrize(
    ("data", "name", "format_name", "noticed"),
    [
        (b"Once.", "a.txt", "txt", False),
        (b"*Once.*", "a.md", "markdown", False),
        (b"*Once.*", "A.MD", "markdown", False),
        (b"Once.", "a.fic", "txt", False),
        (b"Once.", "-", "txt", False),
        (RTF, "a.rtf", "rtf", False),
        (HTML, "a.htm", "html", False),
        (RTF, "a.txt", "rtf", True),
        (RTF, "a.docx", "rtf", True),
        (HTML, "a.md", "html", True),
        (b"Once upon a time.", "a.docx", "txt", True),
        (b"Once upon a time.", "a.rtf", "txt", True),
        ("Once upon a time.".encode("utf-16"), "a.doc", "txt", False),
        ("Once upon a time, long ago.".encode("utf-16-le"), "a.txt", "txt", False),
        (b"MZ. Hart was late.", "a.txt", "txt", False),
    ],
)
def test_the_content_decides_then_the_suffix(data, name, format_name, noticed):
    story = read_story(data, name)
    assert story.source.format == format_name
    assert any("The name ends in" in sentence for sentence in story.notices) is noticed
    assert "Once" in story.text or "Hart" in story.text


@pytest.mark.parametrize("data", [b"", b" \r\n\t\n", b"\xef\xbb\xbf", b"\xff\xfe", b"\xef\xbb\xbf  \n", b"<p> </p>"])
def test_an_empty_file_is_told(data):
    with pytest.raises(UnreadableFile, match="is empty"):
        read_story(data, "a.html")


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (b"%PDF-1.7\n...", "PDF"),
        (bytes.fromhex("d0cf11e0a1b11ae1") + b"\0" * 600, r"\.doc"),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "picture"),
        (b"\xff\xd8\xff\xe0\0\x10JFIF", "picture"),
        (b"MZ\x90\0\x03\0\0\0", "program"),
        (b"\x7fELF\x02\x01\x01\0", "program"),
        (b"x" * 60 + b"BOOKMOBI" + b"\0" * 50, "Kindle"),
        (b'<?xml version="1.0"?><office:document xmlns:office="x">words</office:document>', "one XML file"),
        (zipped("story.txt"), "archive"),
        (b"Once\0upon\x01a\x02time" * 40, "not a text"),
    ],
)
def test_what_is_no_story_is_named_with_a_way_out(data, what):
    with pytest.raises(UnknownFormat, match=what) as caught:
        read_story(data, "a.txt")
    assert "save it as .docx" in caught.value.hint
    assert "\n" not in str(caught.value)


def test_too_much_is_refused_at_once():
    start = time.perf_counter()
    with pytest.raises(UnreadableFile, match=r"67 MB"):
        check_size(200_000_000, "a.txt")
    with pytest.raises(UnreadableFile, match=r"67 MB"):
        read_story(b"a" * (MOST_BYTES + 1), "a.txt")
    assert time.perf_counter() - start < 1


@pytest.mark.parametrize("name", ["a.txt", "a.md", "a.rtf"])
@pytest.mark.parametrize(
    "unit",
    [
        "She said so. ",
        "a",
        "*",
        "*a ",
        "*a* ",
        "[",
        "[[",
        "`a ``",
        "<a ",
        "{>>",
        "<!--",
        "%%x",
        "&amp;",
        "\\",
        " ",
        "_a",
        "{",
        "](",
        "- ",
        ">",
    ],
)
def test_a_line_of_many_characters_is_read_in_time(name, unit):
    source = "A story. " + unit * (200_000 // len(unit)) + " z"
    data = (r"{\rtf1 " + source + "}" if name == "a.rtf" else source).encode()
    start = time.perf_counter()
    assert read_story(data, name).text.startswith("A story.")
    assert time.perf_counter() - start < 15
