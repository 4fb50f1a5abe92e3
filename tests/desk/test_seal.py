import io
import zipfile

import pytest

from fabula.desk.seal import is_ours, sealed


def a_zip():
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as container:
        container.writestr("word/document.xml", "<w/>")
    return data.getvalue()


@pytest.mark.parametrize(
    ("data", "suffix"),
    [(b"<p>Soon.</p>", ".html"), (b"Soon.\n", ".md"), ("Soon.".encode("utf-16"), ".md"), (a_zip(), ".docx")],
)
def test_we_know_our_file_until_somebody_changes_it(data, suffix):
    ours = sealed(data, suffix)
    assert is_ours(ours, suffix)
    assert not is_ours(data, suffix), "an unsealed file is not ours"
    assert not is_ours(ours.replace(b"o", b"0", 1), suffix), "the author has changed it"
    assert not is_ours(ours + b"more", suffix)


def test_a_sealed_container_still_opens():
    with zipfile.ZipFile(io.BytesIO(sealed(a_zip(), ".docx"))) as container:
        assert container.read("word/document.xml") == b"<w/>"
        assert container.testzip() is None


def test_documents_say_themselves_who_made_them():
    assert is_ours(b'{\n  "schema": "fabula.review/1"', ".json")
    assert not is_ours(b'{"mine": true}', ".json")


def test_the_empty_file_is_not_ours():
    assert not is_ours(b"", ".html")
