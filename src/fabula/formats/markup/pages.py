"""From the characters of a page, or of a book's pages, to a story."""

from collections.abc import Iterable

from fabula.errors import UnreadableFile
from fabula.formats.markup import ao3_download, ao3_page, fanficfare, ffn_page, plain_page
from fabula.formats.markup.elements import Page
from fabula.formats.markup.labels import Labelled, Layout
from fabula.formats.markup.walk import Walk

_LAYOUTS: tuple[Layout, ...] = (fanficfare, ao3_page, ao3_download, ffn_page, plain_page)
_MOST_TAGS = 2_000_000
_HIDDEN_WORDS = 50
"""Fewer hidden words than these are labels for screen readers, of which nobody need be told."""


def check_tags(tags: int, name: str) -> None:
    """Nothing, for a sane number of tags in a file. Raises UnreadableFile."""
    if tags > _MOST_TAGS:
        raise UnreadableFile(f"{name} has millions of tags.", "Split it into parts and review them one by one.")


def gather(walks: Iterable[Walk], notices: Iterable[str] = ()) -> Page:
    """One page of all that was walked, in this order."""
    walks = [*walks]
    said = [*notices]
    unseen = sum(walk.unseen for walk in walks)
    if unseen >= _HIDDEN_WORDS:
        said.append(f"The page hides {unseen:,} words from its readers; I left them out too.")
    if any(walk.broken_off for walk in walks):
        said.append("A script in the page never ends, so what may follow it could not be read.")
    return Page(
        flats=tuple(flat for walk in walks for flat in walk.flats),
        title=next((walk.title for walk in walks if walk.title), ""),
        ids=frozenset(id for walk in walks for id in walk.ids),
        names=frozenset(name for walk in walks for name in walk.names),
        classes=frozenset(name for walk in walks for name in walk.classes),
        notices=tuple(said),
    )


def label(page: Page, layouts: tuple[Layout, ...] = _LAYOUTS) -> Labelled:
    """What the first layout that knows the page says of its paragraphs."""
    layout = next(layout for layout in layouts if layout.recognise(page))
    return layout.label(page)
