"""What all conversations of a story are heard with: its people, the subjects of its verbs, and the model's say."""

from collections.abc import Sequence

from fabula.models.links import score_speakers
from fabula.models.output import FORMS, TYPES, MentionScore, ReaderOutput, words_under
from fabula.models.weights import Reader
from fabula.reading import Form, People
from fabula.stages.attributing.evidence import Chance, Hearing
from fabula.stages.attributing.sightings import UNKNOWN, Seen, see_people
from fabula.stages.attributing.speeches import Speech


def listen(
    text: str, people: People, speeches: Sequence[Speech], reader: Reader | None, output: ReaderOutput
) -> Hearing:
    """Who is seen where, and does what; without a `reader` the model is not asked who speaks."""
    seen = see_people(text, people, speeches)
    chances = _chances(seen, speeches, reader, output) if reader else {}
    return Hearing(text, seen, *_subjects(seen, output), chances)


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
    seen: Seen, speeches: Sequence[Speech], reader: Reader, output: ReaderOutput
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
