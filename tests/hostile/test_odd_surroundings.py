"""Odd names, closed or poor terminals, things in the way: one clear line or a good reading, never a traceback."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

TEXT = "Rain\n\nThe rain fell on the the roof. “Go home,” said سارة.\n"


@pytest.fixture
def story(tmp_path):
    path = tmp_path / "rain.txt"
    path.write_text(TEXT, "utf-8")
    return path


def shell(command, folder, **env):
    return subprocess.run(
        ["/bin/sh", "-c", command.replace("fabula re", f"{sys.executable} -m fabula re", 1)],
        capture_output=True,
        cwd=folder,
        env={**os.environ, **env},
        timeout=600,
    )


def refusal(done):
    """The one line that a refusal says; exit code 2."""
    said = done.stderr.decode()
    assert done.returncode == 2, said
    assert said.startswith("fabula: ")
    assert said.count("\n") == 1
    return said


@pytest.mark.parametrize(
    ("command", "says"),
    [
        ("fabula review ''", "is a folder"),
        (f"fabula review {'n' * 300}.txt", "name too long"),
        (f"cat rain.txt > {'n' * 250}.txt; fabula review {'n' * 250}.txt", "name too long"),
        ("cp rain.txt fabula.toml; fabula review fabula.toml", "holds my settings"),
        ("echo > out; fabula review rain.txt --out out", "is a file"),
        ("fabula review - <&-", "input is closed"),
        ("fabula review rain.txt --json >&-", "output is closed"),
    ],
)
def test_refused_in_one_line(story, command, says):
    assert says in refusal(shell(command, story.parent))


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="only Linux has a full device")
@pytest.mark.parametrize("more", ["", "--json"])
def test_output_into_a_full_disk(story, more):
    assert "no space left" in refusal(shell(f"fabula review rain.txt {more} > /dev/full", story.parent))


@pytest.mark.parametrize("verb", ["review", "read"])
@pytest.mark.parametrize("encoding", ["ascii", "cp1252", "utf-8"])
def test_terminals_that_lack_characters(story, verb, encoding):
    done = shell(f"fabula {verb} rain.txt", story.parent, PYTHONIOENCODING=encoding)
    assert done.returncode == 0, done.stderr.decode()
    assert done.stderr == b""
    assert b"the the" in done.stdout


def test_a_reader_who_leaves_early(story):
    done = shell("fabula review rain.txt; echo $? >&2", story.parent)
    assert done.stderr == b"0\n"
    done = shell("{ fabula review rain.txt; echo $? >&2; } | true", story.parent)
    assert done.stderr == b"0\n"


def test_a_folder_where_the_page_would_stand(story, tmp_path):
    (tmp_path / "rain.review.html").mkdir()
    assert shell("fabula review rain.txt", tmp_path).returncode == 0
    assert list((tmp_path / "rain.review.html").iterdir()) == []
    assert (tmp_path / "rain.review-2.html").is_file()


@pytest.mark.parametrize("name", ["a b.txt", "new\nline.txt", "🦊.txt", "-dash.txt", "x.y.z.TXT", ".txt", "no-suffix"])
def test_odd_names(tmp_path, name):
    (tmp_path / name).write_text(TEXT, "utf-8")
    done = subprocess.run(
        [sys.executable, "-m", "fabula", "review", name, "--to", "json"], capture_output=True, cwd=tmp_path, timeout=600
    )
    assert done.returncode == 0, done.stderr.decode()
    assert len(list(tmp_path.iterdir())) == 2


@pytest.mark.parametrize("text", ["# One\n", "Rain", "?! ... —\n\n***\n\n...\n", "A/N: no chapter this week!\n"])
def test_hardly_any_words(tmp_path, text):
    """Every check copes with a story that has no sentence."""
    (tmp_path / "s.md").write_text(text, "utf-8")
    done = shell("fabula review s.md", tmp_path)
    assert done.returncode == 0
    assert b"broke down" not in done.stdout
