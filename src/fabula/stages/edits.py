"""Where a word reads as a slip."""

from fabula.reading import Edits
from fabula.story import Story


def doubt_words(_story: Story) -> Edits:
    """Where a word reads as a slip."""
    return Edits(())
