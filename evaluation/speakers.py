"""What each signal is worth in finding speakers, and how those that are wrong go wrong, as tables for docs/who.md.

usage: python evaluation/speakers.py FOLDER [--novels A,B]

FOLDER is the unpacked Project Dialogism Novel Corpus; by default its development novels are read. A speech (each piece of a
quotation counts) is right where the chain of its speaker bears the right name most often: what the cast splits is
forgiven here, and counts in evaluation/pdnc.py.
"""

from __future__ import annotations

import argparse
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise
from pathlib import Path
from typing import Any

import msgspec
import numpy
import pdnc

from fabula import desk
from fabula.desk.plan import find_stages, plan
from fabula.desk.run import run_stages
from fabula.models.output import ReaderOutput
from fabula.models.weights import Reader
from fabula.reading import Attributions, Form, Parts, People, Quotations
from fabula.stages.attributing.conversation import gap, guess
from fabula.stages.attributing.decoding import Turn, decode
from fabula.stages.attributing.evidence import Evidence, Hearing, Signal, told_by, weigh
from fabula.stages.attributing.listening import listen
from fabula.stages.attributing.speeches import Speech, conversations, find_speeches
from fabula.stages.attributing.strengths import STRENGTHS, TURNS
from fabula.stages.paragraphs import body_paragraphs
from fabula.stages.speech.tags import Tag
from fabula.story import Story

DEVELOPMENT = ("TheAgeOfInnocence", "TheInvisibleMan", "TheSportOfTheGods", "TheSunAlsoRises")
LEFT_OUT: dict[str, tuple[Signal, ...]] = {
    "(nothing taken away)": (),
    "tags that name": (Signal.TAG_NAME,),
    "tags with a noun, and whom it means elsewhere": (Signal.TAG_NOUN, Signal.TAG_OWN_NOUN, Signal.CALLED_SO),
    "tags with a pronoun": (Signal.TAG_PRONOUN, Signal.LAST_FITTING),
    "“I said”": (Signal.TAG_I,),
    "gender of tag and beat": (Signal.TAG_OTHER_GENDER, Signal.BEAT_OTHER_GENDER, Signal.BEAT_FITTING),
    "action beats": (Signal.BEAT_AFTER, Signal.BEAT_BEFORE, Signal.ALONE_IN_PARAGRAPH),
    "words that lead in": (Signal.LED_IN,),
    "the model's chances": (Signal.MODEL, Signal.MODEL_BARE, Signal.MODEL_PRONOUN),
    "names in the speech": (Signal.CALLED, Signal.SPOKEN_OF, Signal.NAMED, Signal.OWN_NAME),
    "called by the speeches beside": (Signal.CALLED_BEFORE, Signal.CALLED_AFTER),
    "who was seen last, and how often": (
        Signal.LAST_SEEN, Signal.LAST_BUT_ONE, Signal.LAST_BUT_TWO, Signal.SEEN_EARLIER, Signal.OFTEN,
    ),
}  # fmt: skip
"""The signals of each row, set to nothing."""
NO_TURNS = {"turns between paragraphs": ("next", "near", "far"), "one speaker in a paragraph": ("broken", "paragraph")}
"""The gaps of each row, across which everybody is as likely to speak."""


class Line(msgspec.Struct, frozen=True):
    """A speech whose speaker is known: its place in the conversation, its type, and the right character."""

    at: int
    kind: str
    speaker: str


class Talk(msgspec.Struct, frozen=True):
    """A conversation with its evidence and the lines of it that count; `names` has the character for each chain."""

    hearing: Hearing
    speeches: tuple[Speech, ...]
    evidence: Evidence
    lines: tuple[Line, ...]
    names: dict[int, str]


