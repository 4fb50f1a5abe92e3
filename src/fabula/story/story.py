"""The story: the text as a person reads it, and all that the file says about it."""

import re

import msgspec

from fabula.story.block import Block, Emphasis
from fabula.story.origins import Origin, check_origins

_WORD = re.compile(r"[^\W_]+(?:['’\-][^\W_]+)*")


class Source(msgspec.Struct, frozen=True):
    """The file: its name without folders, its format, the SHA-256 of its bytes in hex."""

    name: str
    format: str
    sha256: str


class Declaration(msgspec.Struct, frozen=True):
    """Something the file says about the story outside its text: front matter, `@pov:` tags, an archive's rating."""

    key: str
    value: str


class Story(msgspec.Struct, frozen=True):
    """The text with its blocks, its emphasis, and the origin of every character.

    Markup is removed and line ends are `\\n`; nothing else is changed, no quotation mark is straightened. Blocks are ordered
    and disjoint. `notices` say what could not be read. Raises ValueError where these do not hold.
    """

    text: str
    blocks: tuple[Block, ...]
    origins: tuple[Origin, ...]
    source: Source
    emphasis: tuple[Emphasis, ...] = ()
    declarations: tuple[Declaration, ...] = ()
    notices: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        check_origins(self.origins, len(self.text))
        at = 0
        for block in self.blocks:
            if block.span.start < at or block.span.end > len(self.text) or not len(block.span):
                raise ValueError(f"blocks overlap or leave the text at {block.span.start}")
            at = block.span.end


def words_in(text: str) -> int:
    """How many words a writer would count: runs of letters and digits, with inner apostrophes and hyphens."""
    return sum(1 for _ in _WORD.finditer(text))
