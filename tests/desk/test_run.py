"""Stages run in an order that keeps two cores busy."""

from typing import Any

import pytest

from fabula.desk.plan import Stage
from fabula.desk.run import run_stages


class Parts:
    pass


class Words:
    pass


class People:
    pass


class Proof:
    pass


def stage(name: str, needs: tuple[type, ...], makes: type, run: Any = None) -> Stage:
    return Stage(name, run or (lambda *given: makes()), needs, makes)


PROOFREAD = stage("proofread", (), Proof)
FIND_PARTS = stage("find parts", (), Parts)
READ = stage("read", (Parts,), Words)
FIND_PEOPLE = stage("find people", (Words, Parts), People)


def test_what_most_stages_wait_for_begins_first() -> None:
    begun: list[str] = []
    made = run_stages([PROOFREAD, FIND_PARTS, READ, FIND_PEOPLE], {}, begun.append)
    assert begun[0] == "find parts"
    assert set(begun) == {"find parts", "read", "find people", "proofread"}
    assert set(made) == {Parts, Words, People, Proof}


def test_what_is_made_already_is_not_made_again() -> None:
    begun: list[str] = []
    parts = Parts()
    assert run_stages([FIND_PARTS, READ], {Parts: parts}, begun.append)[Parts] is parts
    assert begun == ["read"]


def test_what_a_stage_raises_is_raised() -> None:
    def fail() -> Parts:
        raise ValueError("no parts")

    with pytest.raises(ValueError, match="no parts"):
        run_stages([stage("find parts", (), Parts, fail), READ], {}, lambda step: None)
