"""Who says each quotation, and to whom."""

from bisect import bisect_right
from collections.abc import Sequence

import msgspec

from fabula.models.output import ReaderOutput
from fabula.models.weights import Reader
from fabula.reading import (
    Attribution,
    Attributions,
    Manner,
    Mentions,
    Parts,
    People,
    Quotation,
    Quotations,
    SpeechType,
)
from fabula.stages.attributing.certainty import SURE, certainty
from fabula.stages.attributing.conversation import Heard, attend, guess
from fabula.stages.attributing.evidence import Hearing
from fabula.stages.attributing.listening import listen
from fabula.stages.attributing.speeches import Speech, conversations, find_speeches
from fabula.stages.paragraphs import body_paragraphs
from fabula.story import Story


def attribute(
    story: Story, parts: Parts, quotations: Quotations, people: People, reader: Reader, output: ReaderOutput
) -> Attributions:
    """One attribution for each quotation, in the same order.

    Speakers are found for whole conversations at once, from all that the narration and the speeches say of them.
    """
    outer = [(number, one) for number, one in enumerate(quotations.items) if not one.nested]
    speeches = find_speeches(story, body_paragraphs(story, parts), outer)
    hearing = listen(story.text, people, speeches, reader, output)
    heard = _hear(hearing, speeches) | _hear_told(story, quotations, people, output)
    return Attributions(
        tuple(_attribution(heard.get(number), quotation) for number, quotation in enumerate(quotations.items))
    )


def _hear(hearing: Hearing, speeches: Sequence[Speech]) -> dict[int, Heard]:
    """Who says each speech, by the number of its quotation."""
    talks = tuple(conversations(speeches))
    hearing = msgspec.structs.replace(hearing, guesses=guess(hearing, talks))
    heard: dict[int, Heard] = {}
    for conversation in talks:
        heard |= attend(hearing, conversation)
    return heard


def _hear_told(story: Story, quotations: Quotations, people: People, output: ReaderOutput) -> dict[int, Heard]:
    """Who says what is quoted inside speech: there the speech round it is the narration, and its I is left open."""
    inner = [(number, one) for number, one in enumerate(quotations.items) if one.nested]
    tales = [one.span for one in quotations.items if not one.nested]
    starts = [tale.start for tale in tales]
    holding = {bisect_right(starts, one.span.start) - 1 for _, one in inner}
    mentions = [one for one in people.mentions.items if bisect_right(starts, one.span.start) - 1 in holding]
    told = msgspec.structs.replace(people, mentions=Mentions(tuple(mentions)))
    speeches = find_speeches(story, tales, inner)
    return _hear(listen(story.text, told, speeches, None, output), speeches)


def _attribution(heard: Heard | None, quotation: Quotation) -> Attribution:
    """What was heard; nobody for a letter or a sign unless its tag names who wrote it."""
    unknown = Attribution(type=quotation.type)
    unsigned = quotation.manner is Manner.WRITING and quotation.type is not SpeechType.EXPLICIT
    if heard is None or heard.speaker < 0 or unsigned:
        return unknown
    sure = certainty(quotation.type, heard.chance)
    if sure < SURE:
        return unknown
    return Attribution(heard.speaker, heard.addressee, quotation.type, round(sure, 2))
