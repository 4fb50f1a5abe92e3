"""What FanFicFare's pages and EPUBs say of their paragraphs. Source: `fanficfare/writers`."""

import re
from collections.abc import Iterator
from itertools import groupby

from fabula.formats.markup.elements import Element, Flat, Page, nearest
from fabula.formats.markup.facts import declared_facts, key_of, line_facts
from fabula.formats.markup.labels import BODY, SILENT, Label, Labelled
from fabula.story import PartKind

_META = Label(PartKind.META, "the downloader's header")
_CONTENTS = Label(PartKind.META, "the downloader's table of contents")
_LOG = Label(PartKind.META, "the downloader's update log")
_TITLE = Label(PartKind.TITLE, "the title line of the download")
_CHAPTER = Label(PartKind.HEADING, "the chapter title of the download")
_SUMMARY = Label(PartKind.SUMMARY, "the summary in the download")
_NOTE = Label(PartKind.NOTE, "a chapter's notes in the download")
_END = Label(PartKind.END_NOTE, "a chapter's end notes in the download")

_SECTION = re.compile(r"section\d{4}")
_PAGES = {"fff_titlepage": _META, "fff_tocpage": _CONTENTS, "fff_logpage": _LOG}


def recognise(page: Page) -> bool:
    """True where the page has FanFicFare's own classes, or its table of facts and its section anchors."""
    if page.classes & {"fff_titlepage", "fff_chapter", "fff_chapter_title"}:
        return True
    return "full" in page.classes and any(_SECTION.fullmatch(name) for name in page.names)


def label(page: Page) -> Labelled:
    """Title line, facts, contents, chapter titles and chapter notes as such, the rest as story."""
    place = nearest(_is_place)
    quotation = nearest(lambda element: element.tag == "blockquote")
    labels: list[Label] = []
    begun = False
    field = _NOTE
    for flat in page.flats:
        here = place(flat.element)
        begun = begun or bool(here and (_SECTION.fullmatch(here.name) or "fff_chapter" in here.classes))
        if not quotation(flat.element):
            field = _SUMMARY if flat.text.casefold().startswith("summary") else _NOTE
        labels.append(_label(flat, here, begun, field))
    labels = _with_summary(page.flats, labels)
    return Labelled(tuple(labels), tuple(_declarations(page.flats, labels)))


def _is_place(element: Element) -> bool:
    if element.tag == "a":
        return element.name == "TOCTOP" or bool(_SECTION.fullmatch(element.name))
    classes = element.classes
    return (
        "fff_chapter_notes" in classes
        or "fff_chapter_title" in classes
        or "fff_chapter" in classes
        or ("full" in classes and element.tag == "table")
        or any(name in _PAGES for name in classes)
    )


def _label(flat: Flat, place: Element | None, begun: bool, field: Label) -> Label:
    classes = place.classes if place else ()
    if "fff_chapter_notes" in classes:
        return _END if "fff_foot_notes" in classes else field
    if "fff_chapter_title" in classes:
        return _CHAPTER
    if place and _SECTION.fullmatch(place.name):
        return _CHAPTER if flat.element.level else BODY
    for name in classes:
        if name in _PAGES:
            return _TITLE if name == "fff_titlepage" and flat.element.level else _PAGES[name]
    if "full" in classes:
        return _META
    if begun:
        return BODY
    return _TITLE if flat.element.tag == "h1" else _CONTENTS if place else SILENT


def _with_summary(flats: tuple[Flat, ...], labels: list[Label]) -> list[Label]:
    """The labels, with the row of the summary in the table of facts as such."""
    found = [*labels]
    wanted: Element | None = None
    for index, flat in enumerate(flats):
        cell = flat.element if flat.element.tag == "td" else flat.element.parent
        row = cell.parent if cell else None
        if labels[index] is _META and flat.element.tag == "td" and key_of(flat.text) == "summary":
            wanted = row
        if labels[index] is _META and row and row is wanted:
            found[index] = _SUMMARY
    return found


def _declarations(flats: tuple[Flat, ...], labels: list[Label]) -> Iterator[tuple[str, str]]:
    """Title and author of the title line, then the facts of the table's rows or of the title page's lines."""
    title = next((flat.text for flat, label in zip(flats, labels, strict=True) if label is _TITLE), "")
    if title:
        name, _, author = title.rpartition(" by ")
        yield "title", name or author
        if name:
            yield "author", author
    facts = [flat for flat, label in zip(flats, labels, strict=True) if label in (_META, _SUMMARY)]
    rows = [[cell.text for cell in row] for _, row in groupby(facts, lambda flat: flat.element.parent)]
    pairs = [(row[0], ", ".join(row[1:])) for row in rows if len(row) > 1 and row[0].endswith(":")]
    for flat in facts:
        pairs += line_facts(flat.text) if flat.element.tag == "div" else ()
    yield from declared_facts(pairs)
