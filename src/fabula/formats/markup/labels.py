"""What a layout says of each paragraph of a page."""

from typing import Final, Protocol

import msgspec

from fabula.formats.markup.elements import Page
from fabula.story import PartKind


class Label(msgspec.Struct, frozen=True):
    """The part that a paragraph is by the structure of the page, and why (a phrase for the author)."""

    declared: PartKind | None = None
    why: str = ""
    keep: bool = True


SILENT: Final = Label()
BODY: Final = Label(PartKind.BODY)
DROPPED: Final = Label(keep=False)
"""Not of the work at all: a site's menu, its comment form."""


class Labelled(msgspec.Struct, frozen=True):
    """One label for each paragraph of the page, and what else the layout tells of the story."""

    labels: tuple[Label, ...]
    declarations: tuple[tuple[str, str], ...] = ()
    notices: tuple[str, ...] = ()


class Layout(Protocol):
    """A kind of page that we know by its structure."""

    def recognise(self, page: Page) -> bool:
        """True where the page is of this kind."""
        ...

    def label(self, page: Page) -> Labelled:
        """What each paragraph is."""
        ...
