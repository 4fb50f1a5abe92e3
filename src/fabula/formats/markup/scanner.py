"""Cuts a page into tags, text and character references, each with its place; linear in length whatever stands there.

The standard library's parser knows places too, but takes quadratic time over tags that are never closed: 20 s for
30 KB of `<a <a <a`.
"""

import re
from collections.abc import Iterator
from enum import IntEnum
from html import unescape

import msgspec

REFERENCE = re.compile(r"&(?:#[0-9]{1,8};?|#[xX][0-9a-fA-F]{1,7};?|[a-zA-Z][a-zA-Z0-9]{1,31};?)")
_STOP = re.compile(r"[<&]")
_NAME = re.compile(r"[a-zA-Z][^\s/<>]*+")
_INSIDE = re.compile(r"""(?:[^<>=]++|=(?:\s*+(?:"[^"]*+"|'[^']*+'))?)*+""")
_BARE = re.compile(r"[^<>]*+")
_ATTRIBUTE = re.compile(r"""([^\s/="'<>][^\s/=<>]*+)(?:\s*+=\s*+(?:"([^"]*+)"|'([^']*+)'|([^\s"'<>][^\s<>]*+)))?""")
_DOCTYPE = re.compile(r"<!doctype[^<>\[]{0,2000}+(?:\[[^\]]{0,5000}+\]\s*)?>", re.IGNORECASE)
_RAW = frozenset(("script", "style", "title", "textarea", "iframe", "noembed", "noframes"))
_LOST = frozenset(("script", "style"))


class Token(IntEnum):
    """What a stretch of a page is. RAW is what stands in a `<style>` or `<title>`; comments are no token."""

    TEXT = 0
    REFERENCE = 1
    OPEN = 2
    CLOSE = 3
    RAW = 4


class Piece(msgspec.Struct, frozen=True, gc=False):
    """One token: its place in code points, and for tags the name in lower case and the text of the attributes.

    `empty` is true for `<p/>`.
    """

    token: Token
    start: int
    end: int
    tag: str = ""
    inside: str = ""
    empty: bool = False


def scan(page: str, xml: bool = False) -> Iterator[Piece]:
    """The tokens of a page in order; never fails. What only looks like a tag ("I <3 you") is text.

    `xml` is true for XHTML, where `<title/>` is empty and `<![CDATA[` holds text.
    """
    return _Scanner(page, xml).pieces()


def attributes(inside: str) -> dict[str, str]:
    """The attributes of a tag, names in lower case, references decoded; the first of two wins."""
    found: dict[str, str] = {}
    for match in _ATTRIBUTE.finditer(inside):
        value = match[2] or match[3] or match[4] or ""
        found.setdefault(match[1].lower(), unescape(value) if "&" in value else value)
    return found


class _Scanner:
    """Walks the page once; `_absent` remembers which endings are nowhere ahead, so that none is sought twice."""

    def __init__(self, page: str, xml: bool) -> None:
        self._page = page
        self._xml = xml
        self._absent: set[str] = set()
        self._distrust = 0

    def pieces(self) -> Iterator[Piece]:
        page, at, text = self._page, 0, 0
        while stop := _STOP.search(page, at):
            at = stop.start()
            end, found = self._construct(at)
            if end == at:
                at += 1
                continue
            if text < at:
                yield Piece(Token.TEXT, text, at)
            yield from found
            at = text = end
        if text < len(page):
            yield Piece(Token.TEXT, text, len(page))

    def _construct(self, at: int) -> tuple[int, list[Piece]]:
        """The end of what begins at `at` and its tokens; `at` itself where it is but a character."""
        page = self._page
        if page[at] == "&":
            match = REFERENCE.match(page, at)
            return (match.end(), [Piece(Token.REFERENCE, at, match.end())]) if match else (at, [])
        following = page[at + 1 : at + 2]
        if following == "!":
            return self._declaration(at)
        if following == "?":
            return self._past(">", at), []
        if following == "/":
            return self._closing(at)
        return self._opening(at)

    def _opening(self, at: int) -> tuple[int, list[Piece]]:
        name = _NAME.match(self._page, at + 1)
        if not name:
            return at, []
        end = self._tag_end(name.end())
        if end < 0:
            return at, []
        inside = self._page[name.end() : end - 1]
        tag = _local(name[0])
        piece = Piece(Token.OPEN, at, end, tag, inside, inside.endswith("/"))
        if tag in _RAW and not (piece.empty and self._xml):
            return self._raw(piece)
        return end, [piece]

    def _tag_end(self, at: int) -> int:
        """Where the tag whose name ends at `at` ends; -1 where it is none. Quoted values may hold `<` and `>`."""
        page = self._page
        if at >= self._distrust:
            match = _INSIDE.match(page, at)
            end = match.end() if match else at
            if page[end : end + 1] == ">":
                return end + 1
            self._distrust = end
        match = _BARE.match(page, at)
        end = match.end() if match else at
        return end + 1 if page[end : end + 1] == ">" else -1

    def _closing(self, at: int) -> tuple[int, list[Piece]]:
        match = _BARE.match(self._page, at + 2)
        end = match.end() if match else at + 2
        if self._page[end : end + 1] != ">":
            return at, []
        name = _NAME.match(self._page, at + 2)
        return end + 1, [Piece(Token.CLOSE, at, end + 1, _local(name[0]))] if name else []

    def _declaration(self, at: int) -> tuple[int, list[Piece]]:
        """Past a comment, a document type or a marked section; of an unclosed comment only the sign."""
        page = self._page
        if page.startswith("<!--", at):
            if page.startswith((">", "->"), at + 4):
                return page.index(">", at) + 1, []
            end = self._past("-->", at + 4)
            return end, []
        if self._xml and page.startswith("<![CDATA[", at):
            end = self._past("]]>", at + 9)
            if end > at + 9:
                return end, [Piece(Token.TEXT, at + 9, end - 3)] if end > at + 12 else []
        match = _DOCTYPE.match(page, at)
        return match.end() if match else self._past(">", at), []

    def _raw(self, opening: Piece) -> tuple[int, list[Piece]]:
        """Past an element whose content is no markup. An unclosed script goes on to the end, as in a browser."""
        closing = f"</{opening.tag}"
        at = opening.end
        if closing not in self._absent:
            match = re.compile(re.escape(closing) + r"(?![^\s/>])", re.IGNORECASE).search(self._page, at)
            if match:
                end = self._past(">", match.start())
                end = end if end > match.start() else match.end()
                return end, [Piece(Token.RAW, at, match.start(), opening.tag)]
            self._absent.add(closing)
        if opening.tag in _LOST:
            return len(self._page), [Piece(Token.RAW, at, len(self._page), opening.tag)]
        return at, []

    def _past(self, ending: str, at: int) -> int:
        """Just past the next `ending`, or `at` where there is none."""
        if ending in self._absent:
            return at
        found = self._page.find(ending, at)
        if found < 0:
            self._absent.add(ending)
            return at
        return found + len(ending)


def _local(name: str) -> str:
    """A tag's name in lower case without the prefix that some XHTML gives to all (`html:p`)."""
    return name.lower().removeprefix("html:").removeprefix("xhtml:")
