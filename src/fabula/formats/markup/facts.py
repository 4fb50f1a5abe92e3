"""The facts an archive prints at the head of a work: rating, tags, dates, by their labels."""

import re
from collections.abc import Iterable, Iterator

from fabula.formats.markup.elements import Flat

_KEYS = {
    "rating": "rating",
    "archive warning": "warnings",
    "warning": "warnings",
    "category": "category",
    "categorie": "category",
    "fandom": "fandom",
    "relationship": "relationships",
    "pairing": "relationships",
    "character": "characters",
    "additional tag": "tags",
    "tag": "tags",
    "freeform": "tags",
    "genre": "genre",
    "language": "language",
    "serie": "series",
    "collection": "collections",
    "stat": "stats",
    "published": "published",
    "updated": "updated",
    "completed": "completed",
    "statu": "status",
    "word": "words",
    "chapter": "chapters",
    "summary": "summary",
    "author": "author",
    "title": "title",
}
_RATINGS = ("not rated", "general audiences", "teen and up audiences", "mature", "explicit")
_WARNINGS = (
    "choose not to use archive warnings",
    "no archive warnings apply",
    "graphic depictions of violence",
    "major character death",
    "rape/non-con",
    "underage",
)
_CATEGORIES = ("gen", "f/m", "m/m", "f/f", "multi", "other")
_STAT = re.compile(r"(\w+)\s*:\s*([\d][\d.,/?\-]*)")
_LINE = re.compile(r"([A-Z][A-Za-z ]{1,30}):\s+(\S.*)")


def key_of(label: str) -> str:
    """The key of a declaration for a printed label ("Archive Warnings:" gives "warnings"); "" for one we do not know."""
    bare = " ".join(label.replace("\u00a0", " ").rstrip(" :：").casefold().split())
    return _KEYS.get(bare.rstrip("s"), "")


def declared_facts(pairs: Iterable[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    """Declarations for labels and their values in printed order, with the pieces of a line of statistics one by one.

    An archive's labels may be translated. Its ratings, warnings and categories are fixed words and tell their label;
    the fandoms come next.
    """
    before = ""
    for label, value in pairs:
        key = key_of(label) or _key_by_value(value, before)
        if key == "stats":
            yield from _stats(value)
        elif key and value:
            yield key, value
        before = key


def line_facts(text: str) -> Iterator[tuple[str, str]]:
    """Labels and values of lines like "Rating: Teen"."""
    for line in text.split("\n"):
        match = _LINE.fullmatch(line.strip())
        if match:
            yield match[1], match[2]


def _stats(value: str) -> Iterator[tuple[str, str]]:
    names = {"published": "published", "updated": "updated", "completed": "completed", "words": "words"}
    for match in _STAT.finditer(value):
        key = names.get(match[1].lower(), "chapters" if "/" in match[2] else "")
        if key:
            yield key, match[2].rstrip(".,")


def _key_by_value(value: str, before: str) -> str:
    """The key that an archive's fixed words give away, whatever the language of the label."""
    bare = value.casefold()
    if bare in _RATINGS:
        return "rating"
    if any(warning in bare for warning in _WARNINGS):
        return "warnings"
    if all(word.strip() in _CATEGORIES for word in bare.split(",")):
        return "category"
    if re.search(r"\d{4}-\d\d-\d\d", bare) and re.search(r"\d+/(?:\d+|\?)", bare):
        return "stats"
    return "fandom" if before in ("category", "warnings") else ""


def paired(flats: Iterable[Flat]) -> Iterator[tuple[str, str]]:
    """Each `dt` with the text of the `dd` paragraphs after it, joined by commas."""
    label = ""
    values: list[str] = []
    for flat in flats:
        if flat.element.tag == "dt":
            if label:
                yield label, ", ".join(values)
            label, values = flat.text, []
        elif label:
            values.append(flat.text)
    if label:
        yield label, ", ".join(values)
