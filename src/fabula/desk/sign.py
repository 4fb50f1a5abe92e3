"""Turns remarks into comments: a name, a severity and an id that lasts into the next draft."""

from bisect import bisect_right
from collections.abc import Iterable
from hashlib import sha256

from fabula.desk.catalogue import Check
from fabula.reading import Sentences
from fabula.review import Comment, Remark
from fabula.story import Span

_ID_LENGTH = 12


def sign(remarks: Iterable[tuple[Check, Remark]], text: str, sentences: Sentences) -> tuple[Comment, ...]:
    """The comments in reading order.

    An id is twelve hex digits of a hash over the check, the words and the sentence that holds their first character; where
    one sentence stands twice in a story its comments are told apart by counting, so moving text does not change an id.
    """
    starts = [sentence.start for sentence in sentences.items]
    seen: dict[str, int] = {}
    comments: list[Comment] = []
    around, digest = Span(0, 0), ""
    for check, remark in sorted(remarks, key=lambda pair: (pair[1].span, pair[0].name, pair[1].message)):
        sentence = _sentence_at(remark.span.start, sentences, starts)
        if sentence != around:  # digested once, however many comments a sentence has
            around, digest = sentence, _digest(" ".join(text[sentence.start : sentence.end].split()))
        key = "\x1f".join((check.name, text[remark.span.start : remark.span.end], digest))
        seen[key] = seen.get(key, 0) + 1
        comments.append(_comment(check, remark, _digest(f"{key}\x1f{seen[key]}")[:_ID_LENGTH]))
    return tuple(comments)


def _sentence_at(offset: int, sentences: Sentences, starts: list[int]) -> Span:
    """The last sentence that begins at `offset` or before; an empty one before the first."""
    index = bisect_right(starts, offset) - 1
    return sentences.items[index] if index >= 0 else Span(0, 0)


def _digest(words: str) -> str:
    return sha256(words.encode()).hexdigest()


def _comment(check: Check, remark: Remark, id: str) -> Comment:
    return Comment(
        id=id,
        span=remark.span,
        check=check.name,
        severity=check.severity,
        kind=check.kind,
        message=remark.message,
        suggestions=remark.suggestions,
        evidence=remark.evidence,
        confidence=remark.confidence,
    )
