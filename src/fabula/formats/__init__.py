"""A file becomes a story: one module per format, chosen by what the file holds rather than by its name."""

from fabula.files import MOST_BYTES
from fabula.formats.detect import check_size, formats, read_story

__all__ = ["MOST_BYTES", "check_size", "formats", "read_story"]
