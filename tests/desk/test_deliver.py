from pathlib import Path

import pytest

from fabula import desk
from fabula.errors import BadConfig, UnreadableFile, UnwritableFile

TEXT = b"The rain fell on the the roof.\n"


@pytest.fixture
def story(tmp_path):
    path = tmp_path / "rain.txt"
    path.write_bytes(TEXT)
    return path


def deliver(story, **how):
    review = desk.review_story(desk.story_from(story.read_bytes(), story.name))
    return [path.name for path in desk.deliver(review, story.read_bytes(), story, **how).paths]


def test_the_page_and_the_authors_own_format(story):
    assert sorted(deliver(story)) == ["rain.review.html", "rain.review.md"]
    assert story.read_bytes() == TEXT


def test_to_chooses_and_out_moves(story, tmp_path):
    assert deliver(story, to=("json",), out=tmp_path / "there") == ["rain.review.json"]
    assert (tmp_path / "there" / "rain.review.json").exists()


def test_our_own_file_is_replaced_and_the_authors_is_not(story, tmp_path):
    page = tmp_path / "rain.review.html"
    deliver(story, to=("html",))
    assert deliver(story, to=("html",)) == ["rain.review.html"]
    page.write_bytes(b"my own page")
    assert deliver(story, to=("html",)) == ["rain.review-2.html"]
    assert page.read_bytes() == b"my own page"


def test_same_story_same_bytes(story, tmp_path):
    deliver(story, out=tmp_path / "one")
    deliver(story, out=tmp_path / "two")
    for path in (tmp_path / "one").iterdir():
        assert path.read_bytes() == (tmp_path / "two" / path.name).read_bytes(), path.name


@pytest.mark.parametrize("name", ["pdf", "docx"])
def test_an_output_that_cannot_be_made_is_refused(story, name):
    with pytest.raises(BadConfig):
        deliver(story, to=(name,))


def test_a_story_that_changed_meanwhile_is_refused(story):
    review = desk.review_story(desk.story_from(TEXT, story.name))
    with pytest.raises(UnreadableFile, match="changed"):
        desk.deliver(review, TEXT + b"More.\n", story)


def test_a_full_disk_leaves_nothing_behind(story, tmp_path, monkeypatch):
    def full(handle):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("fabula.files.os.fsync", full)
    with pytest.raises(UnwritableFile, match="no space left"):
        deliver(story)
    assert [path.name for path in tmp_path.iterdir()] == ["rain.txt"]


def test_a_review_that_is_open_elsewhere_is_not_replaced(story, tmp_path):
    deliver(story)
    before = {path: path.read_bytes() for path in tmp_path.iterdir()}
    (tmp_path / ".~lock.rain.review.html#").write_bytes(b"me")
    with pytest.raises(UnwritableFile, match="open in another program"):
        deliver(story)
    for path, data in before.items():
        assert path.read_bytes() == data


def test_everything_is_written_or_nothing(story, tmp_path, monkeypatch):
    calls = []
    really = Path.replace

    def second_fails(self, target):
        calls.append(target)
        return really(self, target)

    monkeypatch.setattr(Path, "replace", second_fails)
    deliver(story)
    assert len(calls) == 2
    assert not [path for path in tmp_path.iterdir() if path.suffix == ".tmp"]
