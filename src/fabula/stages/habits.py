"""How the story uses its words."""

import re
from collections import defaultdict
from collections.abc import Iterator
from itertools import pairwise

from fabula.models.output import ReaderOutput
from fabula.reading import Habit, Habits, Lexicon, Quotations, Sentences
from fabula.stages.dictionary import Dictionary
from fabula.stages.speech.tags import VERBS
from fabula.stages.vocabulary import word_set
from fabula.story import Span, Story

_UNUSUAL = 25.0
"""In a million words: rarer words are noticed when they come back (a reader knows some hundred words that are rarer)."""
_NEAR = 90
"""Words between an echo and its first: about half a page."""
_COMMON, _ABOVE, _LEAST = 60.0, 4.0, 6
"""A crutch word is common in fiction, stands this many times as often as there, and at least so often."""
_ROW = 4
"""Sentences in a row that begin with the same word before a reader hears it."""
_PLAIN = word_set("said say says asked ask asks thought think thinks told tell tells called read put went began")
_SENSES = word_set("see hear feel notice watch realise realize wonder seem")
_SHOWN = 8
_OPEN = ("NOUN", "VERB", "ADJ", "ADV")


def notice_habits(
    story: Story,
    sentences: Sentences,
    quotations: Quotations,
    lexicon: Lexicon,
    output: ReaderOutput,
    dictionary: Dictionary,
) -> Habits:
    """The words that come again: echoes, threads, crutch words, openings, filter words and tags, at most eight of each.

    Names never count; speech counts only for echoes and threads, for people talk as they talk. Usual is what 51 novels use.
    """
    places = _places_by_lemma(output, lexicon)
    usual = _usual(story.text, places, dictionary.often)
    spoken = [quotation.span for quotation in quotations.items]
    told = {word: kept for word, found in places.items() if (kept := _outside(found, spoken))}
    length = max(1, len(output.words))
    return Habits(
        echoes=_echoes(places, usual, output),
        threads=_threads(places, usual, len(story.text)),
        crutches=_crutches(told, usual, length),
        openings=_openings(story.text, sentences, spoken),
        filters=_first(_filters(output, spoken)),
        tags=_first(_tags(output, quotations)),
    )


def _places_by_lemma(output: ReaderOutput, lexicon: Lexicon) -> dict[str, list[Span]]:
    """Where each noun, verb, adjective and adverb of English stands, by its lemma."""
    strange = lexicon.names | lexicon.foreign | lexicon.sounds
    places: defaultdict[str, list[Span]] = defaultdict(list)
    for word, lemma, upos, start, end in zip(
        output.words, output.lemmas, output.upos, output.starts.tolist(), output.ends.tolist(), strict=True
    ):
        if upos in _OPEN and word.casefold() not in strange and lemma.isalpha():
            places[lemma.casefold()].append(Span(start, end))
    return dict(places)


def _usual(text: str, places: dict[str, list[Span]], known: dict[str, float]) -> dict[str, float]:
    """How often fiction has each lemma in a million words: in the forms that stand here, taken together."""
    forms = {
        word: {word, *(text[span.start : span.end].casefold() for span in found)} for word, found in places.items()
    }
    return {word: sum(known.get(form, 0.0) for form in found) for word, found in forms.items()}


def _outside(places: list[Span], spoken: list[Span]) -> list[Span]:
    from bisect import bisect_right

    starts = [span.start for span in spoken]
    return [
        place for place in places if not (at := bisect_right(starts, place.start)) or spoken[at - 1].end <= place.start
    ]


def _echoes(places: dict[str, list[Span]], usual: dict[str, float], output: ReaderOutput) -> tuple[Habit, ...]:
    """Unusual words that stand two or three times within half a page and nowhere else; running on, they are a thread."""
    import numpy

    found: list[Habit] = []
    for word, spans in places.items():
        often = usual[word]
        if len(spans) not in (2, 3) or often > _UNUSUAL or len(word) < 5:
            continue
        first, last = numpy.searchsorted(output.starts, [spans[0].start, spans[-1].start]).tolist()
        if 8 < last - first <= _NEAR:
            found.append(Habit(word, tuple(spans), often))
    return tuple(sorted(found, key=lambda habit: (-len(habit.places), habit.usual, habit.places[0]))[:_SHOWN])


