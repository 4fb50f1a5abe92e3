"""Chapter headings that stand as ordinary paragraphs in plain text."""

import re
from itertools import pairwise

from fabula.stages.set_aside.piece import Piece
from fabula.story import BlockKind

_NUMBER = (
    r"(?:\d{1,3}|[ivxlc]+|(?:twenty|thirty|forty|fifty)(?:[- ](?:one|two|three|four|five|six|seven|eight|nine))?|one|two|three|"
    r"four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|"
    r"(?:the )?(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|last|final))"
)
_CHAPTER = re.compile(
    rf"^[^\w]*(?:\d{{1,3}}\. )?(?:chapter|chap\.?|ch\.?|part|book|act|canto|volume|day|night|episode)\s+{_NUMBER}"
    r"(?:\s*(?:/|of)\s*(?:\d+|\?))?"
    r"(?:\W*$|\s*[:.\-–—~|]+\s*(?P<title>.{1,80})$|(?<=\d) (?-i:[A-Z\W])[^.]{1,60}$)",
    re.I,
)
_NAMED = re.compile(
    r"^[^\w]*(?:\d{1,3}\. )?(?:the )?(?:prologue|epilogue|interlude|foreword|preface|coda|"
    r"intermission|introduction|bonus chapter)"
    r"(?:\s+\w{1,5})?(?:\W*$|\s*[:\-–—~|]+\s*(?P<title>.{1,80})$)",
    re.I,
)
_BARE = re.compile(r"^[^\w]*(?P<number>\d{1,3}|[IVXLC]{1,6})[^\w]*$")
_NUMBERED = re.compile(r"^[^\w]*(?:\d{1,3}|[IVXLC]{1,6})\W*(?:$|[:.\-–—]\s)")
_ROMAN = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}
_WEAK = re.compile(r"^[^\w]*(?:day|night|episode|act)\b", re.I)
_MOST_WORDS = 12


def is_chapter_heading(text: str) -> bool:
    """True for a paragraph such as "Chapter 3 - The Lamp", "Part Two" or "Epilogue: Home"."""
    if len(text) > 110 or len(text.split()) > _MOST_WORDS:
        return False
    found = _CHAPTER.match(text) or _NAMED.match(text)
    if not found or _WEAK.match(text):
        return False
    title = found["title"] or ""
    return not title.endswith((",", ";")) and not (title.endswith(".") and title[:1].islower())


def is_numbered(text: str) -> bool:
    """True for a heading that begins with its number: "IV", "3: The Lamp"."""
    return bool(_NUMBERED.match(text))


def numbered_headings(pieces: list[Piece]) -> set[int]:
    """Which pieces are lone numerals that count 1, 2, 3 through the story, or through each part of it ("I.", "2"): one
    alone may be a signature."""
    found: list[tuple[int, int]] = []
    for index, piece in enumerate(pieces):
        bare = _BARE.match(piece.text) if piece.kind is BlockKind.PARAGRAPH and len(piece.text) < 12 else None
        if bare:
            found.append((index, _value(bare["number"])))
    numbers = [number for _, number in found]
    counts = (
        len(found) > 1
        and numbers[0] in (1, 2)
        and all(then in (now + 1, 1) and then != now for now, then in pairwise(numbers))
    )
    return {index for index, _ in found} if counts else set()


def _value(number: str) -> int:
    if number.isdigit():
        return int(number)
    total = 0
    for letter, following in zip(number, [*number[1:], "I"], strict=True):
        worth = _ROMAN[letter]
        total += -worth if worth < _ROMAN[following] else worth
    return total
