"""Windows of clean fiction as other authors would type it: other marks, contractions, modern words, another narrator.

Nothing is invented: words are replaced by words that leave the sentence right.
"""

from __future__ import annotations

import random
import re
from pathlib import Path

from fabula.models.slips_words import slip_words
from fabula.models.wordpiece import WordPieces
from training.data.fiction import plain

HELD_OUT = (
    "georgette-heyer", "harry-harrison", "josephine-tey", "kenneth-grahame", "sinclair-lewis", "willa-cather",
)  # fmt: skip
"""Authors that never train the tagger: they measure it."""
PIECES = 254
"""Word pieces of a window without its two ends."""
SHARED = {
    "upon": "on", "whilst": "while", "telephone": "phone", "wireless": "radio", "motor-car": "car", "chap": "guy",
    "chaps": "guys", "fellow": "guy", "fellows": "guys", "damned": "fucking", "confounded": "fucking", "ere": "before",
    "amongst": "among", "presently": "soon", "perhaps": "maybe", "shall": "will", "gramophone": "stereo",
    "hullo": "hey", "telegram": "text", "lavatory": "bathroom", "rather": "pretty", "whom": "who", "folk": "people",
    "automobile": "car", "motorcar": "car", "mother": "mom", "father": "dad", "grey": "gray", "trousers": "jeans",
}  # fmt: skip
CONTRACTIONS = (
    (r"\b(do|does|did|is|was|were|are|has|have|had|would|could|should|must|need)\snot\b", r"\1n’t"),
    (r"\b(can)(?:not|\snot)\b", r"\1’t"),
    (r"\bwill not\b", "won’t"),
    (r"\b(I) am\b", r"\1’m"),
    (r"\b(you|we|they) are\b", r"\1’re"),
    (r"\b(he|she|it|that|there|what) is\b(?! [^\w\s])", r"\1’s"),
    (r"\b(I|you|we|they) have (?=\w+(?:ed|en|one|een)\b)", r"\1’ve "),
    (r"\b(I|you|he|she|we|they) had (?=\w+(?:ed|en|one|een)\b)", r"\1’d "),
    (r"\b(I|you|he|she|we|they|it) (?:will|shall) (?=\w)", r"\1’ll "),
    (r"\b(I|you|he|she|we|they) would (?=\w)", r"\1’d "),
)
MARKS = (("“", "”", "’"), ('"', '"', "'"), ("‘", "’", "’"), ("'", "'", "'"), ('"', '"', "’"))
MARK_SHARES = (45, 32, 8, 7, 8)

Books = list[list[str]]
"""Paragraphs of each book, plain."""


def read_books(folder: Path, *, held_out: bool = False) -> Books:
    """The books of fiction-clean that train, or those of the authors who only measure; verse, headings and breaks left out."""
    paths = [p for p in sorted(folder.glob("*.txt")) if p.name.startswith(HELD_OUT) == held_out]
    return [[plain(line) for line in path.read_text("utf-8").split("\n") if _is_prose(line)] for path in paths]


def _is_prose(line: str) -> bool:
    return bool(line) and " / " not in line and not line.startswith(("#", "***"))


def window(books: Books, weights: list[int], pieces: WordPieces, chance: random.Random) -> list[list[str]]:
    """Paragraphs of words from a random place of a book, together at most PIECES pieces, typed in one of many manners."""
    book = chance.choices(books, weights)[0]
    number = chance.randrange(len(book))
    manner = Manner(chance)
    skipped = chance.random() < 0.3
    found: list[list[str]] = []
    used = 0
    while used < PIECES - 6 and number < len(book):
        words = slip_words(manner.typed(book[number]))
        if skipped and not found and len(words) > 60:
            words = words[_sentence_start(words, chance) :]
        kept = list[str]()
        for word in words:
            used += len(pieces.of(word)[:12])
            if used > PIECES:
                break
            kept.append(word)
        if kept:
            found.append(kept)
            used += 1
        number += 1
    return found


