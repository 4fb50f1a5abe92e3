"""Names that look alike, where the cast is given: two people who bear them."""

import re

import pytest

from fabula import desk
from fabula.checks.names.look_alike import check
from fabula.reading import Cast, Character, Form, Kind, Mention, Mentions
from fabula.story import Span


@pytest.mark.parametrize(("other", "remarks"), [("Sorel", 1), ("So-ren", 0)])
def test_a_hyphen_makes_no_other_name(other, remarks):
    story = desk.story_from(f"Soren and {other} met. Soren, {other}, Soren, {other}.".encode(), "story.txt")
    found = sorted(
        (match.start(), who, name)
        for who, name in enumerate(("Soren", other))
        for match in re.finditer(rf"\b{re.escape(name)}(?![-\w])", story.text)
    )
    mentions = [Mention(Span(at, at + len(name)), Form.NAME, Kind.PERSON, who, who, 1.0) for at, who, name in found]
    cast = Cast(tuple(Character(who, name, (), "", ()) for who, name in enumerate(("Soren", other))))
    assert len(list(check(story, Mentions(tuple(mentions)), cast))) == remarks
