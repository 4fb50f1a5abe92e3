import hashlib
import json
import os
import signal
import subprocess
import sys
import time

import jsonschema
import pytest

TEXT = "Rain\n\nThe rain fell on the the roof. Nobody slept.\n"


@pytest.fixture
def story(tmp_path):
    path = tmp_path / "rain.txt"
    path.write_text(TEXT, "utf-8", newline="")
    return path


def test_review_writes_beside_the_story_and_leaves_it_alone(fabula, story, tmp_path):
    os.utime(story, (1_000_000_000, 1_000_000_000))
    before = hashlib.sha256(story.read_bytes()).digest()
    done = fabula("review", "rain.txt")
    said = done.stdout.decode()
    assert done.returncode == 0
    assert done.stderr == b""
    assert {path.name for path in tmp_path.iterdir()} == {"rain.txt", "rain.review.html", "rain.review.md"}
    assert hashlib.sha256(story.read_bytes()).digest() == before
    assert story.stat().st_mtime == 1_000_000_000
    for expected in (
        "the the",
        "^^^^^^^",
        "1 slip",
        "1 scene",
        "slips.doubled-word",
        "Nothing left this machine",
    ):
        assert expected in said


def test_json_is_the_document_alone_and_writes_nothing(fabula, story, tmp_path):
    done = fabula("review", story, "--json")
    document = json.loads(done.stdout)
    assert document["schema"] == "fabula.review/1"
    assert document["text"] == TEXT
    (comment,) = document["comments"]
    assert document["text"][comment["start"] : comment["end"]] == "the the"
    assert [path.name for path in tmp_path.iterdir()] == ["rain.txt"]


@pytest.mark.parametrize(("verb", "name"), [("read", "reading"), ("review", "review")])
def test_documents_are_what_the_schema_says(fabula, story, verb, name):
    schema = json.loads(fabula("schema", name).stdout)
    document = json.loads(fabula(verb, story, "--json").stdout)
    jsonschema.validate(document, schema)


def test_standard_input(fabula, tmp_path):
    done = fabula("review", "-", "--json", stdin=TEXT.encode())
    assert json.loads(done.stdout)["source"]["name"] == "stdin"
    assert fabula("review", "-", stdin=TEXT.encode()).returncode == 0
    assert list(tmp_path.iterdir()) == []


def test_several_stories(fabula, story, tmp_path):
    (tmp_path / "sun.txt").write_text("The sun shone.\n")
    done = fabula("review", "rain.txt", "sun.txt", "--to", "html")
    assert done.returncode == 0
    assert (tmp_path / "rain.review.html").exists()
    assert (tmp_path / "sun.review.html").exists()


def test_a_story_that_cannot_be_read_does_not_stop_the_others(fabula, story, tmp_path):
    done = fabula("review", "gone.txt", "rain.txt")
    assert done.returncode == 2
    assert done.stderr.decode().count("\n") == 1
    assert (tmp_path / "rain.review.html").exists()


@pytest.mark.parametrize(("severity", "code"), [("slip", 1), ("note", 1)])
def test_fail_on(fabula, story, severity, code):
    assert fabula("review", story, "--json", "--fail-on", severity).returncode == code


def test_fail_on_a_clean_story(fabula, tmp_path):
    (tmp_path / "sun.txt").write_text("The sun shone.\n")
    assert fabula("review", "sun.txt", "--json", "--fail-on", "note").returncode == 0


def test_settings_beside_the_story(fabula, story, tmp_path):
    (tmp_path / "fabula.toml").write_text('ignore = ["slips.*"]\n')
    assert json.loads(fabula("review", story, "--json").stdout)["comments"] == []
    (tmp_path / "fabula.toml").write_text("ignore = 7\n")
    done = fabula("review", story)
    assert done.returncode == 2
    assert b"fabula.toml" in done.stderr


def test_two_stories_of_one_name_are_refused_before_anything_is_written(fabula, story, tmp_path):
    (tmp_path / "rain.md").write_text("It rained.\n")
    done = fabula("review", "rain.txt", "rain.md")
    assert done.returncode == 2
    assert not list(tmp_path.glob("*.review.*"))


def test_same_story_same_document(fabula, story):
    first = fabula("review", story, "--json", env={"PYTHONHASHSEED": "1"})
    second = fabula("review", story, "--json", env={"PYTHONHASHSEED": "2"})
    assert first.stdout == second.stdout


def test_interrupted(tmp_path):
    (tmp_path / "long.txt").write_text("She said that it was late, and went home.\n\n" * 8_000)
    process = subprocess.Popen(
        [sys.executable, "-m", "fabula", "review", "long.txt"],
        cwd=tmp_path,
        stderr=subprocess.PIPE,
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),  # a shell's background job ignores ctrl-C
    )
    time.sleep(1.5)
    process.send_signal(signal.SIGINT)
    _, said = process.communicate(timeout=600)
    assert process.returncode == 130
    assert said.decode().count("\n") == 1
    assert [path.name for path in tmp_path.iterdir()] == ["long.txt"]
