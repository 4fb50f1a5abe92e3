"""What a person reads of a block of Markdown: its words without the marks, each with its place in the file."""

import re
from collections.abc import Iterable
from html import unescape
from html.entities import html5
from itertools import pairwise

import msgspec

from fabula.formats.lines import place
from fabula.formats.md.emphasis import Delimiter, delimiter, pairs
from fabula.formats.md.stretch import Stretch
from fabula.formats.paragraphs import Piece

_ENTITY = r"&(?:\#\d{1,7}|\#[xX][\da-fA-F]{1,6}|[A-Za-z][A-Za-z\d]{1,31});"
_TOKEN = re.compile(
    rf"""(?P<line>\\?\n)
    | \\(?P<escape>[!-/:-@\[-`{{-~]) | (?P<entity>{_ENTITY}) | (?P<code>`+)
    | <(?P<link>[A-Za-z][A-Za-z\d+.\-]{{1,31}}:[^\s<>]*|[\w.+\-]+@[\w.\-]+)>
    | (?P<tag></?(?P<name>[A-Za-z][A-Za-z\d]*)(?:\s[^<>]*|/)?>)
    | (?P<embed>!\[\[[^\[\]\n]*\]\])
    | \[\[(?:[^\[\]|\n]*\|)?(?P<wiki>[^\[\]|\n]+)\]\]
    | (?P<note>\[\^[^\]\s]+\])
    | (?P<open>!?\[) | (?P<close>\]) | (?P<run>\*+|_+|~~+|==+)""",
    re.VERBOSE,
)
_TARGET = re.compile(
    r"\(\s*(?:<[^<>\n]*>|[^\s()<]*(?:\([^\s()]*\)[^\s()]*)*)(?:\s+(?:\"[^\"]*\"|'[^']*'|\([^()]*\)))?\s*\)"
)
_REFERENCE = re.compile(r"\[[^\[\]\n]*\]")
_STYLED = {"em": "italic", "i": "italic", "cite": "italic", "b": "bold", "strong": "bold", "u": "underline"}
_NAMES = """
a abbr acronym address b bdo big blockquote br caption center cite code col colgroup dd del details dfn div dl
dt em figcaption figure font h1 h2 h3 h4 h5 h6 hr i img ins kbd li mark ol p pre q rp rt ruby s samp section
small span strike strong sub summary sup table tbody td tfoot th thead tr tt u ul var wbr
"""
_TAGS = frozenset(_NAMES.split())
_LONE = re.compile("[\ud800-\udfff]")


class Token(msgspec.Struct):
    """What `stretch.text[start:end]` shows; `shown` is "" for markup."""

    start: int
    end: int
    shown: str
    verbatim: bool = True


class Shown(msgspec.Struct):
    """A block being read: its tokens so far, its delimiters, and how many pictures were left out."""

    stretch: Stretch
    references: frozenset[str]
    tokens: list[Token] = msgspec.field(default_factory=list[Token])
    delimiters: list[Delimiter] = msgspec.field(default_factory=list[Delimiter])
    brackets: list[int] = msgspec.field(default_factory=list[int])
    styled: list[tuple[int, int, str]] = msgspec.field(default_factory=list[tuple[int, int, str]])
    pictures: int = 0


def shown_in(stretch: Stretch, references: frozenset[str] = frozenset(), raw: bool = False) -> Shown:
    """A block with its inline markup understood. `references` are the labels of links that the file defines
    elsewhere; `raw` is for HTML inside Markdown, where only tags and entities mean something.
    """
    shown = Shown(stretch, references)
    text = stretch.text
    ticks = _ticks(text)
    tags: dict[str, list[int]] = {}
    at = 0
    while found := _TOKEN.search(text, at):
        _add(shown, at, found.start())
        kind = found.lastgroup or ""
        at = found.end()
        if raw and kind not in ("line", "entity", "tag"):
            _add(shown, found.start(), at)
        elif kind == "code":
            at = _code(shown, found, ticks)
        elif kind == "tag":
            at = _tag(shown, found, tags)
        elif kind == "close":
            at = _close(shown, found)
        else:
            _plain(shown, found, kind)
    _add(shown, at, len(text))
    for pair in pairs(shown.delimiters):
        shown.styled.append((pair.first, pair.last, pair.style))
    for one in shown.delimiters:
        token = shown.tokens[one.token]
        token.start, token.end = token.start + one.left, token.end - one.right
        token.shown = one.mark * one.rest
    return shown


def pieces_of(shown: Shown) -> list[Piece]:
    """The characters that a person reads, in order, each with its place and its styles."""
    changes: dict[int, list[tuple[str, int]]] = {}
    for first, last, style in shown.styled:
        if style:
            changes.setdefault(first + 1, []).append((style, 1))
            changes.setdefault(last, []).append((style, -1))
    depth: dict[str, int] = {}
    styles: frozenset[str] = frozenset()
    runs: list[tuple[Token, frozenset[str]]] = []
    for number, token in enumerate(shown.tokens):
        if number in changes:
            for style, step in changes[number]:
                depth[style] = depth.get(style, 0) + step
            styles = frozenset(style for style, count in depth.items() if count > 0)
        if not token.shown:
            continue
        last = runs[-1][0] if runs else None
        if last and last.verbatim and token.verbatim and last.end == token.start and runs[-1][1] == styles:
            last.end = token.end
        else:
            runs.append((Token(token.start, token.end, token.shown, token.verbatim), styles))
    return _spaced(piece for run, styles in runs for piece in _pieces(shown.stretch, run, styles))


