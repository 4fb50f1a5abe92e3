"""Exit codes, and the one line that goes with the unhappy one."""

import sys

DONE, FAILED_ON, IMPOSSIBLE, INTERRUPTED = 0, 1, 2, 130


def refuse(message: str) -> int:
    """Say in one line why the command cannot be carried out; returns the exit code for it."""
    print(f"fabula: {one_line(message)}", file=sys.stderr)
    return IMPOSSIBLE


def one_line(message: str) -> str:
    """The message with every run of white space made one space."""
    return " ".join(message.split())
