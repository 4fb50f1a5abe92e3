"""Direct speech, as this story marks it."""

import re
from collections.abc import Iterator

from fabula.reading import Manner, Parts, Quotation, Quotations, QuoteStyle, SpeechType
from fabula.stages.paragraphs import body_paragraphs
from fabula.stages.speech.dashes import dash_speeches
from fabula.stages.speech.manner import manner_of
from fabula.stages.speech.marks import Pair, family_of, pair_marks
from fabula.stages.speech.style import find_style
from fabula.stages.speech.tags import VERBS, Tag, broken_off, said_beside, tag_after
from fabula.stages.vocabulary import word_set
from fabula.story import Span, Story

_TYPES = {Tag.NAME: SpeechType.EXPLICIT, Tag.NOUN: SpeechType.ANAPHORIC, Tag.NONE: SpeechType.IMPLICIT}
_BEFORE_NOUN = word_set(
    "a an the of his her their my your our its this that these those no "
    "called named entitled titled marked labelled labeled word words term phrase name"
)
_OF_BOOKS = word_set("read reads sang sings quoted quotes")
_WORD = re.compile(r"[^\W_]+(?:['’\-][^\W_]+)*")


def find_quotations(story: Story, parts: Parts) -> Quotations:
    """The story's quotation style and all direct speech in it, speech inside speech included.

    The paragraph is where we find our feet again: a mark that is missing or too many in one paragraph changes nothing in the
    next. Words in quotation marks that nobody says (the so-called "experts") are left out.
    """
    paragraphs = body_paragraphs(story, parts)
    style = find_style(story.text, paragraphs)
    found = [_speeches(story.text, paragraph, style) for paragraph in paragraphs]
    items: list[Quotation] = []
    for index, (paragraph, (pairs, stray)) in enumerate(zip(paragraphs, found, strict=True)):
        before = found[index - 1][0] if index else []
        if stray is not None and before and not before[-1].closed:
            pairs = [Pair(Span(paragraph.start, stray), True), *pairs]
        continues = bool(pairs) and not pairs[-1].closed and index + 1 < len(found)
        continues = continues and _goes_on(*found[index + 1], paragraphs[index + 1])
        items.extend(_quoted(story.text, paragraph, pairs, style, continues))
    return Quotations(style, tuple(items))


def _goes_on(pairs: list[Pair], stray: int | None, paragraph: Span) -> bool:
    """Whether the next paragraph begins with an opening mark, or holds the closing one of this speech."""
    return stray is not None or (bool(pairs) and pairs[0].span.start <= paragraph.start + 1)


def _speeches(text: str, paragraph: Span, style: QuoteStyle) -> tuple[list[Pair], int | None]:
    if style.name == "dash":
        return [Pair(span, True) for span in dash_speeches(text, paragraph)], None
    if not family_of(style.opening):
        return [], None
    pairs, stray = pair_marks(text, paragraph, style)
    return [pair for pair in pairs if not _is_mere_words(text, paragraph, pair)], stray


def _is_mere_words(text: str, paragraph: Span, pair: Pair) -> bool:
    """True for a title, a scare quote or a word about a word, inside a sentence and with no saying verb beside it.

    Up to six words, or eight behind a word that calls for a noun (the "man with one leg"). On LitBank's quotations three
    out of four such phrases are nobody's speech.
    """
    inside = text[pair.span.start + 1 : pair.span.end - 1].strip("*_ ")
    lead = text[max(paragraph.start, pair.span.start - 80) : pair.span.start].rstrip()
    if not pair.closed or not inside:
        return not inside.strip()
    if not lead or not (lead[-1].isalnum() or lead[-1] in "’'") or inside[-1] in "!?":
        return False
    words, led_by = _WORD.findall(inside), [word.casefold() for word in _WORD.findall(lead)[-2:]]
    if not led_by:
        return False
    if led_by[-1] in _BEFORE_NOUN:
        return len(words) <= 8
    if any(word in VERBS - _OF_BOOKS for word in led_by) or inside[-1] in "…—–-":
        return False
    return len(words) <= 6 and tag_after(text, pair.span.end, paragraph.end) is Tag.NONE


def _quoted(text: str, paragraph: Span, pairs: list[Pair], style: QuoteStyle, continues: bool) -> Iterator[Quotation]:
    """The quotations of one paragraph with their types, each followed by those inside it."""
    for pair, (kind, manner) in zip(pairs, _told(text, paragraph, pairs), strict=True):
        goes_on = continues and pair is pairs[-1]
        led = pair is pairs[0] and pair.span.start > paragraph.start
        sure = _confidence(kind, led, pair.closed or goes_on)
        yield Quotation(pair.span, closed=pair.closed, continues=goes_on, type=kind, confidence=sure, manner=manner)
        yield from _nested(text, pair, style)


def _told(text: str, stretch: Span, pairs: list[Pair]) -> list[tuple[SpeechType, Manner]]:
    """By the tag behind each speech, else the tag before it, else the first part of the sentence it goes on with."""
    told: list[tuple[SpeechType, Manner]] = []
    end = stretch.start
    for index, pair in enumerate(pairs):
        stop = pairs[index + 1].span.start if index + 1 < len(pairs) else stretch.end
        if told and broken_off(text[end : pair.span.start]):
            told.append(told[-1])
        else:
            said = said_beside(text, Span(end, pair.span.start), Span(pair.span.end, stop))
            told.append((_TYPES[said.tag], manner_of(text, pair.span, end, said)))
        end = pair.span.end
    return told


def _nested(text: str, pair: Pair, style: QuoteStyle) -> Iterator[Quotation]:
    """Speech inside speech; a mark inside that never closes is left alone."""
    if not family_of(style.inner_opening) or family_of(style.inner_opening) == family_of(style.opening):
        return
    inner = QuoteStyle("inner", style.inner_opening, style.inner_closing)
    stretch = Span(pair.span.start + 1, pair.span.end - (1 if pair.closed and len(pair.span) > 1 else 0))
    pairs = [pair for pair in pair_marks(text, stretch, inner)[0] if pair.closed]
    pairs = [pair for pair in pairs if not _is_mere_words(text, stretch, pair)]
    for pair, (kind, manner) in zip(pairs, _told(text, stretch, pairs), strict=True):
        yield Quotation(pair.span, nested=True, type=kind, confidence=0.7, manner=manner)


def _confidence(kind: SpeechType, led: bool, whole: bool) -> float:
    """How sure we are that this is direct speech: the share that was, of each kind, in LitBank's 80 annotated samples.

    `led`: the first speech of its paragraph, with words before it; `whole`: closed, or going on in the next paragraph.
    """
    if not whole:
        return 0.7
    if kind is not SpeechType.IMPLICIT:
        return 0.97
    return 0.65 if led else 0.96
