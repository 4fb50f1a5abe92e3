import json
import re
from pathlib import Path

import pytest

from fabula import desk

ROOT = Path(__file__).parent.parent.parent
TOOLS: desk.Tools = {}
DOCS = (ROOT / "README.md").read_text("utf-8")


def test_checks_lists_every_check(fabula):
    said = fabula("checks").stdout.decode()
    for check in desk.find_checks():
        assert check.name in said


def test_checks_can_print_every_page(fabula):
    said = fabula("checks", "--pages").stdout.decode()
    assert said.count("## Why a reader minds") == len(desk.find_checks())


def test_explain_prints_the_page(fabula):
    said = fabula("explain", "slips.doubled-word").stdout.decode()
    assert said.startswith("# slips.doubled-word\n")
    assert "## When it is fine" in said


def test_explain_helps_with_a_slip_of_the_pen(fabula):
    done = fabula("explain", "slips.doubled-wort")
    assert done.returncode == 2
    assert "slips.doubled-word" in done.stderr.decode()


@pytest.mark.parametrize("name", ["reading", "review"])
def test_schema(fabula, name):
    schema = json.loads(fabula("schema", name).stdout)
    assert "$defs" in schema


def test_version_and_help(fabula):
    assert re.fullmatch(r"\d+\.\d+\.\d+\n", fabula("--version").stdout.decode())
    said = fabula("--help").stdout.decode()
    for command in ("review", "read", "checks", "explain", "schema", "new"):
        assert command in said


@pytest.mark.parametrize(
    "line", [("bogus",), ("review",), ("read",), ("review", "--to"), ("explain",), ("schema", "x")]
)
def test_what_makes_no_sense_is_one_line_and_exit_code_2(fabula, line):
    done = fabula(*line)
    assert done.returncode == 2
    assert done.stdout == b""
    assert done.stderr.decode().count("\n") == 1
    assert "Traceback" not in done.stderr.decode()


def test_new_check_writes_a_draft_that_passes_its_own_examples(fabula, tmp_path):
    folder = tmp_path / "checks"
    done = fabula("new", "check", "style.thrice-said", "--folder", folder)
    assert done.returncode == 0
    draft = folder / "style" / "thrice_said.py"
    scope: dict = {"__name__": "thrice_said"}
    exec(compile(draft.read_text("utf-8"), str(draft), "exec"), scope)
    for example in re.findall(r"```story\n(.*?)\n```", scope["__doc__"], re.S):
        expected = [m.group(1) for m in re.finditer(r"\{==(.*?)==\}", example)]
        text = re.sub(r"\{==(.*?)==\}", r"\1", example)
        reading = desk.read(desk.story_from(text.encode(), "example.txt"), tools=TOOLS)
        remarks = list(scope["check"](reading.story, reading.parts))
        assert [text[r.span.start : r.span.end] for r in remarks] == expected
    assert fabula("new", "check", "style.thrice-said", "--folder", folder).returncode == 2
    assert fabula("new", "check", "Nonsense", "--folder", folder).returncode == 2


def test_every_command_and_setting_is_documented():
    from fabula.cli.app import app
    from fabula.desk.config import Settings

    for command in ("review", "read", "facts", "checks", "explain", "schema", "new"):
        assert app[command] is not None
        assert f"fabula {command}" in DOCS, command
    settings = (ROOT / "docs" / "settings.md").read_text("utf-8")
    for name in Settings.__struct_fields__:
        assert f"`{name}`" in settings, name
