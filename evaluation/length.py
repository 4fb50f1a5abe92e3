"""What twice the length costs: a novel's first half and the whole of it, read by the program as anybody would run it.

usage: python evaluation/length.py NOVEL.txt [--command fabula] [--verb read]

Prints words, seconds of processor time (those of all threads; the clock beside them), peak memory, and the ratio of the whole
to its half, with the time of starting up (a story of one line) and without it. Unix only.
"""

import argparse
import os
import shlex
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import NamedTuple

MEGABYTE = 1024 * (1024 if sys.platform == "darwin" else 1)
"""In the unit of ru_maxrss: kilobytes on Linux, bytes on macOS."""


class Cost(NamedTuple):
    """Seconds of processor time, seconds by the clock, and the peak of memory in megabytes."""

    seconds: float
    clock: float
    peak: float


def main() -> None:
    """Print a row for each length, and the ratios."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("novel", type=Path)
    parser.add_argument("--command", default="fabula")
    parser.add_argument("--verb", choices=("read", "review"), default="read")
    asked = parser.parse_args()
    text = asked.novel.read_text("utf-8")
    costs: dict[str, Cost] = {}
    for name, part in (("one line", "“Well?” said Anna.\n"), ("half", half_of(text)), ("whole", text)):
        costs[name] = cost_of([*shlex.split(asked.command), asked.verb], part)
        cost = costs[name]
        print(
            f"{name:9} {len(part.split()):7} words {cost.seconds:7.1f} s of processor {cost.clock:7.1f} s {cost.peak:6.0f} MB",
            flush=True,
        )
    start, half, whole = (costs[name].seconds for name in ("one line", "half", "whole"))
    print(f"whole : half  {whole / half:.2f}, starting up left out {(whole - start) / (half - start):.2f}")


def half_of(text: str) -> str:
    """The paragraphs that hold the first half of a text's words."""
    paragraphs, words, kept, total = text.split("\n\n"), 0, 0, len(text.split())
    for paragraph in paragraphs:
        if 2 * words >= total:
            break
        words += len(paragraph.split())
        kept += 1
    return "\n\n".join(paragraphs[:kept]) + "\n"


def cost_of(command: list[str], text: str) -> Cost:
    """What it costs to run a command on a text. Raises SystemExit where it fails."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "novel.txt")
        path.write_text(text, "utf-8")
        begin = time.perf_counter()
        running = subprocess.Popen([*command, str(path), "--json"], stdout=subprocess.DEVNULL)
        _, status, used = os.wait4(running.pid, 0)
        running.returncode = os.waitstatus_to_exitcode(status)
        if running.returncode:
            raise SystemExit(f"{' '.join(command)} ended with {running.returncode}")
    return Cost(used.ru_utime + used.ru_stime, time.perf_counter() - begin, used.ru_maxrss / MEGABYTE)


if __name__ == "__main__":
    main()
