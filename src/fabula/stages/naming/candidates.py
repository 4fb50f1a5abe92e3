"""Every place where the story speaks of somebody or something, before it is known whom each means."""

from bisect import bisect_right
from collections.abc import Sequence

import msgspec

from fabula.models.output import FORMS, TYPES, MentionScore, ReaderOutput, words_under
from fabula.reading import Form, Mention, Quotations
from fabula.story import Span

_NAME = FORMS.index(Form.NAME.value)


class Candidate(msgspec.Struct, frozen=True):
    """A mention before it is linked: where it stands, what it is, and the same in the model's words.

    `low` are its words casefolded, single-spaced. `named` is the mention that the story's own names made of it, None for
    what only the model sees. `quotation` is the number of the innermost quotation it stands in, -1 outside speech.
    """

    span: Span
    low: str
    words: MentionScore
    named: Mention | None
    quotation: int

    @property
    def is_person(self) -> bool:
        """True where it is taken for somebody rather than something."""
        return self.words.type == TYPES.index("person")

    @property
    def is_noun(self) -> bool:
        """True for a common noun with its words."""
        return self.words.form == FORMS.index(Form.NOUN.value)

    @property
    def is_pronoun(self) -> bool:
        """True for a pronoun."""
        return self.words.form == FORMS.index(Form.PRONOUN.value)


def candidates(text: str, named: Sequence[Mention], output: ReaderOutput, quotations: Quotations) -> list[Candidate]:
    """All mentions in text order, the wider first: every name, and the model's nouns and pronouns.

    The model's own names are left out, for the story knows its names better.
    """
    known = [(m.span, _score_of(m, output), m) for m in named]
    whole = {(words.start, words.end) for _, words, _ in known}
    seen = [
        (_span_of(m, output), m, None) for m in output.mentions if m.form != _NAME and (m.start, m.end) not in whole
    ]
    ordered = sorted([*known, *seen], key=lambda row: (row[1].start, -row[1].end))
    speech = _Speech(quotations)
    return [
        Candidate(span, " ".join(text[span.start : span.end].casefold().split()), words, mention, speech.at(span.start))
        for span, words, mention in ordered
    ]


class _Speech:
    """Finds the quotation that a place lies in."""

    def __init__(self, quotations: Quotations) -> None:
        self._spans = [quotation.span for quotation in quotations.items]
        self._starts = [span.start for span in self._spans]

    def at(self, place: int) -> int:
        """The innermost quotation round the place; -1 where there is none. Speech is nested twice at most."""
        last = bisect_right(self._starts, place) - 1
        for number in range(last, max(-1, last - 8), -1):
            if place < self._spans[number].end:
                return number
        return -1


def _span_of(mention: MentionScore, output: ReaderOutput) -> Span:
    return Span(int(output.starts[mention.start]), int(output.ends[mention.end - 1]))


def _score_of(mention: Mention, output: ReaderOutput) -> MentionScore:
    first, end = words_under(output, mention.span)
    return MentionScore(first, max(first + 1, end), TYPES.index(mention.kind.value), _NAME, mention.confidence)
