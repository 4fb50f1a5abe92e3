"""What a mention's own words say of gender."""

import re
from collections.abc import Iterator, Sequence

from fabula.stages.naming.forms import form_of, gender_of
from fabula.stages.naming.pronouns import CHOSEN
from fabula.stages.naming.words import FEMALE_KIN, MALE_KIN
from fabula.stages.vocabulary import word_set
from fabula.story import Span

PEOPLE = {
    **dict.fromkeys(("he", "him", "his", "himself"), "he"),
    **dict.fromkeys(("she", "her", "hers", "herself"), "she"),
    **dict.fromkeys(("they", "them", "their", "themself", "themselves"), "they"),
    **CHOSEN,
}
"""The pronouns that follow a person's name, each with the one it is a form of."""
_PRONOUNS = {**PEOPLE, "theirs": "they", **dict.fromkeys(("it", "its", "itself"), "it")}


_WORD = re.compile(r"[^\W\d_]+")
_QUOTED = re.compile(r"[\"“”«»]|(?<!\w)[‘'](?=\w)|(?<=[.,!?…—–])['’](?!\w)|\n\s*\n")
_CLAUSE_ENDS = re.compile(r"\s*[.,;:!?…—–)]|\s(?:and|but|as|for|to|with|at|in|on|from|when|while)\b")
_REACH = 160
_MEN = word_set(
    "man boy lad gentleman fellow husband son nephew grandson king prince lord father dad brother uncle grandfather"
)
_WOMEN = word_set(
    "woman girl lady wife daughter niece granddaughter queen princess mother mum mom sister aunt grandmother nun"
)


def noun_gender(low: str) -> str:
    """ "he" or "she" for a noun (casefolded, with its words) that says so: "the old woman", "his nephew"; else ""."""
    words = low.split()
    if any(word in _MEN or word in MALE_KIN for word in words[-1:]):
        return "he"
    return "she" if any(word in _WOMEN or word in FEMALE_KIN for word in words[-1:]) else ""


def genders_clash(noun: str, name: str) -> bool:
    """True for a noun and a name (casefolded) whose words speak of a man and of a woman."""
    return {noun_gender(noun), gender_said(name, True)} == {"he", "she"}


def gender_said(words: str, name: bool) -> str:
    """The pronoun that fits: what a pronoun is, or what the title of a name asks for; "" where nothing is said."""
    if not name:
        return _PRONOUNS.get(words.casefold(), "")
    return gender_of(form_of(tuple(words.replace(".", "").split()), False))


def following_pronouns(text: str, names: Sequence[Span]) -> Iterator[str]:
    """For each name (in text order), the first pronoun to follow it before another name or a speech; "" where none does, or
    that one is plainly somebody else."""
    for index, name in enumerate(names):
        following = names[index + 1].start if index + 1 < len(names) else len(text)
        reach = min(following, name.end + _REACH)
        quoted = _QUOTED.search(text, name.end, reach)
        words = _WORD.finditer(text, name.end, quoted.start() if quoted else reach)
        found = next((word for word in words if word.group().casefold() in PEOPLE), None)
        yield PEOPLE[found.group().casefold()] if found and not _is_object(text, found) else ""


def _is_object(text: str, pronoun: re.Match[str]) -> bool:
    """True for a pronoun that is done something to, by the one just named, and so is somebody else ("Mary saw him")."""
    low = pronoun.group().casefold()
    return low in ("him", "them", "xem") or (low == "her" and bool(_CLAUSE_ENDS.match(text, pronoun.end())))
