"""The letter's sections in their order."""

from collections.abc import Iterator, Sequence

from fabula.letter.account import account
from fabula.letter.findings import first_things, questions
from fabula.letter.habits import habits
from fabula.letter.posting import posting
from fabula.letter.praise import praise
from fabula.letter.style_sheet import style_sheet
from fabula.letter.wording import counted, plain
from fabula.reading import Reading
from fabula.review import Comment, SetAside
from fabula.story import PartKind


def write_letter(
    reading: Reading, comments: Sequence[Comment], set_aside: Sequence[SetAside], notices: Sequence[str]
) -> str:
    """The letter in Markdown; "" for a file without a story. A section with nothing to say is left out.

    Every sentence is about this story and quotes it; none continues it. Words of the story are escaped, so that they
    stand as they are written.
    """
    if not reading.scenes.items:
        return ""
    text = reading.story.text
    sections = (
        ("How I read it", account(reading)),
        ("What works", praise(reading)),
        ("What I would look at first", _rows(first_things(comments, text))),
        ("Questions I was left with", _rows(questions(comments, text))),
        ("Small habits", _rows(habits(reading))),
        ("Before you post it", posting(reading)),
        ("Style sheet", _rows(style_sheet(reading))),
        ("What I did not say, and why", _silences(set_aside, notices)),
    )
    written = [f"# {_title(reading)}"]
    for head, paragraphs in sections:
        body = "\n\n".join(paragraphs)
        if body:
            written.append(f"## {head}\n\n{body}")
    return "\n\n".join(written) + "\n"


def _rows(rows: Iterator[str]) -> Iterator[str]:
    """List rows as one block."""
    block = "\n".join(rows)
    if block:
        yield block


def _title(reading: Reading) -> str:
    text = reading.story.text
    for part in reading.parts.items:
        if part.kind is PartKind.TITLE:
            return f"On “{plain(text[part.span.start : part.span.end])}”"
    declared = next((one.value for one in reading.story.declarations if one.key == "title"), "")
    return f"On “{plain(declared)}”" if declared else "On your story"


def _silences(set_aside: Sequence[SetAside], notices: Sequence[str]) -> Iterator[str]:
    rows = [f"- {plain(one.why)}: {counted(one.count, 'comment')} set aside." for one in set_aside]
    rows += [f"- {plain(notice)}" for notice in notices]
    if rows:
        yield "\n".join(rows)
