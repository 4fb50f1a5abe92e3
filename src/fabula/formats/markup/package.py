"""What the package file of an EPUB says: which pages in which order, and the facts about the book."""

import posixpath
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

import msgspec

from fabula.errors import UnreadableFile
from fabula.formats.container import Container, parse_xml

if TYPE_CHECKING:
    from lxml.etree import _Element as Element  # pyright: ignore[reportPrivateUsage]

_CONTAINER: Final = "META-INF/container.xml"
_ENCRYPTION: Final = "META-INF/encryption.xml"
_FONTS_ONLY: Final = ("http://www.idpf.org/2008/embedding", "http://ns.adobe.com/pdf/enc#RC")
"""These two only disguise fonts; any other algorithm is a lock on the text."""
_KEYS: Final = {"title": "title", "creator": "author", "language": "language", "date": "published"}
_SAVE_AGAIN: Final = "Open it in calibre or your reader, save it again, and try the new file."
_MOST_ITEMS: Final = 20_000


class Item(msgspec.Struct, frozen=True):
    """A page of the book: the file inside, and what the package says it is ("toc", "cover"; "" for most)."""

    path: str
    role: str = ""


class Package(msgspec.Struct, frozen=True):
    """The pages in reading order, the facts as keys and values, and what is amiss."""

    items: tuple[Item, ...]
    facts: tuple[tuple[str, str], ...]
    notices: tuple[str, ...]


def read_package(container: Container, name: str) -> Package:
    """The book's pages in reading order. Raises UnreadableFile where there is no package, or a lock on the text."""
    path = _package_path(container, name)
    root = parse_xml(container.read(path), name, path)
    notices: list[str] = []
    roles = dict(_guide(root, path))
    manifest = {item.get("id", ""): item for item in _named(root, "item")}
    items = [
        Item(found, role or roles.get(found, "")) for found, role in _spine(root, manifest, path, container, notices)
    ]
    _check_locks(container, name, {item.path for item in items})
    if not items:
        raise UnreadableFile(f"{name} is damaged: none of its pages are inside.", _SAVE_AGAIN)
    return Package(tuple(items), tuple(_facts(root)), tuple(notices))


def resolve(base: str, href: str) -> str:
    """The name inside the container of what a file there calls `href`; no name at all for an address elsewhere."""
    path = href.partition("#")[0].partition("?")[0]
    octets = re.sub(
        rb"%([0-9a-fA-F]{2})", lambda found: bytes.fromhex(found[1].decode()), path.encode("utf-8", "replace")
    )
    joined = posixpath.join(posixpath.dirname(base), octets.decode("utf-8", "replace"))
    return posixpath.normpath(joined).lstrip("/")


def _package_path(container: Container, name: str) -> str:
    """Where the package file is, by the container's own list or, where that is missing, by its suffix."""
    if _CONTAINER in container:
        for rootfile in _named(parse_xml(container.read(_CONTAINER), name, _CONTAINER), "rootfile"):
            path = resolve("", rootfile.get("full-path", ""))
            if path in container:
                return path
    found = next((member for member in container.names if member.lower().endswith(".opf")), "")
    if not found:
        raise UnreadableFile(f"{name} is incomplete: it holds no list of its pages.", _SAVE_AGAIN)
    return found


def _spine(
    root: "Element", manifest: dict[str, "Element"], path: str, container: Container, notices: list[str]
) -> Iterator[tuple[str, str]]:
    """Paths and roles in reading order, each once; what stands outside the reading order comes last."""
    references = [*_named(root, "itemref")][:_MOST_ITEMS]
    references.sort(key=lambda reference: reference.get("linear", "yes") == "no")
    seen: set[str] = set()
    missing = 0
    for reference in references:
        item = manifest.get(reference.get("idref", ""))
        if item is None:
            missing += 1
            continue
        found = resolve(path, item.get("href", ""))
        if found in seen or not _is_page(item):
            continue
        seen.add(found)
        if found in container:
            yield found, "toc" if "nav" in item.get("properties", "").split() else ""
        else:
            missing += 1
    if missing:
        pages = "page the book lists is" if missing == 1 else "pages the book lists are"
        notices.append(f"{missing} {pages} missing in the file; I read the rest.")


def _is_page(item: "Element") -> bool:
    kind = item.get("media-type", "").lower()
    return "html" in kind or "xml" in kind.replace("svg+xml", "") or not kind


def _guide(root: "Element", path: str) -> Iterator[tuple[str, str]]:
    for reference in _named(root, "reference"):
        yield resolve(path, reference.get("href", "")), reference.get("type", "").lower()


def _facts(root: "Element") -> Iterator[tuple[str, str]]:
    """Title, authors, language and date of the book, and the series where calibre wrote one."""
    found: dict[str, list[str]] = {}
    for element in root.iter():
        text = " ".join((element.text or "").split())
        key = _KEYS.get(_local(element), "")
        if key and text and "metadata" in _local(element.getparent()):
            found.setdefault(key, []).append(text)
        elif _local(element) == "meta" and element.get("name") == "calibre:series":
            found.setdefault("series", []).append(element.get("content", ""))
    for key, values in found.items():
        yield key, ", ".join(values) if key == "author" else values[0]


def _check_locks(container: Container, name: str, paths: set[str]) -> None:
    if _ENCRYPTION not in container:
        return
    for data in _named(parse_xml(container.read(_ENCRYPTION), name, _ENCRYPTION), "EncryptedData"):
        algorithms = {method.get("Algorithm", "") for method in _named(data, "EncryptionMethod")}
        targets = {resolve("", reference.get("URI", "")) for reference in _named(data, "CipherReference")}
        if targets & paths and not algorithms.issubset(_FONTS_ONLY):
            raise UnreadableFile(f"{name} is locked (DRM).", "Only a copy without a lock can be read.")


def _named(root: "Element", name: str) -> Iterator["Element"]:
    return (element for element in root.iter() if _local(element) == name)


def _local(element: "Element | None") -> str:
    """An element's name without its namespace; nothing that matches a name for a comment."""
    return "" if element is None else str(element.tag).rpartition("}")[2]
