"""Plain text: the file word for word, its paragraphs, break marks and headings found from their shape."""

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

import msgspec

from fabula.formats.lines import Line, lines_of, source, write, write_end
from fabula.formats.marks import heading_level, is_break, numbered
from fabula.formats.wrapping import Wrapping, joins, wrapping_of
from fabula.story import BlockKind, Draft, Origin, PartKind, Story
from fabula.story.encoding import decode

SUFFIXES = (".txt", ".text")
ANY_TEXT = True

_EMPHASIS = re.compile(
    r"(?<![\w*_])(?P<mark>\*{1,3}|_{1,3})(?![\s*_])(?P<words>[^*_]{1,2000}?)(?<!\s)(?P=mark)(?![\w*_])"
)
_STYLES = {1: ("italic",), 2: ("bold",), 3: ("italic", "bold")}
_TITLE_LENGTH = 60


class _Group(msgspec.Struct):
    """A block to be: the lines `first` to `last` (not included) of the file."""

    first: int
    last: int
    kind: BlockKind = BlockKind.PARAGRAPH
    level: int = 0
    declared: PartKind | None = None
    why: str = ""


def sniff(head: bytes) -> bool:
    """False: plain text has no signature, so any other format goes first."""
    del head
    return False


def read(data: bytes, name: str) -> Story:
    """The story in a plain text file: `text` is the whole file, line ends as `\\n`.

    Offsets of places count code points of the decoded file after its byte order mark.
    """
    decoded = decode(data)
    draft = Draft()
    for notice in decoded.notices:
        draft.notice(notice)
    lines = list(lines_of(decoded.text))
    groups = _groups([line.text for line in lines])
    _write(draft, decoded.text, lines, groups)
    story = draft.finish(source(data, name, "txt"))
    return _emphasised(story)


def reread(data: bytes, origin: Origin) -> str:
    """The characters of the text that `origin` stands for, read again from its place in the file alone."""
    raw = decode(data).text[origin.place.start : origin.place.end]
    if origin.verbatim:
        return raw
    return "\n" if raw in ("\r\n", "\r") else "\ufffd" * len(raw)


def _groups(lines: Sequence[str]) -> list[_Group]:
    """The blocks of the file in order."""
    contents = _contents(lines)
    marks = [is_break(line) for line in lines]
    levels = _levels(lines, contents)
    alone = [mark or level > 0 for mark, level in zip(marks, levels, strict=True)]
    wrapping = wrapping_of(lines, alone)
    found: list[_Group] = []
    for at, line in enumerate(lines):
        if not line.strip():
            continue
        last = found[-1] if found else None
        touches = last is not None and last.last == at
        if last and touches and _is_underline(lines[at - 1], line, last):
            last.last, last.kind, last.level = at + 1, BlockKind.HEADING, 1 if "=" in line else 2
        elif marks[at]:
            found.append(_Group(at, at + 1, BlockKind.BREAK))
        elif levels[at] and not (last and touches and _inside(last, lines[at - 1], line, wrapping)):
            found.append(_Group(at, at + 1, BlockKind.HEADING, levels[at]))
        elif last and touches and _goes_on(last, lines, at, wrapping):
            last.last = at + 1
        else:
            found.append(_Group(at, at + 1))
    if contents:
        _declare(found, lines, contents)
    return found


def _goes_on(last: _Group, lines: Sequence[str], at: int, wrapping: Wrapping) -> bool:
    """True where line `at` belongs to the block that ends just before it."""
    if last.kind is BlockKind.PARAGRAPH:
        return joins(lines[at - 1], lines[at], wrapping)
    if last.kind is BlockKind.BREAK or last.last - last.first > 1:
        return False
    ends = at + 1 == len(lines) or not lines[at + 1].strip()
    title = lines[at].strip()
    return ends and at > 1 and len(title) <= _TITLE_LENGTH and title[-1] not in ".,;:!?\"'”’…"


def _inside(last: _Group, before: str, line: str, wrapping: Wrapping) -> bool:
    """True where a line that looks like a heading is only the end of a wrapped paragraph."""
    return last.kind is BlockKind.PARAGRAPH and joins(before, line, wrapping)


