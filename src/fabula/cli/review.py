"""`fabula review`."""

import time
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Literal

from cyclopts import Parameter

from fabula.cli.exits import DONE, FAILED_ON, IMPOSSIBLE, refuse
from fabula.cli.output import plain_console, print_document
from fabula.cli.progress import progress_line
from fabula.cli.sources import STDIN, SourceFile, check_distinct, open_source
from fabula.errors import BadConfig, FabulaError

if TYPE_CHECKING:
    from fabula.review import Review


def review(
    *stories: Annotated[Path, Parameter(allow_leading_hyphen=True)],
    to: tuple[str, ...] = (),
    out: Path | None = None,
    json: bool = False,
    fail_on: Literal["slip", "question", "note"] | None = None,
    config: Path | None = None,
    first: int = 5,
) -> int:
    """Read a story and write what a reader would say, beside it.

    You get a page to read, STORY.review.html, and a commented copy of a .docx,
    .odt, .md or .txt story. Your own file is not changed. A fabula.toml beside it
    can ignore checks, words or single comments for good.

    Parameters
    ----------
    stories
        The story files: .docx, .odt, .md, .txt, .html, .epub or .rtf. Use - for standard input.
    to
        What to write instead: html, docx, odt, md, json or sarif. May be given more than once.
    out
        The folder to write into, instead of beside the story.
    json
        Print the review document and write nothing.
    fail_on
        Leave with exit code 1 where a comment is at least this severe.
    config
        Use this settings file instead of the fabula.toml beside the story.
    first
        How many comments to show here.
    """
    if not stories:
        raise BadConfig("I was given no story.", "Try: fabula review my-story.docx")
    check_distinct(stories)
    code = DONE
    tools: dict[type, Any] = {}
    for path in stories:
        try:
            found = _review_one(open_source(path), to, out, json, config, first, tools)
        except FabulaError as reason:
            code = refuse(str(reason))
            continue
        if code != IMPOSSIBLE and fail_on and _reaches(found, fail_on):
            code = FAILED_ON
    return code


def _review_one(
    source: SourceFile,
    to: tuple[str, ...],
    out: Path | None,
    json: bool,
    config: Path | None,
    first: int,
    tools: dict[type, Any],
) -> "Review":
    from fabula import desk
    from fabula.desk.config import settings_in

    began = time.monotonic()
    settings = settings_in(config) if config else desk.settings_beside(source.path)
    with progress_line(source.name) as progress:
        story = desk.story_from(source.data, source.name)
        found = desk.review_story(story, settings, progress, tools)
        paths: tuple[Path, ...] = ()
        if not json and (source.path != STDIN or to or out):
            progress("writing")
            paths = desk.deliver(
                found, source.data, Path("stdin") if source.path == STDIN else source.path, to, out
            ).paths
    if json:
        _print_json(found)
    else:
        _print_summary(found, paths, first, time.monotonic() - began)
    return found


def _print_json(found: "Review") -> None:
    from fabula.outputs.documents import review_document

    print_document(review_document(found))


def _print_summary(found: "Review", paths: tuple[Path, ...], first: int, seconds: float) -> None:
    from rich.text import Text

    from fabula.outputs.terminal import show

    console = plain_console()
    show(found, console, first)
    console.print()
    for notice in found.notices:
        console.print(Text(notice, style="dim"))
    for path in paths:
        console.print(Text(f"Wrote {path}"))
    console.print(Text(f"Took {seconds:.1f} s. Nothing left this machine.", style="dim"))


def _reaches(found: "Review", severity: str) -> bool:
    from fabula.review import Severity

    return any(comment.severity.rank >= Severity(severity).rank for comment in found.comments)
