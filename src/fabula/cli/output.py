"""Standard output as we find it: closed, full, gone, or unable to show every character."""

import io
import os
import sys
from typing import TYPE_CHECKING

from fabula.errors import UnwritableFile

if TYPE_CHECKING:
    from msgspec import Struct
    from rich.console import Console


def print_what_can_be_printed() -> None:
    """Let a terminal that lacks a character show "?" in its place (an ASCII locale has no curly quotation marks)."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")


def leave_output() -> None:
    """Send whatever is still to be flushed into the void: nobody reads it any more."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def print_bytes(data: bytes) -> None:
    """Print bytes and a line end. Raises UnwritableFile where standard output is closed."""
    if sys.__stdout__ is None:
        raise UnwritableFile("Standard output is closed.", "Leave it open, or write a file: --to json")
    sys.stdout.buffer.write(data + b"\n")
    sys.stdout.buffer.flush()


def print_document(document: "Struct") -> None:
    """Print an interchange document as one line of JSON. Raises UnwritableFile where standard output is closed."""
    import msgspec

    print_bytes(msgspec.json.encode(document))


def plain_console() -> "Console":
    """A rich console that lets the command line hear when the reader of its output has gone."""
    from rich.console import Console

    class Listening(Console):
        """Goes on raising what Python raised; rich would leave with exit code 1, which is `--fail-on`'s."""

        def on_broken_pipe(self) -> None:
            """Raise BrokenPipeError."""
            raise BrokenPipeError

    return Listening(highlight=False, soft_wrap=True)
