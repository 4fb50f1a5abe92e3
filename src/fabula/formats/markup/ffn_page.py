"""What a saved page of FanFiction.Net says of its paragraphs: the story, its grey line of facts, and the site round both."""

import re
from collections.abc import Iterator

from fabula.formats.markup.elements import Element, Page, nearest
from fabula.formats.markup.labels import BODY, DROPPED, Label, Labelled
from fabula.story import PartKind

_META = Label(PartKind.META, "the site's header")
_SITE = "The page is one of a story site: its menus and reviews round the story were left out."
_STORY = ("storytext", "storytextp")
_FACT = re.compile(r"(Rated|Words|Chapters|Published|Updated|Status): (?:Fiction\s+)?([\w\d,/+]+)")
_KEYS = {"Rated": "rating"}


def recognise(page: Page) -> bool:
    """True where the page has the block that holds the story on that site."""
    return not page.ids.isdisjoint(_STORY)


def label(page: Page) -> Labelled:
    """The story as such, the site's header as facts about it, all else left out."""
    place = nearest(_is_place)
    labels: list[Label] = []
    for flat in page.flats:
        here = place(flat.element)
        labels.append(DROPPED if here is None else BODY if here.id in _STORY else _META)
    texts = [flat.text for flat, label in zip(page.flats, labels, strict=True) if label is _META]
    return Labelled(tuple(labels), tuple(_declarations(texts)), (_SITE,))


def _is_place(element: Element) -> bool:
    return element.id in _STORY or element.id == "profile_top"


def _declarations(texts: list[str]) -> Iterator[tuple[str, str]]:
    for match in _FACT.finditer("\n".join(texts)):
        yield _KEYS.get(match[1], match[1].lower()), match[2]
