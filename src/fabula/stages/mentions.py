"""Every place where the story speaks of somebody or something, and who that is."""

from fabula.reading import Mentions, People


def settle_mentions(people: People) -> Mentions:
    """Names, common nouns and pronouns in text order, each on the chain of whom or what it means."""
    return people.mentions
