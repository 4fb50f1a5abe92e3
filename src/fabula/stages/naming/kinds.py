"""What the model takes each name for: a person, a place, a ship."""

from bisect import bisect_left
from collections.abc import Sequence

from fabula.models.output import FORMS, TYPES, MentionScore, ReaderOutput, words_under
from fabula.stages.naming.evidence import Evidence
from fabula.story import Span

_PRONOUN = FORMS.index("pronoun")
_WEIGHT = 1.1
"""What a sure vote of the model weighs, on the scale of a speech tag's 1.5."""


def kinds_seen(output: ReaderOutput, spans: Sequence[Span]) -> list[Evidence]:
    """The model's vote at each of the spans, that of the mention which fits it best; none where it sees no mention."""
    starts = [one.start for one in output.mentions]
    return [_vote(output, starts, *words_under(output, span)) for span in spans]


def _vote(output: ReaderOutput, starts: Sequence[int], first: int, end: int) -> Evidence:
    near = output.mentions[bisect_left(starts, first - 2) : bisect_left(starts, end)]
    fitting = [one for one in near if first < one.end <= end + 1 and one.form != _PRONOUN]
    if not fitting:
        return Evidence()
    best = max(fitting, key=lambda one: (_shared(one, first, end), one.score))
    return Evidence(**{TYPES[best.type]: _WEIGHT * best.score}, seen=1)


def _shared(one: MentionScore, first: int, end: int) -> float:
    return (min(end, one.end) - max(first, one.start)) / (max(end, one.end) - min(first, one.start))
