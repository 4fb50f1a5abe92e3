"""What an Archive of Our Own download says of its paragraphs, as a page or as the files of an EPUB.

The EPUB is that page put through calibre, which renames most classes and cuts the page at chapters, so all goes by id,
heading and position. Source: otwarchive, `app/views/downloads`.
"""

from collections.abc import Iterator
from itertools import groupby

from fabula.formats.markup import archive
from fabula.formats.markup.elements import Element, Flat, Page, nearest
from fabula.formats.markup.facts import declared_facts, paired
from fabula.formats.markup.labels import BODY, DROPPED, Label, Labelled
from fabula.story import PartKind

_FOOT = Label(PartKind.META, "the archive's own closing lines")


def recognise(page: Page) -> bool:
    """True where the page has the ids and a class of a download, and not the id of a page of the site."""
    ids, classes = page.ids, page.classes
    framed = "chapters" in ids and bool(ids & {"preface", "afterword"}) and "workskin" not in ids
    return framed and bool(classes & {"userstuff", "toc-heading", "message", "byline", "tags"})


def label(page: Page) -> Labelled:
    """Header, summary, notes, chapter titles and end notes as the archive's fields, the rest as story."""
    heads = {flat.element.parent for flat in page.flats if _heads_chapter(flat.element)}
    area = nearest(lambda element: element in heads or _is_area(element))
    quotation = nearest(lambda element: element.tag == "blockquote")
    labels: list[Label] = []
    for place, group in groupby(page.flats, lambda flat: area(flat.element)):
        flats = [*group]
        quoted = [quotation(flat.element) is not None for flat in flats]
        labels += _area_labels(place, place in heads, flats, quoted)
    hidden = ("toc-heading" in flat.element.classes for flat in page.flats)
    labels = [DROPPED if is_hidden else label for is_hidden, label in zip(hidden, labels, strict=True)]
    return Labelled(tuple(labels), tuple(_declarations(page.flats, labels)))


def _is_area(element: Element) -> bool:
    return element.id in ("preface", "chapters", "afterword") or element.id.startswith("endnotes")


def _heads_chapter(element: Element) -> bool:
    """True for the `h2` in the block before a chapter; a writer's own stands deeper, and without the class."""
    block = element.parent
    if element.tag != "h2" or not block or not block.parent or block.parent.id != "chapters":
        return False
    return "heading" in element.classes or "meta" in block.classes


def _area_labels(place: Element | None, head: bool, flats: list[Flat], quoted: list[bool]) -> list[Label]:
    """Labels of neighbouring paragraphs that stand in one area of the page; `quoted` tells which are in a blockquote."""
    if place is None:
        return [archive.META] * len(flats)
    if head:
        return _fields(flats, quoted, archive.CHAPTER, "h2")
    if place.id == "preface":
        return _fields(flats, quoted, archive.TITLE, "h1")
    if place.id == "chapters":
        return [
            archive.CHAPTER if flat.element.tag == "h2" and flat.element.parent is place else BODY for flat in flats
        ]
    if place.id == "afterword":
        naming = [*quoted[1:], False]
        return [archive.END if inside or names else _FOOT for inside, names in zip(quoted, naming, strict=True)]
    return [archive.END] * len(flats)


def _fields(flats: list[Flat], quoted: list[bool], title: Label, tag: str) -> list[Label]:
    """Labels of a header: what stands before the title, the title (in a `tag`), the byline, then fields.

    A short line just before a quotation block names a field. The names may be translated; a summary comes before notes.
    """
    labels: list[Label] = []
    field = archive.META
    named = 0
    for index, flat in enumerate(flats):
        before = labels[-1] if labels else archive.META
        naming = not quoted[index] and index + 1 < len(flats) and quoted[index + 1]
        if flat.element.tag == tag:
            labels.append(title)
            field = archive.NOTE
            continue
        if naming and flat.element.tag == "p":
            field = _field_named(flat.text, named)
            named += 1
        listed = not quoted[index] and flat.element.tag in ("dt", "dd", "li")
        byline = before is title and not naming and not quoted[index] and not listed
        labels.append(archive.BYLINE if byline else archive.META if listed else field)
    return labels


def _field_named(name: str, before: int) -> Label:
    """The field that a line names, `before` fields after the first of its block."""
    bare = name.casefold().rstrip(" :")
    if bare.endswith(("note", "notes")):
        return archive.NOTE
    return archive.NOTE if before and not bare.endswith("summary") else archive.SUMMARY


def _declarations(flats: tuple[Flat, ...], labels: list[Label]) -> Iterator[tuple[str, str]]:
    """The facts of the list of tags, then title, author and summary of the work (not those of its chapters)."""
    yield from declared_facts(paired(flat for flat, label in zip(flats, labels, strict=True) if label is archive.META))
    first = next((index for index, label in enumerate(labels) if label in (archive.CHAPTER, BODY)), len(labels))
    texts = [(label, flat.text) for flat, label in zip(flats[:first], labels, strict=False)]
    for key, wanted in (("title", archive.TITLE), ("author", archive.BYLINE)):
        found = next((text for label, text in texts if label is wanted), "")
        if found:
            yield key, found.removeprefix("by ")
    summary = [text for label, text in texts if label is archive.SUMMARY]
    if summary:
        yield "summary", "\n\n".join(summary[1:])
