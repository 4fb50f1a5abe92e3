"""How the story is told, sentence by sentence: what is narrated and what is spoken, in which tense, by which person."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from fabula.models.output import ReaderOutput, words_under
from fabula.reading import Quotations
from fabula.stages.vocabulary import word_set
from fabula.story import Span

if TYPE_CHECKING:
    import numpy
    from numpy.typing import NDArray

    Flags = NDArray[numpy.bool_]
    Integers = NDArray[numpy.int64]

PAST, PRESENT, PLUPERFECT, FUTURE = range(4)
_FUTURE = word_set("will ’ll 'll shall")
_HAD = word_set("had ’d 'd")


@dataclass(frozen=True)
class Telling:
    """A text, the model's output for it, and layers over its words, sentences and paragraphs.

    `spoken` (words,) is true inside direct speech. `sentences` (s, 2) are word numbers, `paragraphs` (p, 2) too;
    `in_paragraph` (s,) numbers the paragraph of each sentence. `verbs` (s, 4) counts finite verbs of the narration:
    PAST, PRESENT, PLUPERFECT, FUTURE. `persons` (s, 3) counts pronouns of the narration by person.
    """

    text: str
    output: ReaderOutput
    spoken: Flags
    sentences: Integers
    paragraphs: Integers
    in_paragraph: Integers
    verbs: Integers
    persons: Integers


def tell(text: str, output: ReaderOutput, quotations: Quotations) -> Telling:
    """The layers above for a text."""
    import numpy

    spoken = numpy.zeros(len(output.words), numpy.bool_)
    for quotation in quotations.items:
        first, end = words_under(output, quotation.span)
        spoken[first:end] = True
    sentences = numpy.asarray(output.sentences, numpy.int64).reshape(-1, 2)
    starts = numpy.asarray(output.paragraph_starts, numpy.int64)
    paragraphs = numpy.stack([starts, numpy.append(starts[1:], len(output.words))], 1)[: len(starts)]
    in_paragraph = numpy.searchsorted(starts, sentences[:, 0], "right") - 1
    of_word = numpy.searchsorted(sentences[:, 0], numpy.arange(len(output.words)), "right") - 1
    verbs, persons = (numpy.zeros((len(sentences), width), numpy.int64) for width in (4, 3))
    for number in numpy.flatnonzero(~spoken).tolist():
        feats = output.feats[number]
        sentence = of_word[number]
        if "VerbForm=Fin" in feats:
            tense = verb_tense(output, number)
            if tense is not None:
                verbs[sentence, tense] += 1
        elif "PronType=Prs" in feats and "Person=" in feats:
            persons[sentence, int(feats[feats.index("Person=") + 7]) - 1] += 1
    return Telling(text, output, spoken, sentences, paragraphs, in_paragraph, verbs, persons)


def verb_tense(output: ReaderOutput, number: int) -> int | None:
    """The tense of a finite verb, None where its form tells none ("could", "must").

    "Had" before a participle that hangs on nothing else is the pluperfect; "had" that means owning is the past.
    """
    word, feats = output.words[number].casefold(), output.feats[number]
    if word in _FUTURE:
        return FUTURE
    if word in _HAD and output.upos[number] == "AUX":
        done = any("VerbForm=Part" in output.feats[at] for at in _governed(output, number))
        return PLUPERFECT if done else PAST
    if "Tense=Past" in feats:
        return PAST
    return PRESENT if "Tense=Pres" in feats else None


def _governed(output: ReaderOutput, number: int) -> list[int]:
    """What may be the participle of an auxiliary: its head, or "been" before its head ("had been in the yard")."""
    head = output.heads[number]
    if head <= number:
        return []
    return [int(head), *(at for at in range(number + 1, min(head, number + 4)) if output.lemmas[at] == "be")]


def sentences_of(telling: Telling, paragraph: int) -> range:
    """The numbers of a paragraph's sentences."""
    import numpy

    low, high = numpy.searchsorted(telling.in_paragraph, [paragraph, paragraph + 1])
    return range(int(low), int(high))


def span_of(telling: Telling, sentence: int) -> Span:
    """Where a sentence stands."""
    first, end = (int(number) for number in telling.sentences[sentence])
    return Span(int(telling.output.starts[first]), int(telling.output.ends[end - 1]))


def narrated(telling: Telling, sentence: int) -> str:
    """The words of a sentence that nobody speaks; "" where all is speech."""
    first, end = (int(number) for number in telling.sentences[sentence])
    spoken = telling.spoken[first:end]
    if not spoken.any():
        span = span_of(telling, sentence)
        return telling.text[span.start : span.end]
    return " ".join(telling.output.words[at] for at in range(first, end) if not telling.spoken[at])
