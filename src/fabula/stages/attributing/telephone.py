"""One half of a call: whom we hear on the telephone, and that it is they again behind a pause."""

import re
from collections.abc import Sequence

from fabula.story import Span

_PHONE = re.compile(
    r"\b(?:(?:tele)?phone|receiver|handset|mobile|intercom)\b(?P<rings>\s+(?:rang|rings|buzz|trill|went))?"
)
_HUNG_UP = re.compile(r"\b(?:hung up|hangs up|rang off|rings off|(?:put|set|laid) (?:down )?the (?:phone|receiver))\b")
_PAUSE = re.compile(r"\b(?:listen(?:s|ed|ing)|pauses?|paused|silence|waits|waited)\b", re.IGNORECASE)
_SHORT = 80
"""Code points of narration that are no more than a pause ("She listened for a while.")."""


class Call:
    """Follows a story's narration, piece by piece, and knows whether somebody is on the telephone."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._open = False

    def holds_over(self, between: Span) -> bool:
        """Whether the narration since the last speech is but a pause in a call, so that the same one speaks on."""
        held = self._open and len(between) <= _SHORT and bool(_PAUSE.search(self._text, between.start, between.end))
        last = max((one.start() for one in _PHONE.finditer(self._text, between.start, between.end)), default=-1)
        hung_up = max((one.end() for one in _HUNG_UP.finditer(self._text, between.start, between.end)), default=-1)
        self._open = hung_up < last if max(last, hung_up) >= 0 else self._open and len(between) <= 10 * _SHORT
        return held


def who_takes_up(text: str, lead: Span, acting: Sequence[int]) -> Sequence[int]:
    """Of the places where somebody acts in narration, the one before a telephone, or behind its ringing; none without one."""
    found = list(_PHONE.finditer(text, lead.start, lead.end))
    if not found:
        return []
    last = found[-1]
    return (
        [at for at in acting if at > last.end()][:1]
        if last["rings"]
        else [at for at in acting if at < last.start()][-1:]
    )
