"""Prints what a review costs: the whole command from a cold start, then every stage, check and output, one after another.

    python evaluation/speed.py story.txt --command .venv/bin/fabula [--words 50000]

Processor seconds are the measure, all threads together: they hold on a busy machine. Wall seconds say what an author waits
where nothing else runs. Memory is the largest resident set so far, in megabytes. `--words` reads no more of the story than
that, to see what twice the length costs.
"""

import argparse
import re
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from importlib import import_module
from pathlib import Path
from typing import Any, NamedTuple

from fabula.desk import Settings, find_checks, find_outputs, review_reading, story_from
from fabula.desk.catalogue import arguments_for
from fabula.desk.config import config_for
from fabula.desk.plan import find_stages, layers, plan
from fabula.desk.run import LIBRARIES
from fabula.reading import Reading
from fabula.story import Story

SHOWN = 0.01
"""Seconds from which on a step has a line of its own."""


class Cost(NamedTuple):
    """What one step took, in seconds, and the process's largest resident set after it, in megabytes."""

    step: str
    processor: float
    wall: float
    memory: int


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("story", type=Path)
    parser.add_argument("--command", default="fabula")
    parser.add_argument("--words", type=int, default=0)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        story = Path(folder, asked.story.name)
        data = asked.story.read_bytes()
        story.write_bytes(first_words(data, asked.words) if asked.words else data)
        print("processor     wall   memory")
        show(whole_command(asked.command, story, Path(folder)))
        processor = wall = 0.0
        for cost in each_step(story.name, story.read_bytes()):
            processor, wall = processor + cost.processor, wall + cost.wall
            if cost.processor >= SHOWN:
                show(cost)
    show(Cost("all steps", processor, wall, megabytes(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)))


def first_words(data: bytes, count: int) -> bytes:
    """The paragraphs of a plain text that hold its first `count` words; all of it where it has no more."""
    text = data.decode()
    ends = [found.end() for found in re.finditer(r"\S+", text)]
    cut = text.find("\n\n", ends[count - 1]) if count < len(ends) else -1
    return (text[:cut] + "\n" if cut >= 0 else text).encode()


def whole_command(command: str, story: Path, folder: Path) -> Cost:
    """`fabula review` as an author runs it, writing what it writes unasked."""
    began = time.perf_counter()
    subprocess.run([command, "review", story, "--out", folder / "out"], check=True, stdout=subprocess.DEVNULL)
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    processor = used.ru_utime + used.ru_stime
    return Cost("fabula review", processor, time.perf_counter() - began, megabytes(used.ru_maxrss))


def each_step(name: str, data: bytes) -> Iterator[Cost]:
    """What the stages cost in the order of their needs, then the checks, all that follows them, and the outputs."""
    for library in LIBRARIES:
        yield measured(f"import {library}", lambda library=library: import_module(library))[0]
    cost, story = measured("read the file", lambda: story_from(data, name))
    yield cost
    cost, stages = measured("find the stages", lambda: plan(find_stages(), layers()))
    yield cost
    made: dict[type, Any] = {Story: story}
    for stage in stages:
        cost, made[stage.makes] = measured(
            stage.name, lambda stage=stage: stage.run(*(made[need] for need in stage.needs))
        )
        yield cost
    cost, checks = measured("find the checks", find_checks)
    yield cost
    settings = Settings()
    for check in checks:
        config = config_for(check.config, {}, check.name) if check.config else None
        given = arguments_for(check, made, config)
        yield measured(check.name, lambda check=check, given=given: list(check.run(*given)))[0]
    reading = Reading(
        **{field: made[kind] for field, kind in zip(Reading.__struct_fields__, (Story, *layers()), strict=True)}
    )
    cost, review = measured("all checks again, signing, the letter", lambda: review_reading(reading, settings))
    yield cost
    for output in find_outputs().values():
        if "*" in output.formats or story.source.format in output.formats:
            yield measured(f"write {output.name}", lambda output=output: output.render(review, data))[0]


def measured(step: str, run: Callable[[], Any]) -> tuple[Cost, Any]:
    """The cost of a call, and what it returned."""
    processor, wall = time.process_time(), time.perf_counter()
    made = run()
    used = time.process_time() - processor, time.perf_counter() - wall
    return Cost(step, *used, megabytes(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)), made


def megabytes(resident: int) -> int:
    """A largest resident set as the system counts it: kilobytes on Linux, bytes on a Mac."""
    return resident // (1 << 20 if sys.platform == "darwin" else 1 << 10)


def show(cost: Cost) -> None:
    print(f"{cost.processor:7.2f} s {cost.wall:7.2f} s {cost.memory:5d} MB  {cost.step}", flush=True)


if __name__ == "__main__":
    main()
