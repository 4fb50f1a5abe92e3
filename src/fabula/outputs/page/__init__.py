"""The review as a page: one self-contained file to read from disk, on paper or on a phone, with or without scripts.

The page is built in three steps: plain views (what each section says), templates beside this file (escaped by default),
and one style sheet and one script put inline, which the page's own content policy names by their hashes.
"""

from collections.abc import Iterator
from itertools import chain

from fabula.outputs.page.cards import cards_of, foremost
from fabula.outputs.page.contents import contents_of, headings_of
from fabula.outputs.page.ending import ending_of
from fabula.outputs.page.front import filters_of, front_of
from fabula.outputs.page.letter import letter_html
from fabula.outputs.page.manuscript import leaves_of, turns_of
from fabula.outputs.page.places import places_in
from fabula.outputs.page.sheet import fill
from fabula.review import Review

SUFFIX = ".review.html"
FORMATS = ("*",)


def render(review: Review, source: bytes) -> bytes:
    """The page in UTF-8; the same review gives the same bytes. `source` is not needed: the page shows the story's text.

    Linear in the length of the story and the number of comments.
    """
    places = places_in(review.reading.story, _linked(review))
    cards = cards_of(review, places)
    return fill(
        front=front_of(review, cards),
        filters=filters_of(cards),
        contents=contents_of(review.reading, places),
        turns=turns_of(review.reading, places),
        leaves=leaves_of(review, cards, places),
        ending=ending_of(review, places),
        letter=letter_html(review.letter),
        cards=cards,
        foremost=foremost,
        source=review.reading.story.source,
    )


def _linked(review: Review) -> Iterator[int]:
    """The offset of every place that something on the page links to."""
    reading = review.reading
    yield from (proof.span.start for comment in review.comments for proof in comment.evidence)
    yield from (heading.span.start for heading in headings_of(reading))
    yield from (scene.span.start for scene in reading.scenes.items)
    yield from (part.span.start for part in reading.parts.items)
    yield from (intent.span.start for intent in review.intents if intent.span)
    for character in reading.cast.items:
        named = chain([character.places], (alias.places for alias in character.aliases))
        yield from (places[0].start for places in named if places)
