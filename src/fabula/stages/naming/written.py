"""Letters and messages: stretches of a story in which whoever signs or sends says "I"."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence

import msgspec

from fabula.stages.naming.candidates import Candidate
from fabula.story import Span, words_in

_GREETING = re.compile(
    r"[\s*_]*(?:my (?:own |very )?)?(?:dear(?:est)?|darling|beloved)\b[^\n]*[,:.!—–-][\s*_]*\Z", re.I
)
_HEADER = re.compile(r"[\s*_]*(?:from|to|date|subject)[*_]*:", re.IGNORECASE)
_POSTSCRIPT = re.compile(r"[\s*_]*p\.? ?p?\.?s\b", re.IGNORECASE)
_LABEL = re.compile(r"[\s*_>]*(?:\[[^\]\n]{1,60}\]|\(?\d[\d:./, ]*(?:[ap]\.?m\.?)?\)?)?[\s*_]*", re.IGNORECASE)
_WORDS_OF_GREETING, _WORDS_OF_SIGNATURE = 8, 6
_LONGEST = 120
"""Paragraphs of a letter; what nobody has signed by then is not taken for a letter."""
_CORRESPONDENTS = 2


class Written(msgspec.Struct, frozen=True):
    """A letter or message: the chains of its writer and of the one it is written to, -1 where nobody is named."""

    span: Span
    writer: int
    reader: int


class _Paragraph(msgspec.Struct, frozen=True):
    """A paragraph with the names in it."""

    span: Span
    line: str
    names: tuple[Candidate, ...]


def find_written(text: str, paragraphs: Sequence[Span], found: Sequence[Candidate]) -> list[Written]:
    """The letters and messages in text order, none inside another."""
    names = [one for one in found if one.named]
    starts = [one.span.start for one in names]
    read = [
        _Paragraph(
            span,
            text[span.start : span.end],
            tuple(names[bisect_left(starts, span.start) : bisect_left(starts, span.end)]),
        )
        for span in paragraphs
    ]
    sent = _messages(text, read)
    letters = _letters(text, read, {one.span.start for one in sent})
    return sorted([*sent, *letters], key=lambda one: one.span.start)


def written_at(written: Sequence[Written], at: int) -> Written | None:
    """The letter or message that the place lies in."""
    index = bisect_right(written, at, key=lambda one: one.span.start) - 1
    return written[index] if index >= 0 and at < written[index].span.end else None


def _messages(text: str, read: Sequence[_Paragraph]) -> list[Written]:
    """Paragraphs that begin with a sender's name and a colon, where at least two people send some."""
    sent: list[tuple[Span, int]] = []
    for paragraph in read:
        for one in paragraph.names[:3]:
            labels = text[one.span.end : one.span.end + 3].lstrip("*_")[:1] == ":"
            if (
                labels
                and not _HEADER.match(paragraph.line)
                and _LABEL.fullmatch(text, paragraph.span.start, one.span.start)
            ):
                sent.append((paragraph.span, _chain(one)))
    if len({sender for _, sender in sent}) < _CORRESPONDENTS:
        return []
    found: list[Written] = []
    for index, (span, sender) in enumerate(sent):
        others = {other for _, other in sent[max(0, index - 4) : index + 5] if other != sender}
        found.append(Written(span, sender, others.pop() if len(others) == 1 else -1))
    return found


def _letters(text: str, read: Sequence[_Paragraph], messages: set[int]) -> Iterator[Written]:
    """From each greeting on a line of its own to the next signature on one, with a postscript under it; electronic mail has
    its writer in its header.
    """
    begun, writer, reader = -1, -1, -1
    for index, paragraph in enumerate(read):
        if begun >= 0 and (paragraph.span.start in messages or _opens(paragraph) or index - begun > _LONGEST):
            if writer >= 0:
                yield Written(Span(read[begun].span.start, read[index - 1].span.end), writer, reader)
            begun = -1
        if paragraph.span.start in messages:
            continue
        if _opens(paragraph):
            begun, writer, reader = index, *_correspondents(text, paragraph)
        elif begun >= 0 and _signs(paragraph):
            follows = index + 1 < len(read) and _POSTSCRIPT.match(read[index + 1].line)
            end = read[index + 1 if follows else index].span.end
            yield Written(Span(read[begun].span.start, end), _chain(paragraph.names[-1]), reader)
            begun = -1
    if begun >= 0 and writer >= 0:
        yield Written(Span(read[begun].span.start, read[-1].span.end), writer, reader)


def _opens(paragraph: _Paragraph) -> bool:
    if _HEADER.match(paragraph.line):
        return len(paragraph.names) > 0 and "\n" in paragraph.line
    return words_in(paragraph.line) <= _WORDS_OF_GREETING and bool(_GREETING.match(paragraph.line))


def _correspondents(text: str, paragraph: _Paragraph) -> tuple[int, int]:
    """Who writes and who is written to, as far as the greeting or header says."""
    if not _HEADER.match(paragraph.line):
        return -1, _last(paragraph.names)
    leads = [
        (text[max(0, one.span.start - 12) : one.span.start].rstrip(" *_").casefold(), one) for one in paragraph.names
    ]
    return _last(one for lead, one in leads if lead.endswith("from:")), _last(
        one for lead, one in leads if lead.endswith("to:")
    )


def _signs(paragraph: _Paragraph) -> bool:
    """True for a short line that ends with a name and no stop: "Your friend, Inés"."""
    line = paragraph.line.rstrip(" *_—-")
    if not paragraph.names or words_in(line) > _WORDS_OF_SIGNATURE or line.endswith(("?", "!", '"', "”")):
        return False
    return paragraph.names[-1].span.end >= paragraph.span.start + len(line.rstrip("."))


def _chain(one: Candidate) -> int:
    return one.named.entity if one.named else -1


def _last(names: Iterable[Candidate]) -> int:
    """The chain of the last of the names, -1 for none."""
    return next((_chain(one) for one in reversed(list(names))), -1)
