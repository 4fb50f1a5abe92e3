"""Who is dead, as the story says it plainly."""

from __future__ import annotations

from collections.abc import Iterator

from fabula.reading import Fact
from fabula.stages.ledger.page import Page, child, fact, lemma, person
from fabula.stages.vocabulary import word_set

_DYING = word_set("die perish drown")
_LATER = word_set("later after when before until soon if nearly almost would year years month months inside within")
_STILL = word_set("tired drunk asleep white laughing shame boredom embarrassment curiosity hunger thirst fright happy")


def deaths(page: Page) -> Iterator[Fact]:
    """ "alive": "no" for everybody who "was dead", "lay dead" or "died"; a death foretold or half a death is none."""
    for word in range(len(page.low)):
        doer = child(page, word, "nsubj", "nsubj:pass")
        who = person(page, doer) if doer is not None else None
        if doer is None or who is None or not _died(page, word):
            continue
        words = {page.low[one] for one in page.children[word]} | {
            page.low[below] for one in page.children[word] for below in page.children[one]
        }
        if words & (_LATER | _STILL) or page.output.deprels[word] not in ("root", "conj", "parataxis", "ccomp"):
            continue
        found = fact(page, who, "alive", "no", doer, word)
        if found:
            yield found


def _died(page: Page, word: int) -> bool:
    if page.low[word] == "dead":
        lies = lemma(page, word) == "dead" and child(page, word, "cop") is not None
        return lies and page.output.upos[word] == "ADJ"
    if lemma(page, word) in _DYING and page.output.upos[word] == "VERB":
        return page.low[word] in ("died", "perished", "drowned")
    return page.low[word] in ("lay", "lies", "lie") and any(page.low[one] == "dead" for one in page.children[word])
