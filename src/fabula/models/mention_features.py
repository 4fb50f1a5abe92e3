"""What a mention's own words say: its gender class, its head, its name words; and what two mentions have in common.

Source of the features: Lee et al. 2017 and the string features of Raghunathan et al. 2010, trimmed to six tables.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy
    from numpy.typing import NDArray

    Integers = NDArray[numpy.int64]


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


PRONOUNS = (
    "he him his himself",
    "she her hers herself",
    "it its itself",
    "they them their theirs themselves themself xe xem xyr ze hir zir",
    "i me my mine myself",
    "we us our ours ourselves",
    "you your yours yourself yourselves thou thee thy thine ye",
)
MALE = _set(
    "mr. mr sir lord king man boy father brother son uncle husband gentleman prince captain monsieur herr "
    "don duke count baron grandfather nephew fellow lad papa dad priest monk sergeant colonel"
)
FEMALE = _set(
    "mrs. mrs miss ms ms. lady queen woman girl mother sister daughter aunt wife madam princess madame "
    "mademoiselle frau duchess countess baroness grandmother niece nun mamma mama mum mom nurse maid "
    "widow"
)
MALE_CLASS, FEMALE_CLASS, OTHER_CLASS = 7, 8, 9
GENDER = {word: number for number, words in enumerate(PRONOUNS) for word in words.split()}
AFTER_HEAD = _set(", who whom whose which that of in on at with from to by for near upon under over - -- — ( ;")
NAME_WORDS = 4
"""Name words of a mention that are compared; further ones are ignored."""
OWN_SIZES = (6, 3, 2, 10, 10)
"""Values of the columns of `MentionFeatures.own`: type, form, in a quotation, gender class, words."""
PAIR_SIZES = (12, 12, 8, 9, 100, 4, 4)
"""Values of the columns of `pair_features`."""
ALIKE_COLUMN, FORMS_COLUMN, SHARED = 2, 3, 4
"""Columns of `pair_features` for equal strings and for forms; what a name word in common adds to the first."""


@dataclass(frozen=True)
class MentionFeatures:
    """Features of the mentions of a text in reading order, `n` mentions.

    `own` is (n, 5), see OWN_SIZES; `start` and `end` (n,) are word numbers; `sentence` (n,) sentence numbers;
    `text`, `head` (n,) and `names` (n, NAME_WORDS) number equal strings alike, names -1 where there is none.
    """

    own: Integers
    start: Integers
    end: Integers
    sentence: Integers
    text: Integers
    head: Integers
    names: Integers


def gender_class(words: Sequence[str]) -> int:
    """A number of 0 to 9: the seven kinds of pronoun, male title or noun, female one, anything else."""
    lowered = [word.lower() for word in words]
    if len(lowered) == 1 and lowered[0] in GENDER:
        return GENDER[lowered[0]]
    for word in lowered:
        if word in MALE:
            return MALE_CLASS
        if word in FEMALE:
            return FEMALE_CLASS
    return OTHER_CLASS


def head_word(words: Sequence[str]) -> str:
    """The noun a mention turns on, in lower case: the word before what follows a noun ('of', 'who', a comma), or the last."""
    for number, word in enumerate(words):
        if number and word.lower() in AFTER_HEAD:
            return words[number - 1].lower()
    return words[-1].lower()


def name_words(words: Sequence[str]) -> list[str]:
    """Capitalised words of a mention in lower case, without titles and pronouns."""
    found = [w.lower() for w in words if w[:1].isupper() and w.lower() not in GENDER]
    return [w for w in found if w not in MALE and w not in FEMALE][:NAME_WORDS]


def features_of(
    words: Sequence[str],
    starts: Sequence[int],
    ends: Sequence[int],
    kinds: Sequence[tuple[int, int]],
    quoted: Sequence[bool],
    sentences: Sequence[int],
) -> MentionFeatures:
    """Features of mentions: words `starts[i]` to `ends[i]` of type and form `kinds[i]`; `quoted`: inside a quotation."""
    import numpy

    numbers: dict[str, int] = {}
    own: list[tuple[int, ...]] = []
    text: list[int] = []
    head: list[int] = []
    names: list[list[int]] = []

    def number(string: str) -> int:
        return numbers.setdefault(string, len(numbers))

    def integers(rows: Sequence[object], *shape: int) -> Integers:
        return numpy.array(rows, numpy.int64).reshape(len(starts), *shape)

    for start, end, (kind, form), inside in zip(starts, ends, kinds, quoted, strict=True):
        span = words[start:end]
        own.append((kind, form, int(inside), gender_class(span), min(OWN_SIZES[4] - 1, len(span) - 1)))
        text.append(number(" ".join(span).lower()))
        head.append(number(head_word(span)))
        names.append(([number(w) for w in name_words(span)] + [-1] * NAME_WORDS)[:NAME_WORDS])
    return MentionFeatures(
        integers(own, 5),
        integers(starts),
        integers(ends),
        integers(sentences),
        integers(text),
        integers(head),
        integers(names, NAME_WORDS),
    )


def pair_features(mentions: MentionFeatures, later: Integers, earlier: Integers) -> Integers:
    """Seven columns for each pair of mention numbers, (pairs, 7), each below its PAIR_SIZES.

    Distance in mentions and in sentences (in powers of two), equal text, head or name word, forms, gender classes,
    quotations, and same type with nesting.
    """
    import numpy

    form, gender = mentions.own[:, 1], mentions.own[:, 3]
    left, right = mentions.names[later], mentions.names[earlier]
    shared = ((left[:, :, None] == right[:, None, :]) & (left[:, :, None] >= 0)).any((1, 2))
    alike = (mentions.text[later] == mentions.text[earlier]) + 2 * (mentions.head[later] == mentions.head[earlier])
    nested = mentions.end[earlier] > mentions.start[later]
    return numpy.stack(
        [
            _bucket(later - earlier),
            _bucket(mentions.sentence[later] - mentions.sentence[earlier]),
            alike + SHARED * shared,
            form[later] * 3 + form[earlier],
            gender[later] * 10 + gender[earlier],
            mentions.own[later, 2] * 2 + mentions.own[earlier, 2],
            2 * (mentions.own[later, 0] == mentions.own[earlier, 0]) + nested,
        ],
        1,
    )


def _bucket(distances: Integers) -> Integers:
    """0 for nothing, then one bucket for each power of two, 11 the last."""
    import numpy

    return numpy.minimum(11, numpy.frexp(numpy.maximum(distances, 0).astype(numpy.float64))[1]).astype(numpy.int64)
