"""Every place where the story speaks of somebody or something, and who that is."""

from bisect import bisect_right
from collections.abc import Sequence

import msgspec

from fabula.reading import Attribution, Attributions, Form, Mention, Mentions, People, Quotation, Quotations
from fabula.stages.naming.pronouns import FIRST, SECOND
from fabula.story import Story


def settle_mentions(story: Story, people: People, quotations: Quotations, attributions: Attributions) -> Mentions:
    """Names, common nouns and pronouns in text order, each on the chain of whom or what it means.

    An I in speech is its speaker, a you the one spoken to, as far as they are known.
    """
    starts = [quotation.span.start for quotation in quotations.items]
    return Mentions(
        tuple(
            _heard(story.text, one, quotations.items, attributions.items, bisect_right(starts, one.span.start) - 1)
            for one in people.mentions.items
        )
    )


def _heard(text: str, one: Mention, quotations: Sequence[Quotation], said: Sequence[Attribution], last: int) -> Mention:
    """The mention as its speaker means it; `last` is the last quotation to begin before it."""
    if one.form is not Form.PRONOUN:
        return one
    low = text[one.span.start : one.span.end].casefold()
    if low not in FIRST | SECOND:
        return one
    while last >= 0 and quotations[last].span.end <= one.span.start and quotations[last].nested:
        last -= 1
    if last < 0 or one.span.start >= quotations[last].span.end:
        return one
    who = said[last].speaker if low in FIRST else said[last].addressee
    if who is None:
        return one
    chance = round(one.confidence * said[last].confidence, 2)
    return msgspec.structs.replace(one, entity=who, character=who, confidence=chance)
