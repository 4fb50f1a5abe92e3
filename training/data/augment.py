"""Documents made again as other authors would type them: other quotation marks or none, all lower case, other pronouns.

Nothing here invents a label: words are replaced one for one, or dropped with their labels moved along.
"""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Callable
from dataclasses import replace

from training.data.document import Document, GoldMention

STYLES = (("“", "”"), ('"', '"'), ("‘", "’"), ("'", "'"), ("«", "»"))
OPENING, CLOSING, DOUBLE = frozenset(["“", "``"]), frozenset(["”", "''"]), '"'
PRONOUN = 2
"""The form of a pronoun in FORMS."""
NEW_PRONOUNS = (
    {"subject": "they", "object": "them", "determiner": "their", "possessive": "theirs", "reflexive": "themselves"},
    {"subject": "xe", "object": "xem", "determiner": "xyr", "possessive": "xyrs", "reflexive": "xemself"},
)
CASES = {"he": "subject", "she": "subject", "him": "object", "his": "determiner", "hers": "possessive"}
CASES |= {"himself": "reflexive", "herself": "reflexive"}
PLURAL_VERBS = {"was": "were", "is": "are", "has": "have", "does": "do", "'s": "'re", "’s": "’re"}


def vary(document: Document, chance: random.Random) -> Document:
    """The document as it is, or (about half of the time) with one or two of these changes."""
    if chance.random() < 0.35:
        document = replace_marks(document, *chance.choice(STYLES))
    elif document.quotations and chance.random() < 0.12:
        document = drop_marks(document) if chance.random() < 0.5 else dash_marks(document)
    if document.mentions and chance.random() < 0.12:
        document = swap_pronouns(document, chance)
    if chance.random() < 0.04:
        document = replace(document, words=tuple(word.lower() for word in document.words))
    return document


def replace_marks(document: Document, opening: str, closing: str) -> Document:
    """Double quotation marks become the given ones; straight ones open and close by turns within a paragraph."""
    paragraphs, inside, words = set(document.paragraph_starts), False, list[str]()
    for number, word in enumerate(document.words):
        if number in paragraphs:
            inside = False
        if word in OPENING or (word == DOUBLE and not inside):
            inside, word = True, opening
        elif word in CLOSING or word == DOUBLE:
            inside, word = False, closing
        words.append(word)
    return replace(document, words=tuple(words))


def drop_marks(document: Document) -> Document:
    """Speech without marks, as in some modern novels: the marks at the ends of quotations are gone."""
    return keep_words(document, lambda number: number not in _marks(document))


def dash_marks(document: Document) -> Document:
    """Speech opened by a dash and closed by nothing."""
    opened = {q.start for q in document.quotations} & _marks(document)
    words = tuple("—" if number in opened else word for number, word in enumerate(document.words))
    closed = _marks(document) - opened
    return keep_words(replace(document, words=words), lambda number: number not in closed)


def _marks(document: Document) -> set[int]:
    ends = {q.start for q in document.quotations} | {q.end - 1 for q in document.quotations}
    return {n for n in ends if not any(c.isalnum() for c in document.words[n])}


def keep_words(document: Document, keep: Callable[[int], bool]) -> Document:
    """A document without syntax whose words are those kept, its labels moved; what is left empty goes."""
    moved = [0]
    for number in range(len(document.words)):
        moved.append(moved[-1] + keep(number))
    spans = lambda items: tuple(  # noqa: E731
        replace(x, start=moved[x.start], end=moved[x.end]) for x in items if moved[x.start] < moved[x.end]
    )
    starts = lambda places: tuple(sorted({moved[p] for p in places if moved[p] < moved[-1]}))  # noqa: E731
    return replace(
        document,
        words=tuple(w for n, w in enumerate(document.words) if keep(n)),
        sentence_starts=starts(document.sentence_starts),
        paragraph_starts=starts(document.paragraph_starts),
        mentions=spans(document.mentions),
        quotations=spans(document.quotations),
    )


def swap_pronouns(document: Document, chance: random.Random) -> Document:
    """One of the three characters most often called he or she becomes they or xe; a verb that follows *they* agrees."""
    words = list(document.words)
    singular = [m for m in document.mentions if m.form == PRONOUN and words[m.start].lower() in (*CASES, "her")]
    chains = [chain for chain, _ in Counter(m.chain for m in singular).most_common(3)]
    if not chains:
        return document
    chain, forms = chance.choice(chains), chance.choice(NEW_PRONOUNS)
    for mention in (m for m in singular if m.chain == chain):
        old = words[mention.start]
        new = forms[_case(document, mention, old.lower())]
        words[mention.start] = new.capitalize() if old[0].isupper() else new
        follows = mention.end
        if new == "they" and follows < len(words):
            words[follows] = PLURAL_VERBS.get(words[follows], words[follows])
    return replace(document, words=tuple(words))


def _case(document: Document, mention: GoldMention, pronoun: str) -> str:
    if pronoun != "her":
        return CASES[pronoun]
    owns = any(m.start == mention.start and m.end > mention.end for m in document.mentions)
    return "determiner" if owns else "object"
