"""What people look like: the colour of eyes, hair and beard."""

from __future__ import annotations

from collections.abc import Iterator

from fabula.reading import Fact
from fabula.stages.ledger.page import Page, bounds, child, fact, has_owner, is_name, lemma, owner, person, subject
from fabula.stages.vocabulary import word_set

EYES = word_set("blue grey gray green brown hazel black amber violet")
HAIRS = word_set(
    "black brown red blond blonde fair yellow golden gold auburn ginger chestnut grey gray white silver copper flaxen "
    "sandy raven"
)
_FEATURES = {
    "eye": ("eye colour", EYES),
    "eyed": ("eye colour", EYES),
    **dict.fromkeys(("hair", "curl", "braid", "plait", "haired", "ponytail", "ringlet"), ("hair colour", HAIRS)),
    **dict.fromkeys(("beard", "bearded"), ("beard colour", HAIRS)),
    **dict.fromkeys(("moustache", "mustache"), ("moustache colour", HAIRS)),
}
"""A feature by the words for it, and the colours that it has by nature."""
_LIGHT = word_set(
    "moonlight firelight lamplight candlelight sunlight starlight streetlight sunset wig lenses contacts photograph portrait "
    "painting picture mask powder dyed bleached tinted snow rime flour dust soot mud frost ice blood paint"
)
"""Words that say that the colour is lent."""


def appearances(page: Page) -> Iterator[Fact]:
    """The colours of people's eyes, hair and beards, on the words from the colour to the feature."""
    for word in range(len(page.low)):
        name = lemma(page, word)
        feature = _FEATURES.get(name) or _FEATURES.get(page.low[word])
        if feature is None or _is_lent(page, word):
            continue
        for colour in _colours(page, word, feature[1]):
            who = _who(page, word)
            if who is not None:
                found = fact(
                    page,
                    who,
                    feature[0],
                    plain_colour(page.low[colour]),
                    word,
                    colour,
                    taken=has_owner(page, word) and colour < word,
                )
                if found:
                    yield found
                break


def plain_colour(word: str) -> str:
    """One spelling for a colour."""
    return {"gray": "grey", "blonde": "blond", "gold": "golden"}.get(word, word)


def _is_lent(page: Page, word: int) -> bool:
    first, end = bounds(page, word)
    return any(page.low[one] in _LIGHT for one in range(first, end))


def _colours(page: Page, word: int, colours: frozenset[str]) -> Iterator[int]:
    """The colour words said of the feature: before it, joined to it by a hyphen, or behind "was"."""
    if page.low[word] in ("eyed", "haired", "bearded"):
        before = word - 2
        if before >= 0 and page.low[word - 1] == "-" and page.low[before] in colours:
            yield before
        return
    for one in page.children[word]:
        if page.output.deprels[one] in ("amod", "compound", "nmod") and page.low[one] in colours:
            yield one
    head = int(page.output.heads[word])
    said_of = page.output.deprels[word] == "nsubj" and head >= 0 and page.low[head] in colours
    if said_of and child(page, head, "cop") is not None and page.output.upos[head] in ("ADJ", "NOUN"):
        yield head


def _who(page: Page, word: int) -> int | None:
    """Whose feature it is: an owner's, that of somebody "with" it, of a subject that "had" it, of a "green-eyed" somebody."""
    head = int(page.output.heads[word])
    if head >= 0 and lemma(page, head) == "have" and page.output.deprels[word] == "obj":
        doer = subject(page, head)
        return person(page, doer) if doer is not None else None
    found = owner(page, word)
    if found is not None or child(page, word, "nmod:poss") is not None or head < 0:
        return found
    if page.low[word] in ("eyed", "haired", "bearded"):
        # "the red-haired man" alone may be anybody: only what somebody named "was", or is called, tells of them
        return _of_whom(page, head) if is_name(page, head) or child(page, head, "cop") is not None else None
    if any(page.low[one] == "with" for one in page.children[word]):
        return _of_whom(page, head)
    return None


def _of_whom(page: Page, word: int) -> int | None:
    """Whom a noun means: itself, or the one who "was" it."""
    found = person(page, word)
    doer = child(page, word, "nsubj") if child(page, word, "cop") is not None else None
    return person(page, doer) if found is None and doer is not None else found
