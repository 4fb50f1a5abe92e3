"""The panels that follow the manuscript, and the ways through the page."""

from collections.abc import Sequence

import msgspec

from fabula.outputs.page.braid import Braid, braid_of
from fabula.outputs.page.cards import Card
from fabula.outputs.page.cast import CastPanel, cast_panel
from fabula.outputs.page.ending import Ending, ending_of
from fabula.outputs.page.facts import FactsPanel, facts_panel
from fabula.outputs.page.phrases import PhrasePanel, phrase_panel
from fabula.outputs.page.places import Finder, Places
from fabula.outputs.page.posting import Posting, posting_of
from fabula.outputs.page.which_he import WhichHe, which_he
from fabula.review import Review


class Panels(msgspec.Struct, frozen=True):
    """What follows the manuscript, each under the name that its template knows it by."""

    cast: CastPanel
    braid: Braid | None
    which_he: WhichHe
    phrases: PhrasePanel
    facts: FactsPanel
    posting: Posting | None
    ending: Ending


def panels_of(review: Review, cards: Sequence[Card], openings: Sequence[str], places: Places) -> Panels:
    """All panels, those with nothing to show among them. `openings` are the scenes' first words."""
    reading = review.reading
    finder = Finder(reading)
    return Panels(
        cast=cast_panel(reading, places),
        braid=braid_of(reading, openings, places),
        which_he=which_he(review, openings, places, finder),
        phrases=phrase_panel(reading, places, finder),
        facts=facts_panel(review, cards, places, finder),
        posting=posting_of(reading, places, finder),
        ending=ending_of(review, places),
    )


def ways_of(letter: str, panels: Panels) -> dict[str, str]:
    """The title of each section by its id, in the order of the page; one with nothing to show is not there."""
    ending = panels.ending
    closing = ending.promises or ending.set_aside or ending.asides or ending.headings or ending.notices
    rows = (
        (letter, "letter", "Letter"),
        (True, "manuscript", "Manuscript"),
        (panels.cast.people, "who", "Who"),
        (panels.braid, "braid", "The braid"),
        (panels.which_he.scenes, "which-he", "Which he?"),
        (panels.phrases.cards, "phrases", "Other languages"),
        (panels.facts.people or panels.facts.clashes or panels.facts.things.count, "facts", "What the story says"),
        (panels.posting, "posting", "Before you post it"),
        (closing, "closing", "Set aside, not checked"),
    )
    return {id: title for there, id, title in rows if there}
