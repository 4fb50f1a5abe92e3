"""What a style sheet says of the little we ask: italic, bold, underlined, hidden."""

import re
from collections.abc import Iterator
from typing import Final

import msgspec

ITALIC: Final = 1
BOLD: Final = 2
UNDERLINE: Final = 4
NAMES: Final = ((ITALIC, "italic"), (BOLD, "bold"), (UNDERLINE, "underline"))

_COMMENT = re.compile(r"/\*.*?\*/|<!--|-->", re.DOTALL)
_BRACE = re.compile(r"[{}]")
_SIMPLE = re.compile(r"([a-z][a-z0-9]*)?(?:([.#])(-?[_a-zA-Z][\w-]*))?", re.IGNORECASE)
_PROPERTY = re.compile(r"([a-z-]+)\s*:\s*([^;]+)", re.IGNORECASE)
_MOST = 2_000_000


class Look(msgspec.Struct, frozen=True, gc=False):
    """What a rule turns on and off (bits of ITALIC, BOLD, UNDERLINE), and whether it hides (None: says nothing)."""

    on: int = 0
    off: int = 0
    hidden: bool | None = None


PLAIN: Final = Look()


class Styles:
    """The rules of all sheets read so far for a tag, a class, a tag with a class, an id; longer selectors are not kept."""

    def __init__(self) -> None:
        self._rules: dict[str, Look] = {}

    def add(self, sheet: str) -> None:
        """Take in the text of a style sheet; rules for print or other media are left out."""
        for selectors, body in _flat_rules(_COMMENT.sub(" ", sheet[:_MOST])):
            look = inline_look(body)
            if look == PLAIN:
                continue
            for selector in selectors.split(","):
                match = _SIMPLE.fullmatch(selector.strip())
                if match and match[0]:
                    key = f"{(match[1] or '').lower()}{match[2] or ''}{match[3] or ''}"
                    self._rules[key] = over(self._rules.get(key, PLAIN), look)

    def merge(self, other: "Styles") -> None:
        """Take in the rules of other sheets, over those that are here."""
        for key, rule in other._rules.items():
            self._rules[key] = over(self._rules.get(key, PLAIN), rule)

    def look(self, tag: str, id: str, classes: tuple[str, ...]) -> Look:
        """What the rules say of an element, the more particular ones over the others."""
        rules = self._rules
        if not rules:
            return PLAIN
        keys = [tag, *(f".{name}" for name in classes), *(f"{tag}.{name}" for name in classes)]
        if id:
            keys += [f"#{id}", f"{tag}#{id}"]
        found = PLAIN
        for key in keys:
            if key in rules:
                found = over(found, rules[key])
        return found


def inline_look(declarations: str) -> Look:
    """What `font-style: italic; display: none` says."""
    look = PLAIN
    for match in _PROPERTY.finditer(declarations):
        look = over(look, _property(match[1].lower(), match[2].lower().replace("!important", "").strip()))
    return look


def over(under: Look, upper: Look) -> Look:
    """Both, the second having the last word."""
    on = (under.on & ~upper.off) | upper.on
    off = (under.off & ~upper.on) | upper.off
    return Look(on, off, under.hidden if upper.hidden is None else upper.hidden)


def _property(name: str, value: str) -> Look:
    if name == "font-style":
        return Look(on=ITALIC) if value.startswith(("italic", "oblique")) else Look(off=ITALIC)
    if name == "font-weight":
        heavy = value in ("bold", "bolder", "600", "700", "800", "900")
        return Look(on=BOLD) if heavy else Look(off=BOLD)
    if name in ("text-decoration", "text-decoration-line"):
        return Look(on=UNDERLINE) if "underline" in value else Look(off=UNDERLINE)
    if name == "display":
        return Look(hidden=value == "none")
    return PLAIN


def _flat_rules(sheet: str) -> Iterator[tuple[str, str]]:
    """The selectors and declarations of the rules that stand outside every `@media` and its like."""
    depth = at = 0
    selectors = ""
    for brace in _BRACE.finditer(sheet):
        between = sheet[at : brace.start()]
        at = brace.end()
        if brace[0] == "{":
            depth += 1
            if depth == 1:
                selectors = between.rpartition(";")[2].strip()
        elif depth:
            depth -= 1
            if not depth and not selectors.startswith("@"):
                yield selectors, between
