"""Who leaves, who comes back, and who is seen at work in between."""

from __future__ import annotations

from collections.abc import Iterator

from fabula.reading import Modality, Note
from fabula.stages.ledger.page import Page, bounds, child, is_name, lemma, note, person, said
from fabula.stages.vocabulary import word_set

_GOING = word_set(
    "go walk step storm stride slip hurry run stalk march sweep bow limp rush stagger shuffle tiptoe stamp stomp "
    "bustle dash flee"
)
_LEAVING = word_set("leave exit depart withdraw quit")
_ROOMS = word_set(
    "room house kitchen office hall chamber shop cabin cell bridge deck study library parlour parlor apartment flat "
    "tent court drawing-room"
)
_DOORS = word_set("door hatch gate")
_CLOSING = word_set("close shut bang slam click swing")


def whereabouts(page: Page) -> Iterator[Note]:
    """Notes on people, as the narrator tells them: "leaves", and "acts" for every clause with a named person as its doer."""
    for word in range(len(page.low)):
        if page.output.upos[word] != "VERB" or page.output.deprels[word] not in ("root", "conj", "parataxis"):
            continue
        doer = _doer(page, word)
        who = person(page, doer) if doer is not None else None
        if doer is None or who is None or not _simple(page, word):
            continue
        if _goes(page, word):
            found = note(page, "", who, "leaves", page.low[word], *_shown(page, doer, word))
        else:
            found = note(page, "", who, "acts" if is_name(page, doer) else "acts unnamed", page.low[word], doer, word)
        if found and found.modality is Modality.ASSERTED:
            yield found


def _doer(page: Page, word: int) -> int | None:
    """The subject of the clause, or of the one it is joined to."""
    found = child(page, word, "nsubj")
    if found is None and page.output.deprels[word] == "conj" and page.output.heads[word] >= 0:
        found = child(page, int(page.output.heads[word]), "nsubj")
    return found


def _simple(page: Page, word: int) -> bool:
    """True for what the narrator tells of here and now: no speech, no "had", no "would"."""
    auxiliaries = {page.low[one] for one in page.children[word] if page.output.deprels[one] == "aux"}
    return not said(page, word).aloud and not auxiliaries & {
        "had",
        "'d",
        "would",
        "will",
        "could",
        "might",
        "may",
        "should",
    }


def _goes(page: Page, word: int) -> bool:
    """Whether the words take somebody out of the place: "left the room", "went out", "went, and the door closed behind him"."""
    verb = lemma(page, word)
    below = page.children[word]
    if verb in _LEAVING:
        place = child(page, word, "obj")
        return place is not None and lemma(page, place) in _ROOMS
    if verb not in _GOING:
        return False
    if any(page.low[one] == "out" and page.output.deprels[one] in ("compound:prt", "advmod") for one in below):
        return True
    out = any(
        lemma(page, one) in _ROOMS and "out" in {page.low[case] for case in page.children[one]}
        for one in below
        if page.output.deprels[one] == "obl"
    )
    return out or _door_closes(page, word)


def _door_closes(page: Page, word: int) -> bool:
    """A door that shuts behind them, in the same sentence."""
    _, end = bounds(page, word)
    rest = range(word, end)
    return (
        any(lemma(page, one) in _DOORS for one in rest)
        and any(lemma(page, one) in _CLOSING for one in rest)
        and any(page.low[one] == "behind" for one in rest)
    )


def _shown(page: Page, doer: int, word: int) -> tuple[int, int]:
    """The words to quote: from the doer to the end of the sentence, if that is near."""
    _, end = bounds(page, word)
    return doer, min(end - 1, word + 12)
