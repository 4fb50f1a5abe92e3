"""What can be seen at the gap before each paragraph: is this where one scene ends and another begins?"""

from __future__ import annotations

import math
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING
from zlib import crc32

from fabula.models.output import ReaderOutput, paragraph_vectors
from fabula.stages.timing.openings import FIRST_WORDS, SIGNS, signs_in
from fabula.stages.timing.telling import PAST, PLUPERFECT, PRESENT, Telling, sentences_of

if TYPE_CHECKING:
    import numpy
    from numpy.typing import NDArray

    Floats = NDArray[numpy.float32]

_PLACES = frozenset((1, 2, 3, 4))
"""Mention types that are somewhere to be: facility, place, location, vehicle."""
_CONTENT = frozenset(("NOUN", "VERB", "ADJ", "PROPN"))
_EMPTY = frozenset("be have do say go get come look know think see make take ask tell want turn thing man".split())  # noqa: SIM905
_LONGEST = 160
_WINDOWS = (1, 3, 8)
_DIMENSIONS = 1024
"""Lemmas fall into so many boxes: enough that two that matter seldom share one."""


@dataclass(frozen=True)
class _Paragraph:
    """What a paragraph holds, counted: content lemmas, names, heads of places, pronouns by gender and person."""

    lemmas: Counter[str]
    names: frozenset[str]
    places: frozenset[str]
    he: int
    she: int
    me: int
    words: int
    spoken: int
    starts_spoken: bool
    ends_spoken: bool


def seam_features(telling: Telling) -> dict[str, Floats]:
    """For each feature, its value at the gap before every paragraph; those at the first paragraph mean nothing.

    Names are "signal.what"; all that belongs to one signal can be taken away together to see what it is worth.
    """
    import numpy

    text, output = telling.text, telling.output
    paragraphs = [_paragraph(output, telling, number) for number in range(len(telling.paragraphs))]
    features: dict[str, Floats] = {}
    rows = [_opening(text, output, telling, paragraphs, number) for number in range(len(paragraphs))]
    for name in sorted({name for row in rows for name in row} | _names()):
        features[name] = numpy.array([row.get(name, 0.0) for row in rows], numpy.float32)
    features |= _cohesion("words", _rows(paragraphs))
    features |= _vector_cohesion(output, paragraphs)
    features |= _tense_change(telling)
    return features


def _names() -> set[str]:
    """Features that must be there even where no paragraph of a story has them."""
    begun = {f"opening.first-{word}" for word in (*FIRST_WORDS, "name", "noun", "other", "speech")}
    signs = {f"time.{place}-{sign}" for sign in SIGNS for place in ("first", "second", "last")}
    return begun | signs


def _paragraph(output: ReaderOutput, telling: Telling, number: int) -> _Paragraph:
    first, end = (int(n) for n in telling.paragraphs[number])
    spoken = telling.spoken[first:end]
    lemmas = Counter(
        output.lemmas[at]
        for at in range(first, end)
        if output.upos[at] in _CONTENT and output.lemmas[at] not in _EMPTY and len(output.words[at]) > 2
    )
    names = frozenset(output.lemmas[at] for at in range(first, end) if output.upos[at] == "PROPN")
    told = [output.feats[at] for at in range(first, end) if output.upos[at] == "PRON" and not telling.spoken[at]]
    return _Paragraph(
        lemmas,
        names,
        frozenset(),
        sum("Gender=Masc" in feats for feats in told),
        sum("Gender=Fem" in feats for feats in told),
        sum("Person=1" in feats for feats in told),
        end - first,
        int(spoken.sum()),
        bool(spoken[:2].any()),
        bool(spoken[-2:].any()),
    )


