"""Names inside a speech: whom it calls, whom it speaks of, and whether the speaker names himself."""

import re
from collections.abc import Iterator, Sequence
from enum import Enum

from fabula.reading import Form
from fabula.stages.attributing.sightings import Sighting
from fabula.story import Span


class Use(Enum):
    """What a speech does with a name: calls somebody, speaks of somebody, says who is speaking."""

    CALLED = 1
    SPOKEN_OF = 2
    OWN = 3


_OPENS = re.compile(
    r"(?:^|[,.!?;:…—–(]|--|\b(?:oh|ah|o|well|yes|no|why|hello|hi|hey|dear|dearest|old|sorry|thanks|morning|evening|night|please|now))$",
    re.IGNORECASE,
)
_CLOSES = re.compile(r"[,.!?;:…—–)\"'”’»]|--|$")
_OWN = re.compile(r"\b(?:I am|I['’]m|my name is|my name['’]s|call me|this is|it is|it['’]s)$", re.IGNORECASE)


def uses(text: str, speech: Span, inside: Sequence[Sighting]) -> Iterator[tuple[Sighting, Use]]:
    """The people named in a speech, each with what is done with the name.

    Somebody is called where marks or a word of greeting stand on both sides of the name ("Mel, get the door").
    """
    start = speech.start + 1
    for one in inside:
        if one.form is Form.PRONOUN:
            continue
        lead = text[max(start, one.span.start - 24) : one.span.start].rstrip("*_ \n")
        tail = text[one.span.end : one.span.end + 3].lstrip("*_ ")
        if _OWN.search(lead):
            yield one, Use.OWN
        elif (not lead or _OPENS.search(lead)) and _CLOSES.match(tail):
            yield one, Use.CALLED
        else:
            yield one, Use.SPOKEN_OF
