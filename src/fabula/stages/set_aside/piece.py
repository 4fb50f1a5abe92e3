"""The stretches that are judged: blocks of the story, and lines of the blocks that frame it."""

import re

import msgspec

from fabula.stages.set_aside.markers import Marking, is_bare, marking_of
from fabula.story import Block, BlockKind, PartKind, Span, Story

FRAME_BLOCKS = 60
_LABEL_LINE = re.compile(r"^\W*[A-Za-z][A-Za-z/' ]{1,24}(?:\([a-z]\))?\W{0,2}[:\-–][ \t\W]*(?:\S|$)")
_BYLINE = re.compile(r"^\W*(?:(?:written )?by\b|author\s*:)", re.I)
_SHORT_LINE = 100
CONTENTS = re.compile(r"^\W*(?:table of )?contents\W*$", re.I)


class Piece(msgspec.Struct, frozen=True):
    """A block, or one line of a block that looks like a frame. `text` has spaces for line ends, so its offsets are those
    of the story less `span.start`. `tail` is true for a line that does not begin its block."""

    kind: BlockKind
    span: Span
    text: str
    declared: PartKind | None = None
    why: str = ""
    tail: bool = False
    level: int = 0

    @property
    def words(self) -> int:
        """How many words stand here, split at white space."""
        return len(self.text.split())


class Mark(msgspec.Struct, frozen=True):
    """What a piece was found to be, and why."""

    kind: PartKind
    why: str


def pieces_of(story: Story) -> list[Piece]:
    """The blocks of the story in order; near the start, blocks of title and label lines are taken line by line."""
    found: list[Piece] = []
    listed = False
    for number, block in enumerate(story.blocks):
        words = story.text[block.span.start : block.span.end]
        if number < FRAME_BLOCKS and block.declared is None and (listed or is_frame(block, words)):
            found.extend(_lines(block, words))
        else:
            found.append(_whole(block, words.replace("\n", " ")))
        listed = bool(CONTENTS.match(words))
    return found


def _whole(block: Block, words: str) -> Piece:
    """The block as one piece. A heading that announces a note is judged as the note's first paragraph."""
    announces = block.kind is BlockKind.HEADING and (marking_of(words)[0] is Marking.PLAIN or is_bare(words))
    kind = BlockKind.PARAGRAPH if announces else block.kind
    return Piece(kind, block.span, words, block.declared, block.why, level=block.level)


def is_frame(block: Block, words: str) -> bool:
    """True where the lines of a paragraph are a title with its byline, or labels with their values."""
    if block.kind is not BlockKind.PARAGRAPH or "\n" not in words:
        return False
    lines = [line for line in words.split("\n") if line.strip()]
    if CONTENTS.match(lines[0]):
        return True
    titled = len(lines[0]) < _SHORT_LINE and any(_BYLINE.match(line) for line in lines[1:3])
    labelled = sum(1 for line in lines if _LABEL_LINE.match(line))
    ruled = len(lines) == 2 and len(set(lines[1].strip())) == 1 and not lines[1].strip().isalnum()
    return titled or ruled or (bool(_LABEL_LINE.match(lines[0])) and labelled * 3 >= len(lines))


def _lines(block: Block, words: str) -> list[Piece]:
    found: list[Piece] = []
    for line in re.finditer(r"[^\n]+", words):
        bare = line.group().strip()
        if not bare:
            continue
        start = block.span.start + line.start() + line.group().index(bare[0])
        found.append(Piece(block.kind, Span(start, start + len(bare)), bare, None, "", bool(found)))
    return found
