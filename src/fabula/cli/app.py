"""The commands, and how what goes wrong becomes one line and an exit code.

The command modules import the desk inside their functions, so that `fabula --help` stays quick.
"""

import sys
from typing import Any

from cyclopts import App, CycloptsError, Parameter

import fabula
from fabula.cli.cast import cast
from fabula.cli.exits import DONE, INTERRUPTED, one_line, refuse
from fabula.cli.facts import facts
from fabula.cli.output import leave_output, print_what_can_be_printed
from fabula.cli.pages import checks, explain, new_check, schema
from fabula.cli.phrases import phrases
from fabula.cli.read import read
from fabula.cli.review import review
from fabula.errors import FabulaError

app = App(
    name="fabula",
    version=fabula.__version__,
    help=(
        "A private beta reader for fiction. It reads your story on this machine, says what a reader would stumble on, "
        "and writes that as comments beside it. It never changes your file and nothing leaves this machine.\n\n"
        "Begin with: fabula review my-story.docx"
    ),
    help_format="plaintext",
    suppress_keyboard_interrupt=False,
    default_parameter=Parameter(negative=(), show_default=False),
)
new = App(name="new", help="Write the first draft of something you want to add.")
app.command(new)

for command in (review, read, phrases, cast, facts, checks, explain, schema):
    app.command(command)
new.command(new_check, name="check")


def run(arguments: list[str]) -> int:
    """Carry out one command line; returns its exit code. What cannot be done is one line on standard error."""
    print_what_can_be_printed()
    try:
        result: Any = app(arguments, exit_on_error=False, print_error=False, result_action="return_value")
        return result if isinstance(result, int) else DONE
    except CycloptsError as reason:
        return refuse(f"{one_line(str(reason))} See: fabula --help")
    except FabulaError as reason:
        return refuse(str(reason))
    except KeyboardInterrupt:
        print("Interrupted; nothing half-written is left.", file=sys.stderr)
        return INTERRUPTED
    except BrokenPipeError:
        # The reader of our output has gone (`fabula checks | head`): leave quietly, and let nothing flush into the void.
        leave_output()
        return DONE
    except OSError as reason:
        leave_output()
        return refuse(f"My output cannot be written: {(reason.strerror or 'it is closed').lower()}.")