def _opening(
    text: str, output: ReaderOutput, telling: Telling, paragraphs: list[_Paragraph], number: int
) -> dict[str, float]:
    """What the first two sentences of a paragraph and the last before it say, and who is there on either side."""
    own, before = paragraphs[number], paragraphs[number - 1] if number else None
    if before is None:
        return {}
    sentences = sentences_of(telling, number)
    row: dict[str, float] = {f"opening.first-{_first_word(output, telling, own, number)}": 1.0}
    spots = [("first", sentences[0] if sentences else None), ("second", sentences[1] if len(sentences) > 1 else None)]
    earlier = sentences_of(telling, number - 1)
    spots.append(("last", earlier[-1] if earlier else None))
    for spot, sentence in spots:
        if sentence is None:
            continue
        start, end = (int(n) for n in telling.sentences[sentence])
        if telling.spoken[start:end].all():
            continue
        said = text[int(output.starts[start]) : min(int(output.ends[end - 1]), int(output.starts[start]) + _LONGEST)]
        row |= {f"time.{spot}-{sign}": 1.0 for sign in signs_in(said)}
        if spot != "second":
            row[f"shape.{spot}-short"] = float(end - start < 7)
        row[f"tense.{spot}-pluperfect"] = float(telling.verbs[sentence, PLUPERFECT] > 0)
        row[f"tense.{spot}-present"] = float(telling.verbs[sentence, PRESENT] > 0)
    row |= _speech(own, before)
    row |= _people(paragraphs, number)
    row |= _subject(output, telling, paragraphs, number, sentences)
    row["shape.length"] = math.log(1 + own.words)
    row["shape.before"] = math.log(1 + before.words)
    row["shape.from-start"] = min(1.0, number / 10)
    row["shape.to-end"] = min(1.0, (len(paragraphs) - number) / 10)
    return row


def _first_word(output: ReaderOutput, telling: Telling, own: _Paragraph, number: int) -> str:
    if own.starts_spoken:
        return "speech"
    first, end = (int(n) for n in telling.paragraphs[number])
    at = next((at for at in range(first, end) if output.words[at][0].isalnum()), first)
    word = output.words[at].casefold()
    if word in FIRST_WORDS:
        return word
    return {"PROPN": "name", "NOUN": "noun"}.get(output.upos[at], "other")


def _speech(own: _Paragraph, before: _Paragraph) -> dict[str, float]:
    return {
        "speech.starts": float(own.starts_spoken),
        "speech.before-ends": float(before.ends_spoken),
        "speech.on-both": float(own.spoken > 0 and before.spoken > 0),
        "speech.answer": float(own.starts_spoken and before.spoken > 0),
        "speech.share": own.spoken / own.words,
        "speech.share-before": before.spoken / before.words,
        "speech.none": float(own.spoken == 0),
        "speech.none-before": float(before.spoken == 0),
    }


def _people(paragraphs: list[_Paragraph], number: int) -> dict[str, float]:
    """How the people named on either side differ."""
    row: dict[str, float] = {}
    for reach in (1, 4):
        back, ahead = paragraphs[max(0, number - reach) : number], paragraphs[number : number + reach]
        left = frozenset[str]().union(*(one.names for one in back))
        right = frozenset[str]().union(*(one.names for one in ahead))
        row[f"people.new-{reach}"] = math.log(1 + len(right - left))
        row[f"people.gone-{reach}"] = math.log(1 + len(left - right))
        row[f"people.same-{reach}"] = len(left & right) / max(1, len(left | right))
        he, she = ([sum(getattr(one, who) for one in side) for side in (back, ahead)] for who in ("he", "she"))
        row[f"people.he-{reach}"] = abs(he[0] / max(1, he[0] + she[0]) - he[1] / max(1, he[1] + she[1]))
        row[f"people.she-{reach}"] = abs(she[0] / max(1, he[0] + she[0]) - she[1] / max(1, he[1] + she[1]))
        words = [max(1, sum(one.words - one.spoken for one in side)) for side in (back, ahead)]
        me = [sum(one.me for one in side) / count for side, count in zip((back, ahead), words, strict=True)]
        row[f"person.me-{reach}"] = min(1.0, 10 * abs(me[0] - me[1]))
    return row


def _subject(
    output: ReaderOutput, telling: Telling, paragraphs: list[_Paragraph], number: int, sentences: range
) -> dict[str, float]:
    """Who or what the first sentence is about, and whether it was spoken of shortly before."""
    if not sentences:
        return {}
    start, end = (int(n) for n in telling.sentences[sentences[0]])
    known = frozenset[str]().union(*(one.names for one in paragraphs[max(0, number - 10) : number]))
    recent = frozenset[str]().union(*(one.lemmas for one in paragraphs[max(0, number - 4) : number]))
    row: dict[str, float] = {}
    for at in range(start, end):
        if (
            output.deprels[at].startswith("nsubj")
            and output.deprels[output.heads[at]] == "root"
            and not telling.spoken[at]
        ):
            kind = {"PROPN": "name", "PRON": "pronoun"}.get(output.upos[at], "noun")
            row[f"opening.about-{kind}"] = 1.0
            lemma = output.lemmas[at]
            if kind == "name":
                row["people.first-unknown"] = float(lemma not in known)
                row["people.first-absent"] = float(lemma not in paragraphs[number - 1].names)
            elif kind == "noun":
                row["opening.noun-unknown"] = float(lemma not in recent)
            break
    content = [output.lemmas[at] for at in range(start, end) if output.upos[at] in _CONTENT and not telling.spoken[at]]
    if content:
        row["words.first-new"] = sum(lemma not in recent for lemma in content) / len(content)
    row["place.first"] = float(
        any(
            output.upos[at] == "ADP" and output.deprels[at] == "case" and not telling.spoken[at]
            for at in range(start, min(end, start + 8))
        )
    )
    return row


