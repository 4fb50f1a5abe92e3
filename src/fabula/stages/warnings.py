"""What a reader may want to be warned of."""

from fabula.reading import Warnings
from fabula.story import Story


def suggest_warnings(_story: Story) -> Warnings:
    """What a reader may want to be warned of."""
    return Warnings(None, ())
