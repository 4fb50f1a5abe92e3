"""What a Word style makes of a paragraph or a run: a heading, the title, italics, hidden words."""

import re
from typing import TYPE_CHECKING, Final

import msgspec

from fabula.formats.word.package import attribute, local

if TYPE_CHECKING:
    from lxml.etree import _Element as Element  # pyright: ignore[reportPrivateUsage]

_HEADING: Final = re.compile(
    r"(?:heading|überschrift|berschrift|titre|título|ttulo|titulo|titolo|kop|nagłówek|nagwek|заголовок|标题|標題|見出し|제목"
    r"|rubrik|overskrift|otsikko|nadpis|címsor|cmsor|başlık|balk|επικεφαλίδα)[\s_-]*([1-9])",
    re.IGNORECASE,
)
"""Word writes the names of its own styles in English whatever its language; others do not."""
_TOGGLES: Final = {"i": "italic", "b": "bold", "vanish": "hidden"}
_OFF: Final = ("0", "false", "off")
_DEEPEST: Final = 32
"""How many styles a style may build on, one after the other; Word's own go three deep."""
_BODY_LEVEL: Final = 9  # ECMA-376 17.3.1.20: outline level 9 is body text

Marks = dict[str, bool]
"""What a set of properties says of italic, bold, underline, hidden; what it does not mention is not there."""


class Style(msgspec.Struct, frozen=True):
    """A style with all that it inherits. `name` is lower case; `level` 1 to 9 for a heading, else 0."""

    name: str
    level: int
    marks: Marks


class Styles(msgspec.Struct, frozen=True):
    """The styles by their id, the default paragraph style's id, and what holds where no style speaks."""

    by_id: dict[str, Style]
    default: str
    marks: Marks

    def style(self, style_id: str) -> Style:
        """The style of this id; an id that is not listed is taken for a style's name."""
        known = self.by_id.get(style_id or self.default)
        return known or Style(style_id.lower(), _named_level(style_id), {})


def read_styles(root: "Element | None") -> Styles:
    """The styles that styles.xml lists, each with what it inherits; None for a file without that part."""
    if root is None:
        return Styles({}, "", {})
    entries = {attribute(entry, "styleId"): entry for entry in root if local(entry) == "style"}
    default = next(
        (key for key, entry in entries.items() if attribute(entry, "type") == "paragraph" and _is_default(entry)),
        "",
    )
    defaults = find(find(find(root, "docDefaults"), "rPrDefault"), "rPr")
    return Styles({key: _resolve(key, entries) for key in entries}, default, marks_of(defaults))


def _is_default(entry: "Element") -> bool:
    """True for the style of paragraphs that name none."""
    return attribute(entry, "type") == "paragraph" and attribute(entry, "default") not in ("", *_OFF)


def _resolve(key: str, entries: dict[str, "Element"]) -> Style:
    """One style, from its own entry up through those it is based on; a circle ends at `_DEEPEST`."""
    chain: list[Element] = []
    at = key
    while at in entries and len(chain) < _DEEPEST:
        chain.append(entries[at])
        at = value_of(find(entries[at], "basedOn"))
    marks: Marks = {}
    for entry in reversed(chain):
        marks |= marks_of(find(entry, "rPr"))
    names = [value_of(find(entry, "name")).lower() or key.lower() for entry in chain]
    return Style(names[0], _level(chain, names), marks)


def _level(chain: list["Element"], names: list[str]) -> int:
    """The heading level: the nearest style in the chain that says an outline level or is called a heading."""
    for entry, name in zip(chain, names, strict=True):
        outline = outline_level(find(entry, "pPr"))
        if outline is not None:
            return outline
        if level := _named_level(name):
            return level
    return 0


def _named_level(name: str) -> int:
    found = _HEADING.fullmatch(name.strip())
    return int(found[1]) if found else 0


def outline_level(properties: "Element | None") -> int | None:
    """The heading level that paragraph properties set, 0 for body text, None where they say nothing."""
    value = value_of(find(properties, "outlineLvl"))
    if not value.isdecimal():
        return None
    return int(value) + 1 if int(value) < _BODY_LEVEL else 0


def marks_of(properties: "Element | None") -> Marks:
    """What run properties say themselves."""
    marks: Marks = {}
    for entry in () if properties is None else properties:
        name = local(entry)
        if name in _TOGGLES:
            marks[_TOGGLES[name]] = value_of(entry) not in _OFF
        elif name == "u":
            marks["underline"] = value_of(entry) not in ("none", *_OFF)
    return marks


def combine(styles: Styles, paragraph: Marks, character: Marks, direct: Marks) -> frozenset[str]:
    """What a run is set in. A paragraph style and a character style that both say italic undo each other, as
    on the page (ECMA-376 17.7.3); what the run says itself holds in any case.
    """
    found: set[str] = set()
    for name in ("italic", "bold", "hidden"):
        said = styles.marks.get(name, False) or paragraph.get(name, False) != character.get(name, False)
        if direct.get(name, said):
            found.add(name)
    for marks in (direct, character, paragraph, styles.marks):
        if "underline" in marks:
            return frozenset(found | {"underline"}) if marks["underline"] else frozenset(found)
    return frozenset(found)


def find(parent: "Element | None", name: str) -> "Element | None":
    """The first child with this local name."""
    if parent is not None:
        for child in parent:
            if local(child) == name:
                return child
    return None


def value_of(element: "Element | None") -> str:
    """Its `w:val`; "" where there is no element or no value."""
    return "" if element is None else attribute(element, "val")
