"""The command line: a thin door, one desk call behind each command."""

import sys


def main() -> None:
    """Run the command line and leave with its exit code: 0 done, 1 `--fail-on` was met, 2 impossible, 130 interrupted."""
    from fabula.cli.app import run

    sys.exit(run(sys.argv[1:]))