def word_rows(telling: Telling) -> Floats:
    """(p, d): the content words of each paragraph, rare ones counting more, for telling how much stretches have in common."""
    return _rows([_paragraph(telling.output, telling, number) for number in range(len(telling.paragraphs))])


def _rows(paragraphs: list[_Paragraph]) -> Floats:
    import numpy

    spread = Counter(lemma for one in paragraphs for lemma in one.lemmas)
    rows = numpy.zeros((len(paragraphs), _DIMENSIONS), numpy.float32)
    for row, one in zip(rows, paragraphs, strict=True):
        for lemma, count in one.lemmas.items():
            row[crc32(lemma.encode()) % _DIMENSIONS] += math.sqrt(count) * math.log(1 + len(paragraphs) / spread[lemma])
    return rows


def _vector_cohesion(output: ReaderOutput, paragraphs: list[_Paragraph]) -> dict[str, Floats]:
    """How alike the model finds the stretches before and behind each gap."""
    import numpy

    vectors = paragraph_vectors(output)
    sizes = numpy.sqrt(numpy.array([one.words for one in paragraphs], numpy.float32))
    return _cohesion("vectors", (vectors - vectors.mean(0, keepdims=True)) * sizes[:, None])


def _cohesion(name: str, rows: Floats) -> dict[str, Floats]:
    """The likeness (cosine) of the summed rows before and behind each gap, over three lengths."""
    import numpy

    count = len(rows)
    sums = numpy.concatenate([numpy.zeros((1, rows.shape[1]), numpy.float32), numpy.cumsum(rows, 0)])
    at = numpy.arange(count)
    found: dict[str, Floats] = {}
    for reach in _WINDOWS:
        left = sums[at] - sums[numpy.maximum(0, at - reach)]
        right = sums[numpy.minimum(count, at + reach)] - sums[at]
        norms = numpy.linalg.norm(left, axis=1) * numpy.linalg.norm(right, axis=1)
        found |= _with_depth(f"{name}.{reach}", (left * right).sum(1) / numpy.maximum(norms, 1e-6))
    return found


def _with_depth(name: str, values: Floats) -> dict[str, Floats]:
    """The likeness, how deep it dips below the gaps around it, and how it stands in this story."""
    import numpy

    reach = 6
    padded = numpy.pad(values, reach, mode="edge")
    around = numpy.lib.stride_tricks.sliding_window_view(padded, 2 * reach + 1)
    peak = numpy.minimum(around[:, :reach].max(1), around[:, reach + 1 :].max(1))
    return {
        name: values,
        f"{name}-depth": (peak - values).astype(numpy.float32),
        f"{name}-lowest": (values <= around.min(1)).astype(numpy.float32),
        f"{name}-usual": ((values - values.mean()) / max(1e-6, float(values.std()))).astype(numpy.float32),
    }


def _tense_change(telling: Telling) -> dict[str, Floats]:
    """How the tense and the person of the narration differ before and behind each gap."""
    import numpy

    count = len(telling.paragraphs)
    found: dict[str, Floats] = {}
    tables = (("tense", telling.verbs, (PAST, PRESENT, PLUPERFECT)), ("person", telling.persons, (0, 1, 2)))
    for signal, table, columns in tables:
        sums = numpy.zeros((count + 1, table.shape[1]), numpy.float64)
        numpy.add.at(sums, telling.in_paragraph + 1, table)
        sums = numpy.cumsum(sums, 0)
        at = numpy.arange(count)
        for reach in (2, 6):
            left = sums[at] - sums[numpy.maximum(0, at - reach)]
            right = sums[numpy.minimum(count, at + reach)] - sums[at]
            shares = [side / numpy.maximum(1, side.sum(1, keepdims=True)) for side in (left, right)]
            for column in columns:
                change = (shares[1] - shares[0])[:, column]
                found[f"{signal}.{column}-change-{reach}"] = numpy.abs(change).astype(numpy.float32)
            if signal == "tense":
                found[f"tense.pluperfect-{reach}"] = shares[1][:, PLUPERFECT].astype(numpy.float32)
    return found
