"""Nouns and pronouns that the story itself gives a name: "my cousin Julian", "Dario, your brother,", "they called her Finn"."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from fabula.models.output import ReaderOutput
from fabula.stages.naming.candidates import Candidate
from fabula.stages.naming.gender import PEOPLE, genders_clash
from fabula.stages.naming.nouns import Reference, head_of, reference_of

_NAMED = re.compile(r",? (?:who (?:was|is) )?(?:called|named|whose name (?:was|is)|known as) (?:the )?")
_HIS_NAME_IS = re.compile(r" (?:(?:was|is) (?:called|named|known as)|(?:\w+ )?name (?:was|is|had been)) (?:the )?")
_CALL = re.compile(r"\b(?:call(?:s|ed)?|nam(?:e|es|ed)|nicknamed|christened) $", re.IGNORECASE)
_KNOWN = (Reference.THE, Reference.OWNED, Reference.NEW)


def introductions(text: str, found: Sequence[Candidate], output: ReaderOutput) -> Iterator[tuple[int, int]]:
    """The number of each noun or pronoun that is given a name, with the chain of that name.

    Every one stands in the text: side by side ("the porter Wilf"), between commas, with "was", with "called".
    """
    starts = [one.words.start for one in found]
    for number, one in enumerate(found):
        if one.named and one.is_person:
            yield from ((other, one.named.entity) for other in _beside(text, found, starts, number, output))


def _beside(
    text: str, found: Sequence[Candidate], starts: Sequence[int], number: int, output: ReaderOutput
) -> Iterator[int]:
    name = found[number]
    near = range(bisect_left(starts, name.words.start - 12), min(len(found), number + 8))
    for other in near:
        one = found[other]
        if one.named or not one.is_person or one.quotation != name.quotation or genders_clash(one.low, name.low):
            continue
        described = one.is_noun and reference_of(one, output) in _KNOWN and _is_same(text, one, name, output)
        if described or _is_called_so(text, one, name):
            yield other


def _is_called_so(text: str, one: Candidate, name: Candidate) -> bool:
    """True for the pronoun in "They called her the Heron", "he was called Anselme" and "her name is Rose"."""
    before = one.low in PEOPLE and one.span.end < name.span.start
    if before and _HIS_NAME_IS.fullmatch(text, one.span.end, name.span.start):
        return True
    beside = one.low in ("him", "her", "them") and one.span.end + 1 == name.span.start
    return beside and bool(_CALL.search(text, max(0, one.span.start - 12), one.span.start))


def _is_same(text: str, noun: Candidate, name: Candidate, output: ReaderOutput) -> bool:
    """Whether the words or the syntax make the noun and the name one."""
    head, called = head_of(noun, output), head_of(name, output)
    between = text[min(noun.span.end, name.span.end) : max(noun.span.start, name.span.start)]
    if noun.words.start <= name.words.start and name.words.end <= noun.words.end:
        return noun.words.end == name.words.end and head != called and output.deprels[called] in ("appos", "flat")
    if noun.span.end <= name.span.start and (between == " " or _NAMED.fullmatch(between)):
        return True
    if output.deprels[head] == "appos" and output.heads[head] == called:
        return True
    if output.deprels[called] == "appos" and output.heads[called] == head:
        return True
    return _is_copula(noun, head, called, output)


def _is_copula(noun: Candidate, head: int, called: int, output: ReaderOutput) -> bool:
    """True for "Julian was my cousin", not for "Julian was a fool" nor "was not the porter"."""
    if output.deprels[called] != "nsubj" or output.heads[called] != head or noun.low.startswith(("a ", "an ")):
        return False
    own = range(min(called, head), max(called, head))
    linked = any(output.deprels[word] == "cop" and output.heads[word] == head for word in own)
    return linked and not any(output.lemmas[word] in ("not", "never", "n't", "like", "as") for word in own)