def _sentence_start(words: list[str], chance: random.Random) -> int:
    starts = [n + 1 for n, word in enumerate(words[:-20]) if word in (".", "!", "?")]
    return chance.choice(starts) if starts else 0


class Manner:
    """How one author types, drawn by chance and kept through a window."""

    def __init__(self, chance: random.Random) -> None:
        self.opening, self.closing, self.apostrophe = chance.choices(MARKS, MARK_SHARES)[0]
        self.contracts = chance.random() < 0.45
        self.dash = chance.choice(("—", "—", " — ", "--", " - "))
        self.modern = {old: new for old, new in SHARED.items() if chance.random() < 0.35}
        self.names: dict[str, str] = {}
        self.coins = chance.random() < 0.3
        self.chance = chance
        self.narrator = chance.choice(("he", "she")) if chance.random() < 0.15 else ""

    def typed(self, line: str) -> str:
        """A paragraph as this author types it."""
        if self.contracts:
            for pattern, contracted in CONTRACTIONS:
                line = re.sub(pattern, contracted, line)
        if self.narrator:
            line = told_by_i(line, self.narrator)
        line = re.sub(r"[A-Za-z]+(?:-[a-z]+)?", self._word, line)
        line = line.replace("—", self.dash) if self.dash != "—" else line
        if self.opening == "“" and self.apostrophe == "’":
            return line
        line = re.sub(r"(?<=\w)’(?=\w)", "\x00", line)
        line = re.sub(r"‘(?=\w)", "\x01", line)
        if self.opening in "‘'":
            line = line.replace("’", self.apostrophe).replace("\x01", '"' if self.opening == "'" else "“")
        line = line.replace("“", self.opening).replace("”", self.closing).replace("\x01", self.apostrophe)
        return line.replace("’", self.apostrophe).replace("\x00", self.apostrophe)

    def _word(self, found: re.Match[str]) -> str:
        word = found.group()
        if word in self.modern:
            return self.modern[word]
        if self.coins and word[0].isupper() and word.lower() not in ("i",) and found.start() > 1:
            before = found.string[found.start() - 2 : found.start()]
            if before[0].isalpha() and before[1] == " ":
                return self.names.setdefault(word, coined(self.chance) if self.chance.random() < 0.6 else word)
            return self.names.get(word, word)
        return word


HEADS = "b d f g h j k l m n p r s t v w z th sh ch tr kr vel".split()  # noqa: SIM905
TAILS = ["n", "r", "l", "s", "th", "x", "k", "m", "sh", ""]


def coined(chance: random.Random) -> str:
    """A name that nobody has: syllables with a capital."""
    syllables = (chance.choice(HEADS) + chance.choice("aeiouy") for _ in range(chance.choice((1, 2, 2, 3))))
    return ("".join(syllables) + chance.choice(TAILS)).capitalize()


FIRST = {"he": "I", "she": "I", "his": "my", "himself": "myself", "herself": "myself", "he’d": "I’d", "she’d": "I’d"}


def told_by_i(line: str, pronoun: str) -> str:
    """A paragraph without speech, its *he* or *she* told as I; left as it is where that could go wrong."""
    words = set(re.findall(r"\w+(?:’\w+)?", line.lower()))
    wrong = {"him", "hers", "i", "me", "my", "he’s", "she’s", "is", "has", "does", "says"} | (
        {"her"} if pronoun == "she" else set()
    )
    if "“" in line or words & wrong or pronoun not in words or {"he", "she"} <= words:
        return line
    return re.sub(r"\b[Hh]e(?:’d)?\b|\b[Ss]he(?:’d)?\b|\b[Hh]is\b|\b(?:[Hh]im|[Hh]er)self\b", _first, line)


def _first(found: re.Match[str]) -> str:
    new = FIRST[found.group().lower()]
    return new[:1].upper() + new[1:] if found.group()[0].isupper() else new
