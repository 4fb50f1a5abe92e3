"""What the story says of its people and things."""

from fabula.models.output import ReaderOutput
from fabula.reading import Attributions, Fact, Facts, Mentions, Note, Quotations, Scenes
from fabula.stages.ledger.ages import ages
from fabula.stages.ledger.appearance import appearances
from fabula.stages.ledger.deaths import deaths
from fabula.stages.ledger.kin import kinships
from fabula.stages.ledger.page import open_page
from fabula.stages.ledger.things import things
from fabula.stages.ledger.weather import weather
from fabula.stages.ledger.whereabouts import whereabouts
from fabula.stages.ledger.wounds import wounds
from fabula.story import Story

_READERS = (appearances, ages, wounds, kinships, deaths, things, whereabouts, weather)


def gather_facts(
    story: Story,
    output: ReaderOutput,
    mentions: Mentions,
    quotations: Quotations,
    attributions: Attributions,
    scenes: Scenes,
) -> Facts:
    """What is said of each character (facts), of things, comings and goings and the weather (notes), and where it is said."""
    page = open_page(story, output, mentions, quotations, attributions, scenes)
    found = [one for reader in _READERS for one in reader(page)]
    found.sort(key=lambda one: (one.span, one.attribute))
    return Facts(
        tuple(one for one in found if isinstance(one, Fact)),
        tuple(one for one in found if isinstance(one, Note)),
    )
