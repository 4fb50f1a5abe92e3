"""Word documents: .docx, and its kin with macros or as a template.

Read in the order of the page: paragraphs with those in tables, content controls and text boxes (a box after the
paragraph it hangs on), then footnotes and endnotes. Tracked changes count as accepted. In Origins a paragraph's
gap is the tail of its `w:p`; a tab, a line break or a symbol is the text of its own element.
"""

from hashlib import sha256
from typing import TYPE_CHECKING

from fabula.errors import UnreadableFile
from fabula.formats.container import Container, open_container, parse_xml
from fabula.formats.paragraphs import Paragraph, tell, write_paragraphs
from fabula.formats.word.body import Body, characters_of
from fabula.formats.word.package import attribute, local, main_part, related
from fabula.formats.word.styles import Styles, read_styles
from fabula.story import Draft, Origin, PartKind, Source, Story

if TYPE_CHECKING:
    from lxml.etree import _Element as Element  # pyright: ignore[reportPrivateUsage]

SUFFIXES = (".docx", ".docm", ".dotx", ".dotm")
_NOTES = (("footnote", "footnotes"), ("endnote", "endnotes"))
_SEPARATORS = ("separator", "continuationSeparator", "continuationNotice")


def sniff(head: bytes) -> bool:
    """True for a zip file that lists a Word document among its members."""
    return head.startswith(b"PK") and b"[Content_Types].xml" in head and b"word/document" in head


def read(data: bytes, name: str) -> Story:
    """The story in a Word document. Raises UnreadableFile where the container or its main part is broken."""
    container = open_container(data, name)
    part = main_part(container, name)
    root = parse_xml(container.read(part), name, part)
    relations = related(container, name, part)
    draft = Draft()
    styles = read_styles(_optional(container, name, relations, "styles", draft))
    body = Body(root, part, styles)
    for child in root:
        if local(child) == "body":
            body.gather(child)
    paragraphs = body.paragraphs + _notes(container, name, relations, styles, body, draft)
    write_paragraphs(draft, paragraphs)
    _declare(container, name, draft)
    tell(body.changes, body.hidden, draft)
    for what in sorted(body.unread):
        draft.notice(f"I could not read {what}.")
    return draft.finish(Source(name, "docx", sha256(data).hexdigest()))


def reread(data: bytes, origin: Origin) -> str:
    """The characters that stand at an origin's place in this file."""
    place = origin.place
    container = open_container(data, "the file")
    root = parse_xml(container.read(place.part), "the file", place.part)
    element = list(root.iter())[place.node // 2]
    if not origin.verbatim:
        return characters_of(element, tail=bool(place.node % 2))
    return ((element.tail if place.node % 2 else element.text) or "")[place.start : place.end]


def _optional(container: Container, name: str, relations: dict[str, str], kind: str, draft: Draft) -> "Element | None":
    """The root of a part that the story can do without; damage there is only a notice."""
    part = relations.get(kind, f"word/{kind}.xml")
    if part not in container:
        return None
    try:
        return parse_xml(container.read(part), name, part)
    except UnreadableFile:
        draft.notice(f"The file's {kind} are damaged ({part}), so I read the story without them.")
        return None


def _notes(
    container: Container, name: str, relations: dict[str, str], styles: Styles, body: Body, draft: Draft
) -> list[Paragraph]:
    """The paragraphs of all notes that the story refers to: footnotes first, each kind in reading order."""
    found: list[Paragraph] = []
    for kind, kinds in _NOTES:
        wanted = dict.fromkeys(number for which, number in body.notes if which == kind)
        root = _optional(container, name, relations, kinds, draft) if wanted else None
        if root is None:
            continue
        notes = Body(root, relations.get(kinds, f"word/{kinds}.xml"), styles)
        entries = {attribute(entry, "id"): entry for entry in root if attribute(entry, "type") not in _SEPARATORS}
        for number in wanted:
            if number in entries:
                notes.gather(entries[number])
        for paragraph in notes.paragraphs:
            paragraph.declared, paragraph.why, paragraph.counts = PartKind.END_NOTE, f"a {kind}", False
        body.changes += notes.changes
        body.hidden += notes.hidden
        body.unread |= notes.unread
        found += notes.paragraphs
    return found


def _declare(container: Container, name: str, draft: Draft) -> None:
    """Keep the title and the author that the file's properties name."""
    part = related(container, name, "").get("core-properties", "docProps/core.xml")
    if part not in container:
        return
    try:
        root = parse_xml(container.read(part), name, part)
    except UnreadableFile:
        draft.notice(f"The file's title and author fields are damaged ({part}).")
        return
    for entry in root:
        key = {"title": "title", "creator": "author"}.get(local(entry))
        if key and (entry.text or "").strip():
            draft.declare(key, (entry.text or "").strip())
