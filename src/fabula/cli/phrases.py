"""`fabula phrases`."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

from cyclopts import Parameter

from fabula.cli.reading import read_file

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
    reading = read_file(story)
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
