"""Paragraphs that somebody types in small letters throughout: chat lines, and stories that are written so."""

import re

_LABEL = re.compile(
    r"[\s>*_]*(?:\[[^\]\n]{1,40}\]|\(\d[^)\n]{1,20}\)|\d{1,2}:\d\d\S*)?[\s*_]*(?:@?[\w .'’-]{1,24}:[*_]*\s)?"
)
_FEWEST = 3


def is_typed_small(paragraph: str) -> bool:
    """True where three words or more stand behind the line's time and sender and none has a capital.

    Who types so leaves out apostrophes and writes "i" as a habit, not by a slip.
    """
    words = re.findall(r"[^\W\d_]+", paragraph[_label_length(paragraph) :])
    return len(words) >= _FEWEST and not any(word[0].isupper() for word in words)


def _label_length(paragraph: str) -> int:
    label = _LABEL.match(paragraph)
    return label.end() if label else 0
