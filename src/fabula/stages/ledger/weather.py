"""The weather and the light of a scene."""

from __future__ import annotations

import re
from collections.abc import Iterator

from fabula.reading import Modality, Note
from fabula.stages.ledger.page import Page, note, word_at

_SIGNS = (
    (
        "moon",
        "none",
        r"\b(?:moonless\s+(?:night|sky|dark\w*)|there\s+(?:was|is)\s+no\s+moon\b|without\s+a\s+moon|"
        r"no\s+moon\s+(?:shone|lit|showed))",
    ),
    (
        "moon",
        "shines",
        r"\b(?:the\s+(?:full\s+|pale\s+|bright\s+|white\s+)?moon\s+(?:shone|shines|hung|hangs|lit|lights|stood\s+high|"
        r"rode|silvered|poured)|in\s+the\s+(?:bright\s+|pale\s+|white\s+)?moonlight|moonlight\s+(?:fell|lay|poured|"
        r"streamed|silvered|flooded|spilled))",
    ),
    ("sky", "cloudless", r"\b(?:cloudless|not\s+a\s+cloud\b|no\s+cloud\s+(?:in|marred)|unclouded\s+(?:sky|blue))"),
    (
        "sky",
        "raining",
        r"\b(?:the\s+rain\s+(?:beat|fell|lashed|poured|drummed|came\s+down|streamed|hammered|ran\s+down|pattered)|"
        r"it\s+(?:was|is)\s+(?:still\s+)?(?:raining|pouring|drizzling)|in\s+the\s+(?:pouring|driving|heavy)\s+rain)",
    ),
    (
        "wind",
        "none",
        r"\b(?:windless|not\s+a\s+breath\s+of\s+(?:wind|air)|there\s+(?:was|is)\s+no\s+wind\b|"
        r"without\s+a\s+breath\s+of\s+wind)",
    ),
    (
        "wind",
        "blows",
        r"\bthe\s+(?:cold\s+|bitter\s+|sharp\s+|icy\s+)?wind\s+(?:howled|howls|tore|tears|whipped|roared|blew|blows|"
        r"lashed|screamed|shrieked|buffeted|snatched)",
    ),
)
_PATTERNS = tuple((about, value, re.compile(pattern, re.I)) for about, value, pattern in _SIGNS)


def weather(page: Page) -> Iterator[Note]:
    """What the narrator says of moon, sky and wind."""
    for about, value, pattern in _PATTERNS:
        for match in pattern.finditer(page.text):
            first, last = word_at(page, match.start()), word_at(page, match.end() - 1)
            found = note(page, about, None, "weather", value, first, last) if first >= 0 else None
            if found and page.heard[first] < 0 and found.modality is Modality.ASSERTED:
                yield found
