"""What an OpenDocument style makes of a paragraph or a span: a heading, the title, italics, hidden words."""

import re
from typing import TYPE_CHECKING, Final

import msgspec

if TYPE_CHECKING:
    from lxml.etree import _Element as Element  # pyright: ignore[reportPrivateUsage]

_HEADING: Final = re.compile(r"heading ([1-9]|10)")
_DEEPEST: Final = 32
"""How many parents a style may have, one above the other; LibreOffice's own go four deep."""
_BOLD_FROM: Final = 600  # CSS 2.1 15.6, which ODF 1.3 20.195 follows: 400 is normal, 700 bold

Marks = dict[str, bool]
"""What properties say of italic, bold, underline, hidden; what they do not mention is not there."""


class Style(msgspec.Struct, frozen=True):
    """A style with all that it inherits. `name` is that of the nearest named style, in lower case."""

    name: str
    level: int
    marks: Marks


Styles = dict[tuple[str, str], Style]
"""Styles by family ("paragraph", "text", "section") and name."""


def read_styles(*roots: "Element | None") -> Styles:
    """The styles of content.xml and styles.xml (None where that part is missing), parents resolved."""
    entries: dict[tuple[str, str], Element] = {}
    for root in roots:
        for entry in () if root is None else root.iter("{*}style", "{*}default-style"):
            family, name = attribute(entry, "family"), attribute(entry, "name")
            entries.setdefault((family, name), entry)  # a default style has no name
    return {key: _resolve(key, entries) for key in entries}


def _resolve(key: tuple[str, str], entries: dict[tuple[str, str], "Element"]) -> Style:
    """One style, from its own entry up through its parents to its family's default; a circle ends at `_DEEPEST`."""
    family, at = key
    chain: list[Element] = []
    while (family, at) in entries and len(chain) < _DEEPEST:
        chain.append(entries[family, at])
        if not at:
            break
        at = attribute(chain[-1], "parent-style-name")
    marks: Marks = {}
    for entry in reversed(chain):
        for properties in entry:
            marks |= _marks_of(properties)
    names = [attribute(entry, "display-name").lower() or shown_name(attribute(entry, "name")) for entry in chain]
    return Style(_telling(names), _level(chain, names), marks)


def shown_name(name: str) -> str:
    """A style's name as a person reads it, in lower case: the file writes spaces as `_20_`."""
    return name.replace("_20_", " ").lower()


def _telling(names: list[str]) -> str:
    """The name to know a style by: an automatic one (P12) goes by its parent's."""
    return next((name for name in names if name and not re.fullmatch(r"p\d+", name)), "")


def _level(chain: list["Element"], names: list[str]) -> int:
    for entry, name in zip(chain, names, strict=True):
        level = attribute(entry, "default-outline-level")
        if level.isdecimal():
            return int(level)
        if found := _HEADING.fullmatch(name):
            return int(found[1])
    return 0


def _marks_of(properties: "Element") -> Marks:
    """What `style:text-properties` says; of other properties only whether they hide (a section's)."""
    marks: Marks = {}
    for key, value in properties.attrib.items():
        name, said = str(key).rpartition("}")[2], str(value)
        if name == "font-style":
            marks["italic"] = said in ("italic", "oblique")
        elif name == "font-weight":
            marks["bold"] = said == "bold" or (said.isdecimal() and int(said) >= _BOLD_FROM)
        elif name == "text-underline-style":
            marks["underline"] = said != "none"
        elif name == "display":
            marks["hidden"] = said == "none"
    return marks


def attribute(element: "Element", name: str) -> str:
    """The value of the attribute with this local name; "" without one."""
    for key, value in element.attrib.items():
        if str(key).rpartition("}")[2] == name:
            return str(value)
    return ""


def local(element: "Element") -> str:
    """The tag without its namespace; no tag's name for a comment or an instruction."""
    return str(element.tag).rpartition("}")[2]
