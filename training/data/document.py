"""One annotated document, whatever corpus it comes from."""

from __future__ import annotations

from dataclasses import dataclass, field

TYPES = ("PER", "FAC", "GPE", "LOC", "VEH", "ORG")
FORMS = ("PROP", "NOM", "PRON")


@dataclass(frozen=True)
class Syntax:
    """Universal Dependencies of a document, one entry a word; `heads` are word numbers in the document, -1 for a root."""

    upos: tuple[str, ...]
    feats: tuple[str, ...]
    lemmas: tuple[str, ...]
    heads: tuple[int, ...]
    deprels: tuple[str, ...]


@dataclass(frozen=True)
class GoldMention:
    """Words `start` to `end` (exclusive) name the entity `chain`; `type` and `form` index TYPES and FORMS."""

    start: int
    end: int
    type: int
    form: int
    chain: str


@dataclass(frozen=True)
class GoldQuotation:
    """Words `start` to `end` (exclusive), marks included, said by the entity `speaker` (a chain), or None."""

    start: int
    end: int
    speaker: str | None


@dataclass(frozen=True)
class Document:
    """Words with the sentence and paragraph each starts; `syntax` is None and the tuples empty where not annotated.

    `spaced` says of each word whether a space follows it; empty where that is not known.
    """

    name: str
    words: tuple[str, ...]
    sentence_starts: tuple[int, ...]
    paragraph_starts: tuple[int, ...]
    syntax: Syntax | None = None
    mentions: tuple[GoldMention, ...] = field(default=())
    quotations: tuple[GoldQuotation, ...] = field(default=())
    spaced: tuple[bool, ...] = field(default=())


def plain_text(document: Document) -> tuple[str, list[tuple[int, int]]]:
    """The text of a document whose `spaced` is known, an empty line between paragraphs; and each word's code points."""
    paragraphs, text, places = set(document.paragraph_starts), "", list[tuple[int, int]]()
    for number, word in enumerate(document.words):
        if number in paragraphs and number:
            text = text.rstrip(" ") + "\n\n"
        places.append((len(text), len(text) + len(word)))
        text += word + (" " if document.spaced[number] else "")
    return text, places
