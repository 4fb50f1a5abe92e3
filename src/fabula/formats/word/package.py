"""Which member of a Word file is which: they are found by their relationships, not by their names."""

import posixpath
from typing import TYPE_CHECKING, Final

from fabula.errors import UnreadableFile
from fabula.formats.container import Container, parse_xml

if TYPE_CHECKING:
    from lxml.etree import _Element as Element  # pyright: ignore[reportPrivateUsage]

MAIN: Final = "word/document.xml"


def local(element: "Element") -> str:
    """The tag without its namespace; no tag's name for a comment or an instruction."""
    return str(element.tag).rpartition("}")[2]


def attribute(element: "Element", name: str) -> str:
    """The value of the attribute with this local name in any namespace; "" without one."""
    for key, value in element.attrib.items():
        if str(key).rpartition("}")[2] == name:
            return str(value)
    return ""


def main_part(container: Container, name: str) -> str:
    """The member that holds the story. Raises UnreadableFile where there is none."""
    found = related(container, name, "").get("officeDocument", MAIN)
    for member in (found, MAIN):
        if member in container:
            return member
    raise UnreadableFile(
        f"{name} is no whole Word document: the part with the story ({MAIN}) is missing.",
        "Open it in your word processor, save it again as .docx, and try the new file.",
    )


def related(container: Container, name: str, part: str) -> dict[str, str]:
    """The members that `part` ("" for the whole file) refers to, by the last word of the relationship's type.

    Empty where the list is missing or damaged: the usual names still serve.
    """
    folder, file = posixpath.split(part)
    member = posixpath.join(folder, "_rels", f"{file}.rels")
    try:
        root = parse_xml(container.read(member), name, member)
    except UnreadableFile:
        return {}
    return {
        kind: _target(folder, attribute(entry, "Target"))
        for entry in reversed(root)
        if attribute(entry, "TargetMode") != "External" and (kind := attribute(entry, "Type").rpartition("/")[2])
    }


def _target(folder: str, target: str) -> str:
    return posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
