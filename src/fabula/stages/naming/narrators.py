"""What the narrator who says "I" (or tells it to a "you") is called, where anybody says so."""

import re
from collections import Counter
from collections.abc import Sequence

from fabula.stages.naming.candidates import Candidate
from fabula.stages.naming.forms import form_of

_CALLED = re.compile(r"[,.!?…—–]|[\"”’»](?!\w)|'(?!\w)|--")
_SAYS_SO = re.compile(
    r"(?:\bmy name(?: is| was|['’]s)|\b(?:they|he|she|people|everyone|everybody|you) (?:all )?calls? me"
    r"|\b(?:called|named|christened) me),? (?:the )?$",
    re.IGNORECASE,
)
_TWICE = 2
_TOLD = 0.34
"""A narrator's name hardly stands outside speech, where it is I: at most once, or so often for each time it is called out."""


def is_called(text: str, one: Candidate) -> bool:
    """True for a name spoken to: "Come here, Tom." or "Tom, come here."."""
    lead = text[max(0, one.span.start - 2) : one.span.start]
    behind = text[one.span.end : one.span.end + 2]
    if not behind or not _CALLED.match(behind):
        return False
    return (lead == ", " and behind[0] != "—") or lead[-1:] in tuple("\"“‘«'—") or lead[:1] in tuple("!?.…")


def name_narrator(text: str, found: Sequence[Candidate], chapters: Sequence[range]) -> int:
    """The chain whose name is the narrator's of those chapters; -1 where none is plainly so.

    The narrator is who is called by a name in speech that the telling itself never uses, or says what the name is; of two,
    who is called by a full name, for the other may be a ship or a place that answers on the radio.
    """
    called: Counter[int] = Counter()
    told: Counter[int] = Counter()
    full: set[int] = set()
    for one in found:
        if not one.named or not one.is_person or not any(one.span.start in chapter for chapter in chapters):
            continue
        chain = one.named.entity
        if _SAYS_SO.search(text, max(0, one.span.start - 40), one.span.start):
            called[chain] += 2 * _TWICE
        elif one.quotation < 0:
            told[chain] += 1
        elif is_called(text, one) and _is_proper(text, one):
            called[chain] += 1
            if len(one.low.split()) > 1:
                full.add(chain)
    likely = [chain for chain, times in called.items() if times >= _TWICE and told[chain] <= max(1, times * _TOLD)]
    return max(likely, key=lambda chain: (called[chain] - told[chain], chain in full, -chain), default=-1)


def _is_proper(text: str, one: Candidate) -> bool:
    """False for a bare title or kinship word, which may be anybody's."""
    return bool(form_of(tuple(text[one.span.start : one.span.end].replace(".", "").split()), False).core)
