"""Memories that nobody marks: the door where the story slips into the past, and the way back."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from fabula.stages.timing.telling import PAST, PLUPERFECT, Telling, narrated, sentences_of

if TYPE_CHECKING:
    import numpy
    from numpy.typing import NDArray

    Floats = NDArray[numpy.float32]

_NUMBER = (
    r"(?:\d+|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|"
    r"seventeen|eighteen|"
    r"nineteen|twenty|thirty|forty|fifty|several|many|some)"
)
_SPAN = r"(?:year|winter|summer|spring|autumn|decade|month|week|centurie)s?"
CUES = (
    (3.0, rf"\b{_NUMBER}(?: \w+)? {_SPAN} (?:ago|earlier|before(?=[,.;]))\b"),
    (2.0, r"\bthe (?:first|last) time\b(?! (?:that|since))"),
    (2.0, r"\b(?:his|her|their|my|our|the) (?:first|second|third|fourth|fifth|sixth|last) (?:day|night|morning|winter|summer|"
    r"spring|autumn|week|month|year|term|lesson)\b"),
    (2.0, r"\bthe (?:day|night|morning|afternoon|evening|summer|winter|spring|autumn|week|year) (?:that |when )?"
    r"(?:he|she|they|i|we|you) (?:had |was |were )?[a-z]+\b"),
    (1.0, rf"\b(?:he|she|they|i|you) (?:was|were) {_NUMBER}(?=[.,;])|\bstill (?:only )?(?:a|an|the) (?:\w+ )?"
    r"(?:girl|boy|child|student)\b"),
    (1.5, r"\b(?:that|those) (?:winter|summer|spring|autumn|fall|year|season)s?\b|\bin those days\b|\bin the old days\b"),
    (1.5, rf"\bhad been {_NUMBER}\b(?! {_SPAN})|\bwas (?:only |just |not yet )?{_NUMBER} (?:years old|then)\b"),
    (1.5, r"\bwhen (?:he|she|they|i|you|we) (?:was|were|had been) (?:a |still |only |just |very )?(?:little|young|small|"
    r"child|boy|girl"
          r"|student|kid|at school|\w+teen|six|seven|eight|nine|ten|eleven|twelve|twenty)\b"),
    (1.0, r"\bused to\b"),
    (0.7, r"\bback then\b|\bonce,|\bin (?:january|february|march|april|may|june|july|august|september|october|november|"
          r"december)\b"),
)  # fmt: skip
"""What the first sentences of a memory say, and how far each alone persuades. Set by hand."""
REMEMBERING = re.compile(
    r"\b(?:remember(?:ed|s|ing)?|recall(?:ed|s|ing)?|thought (?:of|about|back)|think (?:of|about) (?:that|the)|memory|"
    r"memories|"
    r"never forg[eo]t(?:ten)?|reminded)\b",
    re.I,
)
SENSED = re.compile(
    r"\b(?:smel(?:l|ls|t|led|ling)|scent(?:ed)?|stench|tast(?:e|es|ed)|odou?r|perfume|tune|song|melody|waltz|all at once)\b",
    re.I,
)
"""What a memory comes up with: smells and tastes above all, sounds, and the suddenness (involuntary memory)."""
_NOW = re.compile(r"\bnow\b(?!,? (?:then|that))", re.I)
_DOOR, _PAIR = 1.6, 3.0
_ALIKE = 0.35
_FEWEST, _RATE = 2, 2000
"""At least so many memories in a stretch, and one to so many words of it."""
_ALONE = 4.8
"""How far the only memory of a stretch must persuade."""
_LONGEST = 40
_GOING_ON = frozenset(("and", "but", "so", "then", "or"))
_ANYWHERE = frozenset("thing way time man woman face hand eye head moment front side part place end".split())  # noqa: SIM905
_SHORTEST_WORDS = 40
_LONG_THOUGHT, _CURT = 10, 6
"""Words of a thought that opens a memory behind a speech; of a sentence too short to say where we are ("The phone rang.")."""
_RECENT = 3
"""Paragraphs before the door whose things the way back takes up first."""
_NOW_SAYS, _CURT_SAYS = 2.0, 0.4
_USUAL = 220
"""Words of a usual memory inside a scene; far longer and far shorter ones want more to persuade."""
_COMPILED = tuple((weight, re.compile(pattern, re.I)) for weight, pattern in CUES)


@dataclass(frozen=True)
class Memory:
    """A memory opens at word `door` and the story is back at paragraph `back`; `score` says how surely."""

    door: int
    back: int
    score: float


def cue_score(text: str) -> float:
    """How far the words of an opening persuade that this happened before: 0 not at all, 3 as good as said."""
    return min(3.0, sum(weight for weight, pattern in _COMPILED if pattern.search(text)))


def find_memories(telling: Telling, words: Floats, stretches: list[tuple[int, int]]) -> list[Memory]:
    """The memories in text order, none inside another. `words` (p, d) are the weighted words of each paragraph, `stretches`
    the paragraphs (first, end) between marks: a memory has its door and its way back in one stretch.

    A story that slips into the past without a sign once mostly does so again; a single candidate in a stretch is often a thing
    told in passing, and must persuade more.
    """
    found: list[Memory] = []
    for first, end in stretches:
        doors = [door for paragraph in range(first + 1, end) for door in _doors(telling, paragraph)]
        memories = _apart([_returned(telling, words, door, (first, end)) for door in doors], telling)
        length = int(telling.paragraphs[end - 1, 1] - telling.paragraphs[first, 0])
        alone = len(memories) == 1 and memories[0].score >= _ALONE
        if (alone or len(memories) >= _FEWEST) and length <= _RATE * len(memories):
            found += memories
    return found


def _doors(telling: Telling, paragraph: int) -> list[Memory]:
    """Where a memory may open in a paragraph: at its first word, or where somebody is left thinking of what was just said.

    The score is what the door alone says; `back` is the first paragraph wholly inside.
    """
    sentences = sentences_of(telling, paragraph)
    start = int(telling.paragraphs[paragraph, 0])
    score = _door_score(telling, sentences)
    if score >= _DOOR:
        return [Memory(start, paragraph, score)]
    for sentence in sentences[:-2]:
        word, end = (int(at) for at in telling.sentences[sentence])
        while word < end and telling.spoken[word]:
            word += 1
        ends_speech = word > start and bool(telling.spoken[word - 1])
        if ends_speech and end - word >= _LONG_THOUGHT and REMEMBERING.search(narrated(telling, sentence)):
            return [Memory(word, paragraph + 1, _DOOR + 0.5)]
    return []


def _door_score(telling: Telling, sentences: range) -> float:
    """How far the first sentences of a paragraph persuade that they tell of what was before.

    What is only said to have happened (had, and no other verb) is mostly told in passing. Words without a verb ("Tar. Always
    tar.") stand before the door. Where the paragraph opens with speech, the next narration tells when it was.
    """
    telling_ones = [number for number in sentences if telling.verbs[number].any()]
    if not telling_ones:
        return 0.0
    score = 0.0
    for number, share in zip(telling_ones, (1.0, 1.0, 0.6), strict=False):
        passing = telling.verbs[number, PLUPERFECT] > 0 and telling.verbs[number, PAST] == 0
        score += share * (0.4 if passing else 1.0) * cue_score(narrated(telling, number))
    first = telling_ones[0]
    if telling.spoken[telling.sentences[sentences[0], 0]]:
        score += 0.8 * _said_next(telling, sentences)
    score = min(3.0, score) + 1.0 * (telling.verbs[first, PLUPERFECT] > 0 and telling.verbs[first, PAST] == 0)
    before = narrated(telling, sentences[0] - 1) if sentences[0] else ""
    score += 1.0 * bool(before and (REMEMBERING.search(before) or cue_score(before)))
    return score + 0.7 * bool(SENSED.search(before)) + 1.0 * _echoes(telling, sentences[0])


def _said_next(telling: Telling, sentences: range) -> float:
    """What the first words of the next paragraph say of the time ("It was the second winter")."""
    following = sentences.stop
    return cue_score(narrated(telling, following)) if following < len(telling.sentences) else 0.0


def _echoes(telling: Telling, sentence: int) -> bool:
    """Whether the sentence takes up a noun of the last words before it: what was just said or seen opens the memory."""
    if not sentence:
        return False
    (before, _), (first, end) = telling.sentences[sentence - 1].tolist(), telling.sentences[sentence].tolist()
    return bool(_nouns(telling, first, end) & _nouns(telling, before, first))


def _nouns(telling: Telling, first: int, end: int) -> set[str]:
    return {telling.output.lemmas[at] for at in range(first, end) if telling.output.upos[at] in ("NOUN", "PROPN")}


def _returned(telling: Telling, words: Floats, door: Memory, stretch: tuple[int, int]) -> Memory:
    """The memory that a door opens, with the first of the places that persuade most as its way back.

    What follows the way back looks like the frame too, so of places that persuade alike the first is meant.
    """
    found: list[Memory] = []
    before = words[max(stretch[0], door.back - 12) : door.back].sum(0)
    known = _nouns(telling, int(telling.paragraphs[max(stretch[0], door.back - 30), 0]), door.door)
    recent = _nouns(telling, int(telling.paragraphs[max(stretch[0], door.back - _RECENT), 0]), door.door)
    for back in range(door.back + 1, min(stretch[1], door.back + _LONGEST)):
        length = int(telling.paragraphs[back, 0]) - door.door
        if length < _SHORTEST_WORDS:
            continue
        memory, after = words[door.back : back].sum(0), words[back : min(stretch[1], back + 6)].sum(0)
        score = door.score + 2 * (_cosine(after, before) - _cosine(after, memory)) + _back_score(telling, back)
        own = _nouns(telling, door.door, int(telling.paragraphs[back, 0]))
        taken_up = (_first_nouns(telling, back) & known) - own - _ANYWHERE
        score += min(1.5, 0.7 * len(taken_up)) + 1.0 * bool(taken_up & recent)
        score -= 0.5 * (math.log(length / _USUAL) / 0.85) ** 2
        found.append(Memory(door.door, back, score))
    best = max((one.score for one in found), default=0.0)
    return next((one for one in found if one.score >= best - _ALIKE), Memory(door.door, door.back, 0.0))


def _first_nouns(telling: Telling, paragraph: int) -> set[str]:
    """The things and people that a paragraph begins with, a name of several words as its last."""
    sentences = sentences_of(telling, paragraph)
    first, end = (int(at) for at in telling.sentences[sentences[0]])
    if end - first <= _CURT and len(sentences) > 1:
        end = int(telling.sentences[sentences[1], 1])
    tags, lemmas = telling.output.upos, telling.output.lemmas
    inner = {lemmas[at] for at in range(first, end - 1) if tags[at] == tags[at + 1] == "PROPN"}
    return _nouns(telling, first, end) - inner


def _back_score(telling: Telling, back: int) -> float:
    """What the first words of a paragraph say for the story being back there.

    "Now" and "had" do, and a curt thing that happens ("The phone rang."); so does speech that breaks in on narration, the more
    when it speaks of what is past. An answer, or a sentence that goes on with "and", is still in the memory.
    """
    first = sentences_of(telling, back)[0]
    start, end = (int(at) for at in telling.sentences[first])
    told = narrated(telling, first)
    now = bool(_NOW.search(told))
    score = (
        _NOW_SAYS * now
        + _CURT_SAYS * (end - start <= _CURT) * bool(told)
        + 0.4 * (telling.verbs[first, PLUPERFECT] > 0)
    )
    if telling.output.words[start].casefold() in _GOING_ON:
        score -= 0.8
    if not telling.spoken[start]:
        return score
    answers = not now and bool(telling.spoken[slice(*telling.paragraphs[back - 1])].any())
    feats = [telling.output.feats[at] for at in range(start, end) if telling.spoken[at]]
    past = any("Tense=Past" in feat and "VerbForm=Fin" in feat for feat in feats)
    return score + (-0.8 if answers else 0.8) + 0.5 * past


def _cosine(left: Floats, right: Floats) -> float:
    import numpy

    return float(left @ right / max(1e-6, float(numpy.linalg.norm(left) * numpy.linalg.norm(right))))


def _apart(memories: list[Memory], telling: Telling) -> list[Memory]:
    """The surest memories, of equals the later door, none overlapping another, in text order."""
    chosen: list[Memory] = []
    starts = telling.paragraphs[:, 0]
    sure = [memory for memory in memories if memory.score >= _PAIR]
    for memory in sorted(sure, key=lambda one: (-round(one.score, 1), -one.door)):
        end = int(starts[memory.back])
        if all(end <= one.door or memory.door >= starts[one.back] for one in chosen):
            chosen.append(memory)
    return sorted(chosen, key=lambda one: one.door)
