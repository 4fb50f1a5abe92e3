"""Which side somebody is hurt on, and which hand they use."""

from __future__ import annotations

from collections.abc import Iterator

from fabula.reading import Fact, Note
from fabula.stages.ledger.page import Page, bounds, fact, has_owner, lemma, note, owner, person, subject
from fabula.stages.vocabulary import word_set

_PARTS = word_set(
    "hand arm wrist leg knee ankle foot shoulder eye ear cheek temple thigh forearm elbow hip calf shin eyebrow eyebrow"
)
_SIDES = word_set("left right")
_HURT = word_set(
    "bandaged wounded injured broken burnt burned shattered sprained maimed missing severed splinted scarred crippled withered "
    "artificial wooden blind mangled mutilated lame fractured bad gone twisted useless"
)
_WOUNDS = word_set("burn scar wound bandage splint sling plaster stump limp hook prosthesis cast stitch brace")
_HURTING = word_set(
    "break burn wound injure sprain shatter lose amputate scald dislocate maim limp fracture twist crush sever"
)


def wounds(page: Page) -> Iterator[Fact | Note]:
    """The side of every hurt part: a fact ("hurt hand": "left") where it is somebody's, a note where nobody is named."""
    for word in range(len(page.low)):
        part = lemma(page, word)
        if part not in _PARTS or not (side := _side(page, word)):
            continue
        signs = _signs(page, word)
        if not signs or "both" in page.low[slice(*bounds(page, word))]:
            continue
        words = (word, side, *signs)
        who = _whose(page, word)
        if who is not None:
            found = fact(
                page, who, f"hurt {part}", page.low[side], *words, taken=has_owner(page, word) and signs[0] < word
            )
        elif not has_owner(page, word) and page.low[max(0, side - 1)] == "the":
            found = note(page, part, None, f"hurt {part}", page.low[side], *words)
        else:
            found = None
        if found:
            yield found


def _side(page: Page, word: int) -> int:
    """The word "left" or "right" before a part of the body, 0 where there is none."""
    for one in range(word - 1, max(word - 3, 0), -1):
        if page.low[one] in _SIDES:
            return one
    return 0


def _whose(page: Page, word: int) -> int | None:
    found = owner(page, word)
    if found is not None or has_owner(page, word):
        return found
    head = int(page.output.heads[word])
    doer = subject(page, head) if head >= 0 and page.low[max(0, word - 2)] == "the" else None
    hurting = head >= 0 and lemma(page, head) in _HURTING
    return person(page, doer) if doer is not None and hurting else None


def _signs(page: Page, word: int) -> list[int]:
    """The words that say that the part is hurt: before it, what hurts it, or what it bears."""
    low, output = page.low, page.output
    before = [one for one in page.children[word] if output.deprels[one] in ("amod", "acl") and low[one] in _HURT]
    before += [
        one for one in range(max(0, word - 4), word) if low[one] in _HURT - {"gone", "missing"} and one not in before
    ]
    if before:
        return before
    head = int(output.heads[word])
    here, found = word, list[int]()
    for _ in range(2):
        here = int(output.heads[here])
        if here < 0:
            break
        kin = [here, *page.children[here]]
        found += [one for one in kin if lemma(page, one) in _WOUNDS and output.upos[one] in ("NOUN", "VERB")]
    if head >= 0 and lemma(page, head) in _HURTING and output.deprels[word] in ("obj", "nsubj:pass", "nsubj"):
        found.append(head)
    return found[:1] or _fingers(page, word)


def _fingers(page: Page, word: int) -> list[int]:
    """Fingers that are counted and gone, or the ones that remain."""
    first, end = bounds(page, word)
    near = range(max(first, word - 8), min(end, word + 8))
    if not any(lemma(page, one) in ("finger", "toe") for one in near):
        return []
    return [
        one
        for one in near
        if page.low[one] in ("missing", "gone", "remained", "lost", "remaining", "severed", "left")
        and one != word
        and page.low[min(one + 1, end - 1)] not in _PARTS
    ][:1]
