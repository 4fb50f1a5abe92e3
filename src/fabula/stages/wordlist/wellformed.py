"""Words no dictionary lists that English makes freely: "unwatched", "cloudlike", "shadowcat"."""

import re

_BEFORE = (
    "un", "re", "non", "over", "under", "out", "mis", "pre", "anti", "super", "half", "mid", "inter", "fore", "counter"
)  # fmt: skip
_AFTER = (
    "less", "lessly", "lessness", "ness", "like", "ly", "ish", "ishly", "ward", "wards", "wise", "fold", "worthy", "some",
    "hood", "ship", "dom", "most", "er", "ers", "ing", "ingly", "edly", "y", "ier", "iest", "able", "s", "es", "ed",
    "in'", "'d", "'ll", "'ve", "'re", "n't", "'s",
)  # fmt: skip
_DIALECT = (
    "warn't", "wasna", "didna", "dinna", "canna", "wouldna", "couldna", "hain't", "tain't", "amn't", "mayn't", "daren't",
    "durstn't", "usedn't",
)  # fmt: skip
_OLD_VERB = re.compile(r"(?P<stem>[a-z]{2,})(?:est|eth|edst|dst|st)")
"""Thou comest, he warreth, thou marriedst."""
_COMMON_VERB = 5.0
_COMMON = 0.6
_SHORTEST_PIECE = 4
"""Shorter pieces make words of too many slips: "to" + "get", "he" + "re"."""
_LONG_ENOUGH = 5


_NOUN_ENDINGS = ("ing", "ence", "ance", "eur", "ure", "tion", "sion", "ness", "ment", "ship", "ity", "ism", "ist")


def is_plural(word: str, known: dict[str, float]) -> bool:
    """True for the plural of a known word that plainly is a noun by its ending ("ponderings"); nobody adds that s by a slip."""
    return word.endswith("s") and word[:-1] in known and word[:-1].endswith(_NOUN_ENDINGS)


def is_well_formed(word: str, known: dict[str, float]) -> bool:
    """True where the word is a known word with a common beginning or ending, two known words in one, or an old contraction.

    `word` in lower case with straight apostrophes; `known` says how often words stand in a million. Pieces must be
    common enough that a slip seldom makes them.
    """
    if word in _DIALECT or _is_old_verb(word, known):
        return True
    if any(word.startswith(head) and _is_base(word[len(head) :], known) for head in _BEFORE):
        return True
    if any(word.endswith(tail) and _is_stem(word[: -len(tail)], known, tail) for tail in _AFTER):
        return True
    cuts = range(_SHORTEST_PIECE, len(word) - _SHORTEST_PIECE + 1)
    return any(min(known.get(word[:cut], 0.0), known.get(word[cut:], 0.0)) >= _COMMON for cut in cuts)


def _is_old_verb(word: str, known: dict[str, float]) -> bool:
    old = _OLD_VERB.fullmatch(word)
    return bool(old) and any(known.get(old["stem"] + end, 0.0) >= _COMMON_VERB for end in ("", "e"))


def _is_base(word: str, known: dict[str, float]) -> bool:
    return len(word) >= _LONG_ENOUGH and known.get(word, 0.0) >= _COMMON


def _is_stem(stem: str, known: dict[str, float], tail: str) -> bool:
    """Whether the stem, or the stem with the e or y it lost, or without the letter it doubled, is a word."""
    forms = [stem, stem + "e"]
    if stem.endswith("i") and tail[0] not in "iy":
        forms.append(stem[:-1] + "y")
    if len(stem) > 3 and stem[-1] == stem[-2]:
        forms.append(stem[:-1])
    return any(_is_base(form, known) for form in forms)
