"""People whose own way of speaking the tagger doubts again and again: learners of the language, children, robots."""

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable

from fabula.reading import Attributions, Edit, Quotations
from fabula.stages.editing.kinds import EXTRA, FORM, MISSING, PREPOSITION, PRONOUN
from fabula.story import Span

_OFTEN = 3
_WORDS_FOR_ONE = 60
"""Who is doubted so often, and so often for the words he says, speaks so."""
_LETTERS_FOR_A_WORD = 5.5
_MANNERS = frozenset((EXTRA, FORM, MISSING, PREPOSITION, PRONOUN))
"""Kinds of doubts that belong to a way of speaking; a homophone is the author's, whoever speaks."""


def without_voices(edits: Iterable[Edit], quotations: Quotations, attributions: Attributions) -> list[Edit]:
    """The edits without those in the speech of people who speak so."""
    outer = [
        (one.span, two.speaker) for one, two in zip(quotations.items, attributions.items, strict=True) if not one.nested
    ]
    edits = list(edits)
    speakers = [_speaker(outer, edit.span.start) for edit in edits]
    doubts = Counter(s for s, edit in zip(speakers, edits, strict=True) if s is not None and edit.kind in _MANNERS)
    said: Counter[int] = Counter()
    for span, speaker in outer:
        if speaker in doubts and speaker is not None:
            said[speaker] += len(span)
    own = {who for who, n in doubts.items() if n >= _OFTEN and said[who] <= n * _WORDS_FOR_ONE * _LETTERS_FOR_A_WORD}
    return [edit for s, edit in zip(speakers, edits, strict=True) if s not in own or edit.kind not in _MANNERS]


def _speaker(outer: list[tuple[Span, int | None]], at: int) -> int | None:
    index = bisect_right(outer, at, key=lambda pair: pair[0].start) - 1
    return outer[index][1] if index >= 0 and at < outer[index][0].end else None
