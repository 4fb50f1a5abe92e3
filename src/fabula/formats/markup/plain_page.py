"""What any other page says of its paragraphs: its title, if it repeats it; the rest is for the words themselves to tell."""

from fabula.formats.marks import heading_level
from fabula.formats.markup.elements import Element, Flat, Page, nearest
from fabula.formats.markup.labels import DROPPED, SILENT, Label, Labelled
from fabula.story import PartKind

_TITLE = Label(PartKind.TITLE, "marked as the title in the file")
_TITLED = frozenset(("title", "msotitle", "booktitle", "book-title"))
_OUTSIDE = "The page has a menu, a footer or a form round the story, which were left out."
_STORY_SHARE = 0.5


def recognise(page: Page) -> bool:
    """True for every page."""
    return True


def label(page: Page) -> Labelled:
    """The title where the page marks it; menus and footers left out where most words stand elsewhere."""
    inside = _inside(page)
    titled = False
    labels: list[Label] = []
    for index, flat in enumerate(page.flats):
        if not inside[index]:
            labels.append(DROPPED)
            continue
        is_title = not titled and index < 10 and _is_title(flat, page.title)
        titled = titled or is_title
        labels.append(_TITLE if is_title else SILENT)
    declarations = (("title", page.title),) if page.title else ()
    return Labelled(tuple(labels), declarations, () if all(inside) else (_OUTSIDE,))


def _is_title(flat: Flat, title: str) -> bool:
    """True for a paragraph with a title's style, or a heading that the page's own title begins with."""
    if not _TITLED.isdisjoint(name.lower() for name in flat.element.classes):
        return True
    text = " ".join(flat.text.split()).casefold()
    return bool(flat.level) and len(text) > 1 and title.casefold().startswith(text) and not heading_level(text)


def _inside(page: Page) -> list[bool]:
    """For each paragraph, whether it is of the story as far as the page's frame tells."""
    main = nearest(lambda element: element.tag in ("main", "article") or "main" in element.roles)
    frame = nearest(_is_frame)
    for inside in (
        [main(flat.element) is not None for flat in page.flats],
        [frame(flat.element) is None for flat in page.flats],
    ):
        if not all(inside) and _share(page.flats, inside) > _STORY_SHARE:
            return inside
    return [True] * len(page.flats)


def _is_frame(element: Element) -> bool:
    return element.tag in ("footer", "form") or not {"navigation", "contentinfo", "search"}.isdisjoint(element.roles)


def _share(flats: tuple[Flat, ...], inside: list[bool]) -> float:
    """How much of the text stands inside, 0 to 1."""
    sizes = [len(flat.text) for flat in flats]
    return sum(size for size, is_inside in zip(sizes, inside, strict=True) if is_inside) / max(1, sum(sizes))
