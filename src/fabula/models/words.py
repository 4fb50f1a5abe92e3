"""The words of a text, by rule, cut as Universal Dependencies cuts English; and the shape of a word.

Every visible character belongs to exactly one word. A word is a stretch of the text itself, so its place is exact whatever
it holds: combining marks, soft hyphens, ligatures, emoji.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

LOWER_SHAPE, TITLE_SHAPE, UPPER_SHAPE, MIXED_SHAPE = range(4)

_INVISIBLE = "\u00ad\u200b-\u200f\u2060-\u2064\ufeff\ufe00-\ufe0f"
_JOINED = f"[\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\U0001f3fb-\U0001f3ff{_INVISIBLE}]"
_LETTER = rf"(?:[^\W\d_]{_JOINED}*)"
_APOSTROPHE = "['’ʼ]"
_TITLES = (
    "Mr|Mrs|Ms|Mx|Dr|St|Prof|Rev|Hon|Capt|Col|Gen|Lt|Sgt|Maj|Gov|Sen|Rep|Messrs|Mme|Mlle|"
    "Jr|Sr|Esq|Co|Inc|Ltd|vs|etc|Vol|Fig|Ave|Mt"
)
_WORD = re.compile(
    rf"""(?P<address>(?:https?://|www\.)\S+[\w/]|[\w.+-]+@[\w-]+\.[\w.-]*\w)
    |(?P<short>(?:{_TITLES})\.(?=\s|,)|No\.(?=\s*\d)|(?:[A-Za-z]\.){{2,}}|[A-Z]\.(?=\s+[A-Z]|[A-Z]))
    |(?P<number>\d{_JOINED}*(?:\d|[.,:/](?=\d)|{_JOINED})*(?:st|nd|rd|th|s|am|pm)?(?![^\W_]))
    |(?P<letters>(?:{_LETTER}|\d)(?:{_LETTER}|\d|{_APOSTROPHE}(?=[^\W\d_]))*)
    |(?P<dots>\.{{2,}}|-{{2,}}|[!?]{{2,}}|\*{{2,}}|_{{2,}})
    |(?P<other>\S{_JOINED}*(?:(?<=\u200d)[^\s\w]{_JOINED}*)*)""",
    re.VERBOSE,
)
_SPLIT = re.compile(
    rf"(?P<stem>.+?)(?P<clitic>n{_APOSTROPHE}t|{_APOSTROPHE}(?:s|ll|ve|re|d|m))$|(?P<can>can)(?P<not>not)$"
    rf"|(?P<verb>gon|got|wan)(?P<to>na|ta)$|(?P<it>{_APOSTROPHE}t)(?P<is>is|was|will)$",
    re.IGNORECASE,
)
_FINAL_CLITIC = re.compile(
    rf"{_APOSTROPHE}(?:tis|twas|em|til|cause|bout|round|s|ll|ve|re|d|m)(?![^\W_])", re.IGNORECASE
)


def word_shape(word: str) -> int:
    """0 lower case or no letters, 1 a capital first, 2 all capitals, 3 a capital inside."""
    if word[:1].isupper():
        return UPPER_SHAPE if len(word) > 1 and word.isupper() else TITLE_SHAPE
    return MIXED_SHAPE if any(c.isupper() for c in word) else LOWER_SHAPE


def split_words(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """(start, end) in code points of each word of `text[start:end]`, in order.

    "don't" is two words, "do" and "n't"; "well-known" three; "Mr." one. Where a clitic stands after an apostrophe that
    opens it ("'em"), the two are one word.
    """
    at = start
    while at < end:
        if text[at].isspace():
            at += 1
            continue
        found = _FINAL_CLITIC.match(text, at, end) if text[at] in "'’ʼ" else None
        if found and (at == start or not _is_closing(text, at, start)):
            yield from _parts(text, at, found.end())
            at = found.end()
            continue
        match = _WORD.match(text, at, end)
        stop = match.end() if match else at + 1
        yield from _parts(text, at, stop) if match and match.lastgroup == "letters" else ((at, stop),)
        at = stop


def _is_closing(text: str, at: int, start: int) -> bool:
    """Whether an apostrophe stands right after a mark, where it closes a quotation rather than opens a word."""
    return at > start and text[at - 1] in ".,!?…—"


def _parts(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    match = _SPLIT.match(text, start, end)
    if match is None:
        yield start, end
        return
    cut = next(match.end(name) for name in ("stem", "can", "verb", "it") if match.group(name))
    yield start, cut
    yield cut, end
