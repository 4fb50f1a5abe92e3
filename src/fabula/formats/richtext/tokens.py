"""The pieces that an RTF file is written in."""

import re
from collections.abc import Iterator

import msgspec

_TOKEN = re.compile(
    r"\\(?P<word>[A-Za-z]{1,32})(?P<number>-?\d{1,10})?\ ?|\\'(?P<hex>[0-9A-Fa-f]{2})|\\(?P<symbol>[^A-Za-z])"
    r"|(?P<brace>[{}])|[\r\n\0]+|(?P<words>[^\\{}\r\n\0]+)|(?P<stray>\\)",
    re.VERBOSE | re.DOTALL,
)


class Token(msgspec.Struct, frozen=True, gc=False):
    """One piece from `start` to `end`: `kind` is word, hex, symbol, brace or words; `number` a control
    word's, if any.
    """

    kind: str
    text: str
    number: int | None
    start: int
    end: int


def tokens_of(text: str) -> Iterator[Token]:
    """The tokens of a file whose bytes stand as characters, in order; pictures in binary form are passed
    over.
    """
    at = 0
    while found := _TOKEN.match(text, at):
        at = found.end()
        kind = found.lastgroup or ""
        if kind in ("word", "number"):
            number = int(found["number"]) if found["number"] else None
            if found["word"] == "bin":
                at += max(0, number or 0)
            yield Token("word", found["word"], number, found.start(), found.end())
        elif kind and kind != "stray":
            yield Token(kind, found[kind], None, found.start(), found.end())
