"""Bad input: one clear line, exit code 2, nothing written, the source's bytes and time stamp unchanged."""

import io
import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from fabula.errors import UnreadableFile
from fabula.files import load


def zipped(**members):
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as container:
        for name, content in members.items():
            container.writestr(name.replace("__", "/").replace("_xml", ".xml"), content)
    return data.getvalue()


ENTITY_BOMB = (
    '<?xml version="1.0"?><!DOCTYPE w [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]>'
    '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>&b;</w:body></w:document>'
)
TYPES = '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'
BAD = {
    "empty.txt": b"",
    "blank.txt": b" \n\n\t\n",
    "picture.txt": b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 20,
    "nulls.txt": b"Once\x00\x01\x02\x00" * 100,
    "old.doc": bytes.fromhex("d0cf11e0a1b11ae1") + b"\0" * 600,
    "scan.pdf": b"%PDF-1.7\n" + b"\xff\xfe\x00" * 50,
    "broken.docx": zipped(word__document_xml="<w/>")[:-40],
    "hollow.docx": zipped(other="x"),
    "entities.docx": zipped(**{"[Content_Types]_xml": TYPES, "word__document_xml": ENTITY_BOMB}),
    "bomb.docx": zipped(**{"[Content_Types]_xml": TYPES, "word__document_xml": "0" * 250_000_000}),
    "bomb.odt": zipped(mimetype="application/vnd.oasis.opendocument.text", content_xml="0" * 250_000_000),
    "bomb.epub": zipped(mimetype="application/epub+zip", **{"META-INF__container_xml": "0" * 250_000_000}),
    "archive.zip": zipped(story="Once upon a time."),
}


def review(path, *more, **how):
    return subprocess.run(
        [sys.executable, "-m", "fabula", "review", str(path), *more], capture_output=True, timeout=600, **how
    )


@pytest.mark.parametrize("name", BAD)
def test_one_clear_line(tmp_path, name):
    path = tmp_path / name
    path.write_bytes(BAD[name])
    os.utime(path, (1_000_000_000, 1_000_000_000))
    done = review(path)
    said = done.stderr.decode()
    assert done.returncode == 2, done.stdout.decode()[:500]
    assert said.startswith("fabula: ")
    assert said.count("\n") == 1
    assert len(said) < 400
    assert [entry.name for entry in tmp_path.iterdir()] == [name]
    assert path.read_bytes() == BAD[name]
    assert path.stat().st_mtime == 1_000_000_000


def test_two_hundred_megabytes_are_refused_quickly(tmp_path):
    path = tmp_path / "huge.txt"
    with path.open("wb") as file:
        file.truncate(200 * 1024 * 1024)
    done = review(path)
    assert done.returncode == 2
    assert b"larger than" in done.stderr


def test_a_line_of_a_million_characters_is_read(tmp_path):
    path = tmp_path / "line.txt"
    sentence = (
        "Notwithstanding considerable circumspection, representatives of municipalities congratulated everybody. "
    )
    path.write_text(sentence * (1_000_000 // len(sentence)))
    assert review(path, "--to", "json").returncode == 0


def test_a_word_of_a_million_characters_is_read(tmp_path):
    path = tmp_path / "word.txt"
    path.write_text("Once " + "a" * 1_000_000 + " was said.")
    assert review(path, "--to", "json").returncode == 0


def test_no_read_permission(tmp_path, monkeypatch):
    """Root may read everything, so the refusal is the operating system's, made up."""
    path = tmp_path / "secret.txt"
    path.write_text("Once.")

    def closed(self, mode="r"):
        raise PermissionError(13, "Permission denied", str(self))

    monkeypatch.setattr(Path, "open", closed)
    with pytest.raises(UnreadableFile, match="permission denied") as refusal:
        load(path)
    assert "\n" not in str(refusal.value)


def test_a_folder_is_no_story(tmp_path):
    assert review(tmp_path).returncode == 2


def test_a_folder_that_cannot_be_written(tmp_path):
    path = tmp_path / "story.txt"
    path.write_text("Once upon a time.\n")
    (tmp_path / "out").write_text("a file, no folder")
    done = review(path, "--out", str(tmp_path / "out"))
    assert done.returncode == 2
    assert done.stderr.decode().count("\n") == 1


@pytest.mark.parametrize(("name", "data"), [("prose.docx", b"Once upon a time there was a story.\n")])
def test_a_wrong_suffix_is_read_as_what_it_is(tmp_path, name, data):
    path = tmp_path / name
    path.write_bytes(data)
    done = review(path)
    assert done.returncode == 0
    assert (tmp_path / "prose.review.html").exists()


def test_markup_in_a_story_never_becomes_markup_on_the_page(tmp_path):
    path = tmp_path / "story.txt"
    attack = "<script>alert(1)</script><img src=x onerror=alert(2)> {{ 7*7 }} </style>"
    path.write_text(f"{attack}\n\nThe the end of {attack} came.\n")
    assert review(path, "--to", "html").returncode == 0
    page = (tmp_path / "story.review.html").read_text("utf-8")
    assert "<script>alert" not in page
    assert "<img src=x" not in page
    assert "{{ 7*7 }}" in page
