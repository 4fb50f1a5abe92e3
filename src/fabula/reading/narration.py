"""Words that tell speech from narration where quotation marks are missing or too many."""

import re

_SPOKEN = re.compile(
    r"\b(?:you|your|yours|we|we're|let's|I'm|I'll|I've|I'd|don't|can't|won't|isn't|it's|that's|there's|what's|'?em|ain't|gonna|yes|no|"
    r"okay|please|sir|ma'am)\b|\?",
    re.IGNORECASE,
)
_FIRST = re.compile(r"\b(?:I|me|my|mine|us|our)\b")
_PRESENT = re.compile(r"\b(?:is|are|am|has|have|do|does|can|will|must|may)\b")
_PAST = re.compile(
    r"\b(?:\w{2,}ed|was|were|had|did|said|went|came|took|got|made|looked|stood|sat|felt|knew|saw|gave|could|would|told|thought|"
    r"left|began|kept|held|heard|found|turned|ran|put|brought|let)\b"
)


def sounds_spoken(sentence: str) -> bool:
    """Whether a sentence without marks sounds like speech: it asks, or says you, we, don't or is."""
    straight = sentence.replace("’", "'")
    return bool(_SPOKEN.search(straight) or _PRESENT.search(straight) or _FIRST.search(straight))


def sounds_told(sentence: str) -> bool:
    """Whether a sentence sounds like narration in the past by a third person."""
    return bool(_PAST.search(sentence)) and not sounds_spoken(sentence)
