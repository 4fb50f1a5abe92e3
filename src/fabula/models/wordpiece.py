"""Words to word pieces, as the uncased BERT tokenizer does it.

Source: Devlin et al. 2019 (basic tokenizer, then greedy longest match, Wu et al. 2016). Proved equal to the reference
implementation by `training/prove_wordpiece.py`.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

UNKNOWN, START, SEPARATOR = "[UNK]", "[CLS]", "[SEP]"
REMOVED = frozenset(("Cc", "Cf", "Co"))
"""Categories of characters that are dropped; unassigned ones are kept, as in the reference."""
LONGEST_WORD = 100
"""Longer words are one unknown piece, as in the reference."""
CJK = (
    (0x4E00, 0x9FFF),
    (0x3400, 0x4DBF),
    (0x20000, 0x2A6DF),
    (0x2A700, 0x2B73F),
    (0x2B740, 0x2B81F),
    (0x2B920, 0x2CEAF),
    (0xF900, 0xFAFF),
    (0x2F800, 0x2FA1F),
)


@dataclass(frozen=True)
class WordPieces:
    """A vocabulary; `remembered` keeps the pieces of words met before, which changes the speed and nothing else."""

    numbers: dict[str, int]
    remembered: dict[str, tuple[int, ...]] = field(
        default_factory=dict[str, tuple[int, ...]], compare=False, repr=False
    )

    def of(self, word: str) -> tuple[int, ...]:
        """The numbers of the pieces of a word, never empty: a word of nothing but invisible characters is unknown."""
        known = self.remembered.get(word)
        if known is None:
            known = tuple(self._pieces(word)) or (self.numbers[UNKNOWN],)
            self.remembered[word] = known
        return known

    def _pieces(self, text: str) -> Iterator[int]:
        for part in basic_words(text):
            yield from self._longest_match(part)

    def _longest_match(self, part: str) -> list[int]:
        if len(part) > LONGEST_WORD:
            return [self.numbers[UNKNOWN]]
        found: list[int] = []
        start = 0
        while start < len(part):
            end, number = len(part), None
            while start < end and number is None:
                number = self.numbers.get(("##" if start else "") + part[start:end])
                end -= 1
            if number is None:
                return [self.numbers[UNKNOWN]]
            found.append(number)
            start = end + 1
        return found


def read_vocabulary(lines: Iterable[str]) -> WordPieces:
    """The vocabulary of a file with one piece a line, numbered from 0."""
    return WordPieces({line.rstrip("\n"): number for number, line in enumerate(lines)})


def basic_words(text: str) -> list[str]:
    """Lower-case words without accents, each punctuation mark and each Chinese character a word of its own."""
    if text.isascii() and text.isalnum():
        return [text.lower()]
    cleaned = "".join(_cleaned(text))
    stripped = "".join(c for c in unicodedata.normalize("NFD", cleaned) if unicodedata.category(c) != "Mn")
    lowered = "".join(c.lower() for c in stripped)
    spaced = "".join(f" {c} " if _is_punctuation(c) else c for c in lowered)
    return spaced.split()


def _cleaned(text: str) -> Iterator[str]:
    for c in text:
        if c in "\t\n\r" or (c.isspace() and unicodedata.category(c) != "Cc"):
            yield " "
        elif unicodedata.category(c) in REMOVED or c == "\ufffd":
            continue
        elif any(low <= ord(c) <= high for low, high in CJK):
            yield f" {c} "
        else:
            yield c


def _is_punctuation(c: str) -> bool:
    if c.isascii():
        return c.isprintable() and not c.isalnum() and c != " "
    return unicodedata.category(c)[0] == "P"
