"""Who is speaking: an author to readers, or the story."""

import re
from typing import NamedTuple

from fabula.stages.set_aside.cues import CUES

_CUE = re.compile("|".join(f"(?P<c{number}>{pattern})" for number, (_, _, pattern) in enumerate(CUES)), re.I)
_QUOTED = re.compile(
    r"[\"“„«][^\"”»]{2,}(?:[\"”»]|$)|(?<!\w)['‘](?=\w)(?:[^'’]|(?<=\w)['’](?=\w))*?[.,!?…—-]['’](?!\w)"
)
_THIRD = re.compile(r"\b(?:he|she|they|his|her|him|them|hers|himself|herself)\b", re.I)
_PAST = re.compile(
    r"\b(?:was|were|had|did|said|could|would|went|came|took|felt|knew|thought|stood|saw|made|left|got|sat|ran|heard|"
    r"found|kept|held|fell|woke|began|told|gave|let|lay|spoke|turned|looked|walked|asked|opened|closed|smiled|stopped|"
    r"[a-z]{3,}ed)\b"
)
_FIRST = re.compile(r"\b(?:I|[Mm]y|[Mm]e)\b")
_SECOND = re.compile(r"\byour?\b", re.I)
_FIRST_PRESENT = re.compile(r"\bI(?:['’]m|['’]ve|['’]ll| am| have| will| hope| think| promise| know| want| don['’]t)\b")


_LONGEST = 4000
"""Code points of a paragraph that are heard: a voice shows itself by then."""


class Voice(NamedTuple):
    """How a stretch speaks: `talk` sums the cues of an author talking to readers, `strong` those that are more than hints;
    `about` is the heaviest one's subject; `author` where more than a "you" is heard; `narrates` where it tells or speaks a
    story instead."""

    talk: int
    strong: int
    about: str
    author: bool
    narrates: bool


def hear(text: str) -> Voice:
    """The voice of a paragraph or sentence; what stands in quotation marks is not heard."""
    text = text[:_LONGEST]
    straight = text.replace("’", "'")
    bare = _QUOTED.sub(" ", text)
    cues = {CUES[int((found.lastgroup or "c0")[1:])] for found in _CUE.finditer(bare.replace("’", "'"))}
    talk = sum(weight for weight, _, _ in cues)
    strong = sum(weight for weight, _, _ in cues if weight > 1)
    about = max(cues)[1] if cues else ""
    author = any(subject != "readers" for _, subject, _ in cues)
    return Voice(talk, strong, about, author, _narrates(straight, bare, strong))


def _narrates(text: str, bare: str, strong: int) -> bool:
    past = len(_PAST.findall(bare))
    if text[:1] in "\"'“„«‘" and strong < 3:
        return True
    if strong >= 3:
        return False
    talks = bool(_FIRST_PRESENT.search(bare) or _SECOND.search(bare) or "!" in bare)
    if strong or talks:
        return past > 1 and not talks
    return past > 1 or bool(_THIRD.search(bare) and (past or not _FIRST.search(bare)))


def tells_past(text: str) -> bool:
    """True where at least one verb outside quotation marks stands in the past."""
    return bool(_PAST.search(_QUOTED.sub(" ", text)))
