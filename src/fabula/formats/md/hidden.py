"""What stands in a Markdown file but is not read: front matter, comments, tags for the writer's tools,
tracked changes.
"""

import re
from collections.abc import Iterator

import msgspec

GONE = "\ufdd0"
"""Stands for a hidden character in a copy of the file of the same length; Unicode keeps it out of every text.
"""

_YAML = re.compile(r"---[ \t]*(?:\r\n|\r|\n)(.*?)(?:\r\n|\r|\n)(?:---|\.\.\.)[ \t]*(?=[\r\n]|\Z)", re.DOTALL)
_TOML = re.compile(r"\+\+\+[ \t]*(?:\r\n|\r|\n)(.*?)(?:\r\n|\r|\n)\+\+\+[ \t]*(?=[\r\n]|\Z)", re.DOTALL)
_YAML_LINE = re.compile(r"[\w][\w \-.]{0,60}:(?:\s.*)?|\s*-\s.*|\s+\S.*|\s*|#.*")
_TOML_LINE = re.compile(r"[\w\-.\"]+\s*=.*|\[.*\]|\s*|#.*|\s+.*|[\]}],?")
_PAIR = re.compile(r"([\w][\w \-.]{0,60}?)\s*[:=]\s*(.*)")
_CENTRED = re.compile(r"^[ \t]*>{1,2}[ \t][^\r\n]*?([ \t]<{1,2}[ \t]*)$", re.MULTILINE)
_NOVELWRITER = re.compile(
    r"^(?:@(?P<tag>pov|focus|char|plot|time|location|object|entity|custom|mention|story|tag)[ \t]*:(?P<value>[^\r\n]*)"
    r"|%[ \t]?(?P<kind>synopsis|short|(?:story|note|footnote)\.[\w.\-]+)[ \t]*:(?P<said>[^\r\n]*)"
    r"|%%~[ \t]*(?P<meta>[^\r\n:]*):?(?P<data>[^\r\n]*)|%~[^\r\n]*|%(?=[ \t])(?P<remark>[^\r\n]*)"
    r"|\[(?:newpage|new page|vspace(?::\d+)?)\][ \t]*$)",
    re.MULTILINE | re.IGNORECASE,
)


class Hidden(msgspec.Struct, frozen=True):
    """A copy of the file with every hidden character as GONE, and what it said as (key, value) pairs."""

    text: str
    declarations: tuple[tuple[str, str], ...]


def hide(text: str) -> Hidden:
    """The file with all that is not read taken out, character for character, so that offsets stay the same."""
    declarations: list[tuple[str, str]] = []
    ranges: list[tuple[int, int]] = []
    front = _front_matter(text)
    if front:
        declarations += _pairs(text[: front[1]])
        ranges.append(front)
        text = _without(text, ranges)
    for opening, closing in (("<!--", "-->"), ("%%", "%%")):
        ranges += _between(text, opening, closing)
    text = _without(text, ranges)
    ranges = []
    for found in _NOVELWRITER.finditer(text):
        if not _mid_paragraph(text, found):
            ranges.append(found.span())
            declarations += _declared(found)
    ranges += [found.span(1) for found in _CENTRED.finditer(text)]
    declarations += _critic(text, ranges)
    return Hidden(_without(text, ranges), tuple(declarations))


def _between(text: str, opening: str, closing: str) -> Iterator[tuple[int, int]]:
    """Every stretch from an opening to the next closing mark, both included; one that never closes is left
    alone.
    """
    at = text.find(opening)
    while at >= 0:
        end = text.find(closing, at + len(opening))
        if end < 0:
            return
        if not text.startswith("%%~", at):
            yield at, end + len(closing)
        else:
            end = at
        at = text.find(opening, end + len(closing))


def _critic(text: str, ranges: list[tuple[int, int]]) -> Iterator[tuple[str, str]]:
    """The comments of CriticMarkup; `ranges` gets what it hides: comments, deletions, the marks round words
    that stay.
    """
    for start, end in _between(text, "{>>", "<<}"):
        ranges.append((start, end))
        yield "comment", text[start + 3 : end - 3].strip()
    ranges += _between(text, "{--", "--}")
    for mark in ("++", "=="):
        for start, end in _between(text, "{" + mark, mark + "}"):
            ranges += [(start, start + 3), (end - 3, end)]
    for start, end in _between(text, "{~~", "~~}"):
        turn = text.find("~>", start, end)
        if turn >= 0:
            ranges += [(start, turn + 2), (end - 3, end)]


def _front_matter(text: str) -> tuple[int, int] | None:
    """Where the front matter stands; a story that only begins with a rule has none."""
    for shape, line in ((_YAML, _YAML_LINE), (_TOML, _TOML_LINE)):
        found = shape.match(text)
        if not found or not found[1].splitlines()[:1] or not found[1].splitlines()[0].strip():
            continue
        if all(line.fullmatch(one) for one in found[1].splitlines()) and _PAIR.match(found[1].strip()):
            return found.span()
    return None


def _pairs(front: str) -> Iterator[tuple[str, str]]:
    """Keys and values of simple front matter; the items of a list are joined by commas."""
    key, values = "", [""]
    for line in front.splitlines()[1:-1]:
        found = _PAIR.fullmatch(line)
        if found and not line[0].isspace():
            if key:
                yield key, ", ".join(filter(None, values))
            key, values = found[1], [_bare(found[2])]
        elif line.strip() and not line.lstrip().startswith("#"):
            values.append(_bare(line.strip().removeprefix("- ")))
    if key:
        yield key, ", ".join(filter(None, values))


def _bare(value: str) -> str:
    value = value.strip().strip("[]").strip()
    return value[1:-1] if len(value) > 1 and value[0] == value[-1] and value[0] in "\"'" else value


def _mid_paragraph(text: str, found: re.Match[str]) -> bool:
    """True where a line that begins with a per cent sign is only the next line of a paragraph."""
    if found["remark"] is None:
        return False
    before = text[max(0, found.start() - 200) : found.start()].rstrip(" \t").removesuffix("\n").removesuffix("\r")
    line = before.splitlines()[-1] if before.splitlines() and before[-1] not in "\r\n" else ""
    return bool(line.strip(GONE + " \t")) and line.lstrip()[0] not in "#%@"


def _declared(found: re.Match[str]) -> Iterator[tuple[str, str]]:
    for key, value in (("tag", "value"), ("kind", "said"), ("meta", "data")):
        if found[key] is not None:
            yield found[key].strip().lower(), found[value].strip()
    if found["remark"] is not None:
        yield "comment", found["remark"].strip()


def _without(text: str, ranges: list[tuple[int, int]]) -> str:
    """The text with GONE for every character in the ranges, but for line ends."""
    pieces: list[str] = []
    at = 0
    for start, end in sorted(ranges):
        if end <= at:
            continue
        start = max(start, at)
        pieces += [text[at:start], re.sub(r"[^\r\n]", GONE, text[start:end])]
        at = end
    return "".join([*pieces, text[at:]])
