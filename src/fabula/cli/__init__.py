"""The command line: a thin door, one desk call behind each command."""

import os
import sys


def main() -> None:
    """Run the command line and leave with its exit code: 0 done, 1 `--fail-on` was met, 2 impossible, 130 interrupted."""
    from fabula.cli.app import run
    from fabula.cli.exits import INTERRUPTED

    code = run(sys.argv[1:])
    if code == INTERRUPTED:
        os._exit(code)  # a stage may still be at work in a thread that cannot be stopped; nobody waits for it
    sys.exit(code)