def _threads(places: dict[str, list[Span]], usual: dict[str, float], length: int) -> tuple[Habit, ...]:
    """Unusual words that stand in the story's first fifth, in its last, and at least twice between."""
    found: list[Habit] = []
    for word, spans in places.items():
        between = sum(length * 0.2 <= span.start < length * 0.8 for span in spans)
        runs = spans[0].start < length * 0.2 and spans[-1].start >= length * 0.8
        if runs and between >= 2 and len(spans) <= 40 and usual[word] <= 2 * _UNUSUAL and len(word) > 3:
            found.append(Habit(word, tuple(spans), usual[word]))
    return tuple(sorted(found, key=lambda habit: (habit.usual - len(habit.places), habit.words))[:_SHOWN])


def _crutches(places: dict[str, list[Span]], usual: dict[str, float], length: int) -> tuple[Habit, ...]:
    found: list[Habit] = []
    for word, spans in places.items():
        expected = usual[word] * length / 1e6
        if usual[word] >= _COMMON and len(spans) >= max(_LEAST, _ABOVE * expected) and word in _WEAK:
            found.append(Habit(word, tuple(spans), round(expected, 1)))
    return tuple(sorted(found, key=lambda habit: (-len(habit.places) / habit.usual, habit.words))[:_SHOWN])


_WEAK = word_set("""
    just really very quite almost suddenly slowly quickly slightly somehow simply actually finally nearly still then again
    look turn smile nod sigh shrug laugh grin glance stare breathe start begin seem feel move walk stand pull reach
    little small soft quiet dark long thing something moment eye hand head face voice breath heart
""")
"""Words that stories lean on; others are what a story is about."""


def _openings(text: str, sentences: Sentences, spoken: list[Span]) -> tuple[Habit, ...]:
    """Rows of at least four sentences outside speech that begin with the same word."""
    heard = {span.start for span in spoken}
    rows: list[list[tuple[str, Span]]] = [[]]
    for sentence in sentences.items:
        word = re.match(r"[^\W\d_]+", text[sentence.start : sentence.end])
        if sentence.start in heard or not word:
            rows.append([])
            continue
        place = Span(sentence.start, sentence.start + word.end())
        if rows[-1] and rows[-1][-1][0] != word.group():
            rows.append([])
        rows[-1].append((word.group(), place))
    found = [Habit(row[0][0], tuple(place for _, place in row)) for row in rows if len(row) >= _ROW]
    return tuple(sorted(found, key=lambda habit: (-len(habit.places), habit.places[0]))[:_SHOWN])


def _filters(output: ReaderOutput, spoken: list[Span]) -> Iterator[tuple[str, Span]]:
    """Senses with a clause behind them, whose subject is a person's pronoun: what "she saw" could be seen without her."""
    clauses = {
        int(head) for head, deprel in zip(output.heads, output.deprels, strict=True) if deprel in ("ccomp", "xcomp")
    }
    for number, at in pairwise(range(len(output.words))):
        senses = output.lemmas[at] in _SENSES and output.upos[at] == "VERB" and at in clauses
        if senses and output.words[number].casefold() in ("he", "she", "i", "they"):
            place = Span(int(output.starts[number]), int(output.ends[at]))
            if _outside([place], spoken):
                yield output.lemmas[at], place


def _tags(output: ReaderOutput, quotations: Quotations) -> Iterator[tuple[str, Span]]:
    """Verbs of speech right behind a quotation, other than the plain ones."""
    import numpy

    ends = [quotation.span.end for quotation in quotations.items if not quotation.nested]
    for at in numpy.searchsorted(output.starts, ends).tolist():
        for word in range(at, min(at + 3, len(output.words))):
            written = output.words[word].casefold()
            if output.upos[word] == "VERB" and written in VERBS and written not in _PLAIN:
                yield written, Span(int(output.starts[word]), int(output.ends[word]))
                break


def _first(found: Iterator[tuple[str, Span]]) -> tuple[Habit, ...]:
    """Words with their places, the most frequent first."""
    places: defaultdict[str, list[Span]] = defaultdict(list)
    for word, place in found:
        places[word].append(place)
    rows = sorted(places.items(), key=lambda row: (-len(row[1]), row[0]))
    return tuple(Habit(word, tuple(spans)) for word, spans in rows)
