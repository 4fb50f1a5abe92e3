"""Whether words after a closing quotation mark belong to the speech before them: "What?" *he asked*."""

from __future__ import annotations

from collections.abc import Sequence


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


FINAL = _set(". ? ! … ... .... ?! !! !? ??")
CLOSING = _set("” \" '' ’ '")
OPENING = _set("“ \" ‘ ' ( [ — – -")
SAYING = _set(
    "said says say asked asks ask cries cried replies replied exclaimed answered answers whispered whispers murmured shouted "
    "shouts called calls muttered returned continued added began demanded demands remarked observed repeated inquired "
    "enquired echoed growled laughed sighed thought screamed roared sobbed gasped interrupted retorted rejoined put went "
    "resumed protested suggested explained wailed started yelled snapped told"
)
REACH = 4
"""Words after a speech in which a verb of saying makes them its tag."""


def is_tag(words: Sequence[str], number: int, mark: str) -> bool:
    """Whether the words from `number`, after a speech that ended with `mark`, say who spoke.

    They do where they go on in lower case, or hold a verb of saying before any mark. A full stop never comes before a tag.
    """
    if not words[number][:1].isupper():
        return words[number][:1].isalpha()
    following: list[str] = []
    for word in words[number : number + REACH]:
        if not word[0].isalnum():
            break
        following.append(word.lower())
    return mark != "." and any(word in SAYING for word in following)


def splits_a_tag(words: Sequence[str], number: int) -> bool:
    """Whether a sentence that starts at `number` would part a speech that ends in "?" or "!" from its tag."""
    if number < 2 or number >= len(words) or words[number - 1] not in CLOSING:
        return False
    mark = words[number - 2]
    return mark in FINAL and mark != "." and is_tag(words, number, mark)


def ends_plainly(words: Sequence[str], number: int) -> bool:
    """Whether word `number` is a full stop or its like, closing marks behind it counted, and a capital comes next."""
    last, following = number, number + 1
    while last > 0 and words[last] in CLOSING:
        last -= 1
    while following < len(words) and words[following] in OPENING:
        following += 1
    return words[last][-1] in ".?!…" and following < len(words) and words[following][0].isupper()
