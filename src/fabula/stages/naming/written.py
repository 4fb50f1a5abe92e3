"""Letters and messages: stretches of a story in which whoever signs or sends says "I"."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence

import msgspec

from fabula.stages.naming.candidates import Candidate
from fabula.story import Span, words_in

_GREETING = re.compile(
    r"[\s*_]*(?:my (?:own |very )?)?(?:dear(?:est)?|darling|beloved)\b[^\n]*?[,:.!—–-]*[\s*_]*\Z", re.IGNORECASE
)
_LABEL = re.compile(r"[\s*_>]*(?:\[[^\]\n]{1,60}\]|\(?\d[\d:./, ]*(?:[ap]\.?m\.?)?\)?)?[\s*_]*", re.IGNORECASE)
_WORDS_OF_GREETING, _WORDS_OF_SIGNATURE = 8, 6
_LONGEST = 120
"""Paragraphs of a letter; what nobody has signed by then is not taken for a letter."""


class Written(msgspec.Struct, frozen=True):
    """A letter or message: the chains of its writer and of the one it is written to, -1 where nobody is named."""

    span: Span
    writer: int
    reader: int


def find_written(text: str, paragraphs: Sequence[Span], found: Sequence[Candidate]) -> list[Written]:
    """The letters and messages in text order, none inside another."""
    names = [one for one in found if one.named]
    starts = [one.span.start for one in names]
    inside = [names[bisect_left(starts, span.start) : bisect_left(starts, span.end)] for span in paragraphs]
    sent = _messages(text, paragraphs, inside)
    taken = {one.span.start for one in sent}
    return sorted([*sent, *_letters(text, paragraphs, inside, taken)], key=lambda one: one.span.start)


def written_at(written: Sequence[Written], at: int) -> Written | None:
    """The letter or message that the place lies in."""
    index = bisect_right(written, at, key=lambda one: one.span.start) - 1
    return written[index] if index >= 0 and at < written[index].span.end else None


def _messages(text: str, paragraphs: Sequence[Span], inside: Sequence[Sequence[Candidate]]) -> list[Written]:
    """Paragraphs that begin with a sender's name and a colon, where at least two people send some."""
    sent = [
        (span, names[0].named.entity)
        for span, names in zip(paragraphs, inside, strict=True)
        if names
        and names[0].named
        and text[names[0].span.end : names[0].span.end + 2].lstrip("*_")[:1] == ":"
        and _LABEL.fullmatch(text, span.start, names[0].span.start)
    ]
    if len({sender for _, sender in sent}) < 2:
        return []
    found: list[Written] = []
    for index, (span, sender) in enumerate(sent):
        others = {other for _, other in sent[max(0, index - 4) : index + 5] if other != sender}
        found.append(Written(span, sender, others.pop() if len(others) == 1 else -1))
    return found


def _letters(
    text: str, paragraphs: Sequence[Span], inside: Sequence[Sequence[Candidate]], taken: set[int]
) -> list[Written]:
    """From each greeting on a line of its own to the next signature on one, or the end of what follows it."""
    found: list[Written] = []
    begun = -1
    for index, span in enumerate(paragraphs):
        line = text[span.start : span.end]
        if span.start in taken:
            begun = -1
        elif words_in(line) <= _WORDS_OF_GREETING and _GREETING.match(line) and line.rstrip(" *_")[-1] in ",:.!—–-":
            begun = index
        elif begun >= 0 and index - begun > _LONGEST:
            begun = -1
        elif begun >= 0 and inside[index] and _signs(text, span, inside[index]):
            writer, reader = inside[index][-1].named, inside[begun][-1].named if inside[begun] else None
            found.append(
                Written(
                    Span(paragraphs[begun].start, span.end),
                    writer.entity if writer else -1,
                    reader.entity if reader else -1,
                )
            )
            begun = -1
    return found


def _signs(text: str, span: Span, names: Sequence[Candidate]) -> bool:
    """True for a short line that ends with a name and no stop: "Your friend, Inés"."""
    line = text[span.start : span.end].rstrip(" *_—-")
    ends = names[-1].span.end >= span.start + len(line.rstrip(".")) and not line.endswith(("?", "!", '"', "”"))
    return ends and words_in(line) <= _WORDS_OF_SIGNATURE
