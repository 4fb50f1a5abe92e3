"""The whole reading: the story and its layers."""

from collections import Counter

import msgspec

from fabula.reading.attributions import Attributions
from fabula.reading.cast import Cast, Mentions
from fabula.reading.edits import Edits
from fabula.reading.facts import Facts
from fabula.reading.habits import Habits
from fabula.reading.intents import Intents
from fabula.reading.lexicon import Lexicon
from fabula.reading.parts import Parts
from fabula.reading.phrases import Phrases
from fabula.reading.proof import Proof
from fabula.reading.quotations import Manner, Quotations
from fabula.reading.scenes import Scenes
from fabula.reading.sentences import Sentences, Tokens
from fabula.reading.syntax import Syntax
from fabula.reading.warnings import Warnings
from fabula.story import PartKind, Story, words_in


class Reading(msgspec.Struct, frozen=True):
    """The story and every layer we read it into."""

    story: Story
    parts: Parts
    sentences: Sentences
    tokens: Tokens
    syntax: Syntax
    quotations: Quotations
    mentions: Mentions
    cast: Cast
    attributions: Attributions
    scenes: Scenes
    facts: Facts
    phrases: Phrases
    lexicon: Lexicon
    proof: Proof
    edits: Edits
    warnings: Warnings
    habits: Habits
    intents: Intents


def words_of_story(reading: Reading) -> int:
    """How many words the story itself has: those of its body parts, as an archive counts them; notes do not count."""
    text = reading.story.text
    bodies = (part.span for part in reading.parts.items if part.kind is PartKind.BODY)
    return sum(words_in(text[span.start : span.end]) for span in bodies)


def words_spoken(reading: Reading) -> Counter[int]:
    """How many words each character says aloud, by id; nobody's where we do not know the speaker.

    What somebody quotes is said by who quotes it; thoughts and letters are not said.
    """
    text = reading.story.text
    spoken: Counter[int] = Counter()
    for quotation, attribution in zip(reading.quotations.items, reading.attributions.items, strict=True):
        aloud = quotation.manner is Manner.SPEECH and not quotation.nested
        if aloud and attribution.speaker is not None:
            spoken[attribution.speaker] += words_in(text[quotation.span.start : quotation.span.end])
    return spoken
