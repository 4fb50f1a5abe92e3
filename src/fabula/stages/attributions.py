"""Who says each quotation, and to whom."""

from bisect import bisect_right
from collections.abc import Sequence

import msgspec

from fabula.models.links import score_speakers
from fabula.models.output import FORMS, TYPES, MentionScore, ReaderOutput, words_under
from fabula.models.weights import Reader
from fabula.reading import (
    Attribution,
    Attributions,
    Form,
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
from fabula.stages.attributing.evidence import Chance, Hearing
from fabula.stages.attributing.sightings import UNKNOWN, Seen, see_people
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
    seen = see_people(story.text, people, speeches)
    hearing = Hearing(story.text, seen, *_subjects(seen, output), _chances(seen, speeches, reader, output))
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
    seen = see_people(story.text, told, speeches)
    return _hear(Hearing(story.text, seen, *_subjects(seen, output), {}), speeches)


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


def _subjects(seen: Seen, output: ReaderOutput) -> tuple[dict[int, int], dict[int, int], dict[int, int]]:
    """The start of the verb that each sighting in narration is subject of, by the sighting's start; the sighting's number by
    the verb's; the same for verbs that stand beside another and have its subject."""
    doers: dict[int, int] = {}
    subjects: dict[int, int] = {}
    for number, one in enumerate(seen.items):
        if one.quoted or one.span.start in doers:
            continue
        first, end = words_under(output, one.span)
        for word in range(first, end):
            if output.deprels[word] == "nsubj" and not first <= output.heads[word] < end:
                verb = int(output.starts[output.heads[word]])
                doers[one.span.start] = verb
                subjects.setdefault(verb, number)
    return doers, subjects, _shared(subjects, output)


def _shared(subjects: dict[int, int], output: ReaderOutput) -> dict[int, int]:
    """For verbs that stand beside others and have no subject of their own ("he rose and said"): the number of the sighting
    that is subject of the nearest before."""
    shared: dict[int, int] = {}
    latest: dict[int, int] = {}
    for word, (head, deprel) in enumerate(zip(output.heads, output.deprels, strict=True)):
        own = subjects.get(int(output.starts[word]))
        if own is not None:
            latest[word] = own
        if deprel == "conj" and 0 <= head < word and (own is not None or int(head) in latest):
            latest[word] = latest[int(head)] = latest[int(head)] if own is None else own
            if own is None:
                shared[int(output.starts[word])] = latest[word]
    return shared


def _chances(
    seen: Seen, speeches: tuple[Speech, ...], reader: Reader, output: ReaderOutput
) -> dict[int, dict[int, Chance]]:
    """What the model gives each person who may speak, for each quotation by its number."""
    told = [one for one in seen.items if not one.quoted]
    if not told or not speeches:
        return {}
    mentions: list[MentionScore] = []
    for one in told:
        first, end = words_under(output, one.span)
        mentions.append(
            MentionScore(first, max(first + 1, end), TYPES.index("person"), FORMS.index(one.form.value), 1.0)
        )
    words = [words_under(output, speech.span) for speech in speeches]
    chances: dict[int, dict[int, Chance]] = {}
    for score in score_speakers(reader, output, [(first, max(first + 1, end)) for first, end in words], mentions):
        own = chances.setdefault(speeches[score.quotation].number, {})
        one = told[score.mention]
        if one.who != UNKNOWN:
            known = own.get(one.who, Chance(0.0, 0.0))
            by_pronoun = score.score if one.form is Form.PRONOUN else 0.0
            own[one.who] = Chance(known.named + score.score - by_pronoun, known.by_pronoun + by_pronoun)
    return chances
