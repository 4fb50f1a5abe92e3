"""OpenDocument texts: .odt, and templates.

Read in the order of content.xml: paragraphs with those in lists, sections, tables and frames (a frame after the
paragraph it hangs on), then footnotes and endnotes. Deleted text lies outside the body, so tracked changes count as
accepted. In Origins a paragraph's gap is the tail of its element; a tab, a break or counted spaces are the text of
their own element; collapsed white space is the stretch it stands in.
"""

from hashlib import sha256
from typing import TYPE_CHECKING

from fabula.errors import UnreadableFile
from fabula.formats.container import Container, open_container, parse_xml
from fabula.formats.opendocument.body import PART, Body, characters_of
from fabula.formats.opendocument.styles import attribute, local, read_styles
from fabula.formats.paragraphs import Paragraph, tell, write_paragraphs
from fabula.story import Draft, Origin, PartKind, Place, Source, Story

if TYPE_CHECKING:
    from lxml.etree import _Element as Element  # pyright: ignore[reportPrivateUsage]

SUFFIXES = (".odt", ".ott")
_MIMETYPE = b"application/vnd.oasis.opendocument.text"


def sniff(head: bytes) -> bool:
    """True for a zip file that says it is an OpenDocument text; its type lies unpacked, as a rule first."""
    return head.startswith(b"PK") and _MIMETYPE in head and b"META-INF/manifest.xml" in head


def read(data: bytes, name: str) -> Story:
    """The story in an OpenDocument text. Raises UnreadableFile where the container or content.xml is broken."""
    container = open_container(data, name)
    _check_lock(container, name)
    root = parse_xml(container.read(PART), name, PART)
    draft = Draft()
    styles = read_styles(root, _optional(container, name, "styles.xml", "styles", draft))
    body = Body(root, styles)
    for text in root.iterfind("{*}body/{*}text"):
        body.gather(text)
    paragraphs = body.paragraphs
    body.paragraphs = []
    write_paragraphs(draft, paragraphs + _notes(body))
    meta = _optional(container, name, "meta.xml", "title and author fields", draft)
    if meta is not None:
        _declare(meta, draft)
    tell(body.changes, body.hidden, draft)
    return draft.finish(Source(name, "odt", sha256(data).hexdigest()))


def reread(data: bytes, origin: Origin) -> str:
    """The characters that stand at an origin's place in this file."""
    place: Place = origin.place
    root = parse_xml(open_container(data, "the file").read(place.part), "the file", place.part)
    element = list(root.iter())[place.node // 2]
    if origin.verbatim:
        return ((element.tail if place.node % 2 else element.text) or "")[place.start : place.end]
    if place.start < place.end:
        return " "  # collapsed white space
    return characters_of(element, tail=bool(place.node % 2))


def _check_lock(container: Container, name: str) -> None:
    """Raise UnreadableFile where the manifest says that content.xml is encrypted."""
    manifest = "META-INF/manifest.xml"
    if manifest in container and b"encryption-data" in container.read(manifest):
        raise UnreadableFile(f"{name} is locked with a password.", "Try a copy saved without one.")


def _optional(container: Container, name: str, part: str, what: str, draft: Draft) -> "Element | None":
    """The root of a part that the story can do without; damage there is only a notice."""
    if part not in container:
        return None
    try:
        return parse_xml(container.read(part), name, part)
    except UnreadableFile:
        draft.notice(f"The file's {what} are damaged ({part}), so I read the story without them.")
        return None


def _notes(body: Body) -> list[Paragraph]:
    """The paragraphs of all notes: footnotes first, each kind in reading order."""
    found: list[Paragraph] = []
    for kind in ("footnote", "endnote"):
        body.paragraphs = []
        for note in body.notes:
            if (attribute(note, "note-class") or "footnote") == kind:
                for inside in note.iterfind("{*}note-body"):
                    body.gather(inside)
        for paragraph in body.paragraphs:
            paragraph.declared, paragraph.why, paragraph.counts = PartKind.END_NOTE, f"a {kind}", False
        found += body.paragraphs
    return found


def _declare(meta: "Element", draft: Draft) -> None:
    """Keep the title and the author that the file's properties name: who began it before who saved it last."""
    said = {local(entry): (entry.text or "").strip() for entry in meta.iter()}
    values = {"title": said.get("title"), "author": said.get("initial-creator") or said.get("creator")}
    for key, value in values.items():
        if value:
            draft.declare(key, value)
