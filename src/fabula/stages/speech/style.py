"""The quotation style of one story, found before anything else reads it."""

import re
from collections import Counter

from fabula.reading import QuoteStyle
from fabula.stages.speech.apostrophes import is_surely_clipped
from fabula.story import Span

STYLES = {
    "straight": QuoteStyle("straight", '"', '"', "'", "'"),
    "curly": QuoteStyle("curly", "“", "”", "‘", "’"),
    "single": QuoteStyle("single", "'", "'", '"', '"'),
    "curly-single": QuoteStyle("curly-single", "‘", "’", "“", "”"),
    "guillemets": QuoteStyle("guillemets", "«", "»", "“", "”"),
    "guillemets-inward": QuoteStyle("guillemets", "»", "«", "›", "‹"),
    "low": QuoteStyle("curly", "„", "“", "‚", "‘"),
    "low-right": QuoteStyle("curly", "„", "”", "‚", "’"),
    "dash": QuoteStyle("dash", "—", "", "“", "”"),
    "none": QuoteStyle("none"),
}
DASH = re.compile(r"(?:[—–―]|--|-(?=\s))[ \u00a0]*(?=[^\W_]|[¿¡«“\"'‘*_.…])")
_OPENING = re.compile(r"(?:(?<=^)|(?<=[\s(\[—–\-*_]))(?P<mark>[\"“”„'‘’«»])(?=[^\s)\],;:!?])")
_SINGLE_END = re.compile(r"(?<=[^\s])['’](?=$|[\s)\]—–\-*_.,;:!?])")
_SINGLE_STRONG = re.compile(r"(?<=[.,!?…—–\-])['’](?=$|[\s)\]—–\-*_])")
_KEYS = {
    '"': "straight",
    "“": "curly",
    "”": "curly",
    "'": "single",
    "‘": "curly-single",
    "«": "guillemets",
    "»": "guillemets-inward",
}


def find_style(text: str, paragraphs: tuple[Span, ...]) -> QuoteStyle:
    """The style that most paragraphs with speech begin their first speech in.

    Each paragraph votes once, with its first opening mark; a paragraph's first character votes twice.
    """
    votes: Counter[str] = Counter()
    for paragraph in paragraphs:
        key = _vote(text[paragraph.start : paragraph.end])
        if key:
            votes[key] += 2 if text[paragraph.start] in "\"“”„'‘’«»—–―-" else 1
    if not votes:
        return STYLES["none"]
    return _named(votes, text)


def _vote(paragraph: str) -> str:
    if DASH.match(paragraph):
        return "dash"
    for match in _OPENING.finditer(paragraph):
        mark = match.group("mark")
        if mark == "„":
            return "low-right" if "”" in paragraph and "“" not in paragraph else "low"
        if mark == "’" or (mark == "'" and is_surely_clipped(paragraph, match.start())):
            continue
        if mark in "'‘" and not _closes(paragraph, match.end(), mark):
            continue
        return _KEYS[mark]
    return ""


def _closes(paragraph: str, at: int, mark: str) -> bool:
    """Whether a single mark opened before `at` is closed in a way that only speech is, or is plainly curly and closed."""
    ends = _SINGLE_END if mark == "‘" else _SINGLE_STRONG
    return bool(ends.search(paragraph, at))


def _named(votes: Counter[str], text: str) -> QuoteStyle:
    """The winner; where straight and curly marks mix, they first vote together against the other families."""
    families = {
        "double": ("straight", "curly"),
        "lone": ("single", "curly-single"),
        "guillemets": ("guillemets", "guillemets-inward"),
        "low": ("low", "low-right"),
        "dash": ("dash",),
    }
    best = max(families.values(), key=lambda keys: sum(votes[key] for key in keys))
    style = STYLES[max(best, key=lambda key: votes[key])]
    if style.name == "dash":
        return QuoteStyle("dash", "—", "", *(("«", "»") if text.count("«") > text.count("“") else ("“", "”")))
    return style
