"""What a general proofreader underlines in the story, and what only a list of words can tell."""

from bisect import bisect_right

from fabula.reading import Lint, Parts, Proof
from fabula.stages.dictionary import Dictionary
from fabula.stages.paragraphs import body_paragraphs
from fabula.stages.proofreading.harper import Proofreader, proofreader_for, underline
from fabula.stages.small_letters import is_typed_small
from fabula.stages.spellings import best_spellings
from fabula.stages.trusted_rules import SPELLING, TRUSTED
from fabula.stages.typed import typing_slips
from fabula.story import Span, Story


def open_proofreader() -> Proofreader:
    """Harper with the rules we trust, opened; it serves any number of stories."""
    return proofreader_for(TRUSTED)


def proofread(story: Story, parts: Parts, proofreader: Proofreader, dictionary: Dictionary) -> Proof:
    """What a general proofreader would underline in the body: words that neither British nor American dictionaries nor
    well-edited fiction know, and what breaks the rules in `trusted_rules`.

    A line break inside a paragraph is read as a space, so hard wraps are never remarked on. The replacements of a
    spelling are ordered by how likely a writer who meant them typed this.
    """
    paragraphs = body_paragraphs(story, parts)
    lints = underline(story.text, paragraphs, proofreader, dictionary.often.keys() | dictionary.rare)
    ranked = tuple(best_spellings(story.text, lints, dictionary.often))
    small = [span for span in paragraphs if is_typed_small(story.text[span.start : span.end])]
    typed = typing_slips(story.text, paragraphs, dictionary.often)
    every = sorted((*ranked, *typed), key=lambda lint: (lint.span, lint.rule))
    return Proof(tuple(lint for lint in every if not _is_habit(story.text, lint, small)))


def _is_habit(text: str, lint: Lint, small: list[Span]) -> bool:
    """Whether the lint is about capitals and apostrophes, or a rule's matter at all, where all is typed in small letters."""
    at = bisect_right(small, lint.span.start, key=lambda span: span.start) - 1
    if at < 0 or lint.span.end > small[at].end:
        return False
    word = text[lint.span.start : lint.span.end].casefold()
    return lint.rule != SPELLING or any(word == meant.casefold().replace("'", "") for meant in lint.replacements[:1])
