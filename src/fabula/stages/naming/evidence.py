"""What the words round a name say it is: somebody who speaks and acts, or somewhere one can be."""

import re

import msgspec

from fabula.stages.naming.forms import Form
from fabula.stages.naming.names import Name, Word
from fabula.stages.naming.words import (
    FEMALE_KIN,
    IN_A_PLACE,
    KIN_NOUNS,
    MALE_KIN,
    ORGANISATION_WORDS,
    PERSON_VERBS,
    PLACE_BEGINNINGS,
    PLACE_WORDS,
    TO_A_PLACE,
    WEAK_VERBS,
)
from fabula.stages.speech.tags import VERBS
from fabula.stages.vocabulary import word_set

_HELLO = re.compile(
    r"(?:\b[Dd]ear(?:est)? |\b(?:called|named) (?:him |her |them |you |me )?(?:the )?|\bname(?: is| was|'s|’s) )$"
)
_THIS_IS = re.compile(r"\b(?:I['’]m|I am|[Tt]hat['’]s|[Tt]his is|it['’]s|it was|with) $")
_KIN_BEHIND = re.compile(r", (?:my|his|her|your|our|their|the) (?:\w+ ){0,2}(?:" + "|".join(sorted(KIN_NOUNS)) + r")\b")
_AFTER_WHICH_NOBODY_ACTS = word_set(
    "off from of over under along across beyond through near above below beside up down"
)
"""In "the wind off the Tees went through him" it is the wind that goes."""
_CALLED = re.compile(r"[,.!?…—–]|[\"”’»](?!\w)|'(?!\w)")


class Evidence(msgspec.Struct, frozen=True):
    """Weights for a name being a person, a place of some kind, a vehicle, an organisation; they add up over a chain.

    `seen` counts the occurrences that the model takes for a mention of any kind.
    """

    person: float = 0.0
    place: float = 0.0
    facility: float = 0.0
    location: float = 0.0
    vehicle: float = 0.0
    organisation: float = 0.0
    seen: int = 0

    def __add__(self, other: "Evidence") -> "Evidence":
        pairs = zip(msgspec.structs.astuple(self), msgspec.structs.astuple(other), strict=True)
        return Evidence(*(one + another for one, another in pairs))

    @property
    def somewhere(self) -> float:
        """The weight for being a place of any kind."""
        return self.place + self.facility + self.location


def weigh(text: str, words: list[Word], name: Name, form: Form) -> Evidence:
    """What one occurrence of a name tells."""
    lows = [word.casefold() for word in name.words]
    person = _as_person(text, words, name) + _as_introduced(text, words, name)
    if form.titles and form.core and lows[0] not in ("st", "saint"):
        person += 2.0
    if lows[0] in MALE_KIN or lows[0] in FEMALE_KIN:
        person += 0.4 if words[name.first].fresh else 2.0
    if form.titles and not form.core:
        person += 0.7
    place, organisation = _as_place(text, words, name), 0.0
    initialled = any(len(word) == 1 for word in lows)
    if not form.titles and not initialled and (lows[-1] in PLACE_WORDS or lows[0] in PLACE_BEGINNINGS):
        place += 2.0 if len(lows) > 1 or name.definite else 0.5
    if not form.titles and lows[-1] in ORGANISATION_WORDS:
        organisation += 2.0 if len(lows) > 1 or name.definite else 0.5
    return Evidence(person=person, place=place, organisation=organisation)


def _as_person(text: str, words: list[Word], name: Name) -> float:
    weight = 0.0
    before = words[name.first - (2 if name.definite else 1)] if name.first > (1 if name.definite else 0) else None
    after = words[name.last + 1] if name.last + 1 < len(words) else None
    if before and _gap(text, before, name.span.start) == " " and before.text in VERBS:
        weight += 1.5
    behind = text[name.span.end : name.span.end + 2]
    behind_another = name.definite and before is not None and before.text in _AFTER_WHICH_NOBODY_ACTS
    if after and not behind_another and text[name.span.end : after.span.start] in (" ", "\n"):
        if after.text in VERBS:
            weight += 1.5
        elif after.text in PERSON_VERBS:
            weight += 0.3 if after.text in WEAK_VERBS else 1.0
    if after and behind[:1] == "," and after.text in ("who", "whose"):
        weight += 1.0
    if re.match(r"['’]s\s", text[name.span.end : name.span.end + 3]):
        weight += 0.4
    return weight + _as_called(text, words, name)


def _as_called(text: str, words: list[Word], name: Name) -> float:
    """The weight of being spoken to: "Come here, Tom." or "Tom, come here."."""
    lead = text[max(0, name.span.start - 2) : name.span.start]
    behind = text[name.span.end : name.span.end + 1]
    if name.definite or not behind or not _CALLED.match(behind):
        return 0.0
    if lead == ", " and name.first and words[name.first - 1].text[0].islower():
        return 0.7
    if (lead[-1:] in "\"“‘«'" or lead[:1] in "!?") and behind in ",!?":
        return 0.8
    return 0.0


def _as_introduced(text: str, words: list[Word], name: Name) -> float:
    """The weight of "her sister Niamh", "Niamh, her younger sister", "called Anselme", "Dear Inés", "I'm Tomek", "Paz: hi"."""
    lead, behind = text[max(0, name.span.start - 24) : name.span.start], text[name.span.end : name.span.end + 40]
    weight = 0.0
    before = words[name.first - 1].text.casefold() if name.first and not name.definite else ""
    if before in KIN_NOUNS and lead.endswith(" "):
        weight += 1.5
    if _KIN_BEHIND.match(behind) or _HELLO.search(lead):
        weight += 1.5
    if _THIS_IS.search(lead):
        weight += 0.8
    if behind[:2] == ": " and (not lead.strip(" ") or lead.rstrip(" ")[-1] in "\n]"):
        weight += 1.0
    return weight


def _as_place(text: str, words: list[Word], name: Name) -> float:
    skip = 2 if name.definite else 1
    if name.first < skip:
        return 0.0
    before = words[name.first - skip]
    if _gap(text, before, name.span.start) != " ":
        return 0.0
    if before.text in IN_A_PLACE:
        return 1.0
    return 0.4 if before.text in TO_A_PLACE or before.text == "on" else 0.0


def _gap(text: str, before: Word, start: int) -> str:
    return text[before.span.end : start].replace("\n", " ")
