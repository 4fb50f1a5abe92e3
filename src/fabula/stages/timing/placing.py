"""Which scenes are memories, which lie ahead, which belong to the present."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass

from fabula.reading import Time
from fabula.stages.timing.cuts import Role
from fabula.stages.timing.dates import SHIFT, shift_of
from fabula.stages.timing.memories import cue_score
from fabula.stages.timing.sights import Sight
from fabula.stages.timing.telling import PAST, PLUPERFECT, Telling, narrated
from fabula.stages.timing.when import Said

MEMORY = 2.4
"""From this score on a scene is taken for a memory."""
_NEAR = re.compile(
    r"(?<!\bfrom )(?<!\bsince )\b(?:that|this|the same) (?:morning|afternoon|evening|day|night|week)\b"
    r"|\bearlier (?:that|in the)\b|\bthe (?:day|night|week) before\b"
    r"|\bhours? (?:ago|earlier|before)\b|\byesterday\b|\blast (?:night|week)\b",
    re.I,
)
_SUMMARY = re.compile(r"^\W*(?:that|this|all that|all this|it all) (?:was|happened|is)\b", re.I)
_KEEPS = 0.6
_FRAME_SHARE, _FRAME_PIECES = 0.25, 2


@dataclass(frozen=True)
class Place:
    """Where a scene stands in time. `shift` in years where its words say one; `near` where it is a memory of hours or days ago;
    `first` where it says it was the first time. `persuades` is the score that made it a memory.
    """

    time: Time
    said: Said
    shift: float | None
    near: bool
    first: bool
    persuades: float


def place_scenes(telling: Telling, sights: list[Sight], said: list[Said]) -> list[Place]:
    """The place of each scene; where memories take up much of the story the present is their frame."""
    usual = _usual_tense(sights)
    dead = _deaths(telling, sights)
    places = [_place(telling, sights, number, said[number], usual, dead) for number in range(len(sights))]
    lengths = [sight.end - sight.first for sight in sights]
    remembered = sum(length for length, place in zip(lengths, places, strict=True) if place.time is Time.FLASHBACK)
    pieces = sum(sight.role in (Role.BACK, Role.TALE, Role.MEMORY) for sight in sights)
    if pieces < _FRAME_PIECES or remembered < _FRAME_SHARE * sum(lengths):
        return places
    return [
        Place(Time.FRAME, one.said, one.shift, one.near, one.first, one.persuades) if one.time is Time.MAIN else one
        for one in places
    ]


def _place(telling: Telling, sights: list[Sight], number: int, said: Said, usual: str, dead: dict[str, int]) -> Place:
    sight = sights[number]
    opening = " ".join(sight.opening)
    shift = shift_of(opening)
    first = "the first time" in " ".join((_before(telling, sight), opening)).casefold()
    near = bool(_NEAR.search(opening)) and (shift is None or abs(shift) < 0.1)
    if sight.role in (Role.MEMORY, Role.TALE):
        return Place(Time.FLASHBACK, said, shift, near, first, MEMORY)
    if sight.tense == "future" and usual != "future":
        return Place(Time.FLASHFORWARD, said, None, False, False, 0.0)
    if said.dated or sight.role is Role.BACK or not number:
        return Place(said.time, said, None, False, False, 0.0)
    score = _persuades(telling, sight, usual) + 3.0 * _walks_again(telling, sight, number, dead)
    time = Time.FLASHBACK if score >= MEMORY else said.time
    return (
        Place(time, said, shift, near, first, score)
        if time is Time.FLASHBACK
        else Place(time, said, None, False, False, score)
    )


def _before(telling: Telling, sight: Sight) -> str:
    """The last narrated sentence before a scene."""
    return narrated(telling, sight.sentences[0] - 1) if sight.sentences and sight.sentences[0] else ""


def _persuades(telling: Telling, sight: Sight, usual: str) -> float:
    """How far a marked scene's first sentences persuade that it is a memory: words of time past, had, a tense that is not the
    story's. A scene in the present tense, or one that looks back on what was just told, is none.
    """
    if not sight.opening or _SUMMARY.match(sight.opening[0]) or (sight.tense == "present" and usual != "present"):
        return 0.0
    score = 0.0
    told = [number for number in sight.sentences[:6] if narrated(telling, number)]
    for number, share in zip(told, (1.0, 1.0, 0.5), strict=False):
        passing = telling.verbs[number, PLUPERFECT] > 0 and telling.verbs[number, PAST] == 0
        score += share * (0.4 if passing and share < 1 else 1.0) * min(3.0, cue_score(narrated(telling, number)))
    had = [telling.verbs[number, PLUPERFECT] > 0 for number in told[:2]]
    score += 1.0 * (had[:1] == [True]) + 0.7 * (had == [True, True])
    score += 1.0 * bool(_NEAR.search(sight.opening[0]) and had[:1] == [True])
    score += 1.0 * (_told_in_had(telling, sight) and had[:1] == [True])
    return score + 2.5 * (usual == "present" and sight.tense == "past")


def _told_in_had(telling: Telling, sight: Sight) -> bool:
    """Whether a scene keeps to the pluperfect: one that only catches up leaves it after a few sentences."""
    verbs = telling.verbs[sight.sentences.start : sight.sentences.stop].sum(0)
    return bool(verbs[PLUPERFECT] > _KEEPS * verbs.sum())


def _usual_tense(sights: list[Sight]) -> str:
    """The tense that most of the story is told in."""
    words: Counter[str] = Counter()
    for sight in sights:
        words[sight.tense] += sight.end - sight.first
    return words.most_common(1)[0][0] if words else ""


def _deaths(telling: Telling, sights: list[Sight]) -> dict[str, int]:
    """Who is said to be dead, with the number of the first scene whose narration says so."""
    output = telling.output
    found: dict[str, int] = {}
    for number, sight in enumerate(sights):
        for at in range(sight.first, sight.end):
            is_dead = output.lemmas[at] == "dead" and output.deprels[at] == "root"
            if telling.spoken[at] or not (is_dead and _is_plain(telling, at)):
                continue
            for name in _subjects(telling, at, sight):
                found.setdefault(name, number)
    return found


def _is_plain(telling: Telling, word: int) -> bool:
    """Whether nothing in the clause of a word denies or doubts it."""
    around = range(max(0, word - 6), word + 1)
    return not any(
        telling.output.words[at].casefold() in ("not", "n't", "n’t", "never", "if", "as", "seemed") for at in around
    )


def _subjects(telling: Telling, head: int, sight: Sight) -> list[str]:
    """The named subjects of a verb or predicate, all their words together ("Old Lion")."""
    output = telling.output
    around = range(max(sight.first, head - 12), min(sight.end, head + 6))
    heads = [
        at for at in around if output.heads[at] == head and output.deprels[at] == "nsubj" and output.upos[at] == "PROPN"
    ]
    return [_name(telling, at) for at in heads]


def _name(telling: Telling, word: int) -> str:
    output = telling.output
    first, end = word, word + 1
    while first > 0 and output.words[first - 1][:1].isupper() and output.upos[first - 1] in ("PROPN", "ADJ", "NOUN"):
        first -= 1
    while end < len(output.words) and output.upos[end] == "PROPN" and output.deprels[end] in ("flat", "compound"):
        end += 1
    return " ".join(output.words[first:end]).casefold()


def _walks_again(telling: Telling, sight: Sight, number: int, dead: dict[str, int]) -> bool:
    """Whether somebody acts or speaks here whom an earlier scene said to be dead."""
    gone = {name for name, scene in dead.items() if scene < number}
    if not gone:
        return False
    output = telling.output
    named = [at for at in range(sight.first, sight.end) if output.upos[at] == "PROPN" and output.deprels[at] == "nsubj"]
    return any(_acts(telling, at) and _name(telling, at) in gone for at in named)


def _acts(telling: Telling, word: int) -> bool:
    """Whether a subject is narrated to do something."""
    output, verb = telling.output, int(telling.output.heads[word])
    past = output.upos[verb] == "VERB" and "Tense=Past" in output.feats[verb] and output.lemmas[verb] != "die"
    return past and not bool(telling.spoken[word])


def jump_in(text: str) -> re.Match[str] | None:
    """The words that name a jump in time, None where there are none."""
    return SHIFT.search(text) or _NEAR.search(text)
