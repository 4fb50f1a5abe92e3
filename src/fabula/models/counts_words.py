"""Words as the table of counts knows them: names are all alike, so are numbers, and rare words are known by their ending."""

from __future__ import annotations

from collections.abc import Container, Sequence

PARAGRAPH, NAME, NAMES, NUMBER, OTHER = "¶", "Nm", "Nm's", "#", "<>"
ENDINGS = ("'s", "ing", "ed", "ly", "s")
"""A word that is not in the vocabulary is `<ending>`, with the first of these that fits, or OTHER."""
SPECIAL = (PARAGRAPH, NAME, NAMES, NUMBER, OTHER, *(f"<{ending}>" for ending in ENDINGS))
MARKS = {
    "“": '"', "”": '"', '"': '"', "‘": '"', "’": '"', "'": '"', "«": '"', "»": '"',
    "–": "—", "-": "-", "--": "—", "---": "—", "⸺": "—", "..": "…", "...": "…", "....": "…",
}  # fmt: skip
_BEGIN = frozenset((PARAGRAPH, ".", "!", "?", '"', "…", ":", "—", "(", "*", "_"))
"""Behind these a capital says nothing."""


def counted_words(words: Sequence[str], opens: Container[int], vocabulary: Container[str]) -> list[str]:
    """What each word counts as; those numbered in `opens` begin a paragraph."""
    found: list[str] = []
    before = PARAGRAPH
    for number, word in enumerate(words):
        before = counted_word(word, PARAGRAPH if number in opens else before, vocabulary)
        found.append(before)
    return found


def counted_word(word: str, before: str, vocabulary: Container[str]) -> str:
    """What a word counts as behind `before`, itself a counted word."""
    if word in MARKS:
        return MARKS[word]
    low = word.lower().replace("’", "'")
    if word[:1].isdigit():
        return NUMBER
    if word[:1].isupper() and not (low in vocabulary and (before in _BEGIN or low in _SMALL or word == low.upper())):
        return NAMES if low.endswith("'s") else NAME
    if low in vocabulary:
        return low
    if not low[:1].isalpha():
        return OTHER
    return next((f"<{ending}>" for ending in ENDINGS if low.endswith(ending)), OTHER)


_SMALL = frozenset(
    """
    i i'm i've i'd i'll the a an and but or if in on at of to for with he she it they we you his her their its this that these
    those there then when what who where why how not no so as
    """.split()  # noqa: SIM905
)
"""Words that no capital makes a name of."""
