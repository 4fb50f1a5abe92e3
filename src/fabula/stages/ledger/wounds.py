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
    "artificial wooden blind mangled mutilated lame fractured bad gone twisted useless swollen bleeding bruised blistered hurt "
    "sore throbbing"
)
_WOUNDS = word_set(
    "burn scar wound bandage splint sling plaster stump limp hook prosthesis cast stitch brace blister bruise gash graze "
    "tourniquet fracture sprain"
)
_HURTING = word_set(
    "break burn wound injure sprain shatter lose amputate scald dislocate maim limp fracture twist crush sever bandage "
    "splint stitch bleed swell throb ache gash blister bruise"
)
_TENDED = word_set("wrap strap dress bind wash do")
"""What is done to a hurt part; somebody who has "done" a joint has hurt it."""
_JOINTS = word_set("ankle knee hip wrist shoulder elbow")
_WEAPONS = word_set(
    "blade knife bullet arrow spear sword axe chisel bayonet dagger splinter shard nail needle saw hook fang"
)
_GOING = word_set("go slip slide skid cut bite pass tear come sink drive slice rip graze plunge")
_INTO = word_set("into through across")
_SOUND = word_set("good sound unhurt uninjured working")
_OTHER = {"left": "right", "right": "left"}


def wounds(page: Page) -> Iterator[Fact | Note]:
    """The side of every hurt part: a fact ("hurt hand": "left") where it is somebody's, a note where nobody is named."""
    for side in range(len(page.low)):
        if page.low[side] not in _SIDES or "both" in page.low[slice(*bounds(page, side))]:
            continue
        word = _part(page, side)
        if word < 0:
            continue
        value = page.low[side]
        if signs := _is_sound(page, max(word, side)):
            value = _OTHER[value]
        else:
            signs = _signs(page, word) or _around(page, word, side)
        found = _told(page, word, side, value, signs) if signs else None
        if found:
            yield found


def _told(page: Page, word: int, side: int, value: str, signs: list[int]) -> Fact | Note | None:
    """What is said of a part, its side and the words that show it hurt."""
    part = lemma(page, word)
    words = (word, side, *signs) if page.sentence[signs[0]] == page.sentence[word] else (word, side)
    who = _whose(page, word) if side < word or has_owner(page, word) else None
    if who is not None:
        taken = has_owner(page, word) and signs[0] < word
        return fact(page, who, f"hurt {part}", value, *words, taken=taken)
    if has_owner(page, word) or page.low[max(0, min(word, side) - 1)] in ("a", "an"):
        return None
    return note(page, part, None, f"hurt {part}", value, *words)


def _part(page: Page, side: int) -> int:
    """The part of the body that "left" or "right" is said of, -1 where it is of none.

    "The left hand", "the ankle, the left one", and, of a hand named just before on its other side, "the left I have wrapped".
    """
    first, end = bounds(page, side)
    for one in range(side + 1, min(side + 3, end)):
        if lemma(page, one) in _PARTS and page.output.upos[one] == "NOUN":
            return one
    if page.low[side - 1] != "the" or side + 1 >= end:
        return -1
    behind = page.low[side + 1]
    if behind == "one" or behind in _STOPS:
        return next((one for one in range(side - 2, max(first, side - 7) - 1, -1) if lemma(page, one) in _PARTS), -1)
    if behind in _DOERS or page.output.upos[side + 1] == "AUX":
        before = range(side - 2, max(first, side - 20), -1)
        return next((o for o in before if lemma(page, o) in _PARTS and page.low[o - 1] == _OTHER[page.low[side]]), -1)
    return -1


_STOPS = frozenset(".,;!?—–)")
_DOERS = word_set("i he she we they you it")


def _is_sound(page: Page, last: int) -> list[int]:
    """The words ", the good one" behind a part: it is the other that is hurt."""
    row = page.low[last + 1 : last + 5]
    if (
        len(row) == 4
        and row[:2] == [",", "the"]
        and row[2] in _SOUND
        and row[3] in ("one", "hand", "arm", "leg", "eye")
    ):
        return [last + 3]
    return []


def _around(page: Page, word: int, side: int) -> list[int]:
    """What shows a part hurt without hanging from it: a blade that goes into it, or the words round a part set apart."""
    first, end = bounds(page, word)
    weapon = _weapon(page, first, word)
    if weapon:
        return weapon
    if side > word:
        reach = range(max(first, word - 12), min(end, side + 14))
        found = [one for one in reach if lemma(page, one) in _WOUNDS | _HURTING and one not in (word, side)]
        return found[:1] or [one for one in reach if _is_tended(page, one, word)][:1]
    if end - first <= _FRAGMENT:
        reach = range(max(0, first - _BEFORE), first)
        return [one for one in reach if page.low[one] in _HURT and lemma(page, one + 1) in _LIMBS][:1]
    return []


def _weapon(page: Page, first: int, word: int) -> list[int]:
    """The blade that "went into" a part: what does the going, not what a hand takes."""
    if not any(page.low[one] in _INTO for one in range(max(first, word - 6), word)):
        return []
    near = range(word - 1, max(first, word - 16) - 1, -1)
    return [one for one in near if lemma(page, one) in _WEAPONS and lemma(page, one + 1) in _GOING][:1]


def _is_tended(page: Page, verb: int, word: int) -> bool:
    """True for a verb of tending; "did" says it of a joint only, and only where the joint is what was done."""
    if lemma(page, verb) not in _TENDED or page.output.upos[verb] != "VERB":
        return False
    return lemma(page, verb) != "do" or (lemma(page, word) in _JOINTS and int(page.output.heads[word]) == verb)


_FRAGMENT = 5
"""A sentence of so few words ("Left shoulder.") goes on from the one before, up to `_BEFORE` words back."""
_BEFORE = 30
_LIMBS = word_set("arm leg")


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
        if page.low[one] in ("missing", "gone", "without", "remained", "lost", "remaining", "severed", "left")
        and one != word
        and page.low[min(one + 1, end - 1)] not in _PARTS
    ][:1]