def main() -> None:
    """Print both tables."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--novels", default=",".join(DEVELOPMENT))
    asked = parser.parse_args()
    tools: desk.Tools = {}
    homes = [next(asked.folder.rglob(f"{name}/novel_text.txt")).parent for name in asked.novels.split(",")]
    talks = [talk for home in homes for talk in talks_of(home, tools)]
    print("| without | all | explicit | anaphoric | implicit |\n|---|---|---|---|---|")
    for name, signals in LEFT_OUT.items():
        print(row(name, talks, signals), flush=True)
    for name, gaps in NO_TURNS.items():
        print(row(name, talks, (), gaps), flush=True)
    print("\n| kind | share | example (right speaker; ours) |\n|---|---|---|")
    print("\n".join(kinds(talks)))


def talks_of(home: Path, tools: desk.Tools) -> Iterator[Talk]:
    """The conversations of a novel, heard as the program hears them."""
    text, quotes, everyone = pdnc.load(home)
    stages = plan(find_stages(), (Attributions,))
    made = run_stages(stages, {Story: desk.story_from(text.encode(), "novel.txt"), **tools}, print_nothing)
    tools.update({stage.makes: made[stage.makes] for stage in stages if not stage.needs})
    story, people = made[Story], made[People]
    outer = [(number, one) for number, one in enumerate(made[Quotations].items) if not one.nested]
    speeches = find_speeches(story, body_paragraphs(story, made[Parts]), outer)
    hearing = listen(story.text, people, speeches, made[Reader], made[ReaderOutput])
    whole = tuple(conversations(speeches))
    hearing = msgspec.structs.replace(hearing, guesses=guess(hearing, whole))
    right = right_speakers(speeches, quotes, pdnc.places(story.text, text))
    names = names_of(story.text, people, everyone)
    for talk in whole:
        lines = tuple(Line(at, *right[one.number]) for at, one in enumerate(talk) if one.number in right)
        yield Talk(hearing, talk, weigh(hearing, talk), lines, names)


def print_nothing(step: str) -> None:
    """Told what is being read; says nothing."""


def right_speakers(
    speeches: Sequence[Speech], quotes: list[dict[str, Any]], where: Sequence[int]
) -> dict[int, tuple[str, str]]:
    """(type, speaker) of each speech that a quotation of the corpus overlaps, by the speech's number."""
    pieces = sorted(((start, end, one) for one in quotes for start, end in one["spans"]), key=lambda piece: piece[:2])
    starts = [start for start, _, _ in pieces]
    right: dict[int, tuple[str, str]] = {}
    for speech in speeches:
        start, end = where[speech.span.start], where[speech.span.end - 1] + 1
        near = pieces[max(0, bisect_right(starts, start) - 2) : bisect_right(starts, end)]
        overlaps = [(min(end, piece[1]) - max(start, piece[0]), piece[2]) for piece in near]
        best = max(overlaps, key=lambda pair: pair[0], default=(0, {}))
        if best[0] > 0 and best[1]["type"] and best[1]["speaker"] not in {None, *pdnc.NAMELESS}:
            right[speech.number] = (best[1]["type"], best[1]["speaker"])
    return right


def names_of(text: str, people: People, everyone: dict[str, Any]) -> dict[int, str]:
    """The character of the corpus whose names stand most often on each chain of the cast."""
    known = pdnc.Names({name: one for name, one in everyone.items() if name not in pdnc.NAMELESS})
    counts: defaultdict[int, Counter[str]] = defaultdict(Counter)
    for one in people.mentions.items:
        if one.character is not None and one.form is not Form.PRONOUN:
            found = known.find(text[one.span.start : one.span.end])
            counts[one.character].update(found if len(found) == 1 else ())
    return {who: count.most_common(1)[0][0] for who, count in counts.items() if count}


def heard(talk: Talk, signals: Sequence[Signal] = (), gaps: Sequence[str] = ()) -> list[int]:
    """The chain that each speech of a conversation is given, without some signals and turns; empty where nobody is near."""
    if not talk.evidence.people:
        return []
    strengths = numpy.array([0.0 if signal in signals else STRENGTHS[signal] for signal in Signal])
    apart = ["far", *(gap(speech, before) for before, speech in pairwise(talk.speeches))]
    turns = numpy.array([[0.0 if one in gaps else TURNS[one][turn] for turn in Turn] for one in apart])
    best = decode(talk.evidence.table @ strengths, turns).speaker.argmax(1)
    return [talk.evidence.people[int(place)] for place in best]


