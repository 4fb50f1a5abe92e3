"""The review as a page: one self-contained file to read from disk, on paper or on a phone, with or without scripts.

The page is built in three steps: plain views (what each section says), templates beside this file (escaped by default),
and one style sheet and one script put inline, which the page's own content policy names by their hashes.
"""

import msgspec

from fabula.outputs.page.cards import cards_of, foremost
from fabula.outputs.page.contents import contents_of, openings_of
from fabula.outputs.page.front import filters_of, front_of
from fabula.outputs.page.letter import letter_html
from fabula.outputs.page.manuscript import leaves_of, turns_of
from fabula.outputs.page.panels import panels_of, ways_of
from fabula.outputs.page.places import Places
from fabula.outputs.page.sheet import fill
from fabula.review import Review

SUFFIX = ".review.html"
FORMATS = ("*",)


def render(review: Review, source: bytes) -> bytes:
    """The page in UTF-8; the same review gives the same bytes. `source` is not needed: the page shows the story's text.

    Linear in the length of the story and the number of comments.
    """
    reading = review.reading
    places = Places(reading.story)
    openings = openings_of(reading)
    cards = cards_of(review, places)
    letter = letter_html(review.letter)
    contents = contents_of(reading, openings, places)
    panels = panels_of(review, cards, openings, places)
    return fill(
        **msgspec.structs.asdict(panels),
        ways=ways_of(letter, panels),
        contents=contents,
        front=front_of(review, cards),
        filters=filters_of(cards),
        # The manuscript comes last: by now all the rest has asked for the places that it links to.
        turns=turns_of(reading, places),
        leaves=leaves_of(review, cards, places),
        letter=letter,
        cards=cards,
        foremost=foremost,
        source=reading.story.source,
    )
