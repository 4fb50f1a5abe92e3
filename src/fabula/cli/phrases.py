"""`fabula phrases`."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

from cyclopts import Parameter

from fabula.cli.progress import progress_line
from fabula.cli.sources import open_source

if TYPE_CHECKING:
    from fabula.reading import Phrase, Reading

_SEEN = {"right": "right as far as I can test it", "wrong": "look again", "unchecked": "not checked"}


def phrases(story: Annotated[Path, Parameter(allow_leading_hyphen=True)]) -> None:
    """List the phrases in another language: what they say, in their own script, and whether they look right.

    Parameters
    ----------
    story
        The story file. Use - for standard input.
    """
    from fabula import desk

    source = open_source(story)
    with progress_line(source.name) as progress:
        reading = desk.read(desk.story_from(source.data, source.name), progress)
    if not reading.phrases.items:
        print("I found no phrase in another language.")
    for phrase in reading.phrases.items:
        _print(reading, phrase)


def _print(reading: "Reading", phrase: "Phrase") -> None:
    from fabula.reading import LANGUAGES

    text = reading.story.text
    said = " ".join(text[phrase.span.start : phrase.span.end].split())
    line = text.count("\n", 0, phrase.span.start) + 1
    script = f" · {phrase.native}" if phrase.native and phrase.native.casefold() != said.casefold() else ""
    print(f"{line:>5}  {said}{script}  ({LANGUAGES[phrase.language]}: {_SEEN[phrase.verdict.value]})")
    for more in (phrase.gloss, phrase.evidence, *(f"perhaps: {one}" for one in phrase.suggestions)):
        if more:
            print(f"       {more}")
