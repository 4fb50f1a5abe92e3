"""Who is whose brother, cousin, son, and which of them is the elder."""

from __future__ import annotations

from collections.abc import Iterator

from fabula.reading import Fact, Note
from fabula.stages.ledger.numbers import number_of
from fabula.stages.ledger.page import Page, child, fact, has_owner, is_name, lemma, note, owner, person
from fabula.stages.vocabulary import word_set

KIN = word_set(
    "brother sister cousin son daughter aunt uncle niece nephew wife husband grandmother grandfather grandson granddaughter "
    "mother father stepbrother stepsister twin"
)
_PLURALS = word_set("brothers sisters sons daughters cousins aunts uncles nephews nieces children kids wives")
_ELDER, _YOUNGER = word_set("older elder big eldest oldest"), word_set("younger little kid baby youngest")


def kinships(page: Page) -> Iterator[Fact | Note]:
    """Kinship said of somebody by name, relations of age between two people, how many brothers, and kin nobody named.

    A fact's value is the word and whose, "?" where that is not known: "cousin of 3". Under "age beside 3" it is "older" or
    "younger" than character 3.
    """
    for word in range(len(page.low)):
        if (
            lemma(page, word) in KIN
            and page.low[word] not in _PLURALS
            and page.low[min(word + 1, len(page.low) - 1)] != "-"
        ):
            yield from _one(page, word)
        elif page.low[word] in _PLURALS:
            yield from _counted(page, word)
        elif page.low[word] in ("older", "younger", "elder"):
            yield from _compared(page, word)


def _one(page: Page, word: int) -> Iterator[Fact | Note]:
    term = lemma(page, word)
    named = _named(page, word)
    whose = owner(page, word)
    if named is None:
        if has_owner(page, word) and whose is not None and page.output.deprels[word] == "nsubj":
            found = note(page, term, whose, "kin", term, word)
            if found:
                yield found
        return
    who, name = named
    whose = None if whose == who else whose
    if not has_owner(page, word) and not _likened(page, word, name) and whose is None:
        return
    first = min((word, name, *page.children[word]), key=lambda one: (abs(one - word) > 6, one))
    found = fact(
        page,
        who,
        "kinship",
        f"{term} of {whose if whose is not None else '?'}",
        word,
        name,
        first,
        taken=child(page, word, "cop") is None,
    )
    if found:
        yield found
    for one in page.children[word]:
        order = "older" if page.low[one] in _ELDER else "younger" if page.low[one] in _YOUNGER else ""
        if order and whose is not None:
            taken = child(page, word, "cop") is None
            compared = fact(page, who, f"age beside {whose}", order, one, word, name, taken=taken)
            if compared:
                yield compared


def _named(page: Page, word: int) -> tuple[int, int] | None:
    """The person named beside the kinship word, and the name's word: "my cousin Julian", "Dario, your brother"."""
    head = int(page.output.heads[word])
    beside = [one for one in page.children[word] if page.output.deprels[one] in ("appos", "flat", "nmod", "nmod:desc")]
    if page.output.deprels[word] in ("appos", "nmod:desc", "compound", "flat") and head >= 0:
        beside.append(head)
    predicate = child(page, word, "cop") is not None
    doer = child(page, word, "nsubj") if predicate else None
    if doer is not None:
        beside.append(doer)
    following = _name_behind(page, word)
    if following is not None and following not in beside:
        beside.append(following)
    for one in sorted(beside, key=lambda one: abs(one - word)):
        who = person(page, one)
        if who is not None and is_name(page, one):
            of = any(
                page.low[below] not in ("like", "as", "'s", "'")
                for below in page.children[one]
                if page.output.deprels[below] == "case"
            )
            if not of or one == doer:
                return who, one
    return None


def _name_behind(page: Page, word: int) -> int | None:
    """The head of the name that follows at once, however the sentence is parsed: "her sister Rose"."""
    behind = range(word + 1, min(word + 4, len(page.low)))
    start = int(page.output.starts[behind[0]]) if behind else -1
    return next((one for one in behind if is_name(page, one) and page.people[one].span.start == start), None)


def _likened(page: Page, word: int, name: int) -> bool:
    """True for "a cousin like Niamh"."""
    return any(page.low[one] == "like" for one in page.children[name])


def _counted(page: Page, word: int) -> Iterator[Fact]:
    """ "He had three brothers", "his two sisters": how many."""
    number = child(page, word, "nummod")
    if number is None or number_of(page.low[number]) < 1:
        return
    who = owner(page, word)
    head = int(page.output.heads[word])
    if who is None and head >= 0 and lemma(page, head) == "have" and page.output.deprels[word] == "obj":
        doer = child(page, head, "nsubj")
        who = person(page, doer) if doer is not None else None
    apart = (
        "other",
        "more",
        "elder",
        "older",
        "younger",
        "eldest",
        "oldest",
        "youngest",
        "little",
        "surviving",
        "remaining",
        "last",
        "first",
        "of",
    )
    if who is None or any(page.low[one] in apart for one in page.children[word] if page.output.deprels[one] != "nmod"):
        return
    found = fact(page, who, f"number of {page.low[word]}", str(number_of(page.low[number])), number, word)
    if found:
        yield found


def _compared(page: Page, word: int) -> Iterator[Fact]:
    """ "Dario is four years older than you"."""
    doer = child(page, word, "nsubj")
    than = next(
        (one for one in page.children[word] if any(page.low[below] == "than" for below in page.children[one])), None
    )
    who = person(page, doer) if doer is not None else None
    other = person(page, than) if than is not None else None
    if who is None or other is None or doer is None or than is None or who == other:
        return
    found = fact(
        page, who, f"age beside {other}", "younger" if page.low[word] == "younger" else "older", word, doer, than
    )
    if found:
        yield found