def _is_underline(title: str, line: str, last: _Group) -> bool:
    """True where `line` underlines the title above it (`=====` of the same length)."""
    bare = line.strip()
    same = len(set(bare)) == 1 and bare[0] in "=-~" and len(bare) > 3
    one_line = last.last - last.first == 1 and last.kind is not BlockKind.BREAK
    return same and one_line and abs(len(bare) - len(title.strip())) <= 2


def _levels(lines: Sequence[str], contents: range) -> list[int]:
    """The heading level of each line, 0 for none; lone numerals count where they count up."""
    levels = [0 if at in contents else heading_level(line) for at, line in enumerate(lines)]
    for at in numbered(lines):
        if at not in contents and _stands_alone(lines, at):
            levels[at] = 2
    if contents:
        for at in range(contents.stop, len(lines)):
            if re.match(r"\t\S", lines[at]) and _stands_alone(lines, at):
                levels[at] = 2
    return levels


def _contents(lines: Sequence[str]) -> range:
    """Lines of the table of contents that FanFicFare writes: from its heading to a tab and a title."""
    for at, line in enumerate(lines[:2000]):
        if line.strip() == "TABLE OF CONTENTS":
            chapters = (after for after in range(at, len(lines)) if lines[after].startswith("\t"))
            return range(at, next(chapters, at + 1))
    return range(0)


def _stands_alone(lines: Sequence[str], at: int) -> bool:
    """True where the lines before and after are blank, or there are none."""
    return not any(lines[near].strip() for near in (at - 1, at + 1) if 0 <= near < len(lines))


def _write(draft: Draft, text: str, lines: Sequence[Line], groups: Sequence[_Group]) -> None:
    """Put every line of the file down, opening and closing the blocks on the way."""
    blank = [later.first - earlier.last for earlier, later in pairwise(groups)]
    usual = _usual_gap(blank)
    at = 0
    for number, group in enumerate(groups):
        for line in lines[at : group.first]:
            write(draft, line.text, line.start)
            write_end(draft, text, line)
        spare = max(0, blank[number - 1] - usual) if number else 0
        draft.open(group.kind, group.level, group.declared, group.why, spare)
        for line in lines[group.first : group.last]:
            write(draft, line.text, line.start)
            if line is lines[group.last - 1]:
                draft.close()
            write_end(draft, text, line)
        at = group.last
    for line in lines[at:]:
        write(draft, line.text, line.start)
        write_end(draft, text, line)


def _usual_gap(blank: Sequence[int]) -> int:
    """How many blank lines part two paragraphs as a rule; 0 where most of the file has none (chats aside)."""
    some = [count for count in blank if count]
    return Counter(some).most_common(1)[0][0] if 4 * len(some) > len(blank) else 0


def _declare(groups: Sequence[_Group], lines: Sequence[str], contents: range) -> None:
    """Say what FanFicFare's own lines are: title, byline and facts before the contents, its mark at the end."""
    for rank, group in enumerate(groups):
        line = lines[group.first].strip()
        if group.first in contents:
            group.declared, group.why = PartKind.META, "the table of contents"
        elif group.first < contents.start:
            kind = PartKind.SUMMARY if line.startswith("Summary: ") else PartKind.META
            kind = PartKind.TITLE if rank == 0 else PartKind.BYLINE if line.startswith("by ") else kind
            group.declared, group.why = kind, "the downloader's front page"
        elif line == "End file." and group is groups[-1]:
            group.declared, group.why = PartKind.META, "the downloader's end mark"


def _emphasised(story: Story) -> Story:
    """The story with the words between `*` or `_` as emphasis; the marks stay in the text, as in the file."""
    from fabula.story import Emphasis, Span

    found: list[Emphasis] = []
    for block in story.blocks:
        if block.kind is BlockKind.BREAK:
            continue
        for match in _EMPHASIS.finditer(story.text, block.span.start, block.span.end):
            words = Span(*match.span("words"))
            found += [Emphasis(words, style) for style in _STYLES[len(match["mark"])]]
    return msgspec.structs.replace(story, emphasis=tuple(found))
