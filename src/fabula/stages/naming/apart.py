"""Who is somebody else, and who goes on acting: what clauses, speech and turns say before anybody is known by name."""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import chain

from fabula.models.output import ReaderOutput
from fabula.reading import Quotations
from fabula.stages.naming.candidates import Candidate
from fabula.stages.naming.narrators import is_called
from fabula.stages.naming.nouns import head_of
from fabula.stages.naming.pronouns import HE, SHE
from fabula.stages.speech.tags import Tag, said_after, said_before
from fabula.stages.vocabulary import word_set
from fabula.story import Span

_DOES = word_set("nsubj nsubj:pass")
_DONE_TO = word_set("obj iobj")
_TOWARDS = word_set("to at by from against")
"""With these somebody else is meant ("she spoke to her"); "she looked about her" may mean herself."""
_HERSELF = word_set("himself herself themselves themself myself yourself itself")


def find_strangers(
    text: str, paragraphs: Sequence[Span], found: Sequence[Candidate], quotations: Quotations, output: ReaderOutput
) -> Mapping[int, Sequence[int]]:
    """For each candidate, by its number, those that are somebody else."""
    apart: defaultdict[int, list[int]] = defaultdict(list)
    tagged = _tagged(text, paragraphs, found, quotations)
    pairs = (
        _in_clauses(found, output),
        _in_speech(text, paragraphs, found, tagged),
        _in_turns(paragraphs, found, tagged, quotations, output),
    )
    for one, other in chain(*pairs):
        apart[one].append(other)
        apart[other].append(one)
    return apart


def find_continued(paragraphs: Sequence[Span], found: Sequence[Candidate], output: ReaderOutput) -> Mapping[int, int]:
    """For each he and she who acts, by its number, who acted last in the same paragraph: most likely the same one."""
    starts = [one.start for one in paragraphs]
    acted: dict[int, int] = {}
    same: dict[int, int] = {}
    for number, one in enumerate(found):
        if not one.is_person or one.quotation >= 0 or output.deprels[head_of(one, output)] not in _DOES:
            continue
        home = bisect_right(starts, one.span.start) - 1
        if home in acted and one.low in HE | SHE:
            same[number] = acted[home]
        acted[home] = number
    return same


def _in_clauses(found: Sequence[Candidate], output: ReaderOutput) -> Iterator[tuple[int, int]]:
    """Subject and object of one verb, two joined by "and", an owner with what is owned ("his brother") and with whom that
    describes ("he was her brother", "Niamh, her sister").
    """
    heads: dict[int, int] = {}
    for number, one in enumerate(found):
        if one.is_person and one.low not in _HERSELF:
            heads.setdefault(head_of(one, output), number)
    doing: dict[int, int] = {}
    for head, number in heads.items():
        if output.deprels[head] in _DOES:
            doing.setdefault(int(output.heads[head]), number)
    cases = {int(output.heads[n]): output.lemmas[n] for n, relation in enumerate(output.deprels) if relation == "case"}
    for head, number in heads.items():
        verb, relation = int(output.heads[head]), output.deprels[head]
        towards = relation == "obl" and cases.get(head, "") in _TOWARDS
        if (relation in _DONE_TO or towards) and doing.get(verb, number) != number:
            yield doing[verb], number
        elif relation in ("conj", "nmod:poss") and heads.get(verb, number) != number:
            yield heads[verb], number
        if relation == "nmod:poss":
            told = doing if output.upos[verb] == "NOUN" else {}
            described = told.get(verb, heads.get(int(output.heads[verb])) if output.deprels[verb] == "appos" else None)
            if described is not None and described != number:
                yield described, number


def _in_speech(
    text: str, paragraphs: Sequence[Span], found: Sequence[Candidate], tagged: Mapping[int, int]
) -> Iterator[tuple[int, int]]:
    """Whom a paragraph's tag names as its speaker, with each he and she in the speech and whom it calls."""
    starts = [one.start for one in paragraphs]
    said: defaultdict[int, list[int]] = defaultdict(list)
    for number, one in enumerate(found):
        if one.quotation >= 0 and one.is_person and (one.low in HE | SHE or (one.named and is_called(text, one))):
            said[bisect_right(starts, one.span.start) - 1].append(number)
    for home, numbers in said.items():
        if home in tagged:
            yield from ((tagged[home], number) for number in numbers)


def _in_turns(
    paragraphs: Sequence[Span],
    found: Sequence[Candidate],
    tagged: Mapping[int, int],
    quotations: Quotations,
    output: ReaderOutput,
) -> Iterator[tuple[int, int]]:
    """Who speak in two paragraphs that follow one another and both begin with speech: whom the tag names, or who then acts."""
    starts = [one.start for one in paragraphs]
    speaking: dict[int, int] = {}
    for number, one in enumerate(found):
        if one.is_person and one.quotation < 0 and output.deprels[head_of(one, output)] in _DOES:
            speaking.setdefault(bisect_right(starts, one.span.start) - 1, number)
    speaking |= tagged
    numbers = {start: number for number, start in enumerate(starts)}
    opening = {numbers[one.span.start] for one in quotations.items if one.span.start in numbers}
    for home in opening:
        if home + 1 in opening and home in speaking and home + 1 in speaking:
            yield speaking[home], speaking[home + 1]


def _tagged(
    text: str, paragraphs: Sequence[Span], found: Sequence[Candidate], quotations: Quotations
) -> dict[int, int]:
    """The mention that the first tag of each paragraph gives the speech to, by the paragraph's number."""
    starts, places = [one.start for one in paragraphs], [one.span.start for one in found]
    speaking: dict[int, int] = {}
    for quotation in quotations.items:
        home = bisect_right(starts, quotation.span.start) - 1
        if quotation.nested or home < 0 or home in speaking:
            continue
        said = said_after(text, quotation.span.end, paragraphs[home].end)
        if said.tag is Tag.NONE:
            said = said_before(text, paragraphs[home].start, quotation.span.start)
        if said.subject:
            at = bisect_left(places, said.subject.start)
            if at < len(found) and found[at].span.start == said.subject.start and found[at].quotation < 0:
                speaking[home] = at
    return speaking
