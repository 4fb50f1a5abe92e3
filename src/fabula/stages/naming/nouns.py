"""How a common noun means somebody: "the ferryman", "his aunt", "an old woman", "the soldiers"."""

import re
from enum import Enum

from fabula.models.output import ReaderOutput
from fabula.stages.naming.candidates import Candidate
from fabula.stages.naming.pronouns import NOBODY
from fabula.stages.vocabulary import word_set

_POSSESSIVES = word_set("my your his her our their its thy")
_DEMONSTRATIVES = word_set("this that")
_VAGUE = word_set("no any every each some another other such what which whatever many several few both all most more")
_NUMBERS = word_set("two three four five six seven eight nine ten eleven twelve twenty thirty forty fifty hundred")
_OWNER = re.compile(r"['’]s?\b")
_PHRASE_WORDS = 7


class Reference(Enum):
    """How a noun points: at the one we know ("the"), at somebody's ("his aunt"), at a new one ("a"), at several or nobody."""

    THE = "the"
    OWNED = "owned"
    NEW = "new"
    BARE = "bare"
    NOBODY = "nobody"


def head_of(one: Candidate, output: ReaderOutput) -> int:
    """The number of the word that the mention turns on: the one whose own head lies outside it."""
    start, end = one.words.start, min(one.words.end, len(output.words))
    for number in range(start, end):
        if not start <= int(output.heads[number]) < end:
            return number
    return end - 1


def reference_of(one: Candidate, output: ReaderOutput) -> Reference:
    """How a noun points; several people, and nobody in particular, are NOBODY."""
    words = one.low.split()
    head = head_of(one, output)
    if words[0] in NOBODY | _VAGUE | _NUMBERS or words[-1] in NOBODY or " and " in one.low:
        return Reference.NOBODY
    if "Number=Plur" in output.feats[head] or output.upos[head] not in ("NOUN", "PROPN", "ADJ"):
        return Reference.NOBODY
    if words[0] == "the" or (words[0] in _DEMONSTRATIVES and len(words) > 1):
        return Reference.THE
    if words[0] in _POSSESSIVES or _OWNER.search(words[0]) or (len(words) > 1 and _OWNER.search(words[1])):
        return Reference.OWNED
    return Reference.NEW if words[0] in ("a", "an", "one") else Reference.BARE


def is_short(one: Candidate) -> bool:
    """True for a phrase that can be said again, not a description that runs on."""
    words = one.low.split()
    return len(words) <= _PHRASE_WORDS and not re.search(r"[,;:—\"“”]|--", one.low)
