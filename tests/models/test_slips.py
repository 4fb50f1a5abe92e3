"""The shipped tagger reads a small text: exact places, the same bits whatever the batch, and what it was made for."""

from importlib import resources

import pytest

from fabula.errors import MissingModel
from fabula.models.counts import load_counts
from fabula.models.slips import plan_windows, read_slips
from fabula.models.slips_proposals import best_proposal, propose
from fabula.models.slips_weights import load_slips, read_confusions
from fabula.models.windows import Stretch
from fabula.story import Span

TEXT = (
    "It was a letter, and it wasn’t form Kevin. She put it down again.\n\n"
    "They put the box on the a table and went out to look for the dog. She did not want go home before it was dark."
)
PARAGRAPHS = [Span(0, 65), Span(67, len(TEXT))]


@pytest.fixture(scope="module")
def tagger():
    return load_slips(threads=1)


@pytest.fixture(scope="module")
def words(tagger):
    return read_slips(tagger, TEXT, PARAGRAPHS, 0.15)


def test_words_lie_where_they_say(words):
    assert [TEXT[start:end] for start, end in words.places] == list(words.words)
    assert words.opens == {0, words.words.index("They")}


def test_slips_are_found_and_named(tagger, words):
    found = {}
    for proposals in propose(tagger, load_counts(), words, words.vectors).values():
        best = best_proposal(tagger, words, proposals)
        if best.likelihood > 0.3:
            found[words.words[best.start]] = (best.meant, best.left < best.stood)
    assert found == {"form": ("from", True), "a": ("", True), "go": ("to", True)}


def test_same_bits_whatever_the_batch(words):
    again = read_slips(load_slips(threads=2), TEXT, PARAGRAPHS, 0.15, batch=1)
    assert (again.replace == words.replace).all()
    assert (again.delete == words.delete).all()
    assert (again.missing == words.missing).all()


def test_nothing_is_read_as_nothing(tagger):
    assert read_slips(tagger, "  ", [Span(0, 2)], 0.15).words == ()


def test_windows_tile_the_text_and_see_what_stands_before():
    sizes = [1] * 900
    stretches = [Stretch(at, at + 90, 90, at == 450) for at in range(0, 900, 90)]
    windows = plan_windows(stretches, sizes)
    assert [window.own_start for window in windows[1:]] == [window.own_end for window in windows[:-1]]
    assert (windows[0].start, windows[-1].end) == (0, 900)
    assert all(window.own_start - window.start == 40 for window in windows[1:])
    assert 450 in {window.own_start for window in windows}


def test_another_file_is_refused(tmp_path):
    for name in ("slips.json", "slips.npz", "slips_words.txt", "reader.onnx", "vocab.txt"):
        (tmp_path / name).write_bytes((resources.files("fabula.models") / "weights" / name).read_bytes())
    (tmp_path / "slips.onnx").write_bytes(b"another")
    with pytest.raises(MissingModel):
        load_slips(folder=tmp_path)


def test_the_table_of_confusions():
    assert read_confusions("form\th:from\ts:farm,firm\n") == {"form": {"from": "h", "farm": "s", "firm": "s"}}
