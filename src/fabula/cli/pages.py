"""`fabula checks`, `fabula explain`, `fabula schema` and `fabula new check`."""

import difflib
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from fabula.cli.output import print_bytes
from fabula.errors import BadConfig
from fabula.files import save_all

if TYPE_CHECKING:
    from fabula.desk import Check


def checks(*, pages: bool = False) -> None:
    """List every check, how severe it is, and what it notices.

    Parameters
    ----------
    pages
        Print the whole page of each, as `fabula explain CHECK` does for one.
    """
    from fabula import desk

    found = desk.find_checks()
    if pages:
        print("\n\n".join(_page(check) for check in found))
        return
    width = max((len(check.name) for check in found), default=0)
    for check in found:
        print(f"{check.name:<{width}}  {check.severity.value:<8}  {check.title}")


def explain(check: str) -> None:
    """Print the page of one check: what it notices, why a reader minds, when it is fine, and examples.

    Parameters
    ----------
    check
        Its name, as `fabula checks` lists it.
    """
    from fabula import desk

    try:
        found = desk.page_of(check)
    except LookupError:
        names = [known.name for known in desk.find_checks()]
        near = difflib.get_close_matches(check, names, n=1)
        hint = f"Did you mean {near[0]}?" if near else "See: fabula checks"
        raise BadConfig(f"There is no check called “{check}”.", hint) from None
    print(_page(found))


def _page(check: "Check") -> str:
    return f"# {check.name}\n\n*{check.severity.value}* · {check.page.strip()}"


def schema(document: Literal["reading", "review"]) -> None:
    """Print the JSON Schema of what `fabula read --json` or `fabula review --json` prints.

    Parameters
    ----------
    document
        reading or review.
    """
    import msgspec

    from fabula.outputs.documents import schema_of

    text = msgspec.json.format(msgspec.json.encode(schema_of(document)), indent=2)
    print_bytes(text)


def new_check(name: str, folder: Path = Path("src/fabula/checks")) -> None:
    """Write the first draft of a check.

    Parameters
    ----------
    name
        Its family and name: style.repeated-opening
    folder
        Where the families of checks live.
    """
    from fabula.cli.first_draft import first_draft

    family, _, rest = name.partition(".")
    if not all(piece.replace("-", "").isalnum() and piece.islower() for piece in (family, rest)):
        raise BadConfig(f"“{name}” is no name for a check.", "Use family.what-the-reader-trips-on, in small letters.")
    path = folder / family / f"{rest.replace('-', '_')}.py"
    if path.exists():
        raise BadConfig(f"{path} is there already.", "Choose another name, or edit that file.")
    files = [(path, first_draft(name).encode())]
    package = path.with_name("__init__.py")
    if not package.exists():
        files.append((package, f'"""Checks of the family `{family}`."""\n'.encode()))
    save_all(files)
    print(f"Wrote {path}. Now change its examples until they say what you mean: pytest tests/checks -k {rest}")
