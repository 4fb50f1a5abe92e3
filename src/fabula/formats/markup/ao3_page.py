"""What a page of the Archive of Our Own, saved from the browser, says of its paragraphs; the site round them is left out."""

from collections.abc import Iterator

from fabula.formats.markup import archive
from fabula.formats.markup.elements import Element, Flat, Page, nearest
from fabula.formats.markup.facts import declared_facts, paired
from fabula.formats.markup.labels import BODY, DROPPED, Label, Labelled

_SITE = "The page is one of the archive's site: its menus, comments and kudos round the work were left out."


def recognise(page: Page) -> bool:
    """True where the page has the ids that stand round a work on the site."""
    return {"workskin", "chapters"} <= page.ids


def label(page: Page) -> Labelled:
    """The list of tags, title, byline, summary, notes, chapter titles and end notes as such, the rest as story."""
    place = nearest(_is_place)
    story = nearest(_is_work)
    chapters = nearest(lambda element: element.id == "chapters")
    labels = [
        _story_label(flat) if story(flat.element) else _label(flat, place(flat.element), bool(chapters(flat.element)))
        for flat in page.flats
    ]
    return Labelled(tuple(labels), tuple(_declarations(page.flats, labels)), (_SITE,))


def _is_place(element: Element) -> bool:
    """True for the elements of the site that decide what stands in them."""
    classes = element.classes
    return (
        element.id in ("workskin", "summary", "notes", "work_endnotes", "series", "children")
        or element.id.endswith("_endnotes")
        or ("work" in classes and "meta" in classes)
        or "landmark" in classes
        or "actions" in classes
        or "preface" in classes
        or ("module" in classes and not element.id)
    )


def _is_work(element: Element) -> bool:
    """True for the block that holds a chapter: it stands right in the chapter, not in a summary's quotation."""
    parent = element.parent
    if not parent or element.tag != "div" or "userstuff" not in element.classes:
        return False
    return parent.id == "chapters" or "chapter" in parent.classes


def _story_label(flat: Flat) -> Label:
    """Story, whatever classes its writer uses, but for the heading that the site puts there for screen readers."""
    return DROPPED if "landmark" in flat.element.classes else BODY


def _label(flat: Flat, place: Element | None, in_chapters: bool) -> Label:
    if place is None or "landmark" in place.classes or "actions" in place.classes:
        return DROPPED
    if "meta" in place.classes:
        return archive.META
    if place.id.endswith("endnotes"):
        return archive.END
    if place.id in ("series", "children"):
        return archive.META
    if place.id == "summary" or "summary" in place.classes:
        return archive.SUMMARY
    if place.id == "notes" or "notes" in place.classes:
        return archive.END if "end" in place.classes else archive.NOTE
    if "preface" in place.classes:
        return _preface_label(flat, in_chapters)
    return BODY if in_chapters else DROPPED


def _preface_label(flat: Flat, in_chapters: bool) -> Label:
    classes = flat.element.classes
    if "byline" in classes:
        return archive.BYLINE
    if "title" in classes or flat.element.level:
        return archive.CHAPTER if in_chapters else archive.TITLE
    return archive.NOTE


def _declarations(flats: tuple[Flat, ...], labels: list[Label]) -> Iterator[tuple[str, str]]:
    """The facts of the list of tags, then title, author and summary of the work."""
    kept = [*zip(flats, labels, strict=True)]
    yield from declared_facts(paired(flat for flat, label in kept if label is archive.META))
    for key, wanted in (("title", archive.TITLE), ("author", archive.BYLINE)):
        found = next((flat.text for flat, label in kept if label is wanted), "")
        if found:
            yield key, found.removeprefix("by ")
    in_chapters = nearest(lambda element: element.id == "chapters")
    summary = [flat.text for flat, label in kept if label is archive.SUMMARY and not in_chapters(flat.element)]
    if len(summary) > 1:
        yield "summary", "\n\n".join(summary[1:])
