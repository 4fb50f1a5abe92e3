"""An EPUB: an archive's, a downloader's, or any other, page by page in its own reading order."""

from collections.abc import Callable, Iterator
from contextlib import suppress
from typing import TYPE_CHECKING, Final

from fabula.errors import UnreadableFile
from fabula.story import Origin, Story

if TYPE_CHECKING:
    from fabula.formats.container import Container
    from fabula.formats.markup.elements import Page
    from fabula.formats.markup.labels import Labelled
    from fabula.formats.markup.package import Item, Package
    from fabula.formats.markup.styles import Styles
    from fabula.formats.markup.walk import Walk

SUFFIXES: Final = (".epub",)
_MOST_CHARACTERS: Final = 60_000_000
"""Code points of all pages with their tags; four million words have fewer."""


def sniff(head: bytes) -> bool:
    """True for a zip file that says it is an EPUB, or lists the file by which one is found."""
    return head.startswith(b"PK") and (b"application/epub+zip" in head[:300] or b"META-INF/container.xml" in head)


def read(data: bytes, name: str) -> Story:
    """The story in an EPUB. Places are code points of the page named by their `part`.

    Raises UnreadableFile where the container is broken, a bomb or locked, or where no page is inside.
    """
    import msgspec

    from fabula.formats.container import open_container
    from fabula.formats.markup import pages
    from fabula.formats.markup.package import read_package
    from fabula.formats.markup.write import write_story

    container = open_container(data, name)
    package = read_package(container, name)
    notices = [*package.notices]
    walks = [*_walks(container, package, name, notices)]
    page = pages.gather(walks, notices)
    page = msgspec.structs.replace(page, title=dict(package.facts).get("title", page.title))
    return write_story(page, _label(page, package), data, name, "epub")


def reread(data: bytes, origin: Origin) -> str:
    """The characters of the text at a place of the file, read again from that place alone."""
    from fabula.formats.container import open_container
    from fabula.formats.markup import places
    from fabula.formats.markup.charset import characters

    container = open_container(data, "the file")
    return places.reread(characters(container.read(origin.place.part)).text, origin)


def _walks(container: "Container", package: "Package", name: str, notices: list[str]) -> "Iterator[Walk]":
    """Each page of the book, walked. What cannot be unpacked becomes a notice while other pages can be."""
    from fabula.formats.markup import pages
    from fabula.formats.markup.charset import characters
    from fabula.formats.markup.walk import Walk

    sheets: dict[str, Styles | None] = {}
    size = tags = read = 0
    damage: UnreadableFile | None = None
    for item in package.items:
        try:
            decoded = characters(container.read(item.path))
        except UnreadableFile as cause:
            damage = cause
            notices.append(f"{item.path} could not be read; I read the other pages. {cause.message}")
            continue
        read += 1
        size += len(decoded.text)
        tags += decoded.text.count("<")
        pages.check_tags(tags, name)
        if size > _MOST_CHARACTERS:
            raise UnreadableFile(f"{name} holds far more text than can be read.", "Split it into books.")
        notices += (notice for notice in decoded.notices if notice not in notices)
        yield Walk(decoded.text, item.path, True, _sheet_finder(container, item, sheets)).run()
    if damage and not read:
        raise damage


def _sheet_finder(
    container: "Container", item: "Item", sheets: "dict[str, Styles | None]"
) -> "Callable[[str], Styles | None]":
    """A function from an address in a page to the style sheet there; each sheet is read once."""
    from fabula.formats.markup.charset import characters
    from fabula.formats.markup.package import resolve
    from fabula.formats.markup.styles import Styles

    def find(href: str) -> "Styles | None":
        path = resolve(item.path, href)
        if path not in sheets:
            sheets[path] = None
            if path in container:
                with suppress(UnreadableFile):
                    styles = Styles()
                    styles.add(characters(container.read(path)).text)
                    sheets[path] = styles
        return sheets[path]

    return find


def _label(page: "Page", package: "Package") -> "Labelled":
    """What the pages' layout says, with the facts of the package that it does not give."""
    import msgspec

    from fabula.formats.markup import ao3_download, book, fanficfare

    facts = dict(package.facts)
    layout = next((known for known in (fanficfare, ao3_download) if known.recognise(page)), None)
    if layout:
        labelled = layout.label(page)
    else:
        labelled = book.label(page, {item.path: item.role for item in package.items}, facts.get("author", ""))
    told = dict(labelled.declarations)
    more = tuple((key, value) for key, value in facts.items() if key not in told)
    return msgspec.structs.replace(labelled, declarations=(*labelled.declarations, *more))