def row(name: str, talks: Sequence[Talk], signals: Sequence[Signal], gaps: Sequence[str] = ()) -> str:
    """The share of right speakers without some signals, in all and of each type."""
    right, total = Counter[str](), Counter[str]()
    for talk in talks:
        given = heard(talk, signals, gaps)
        for line in talk.lines:
            is_right = bool(given) and talk.names.get(given[line.at]) == line.speaker
            for kind in ("all", line.kind):
                right[kind] += is_right
                total[kind] += 1
    shares = " | ".join(f"{100 * right[kind] / max(1, total[kind]):.1f}" for kind in ("all", *pdnc.TYPES))
    return f"| {name} | {shares} |"


def kinds(talks: Sequence[Talk], most: int = 10) -> Iterator[str]:
    """The commonest kinds of wrong speaker, each with its share of the wrong ones and its shortest telling example."""
    found: defaultdict[str, list[str]] = defaultdict(list)
    for talk in talks:
        given = heard(talk)
        wrong = {line.at: line for line in talk.lines if not given or talk.names.get(given[line.at]) != line.speaker}
        for at, line in wrong.items():
            ours = talk.names.get(given[at], "somebody else") if given else "nobody"
            found[kind_of(talk, at, wrong)].append(example(talk, at, line.speaker, ours))
    total = sum(map(len, found.values()))
    for kind, examples in sorted(found.items(), key=lambda item: -len(item[1]))[:most]:
        yield f"| {kind} | {100 * len(examples) / total:.0f}% | {examples[len(examples) // 2]} |"


def kind_of(talk: Talk, at: int, wrong: dict[int, Line]) -> str:
    """In which way the speaker of one speech went wrong."""
    speech, told = talk.speeches[at], told_by(talk.hearing, talk.speeches[at])
    lines = {line.at: line for line in talk.lines}
    beside = [n for n, one in enumerate(talk.speeches) if one.paragraph == speech.paragraph and n != at and n in lines]
    before = next((n for n in range(at - 1, -1, -1) if talk.speeches[n].paragraph < speech.paragraph), None)
    if wrong[at].speaker not in {talk.names.get(who) for who in talk.evidence.people}:
        return "the speaker is on no chain that bears the name"
    if told is not None:
        gender = f"the tag's {'he or she' if told.gender else 'pronoun'} is taken for another"
        tags = {Form.NAME: "the tag's name is somebody else's too", Form.NOUN: "the tag's noun is taken for another"}
        return tags.get(told.form, gender)
    if speech.said.tag is not Tag.NONE:
        return "the tag's subject is not seen"
    if any(lines[n].speaker == wrong[at].speaker for n in beside):
        return "a paragraph's other speech was missed, and this goes with it"
    if beside:
        return "two speakers in one paragraph"
    if any(
        letter.isalpha() for one in (speech.before, speech.after) for letter in talk.hearing.text[one.start : one.end]
    ):
        return "somebody else acts in the paragraph"
    if before is None or before not in lines:
        return "no tag, and no speech before it to count from"
    if before in wrong:
        return "no tag, and the turns had slipped before"
    if lines[before].speaker == wrong[at].speaker:
        return "one speaker keeps the floor over a paragraph"
    return "no tag, and the turns slip here"


def example(talk: Talk, at: int, speaker: str, ours: str) -> str:
    """A speech in bold with a few words on both sides, and both names."""
    text, span = talk.hearing.text, talk.speeches[at].span
    before, after = text[max(0, span.start - 50) : span.start], text[span.end : span.end + 30]
    words = text[span.start : span.end]
    words = words if len(words) <= 60 else f"{words[:40]} … {words[-12:]}"
    around = before[before.find(" ") + 1 :], after[: after.rfind(" ")] if " " in after else after
    shown = f"{around[0].rstrip()} **{words}** {around[1].strip()}"
    return " ".join(f"{shown} ({speaker}; {ours})".replace("|", "/").split())


if __name__ == "__main__":
    main()
