"""What any EPUB says of its paragraphs: its cover, title, copyright and contents pages by their roles, names and shape."""

import re
from collections.abc import Mapping
from itertools import groupby
from pathlib import PurePosixPath
from typing import Final

from fabula.formats.markup.elements import Element, Flat, Page, nearest
from fabula.formats.markup.labels import SILENT, Label, Labelled
from fabula.story import PartKind

_TITLE: Final = Label(PartKind.TITLE, "the title as the book's own record has it")
_BYLINE: Final = Label(PartKind.BYLINE, "the author as the book's own record has it")
_CONTENTS: Final = Label(PartKind.META, "the book's table of contents")
_FRONT: Final = Label(PartKind.META, "the book's title and copyright pages")
_FOOTNOTE: Final = Label(PartKind.END_NOTE, "a footnote")
_THANKS: Final = Label(PartKind.NOTE, "the book's dedication or thanks")

_ROLES: Final = {
    **dict.fromkeys(("toc", "contents", "landmarks", "loi", "lot", "page-list", "index"), _CONTENTS),
    **dict.fromkeys(("cover", "titlepage", "title-page", "halftitlepage", "frontispiece"), _FRONT),
    **dict.fromkeys(("copyright-page", "copyright", "imprint", "imprimatur", "colophon"), _FRONT),
    **dict.fromkeys(("footnote", "footnotes", "endnote", "endnotes", "rearnote", "rearnotes"), _FOOTNOTE),
    **dict.fromkeys(("dedication", "acknowledgments", "acknowledgements", "other-credits"), _THANKS),
}
_STEM: Final = re.compile(
    r"(?:\d+[_-]?)?(cover|title_?-?page|copyright|colophon|imprint|toc|nav|contents)(?:[_-]?\d*)?"
)
_STEMS: Final = {"toc": _CONTENTS, "nav": _CONTENTS, "contents": _CONTENTS}
_CONTENTS_HEAD: Final = re.compile(r"(?:table of )?contents", re.IGNORECASE)
_LEGAL: Final = re.compile(r"all rights reserved|copyright ©|© ?(?:19|20)\d\d|\bisbn\b", re.IGNORECASE)
_SHORT: Final = 3000
"""A title or copyright page has fewer characters; a chapter in a file of such a name has more."""
_LINKED_SHARE: Final = 0.5
_OPENING: Final = 12
"""The title stands in the first paragraphs of the book or nowhere."""


def label(page: Page, roles: Mapping[str, str], author: str) -> Labelled:
    """The pages round the story as what they are; `roles` are what the package says of files, `author` whom it names."""
    role = nearest(lambda element: any(name.removeprefix("doc-") in _ROLES for name in element.roles))
    labels: list[Label] = []
    total = sum(len(flat.text) for flat in page.flats)
    for part, group in groupby(page.flats, lambda flat: flat.part):
        flats = [*group]
        size = sum(len(flat.text) for flat in flats)
        whole = _page_label(flats, size, part, roles.get(part, "")) if 2 * size < total else SILENT
        labels += [whole if whole is not SILENT else _by_role(role(flat.element)) for flat in flats]
    return Labelled(tuple(_named(page, labels, author)))


def _by_role(element: Element | None) -> Label:
    roles = element.roles if element else ()
    return next((_ROLES[name.removeprefix("doc-")] for name in roles if name.removeprefix("doc-") in _ROLES), SILENT)


def _page_label(flats: list[Flat], size: int, part: str, role: str) -> Label:
    """What a whole file of `size` characters is, by the package, by its name, by its shape; SILENT for most."""
    lines = [flat for flat in flats if not flat.level]
    listed = sum(flat.linked for flat in lines) > _LINKED_SHARE * sum(len(flat.text) for flat in lines)
    if listed and _CONTENTS_HEAD.fullmatch(flats[0].text):
        return _CONTENTS
    if role in _ROLES and (size < _SHORT or listed):
        return _ROLES[role]
    if size >= _SHORT:
        return SILENT
    stem = _STEM.fullmatch(PurePosixPath(part).stem.lower())
    if stem:
        return _STEMS.get(stem[1], _FRONT)
    return (
        _FRONT if any(_LEGAL.search(flat.text) for flat in flats) and len(flats) < 40 and size < _SHORT / 2 else SILENT
    )


def _named(page: Page, labels: list[Label], author: str) -> list[Label]:
    """The labels, with the title and the author as such where they stand at the book's opening."""
    found = [*labels]
    titled = False
    for index, flat in enumerate(page.flats[:_OPENING]):
        text = " ".join(flat.text.split()).casefold()
        if text == page.title.casefold() and not titled:
            found[index] = _TITLE
            titled = True
        elif titled and author and text.removeprefix("by ") == author.casefold():
            found[index] = _BYLINE
    return found
