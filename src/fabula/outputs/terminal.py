"""The review for the terminal: a short summary with the first comments, their words underlined."""

import re
from io import StringIO
from typing import TYPE_CHECKING

from fabula.reading import words_of_story
from fabula.review import Comment, Kind, Review
from fabula.story import PartKind

if TYPE_CHECKING:
    from rich.console import Console
    from rich.text import Text

_MARKS = {Kind.SLIP: "✎", Kind.QUESTION: "?", Kind.CONTRADICTION: "≠", Kind.STYLE: "~", Kind.PRAISE: "♥"}
_NAMES = {
    Kind.SLIP: ("slip", "slips"),
    Kind.QUESTION: ("question", "questions"),
    Kind.CONTRADICTION: ("contradiction", "contradictions"),
    Kind.STYLE: ("style note", "style notes"),
    Kind.PRAISE: ("thing that works", "things that work"),
}
_AROUND = 48  # code points of the story shown on each side of the words


def summary(review: Review, first: int = 5) -> str:
    """The summary as plain text, 100 columns wide."""
    from rich.console import Console

    page = StringIO()
    show(review, Console(file=page, width=100, no_color=True), first)
    return page.getvalue()


def show(review: Review, console: "Console", first: int = 5) -> None:
    """Print title, words, scenes, people, comments by kind, and the `first` comments to a rich console."""
    from rich.text import Text

    reading = review.reading
    counts = [_some(words_of_story(reading), "word"), _some(len(reading.scenes.items), "scene")]
    counts.append(_some(len(reading.cast.items), "person", "people"))
    console.print(Text(title_of(review), style="bold"))
    console.print(Text(" · ".join(counts), style="dim"))
    console.print(Text(by_kind(review)))
    for aside in review.set_aside:
        console.print(Text(f"{_some(aside.count, 'comment')} set aside: {aside.why}", style="dim"))
    for comment in review.comments[:first]:
        console.print()
        _show_comment(comment, review, console)
    rest = len(review.comments) - first
    if rest > 0:
        console.print(Text(f"\n… and {_some(rest, 'more comment')}.", style="dim"))


def title_of(review: Review) -> str:
    """The story's title: the one in its text, else the one the file declares, else the file's name."""
    reading = review.reading
    for part in reading.parts.items:
        if part.kind is PartKind.TITLE:
            return " ".join(reading.story.text[part.span.start : part.span.end].split())
    declared = [declaration.value for declaration in reading.story.declarations if declaration.key == "title"]
    return declared[0] if declared else reading.story.source.name


def by_kind(review: Review) -> str:
    """The comments counted by kind: "3 slips, 1 question"."""
    counted = [(kind, sum(comment.kind is kind for comment in review.comments)) for kind in Kind]
    said = [f"{count} {_NAMES[kind][count > 1]}" for kind, count in counted if count]
    return ", ".join(said) if said else "Nothing made me stumble."


def _show_comment(comment: Comment, review: Review, console: "Console") -> None:
    from rich.text import Text

    head = f"{_MARKS[comment.kind]} {comment.message}"
    if comment.suggestions:
        head += "  → " + " / ".join(f"“{suggestion}”" for suggestion in comment.suggestions[:3])
    console.print(_excerpt(comment, review.reading.story.text))
    console.print(Text(f"  {head}"))
    console.print(Text(f"  {comment.check} · {comment.id}", style="dim"))


def _excerpt(comment: Comment, text: str) -> "Text":
    """The words underlined in their surroundings, with carets below where the terminal has no underline."""
    from rich.cells import cell_len
    from rich.text import Text

    start, end = comment.span.start, comment.span.end
    before = _flat(text[max(0, start - _AROUND) : start].partition(" ")[2] if start > _AROUND else text[:start])
    after = _flat(text[end : end + _AROUND].rpartition(" ")[0] if end + _AROUND < len(text) else text[end:])
    words = _flat(text[start:end])
    line = Text("  ")
    line.append(before, style="dim")
    line.append(words, style="underline bold")
    line.append(after, style="dim")
    line.append("\n" + " " * (2 + cell_len(before)) + "^" * max(1, cell_len(words)))
    return line


def _flat(words: str) -> str:
    """The words on one line, each run of white space one space."""
    return re.sub(r"\s+", " ", words)


def _some(count: int, one: str, many: str = "") -> str:
    return f"{count:,} {one if count == 1 else many or one + 's'}"
