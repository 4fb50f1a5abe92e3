"""The elements of a page, and the paragraphs that stand in them."""

from collections.abc import Callable, Iterator

import msgspec

from fabula.story import BlockKind


class Element:
    """A tag that was opened: what it is called, and what it stands in. `depth` counts from 0 at the root.

    `roles` are the words of `role` and `epub:type`. `mask` are the bits of `styles` it adds.
    """

    __slots__ = (
        "block",
        "classes",
        "closed",
        "depth",
        "hidden",
        "href",
        "id",
        "level",
        "mask",
        "name",
        "parent",
        "preformatted",
        "roles",
        "tag",
    )

    def __init__(self, tag: str, parent: "Element | None", names: dict[str, str]) -> None:
        self.tag = tag
        self.parent = parent
        self.id = names.get("id", "")
        self.name = names.get("name", "")
        self.href = "href" in names
        self.classes = tuple(names.get("class", "").split())
        self.roles = tuple(f"{names.get('role', '')} {names.get('epub:type', '')}".lower().split())
        self.depth: int = parent.depth + 1 if parent else 0
        self.level: int = parent.level if parent else 0
        self.preformatted: bool = parent.preformatted if parent else False
        self.hidden: bool = parent.hidden if parent else False
        self.mask = 0
        self.block = False
        self.closed = False


class Run(msgspec.Struct, frozen=True, gc=False):
    """Characters of a paragraph and their place on the page; `mask` are the bits of `styles` they are set in."""

    text: str
    start: int
    end: int
    verbatim: bool
    mask: int = 0


class Flat(msgspec.Struct, frozen=True):
    """A paragraph, heading or break mark of a page: never empty, no white space at its ends, no blank line inside.

    `part` is the file inside a container. `linked` counts the characters that stand in links.
    """

    runs: tuple[Run, ...]
    element: Element
    kind: BlockKind = BlockKind.PARAGRAPH
    level: int = 0
    blank_before: int = 0
    linked: int = 0
    part: str = ""

    @property
    def text(self) -> str:
        """The paragraph as it reads."""
        return "".join(run.text for run in self.runs)


class Page(msgspec.Struct, frozen=True):
    """The paragraphs of one or more files in reading order, and what their heads say.

    `ids`, `names` and `classes` are all that occur on any element; `title` is the first file's `<title>`.
    """

    flats: tuple[Flat, ...]
    title: str
    ids: frozenset[str]
    names: frozenset[str]
    classes: frozenset[str]
    notices: tuple[str, ...] = ()


def lineage(element: Element) -> Iterator[Element]:
    """The element, what it stands in, and so on up to the root."""
    at: Element | None = element
    while at:
        yield at
        at = at.parent


def nearest(test: Callable[[Element], bool]) -> Callable[[Element], Element | None]:
    """A question to ask of elements: which is the nearest that passes `test`, itself included?

    It remembers its answers, so that asking it of all elements of a page takes time linear in their number.
    """
    known: dict[Element, Element | None] = {}

    def ask(element: Element) -> Element | None:
        trail: list[Element] = []
        found: Element | None = None
        for at in lineage(element):
            if at in known:
                found = known[at]
                break
            trail.append(at)
            if test(at):
                found = at
                break
        known.update(dict.fromkeys(trail, found))
        return found

    return ask
