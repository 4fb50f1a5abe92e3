"""The people of the story, by the names it gives them."""

from collections import defaultdict

import msgspec

from fabula.reading import Cast, Mentions, People
from fabula.story import Span


def build_cast(people: People, mentions: Mentions) -> Cast:
    """The characters, with every name the story gives them and where it stands; what they say of themselves counts too."""
    places: defaultdict[int, list[Span]] = defaultdict(list)
    for mention in mentions.items:
        if mention.character is not None:
            places[mention.character].append(mention.span)
    return Cast(tuple(msgspec.structs.replace(one, places=tuple(places[one.id])) for one in people.cast.items))
