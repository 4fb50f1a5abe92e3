"""What the author wrote: the text, its blocks and the way back into the file."""

from fabula.story.block import Block, BlockKind, Emphasis
from fabula.story.draft import Draft
from fabula.story.origins import Origin, Place
from fabula.story.part import Part, PartKind
from fabula.story.span import Span
from fabula.story.story import Declaration, Source, Story, words_in

__all__ = [
    "Block",
    "BlockKind",
    "Declaration",
    "Draft",
    "Emphasis",
    "Origin",
    "Part",
    "PartKind",
    "Place",
    "Source",
    "Span",
    "Story",
    "words_in",
]
