"""One line that says what is being done, where somebody is looking."""

import sys
from collections.abc import Callable, Generator
from contextlib import contextmanager


@contextmanager
def progress_line(name: str) -> Generator[Callable[[str], None]]:
    """A function that shows a step on the terminal's last line; silent where standard error is no terminal."""
    if not sys.stderr.isatty():
        yield lambda step: None
        return
    from rich.console import Console

    with Console(stderr=True).status(f"Reading {name}") as status:
        yield lambda step: status.update(f"Reading {name}: {step}")