def _spaced(pieces: Iterable[Piece]) -> list[Piece]:
    """The pieces, without the second of two spaces that meet because what stood between them is not read."""
    found: list[Piece] = []
    for piece in pieces:
        if not found or not _doubles(found[-1], piece):
            found.append(piece)
        elif len(piece.text) > 1:
            at = place(piece.place.start + 1, piece.place.end)
            found.append(Piece(piece.text[1:], at, True, piece.styles))
    return found


def _doubles(before: Piece, piece: Piece) -> bool:
    """True where two spaces meet because what stood between them is not read."""
    apart = before.place.end < piece.place.start
    return apart and piece.verbatim and piece.text[0] == " " and before.text[-1:] == " "


def _pieces(stretch: Stretch, token: Token, styles: frozenset[str]) -> list[Piece]:
    if not token.verbatim:
        return [Piece(token.shown, stretch.place(token.start, token.end), False, styles)]
    cuts = stretch.cuts(token.start, token.end)
    lone = [found.start() for found in _LONE.finditer(stretch.text, token.start, token.end)]
    if lone:
        cuts = sorted({*cuts, *lone, *(at + 1 for at in lone)})
    pieces: list[Piece] = []
    for start, end in pairwise(cuts):
        text = stretch.text[start:end]
        bad = bool(_LONE.match(text))
        pieces.append(Piece("\ufffd" if bad else text, stretch.place(start, end), not bad, styles))
    return pieces


def _add(shown: Shown, start: int, end: int) -> None:
    if start < end:
        shown.tokens.append(Token(start, end, shown.stretch.text[start:end]))


def _plain(shown: Shown, found: re.Match[str], kind: str) -> None:
    """Add a token that needs no look ahead: an escape, an entity, a line end, a link, a run of marks."""
    start, end = found.span()
    text = shown.stretch.text
    if kind == "line":
        shown.tokens.append(Token(start, end, "\n", False))
    elif kind == "escape":
        shown.tokens.append(Token(start, end, found["escape"], False))
    elif kind == "entity":
        known = found[0][1] == "#" or found[0][1:] in html5
        shown.tokens.append(Token(start, end, unescape(found[0]) if known else found[0], not known))
    elif kind in ("link", "wiki"):
        _add(shown, *found.span(kind))
    elif kind == "run":
        after = text[end : end + 1]
        shown.delimiters.append(delimiter(len(shown.tokens), found[0], text[start - 1 : start], after))
        _add(shown, start, end)
    elif kind == "open":
        shown.brackets.append(len(shown.tokens))
        _add(shown, start, end)
    elif kind == "embed":
        shown.pictures += 1


def _close(shown: Shown, found: re.Match[str]) -> int:
    """Take a closing bracket; where it ends a link its words stay, where it ends a picture nothing does. The
    index after.
    """
    if not shown.brackets:
        _add(shown, *found.span())
        return found.end()
    opener = shown.brackets.pop()
    text = shown.stretch.text
    token = shown.tokens[opener]
    label = _label(text[token.end : found.start()])
    target = _TARGET.match(text, found.end()) or _REFERENCE.match(text, found.end())
    if target and target[0][0] == "[" and (_label(target[0][1:-1]) or label) not in shown.references:
        target = None
    if not target and label not in shown.references:
        _add(shown, *found.span())
        return found.end()
    picture = token.shown.startswith("!")
    if picture:
        shown.pictures += 1
        shown.delimiters = [one for one in shown.delimiters if one.token < opener]
        for inner in shown.tokens[opener:]:
            inner.shown = ""
    token.shown = ""
    return target.end() if target else found.end()


def _label(words: str) -> str:
    return " ".join(words.split()).casefold()


def _code(shown: Shown, found: re.Match[str], ticks: dict[int, list[int]]) -> int:
    """Take a code span: the words between two equal runs of backticks stand as they are. The index after it."""
    length = found.end() - found.start()
    later = ticks[length]
    while later and later[-1] < found.end():
        later.pop()
    if not later:
        _add(shown, *found.span())
        return found.end()
    start, end = found.end(), later.pop()
    text = shown.stretch.text
    inner = text[start:end]
    if inner.strip() and inner[0] == inner[-1] == " ":
        start, end = start + 1, end - 1
    at = start
    for line_end in re.finditer("\n", text[start:end]):
        _add(shown, at, start + line_end.start())
        at = start + line_end.end()
        shown.tokens.append(Token(at - 1, at, "\n", False))
    _add(shown, at, end)
    return found.end() + len(inner) + length


def _ticks(text: str) -> dict[int, list[int]]:
    """Where runs of backticks begin, by their length, the last first."""
    runs: dict[int, list[int]] = {}
    for found in re.finditer("`+", text):
        runs.setdefault(found.end() - found.start(), []).append(found.start())
    return {length: starts[::-1] for length, starts in runs.items()}


def _tag(shown: Shown, found: re.Match[str], tags: dict[str, list[int]]) -> int:
    """Take an HTML tag: a line break, the edge of an emphasis, or nothing. The index after it.

    A word in angle brackets that is no tag stays; the line end after `<br>` is the same break again.
    """
    start, end = found.span()
    name = found["name"].lower()
    if name not in _TAGS:
        _add(shown, start, end)
        return end
    end += name == "br" and shown.stretch.text[end : end + 1] == "\n"
    token = len(shown.tokens)
    shown.tokens.append(Token(start, end, "\n" if name == "br" else "", False))
    style = _STYLED.get(name)
    if style and found[0][1] != "/":
        tags.setdefault(name, []).append(token)
    elif style and tags.get(name):
        shown.styled.append((tags[name].pop(), token, style))
    shown.pictures += name == "img"
    return end
