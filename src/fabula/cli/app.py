"""The commands, and how what goes wrong becomes one line and an exit code."""

import os
import sys
from typing import Any

from cyclopts import App, CycloptsError

import fabula
from fabula.errors import FabulaError

DONE, FAILED_ON, IMPOSSIBLE, INTERRUPTED = 0, 1, 2, 130

app = App(
    name="fabula",
    version=fabula.__version__,
    help=(
        "A private beta reader for fiction. It reads your story on this machine, says what a reader would stumble on, "
        "and writes that as comments beside it. It never changes your file and nothing leaves this machine.\n\n"
        "Begin with: fabula review my-story.docx"
    ),
    help_format="plaintext",
)
new = App(name="new", help="Write the first draft of something you want to add.")
app.command(new)

# Commands are named here and imported when called, so that `fabula --help` stays quick.
app.command("fabula.cli.review:review", name="review")
app.command("fabula.cli.read:read", name="read")
app.command("fabula.cli.pages:checks", name="checks")
app.command("fabula.cli.pages:explain", name="explain")
app.command("fabula.cli.pages:schema", name="schema")
new.command("fabula.cli.pages:new_check", name="check")


def run(arguments: list[str]) -> int:
    """Carry out one command line; returns its exit code. What cannot be done is one line on standard error."""
    try:
        result: Any = app(arguments, exit_on_error=False, print_error=False, result_action="return_value")
        return result if isinstance(result, int) else DONE
    except CycloptsError as reason:
        return refuse(f"{_one_line(str(reason))} See: fabula --help")
    except FabulaError as reason:
        return refuse(str(reason))
    except KeyboardInterrupt:
        print("Interrupted; nothing half-written is left.", file=sys.stderr)
        return INTERRUPTED
    except BrokenPipeError:
        # The reader of our output has gone (`fabula checks | head`): leave quietly, and let nothing flush into the void.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return DONE


def refuse(message: str) -> int:
    """Say in one line why the command cannot be carried out; returns the exit code for it."""
    print(f"fabula: {_one_line(message)}", file=sys.stderr)
    return IMPOSSIBLE


def _one_line(message: str) -> str:
    return " ".join(message.split())
