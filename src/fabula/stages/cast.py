"""The people of the story, by the names it gives them."""

from fabula.reading import Cast, People


def build_cast(people: People) -> Cast:
    """The characters, most mentioned first, with every name the story gives them and where it stands."""
    return people.cast
