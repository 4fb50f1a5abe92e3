"""Comments per 1,000 words on published fiction, where nearly each is one too many.

usage: python evaluation/comments_on_clean.py DATA [--checks "clarity.*,names.*"] [--novels A,B] [--words N] [--show]

DATA holds fiction-clean/*.txt and proofreading_clean_dev.jsonl. Reviewed are the clean passages and, each from its beginning up
to N words (all of it by default), the novels whose file names begin with one of those given: by default the six authors who
never train the tagger of slips. `--show` prints every comment with its words.
"""

import argparse
import json
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from fabula import desk
from fabula.desk import Settings
from fabula.review import Comment

HELD_OUT = ("georgette-heyer", "harry-harrison", "josephine-tey", "kenneth-grahame", "sinclair-lewis", "willa-cather")
_FOREIGN = re.compile(r"\[\[[A-Za-z-]+\|(.*?)\]\]")


def main() -> None:
    """Print a row for each text, and one for all."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path)
    parser.add_argument("--checks", default="clarity.*,names.*")
    parser.add_argument("--novels", default=",".join(HELD_OUT))
    parser.add_argument("--words", type=int, default=0)
    parser.add_argument("--show", action="store_true")
    asked = parser.parse_args()
    settings = Settings(select=tuple(asked.checks.split(",")))
    tools: desk.Tools = {}
    words, counts = 0, Counter[str]()
    for name, text in texts_in(asked.data, tuple(asked.novels.split(",")), asked.words):
        review = desk.review_story(desk.story_from(text.encode(), f"{name}.md"), settings, tools=tools)
        comments = review.comments
        own = Counter(one.check for one in comments)
        words, counts = words + len(text.split()), counts + own
        print(row(name, len(text.split()), own), flush=True)
        if asked.show:
            print("\n".join(shown(one, review.reading.story.text) for one in comments), flush=True)
    print(row("all", words, counts))


def texts_in(data: Path, novels: tuple[str, ...], most: int) -> Iterator[tuple[str, str]]:
    """The clean passages and the novels, each with a name; of a novel the paragraphs that hold its first `most` words."""
    for line in (data / "proofreading_clean_dev.jsonl").read_text("utf-8").splitlines():
        passage = json.loads(line)
        yield passage["id"], passage["text"]
    for path in sorted((data / "fiction-clean").glob("*.txt")):
        if path.name.startswith(novels):
            yield path.stem, beginning(_FOREIGN.sub(r"\1", path.read_text("utf-8")), most)


def beginning(text: str, most: int) -> str:
    """The lines that hold the first `most` words, or the whole text where `most` is 0."""
    lines, words = text.splitlines(keepends=True), 0
    for number, line in enumerate(lines):
        words += len(line.split())
        if 0 < most <= words:
            return "".join(lines[: number + 1])
    return text


def row(name: str, words: int, counts: Counter[str]) -> str:
    """A text's words, its comments, these per 1,000 words, and how many each check made."""
    by_check = ", ".join(f"{check} {count}" for check, count in counts.most_common())
    return f"{name[:44]:44} {words:7} {counts.total():5} {1000 * counts.total() / max(1, words):7.3f}  {by_check}"


def shown(comment: Comment, text: str) -> str:
    """A comment as a line: where, which check, its words and what it says."""
    return f"    {comment.span.start} {comment.check}: {text[comment.span.start : comment.span.end][:60]!r} {comment.message}"


if __name__ == "__main__":
    main()
