"""The author's Word document with the comments in its margin, on the exact words.

Nothing but comments is added: runs are split where a comment begins or ends, and every part that carries no comment
comes along byte for byte. Word lets no comment into footnotes and text boxes; those hang on the note's reference and
on the box's anchor. A document with macros becomes one without, as the name `.docx` promises.
"""

import posixpath
from typing import TYPE_CHECKING, Final

from fabula.errors import UnwritableFile
from fabula.outputs.anchors import Boundary, Document, local, place_marks
from fabula.outputs.container import read_members, rewrite
from fabula.outputs.wording import lines_of, signature_of
from fabula.review import Comment, Review
from fabula.story.origins import places_of

if TYPE_CHECKING:
    from lxml.etree import _Element as Element  # pyright: ignore[reportPrivateUsage]

SUFFIX = ".review.docx"
FORMATS = ("docx",)

_AUTHOR: Final = "fabula"
_INITIALS: Final = "f"
_SIZE: Final = "20"  # half points
_SMALL: Final = "16"
_TYPES: Final = "[Content_Types].xml"
_COMMENTS_TYPE: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
_DOCUMENT_TYPE: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
_STRICT: Final = "http://purl.oclc.org/ooxml/"
_RELATIONS: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_STRICT_RELATIONS: Final = "http://purl.oclc.org/ooxml/officeDocument/relationships"
_PACKAGE: Final = "http://schemas.openxmlformats.org/package/2006/relationships"
_MACROS: Final = ("vbaProject", "wordVbaData")


def render(review: Review, source: bytes) -> bytes:
    """A copy of the Word document `source` with every comment in its margin; the same input gives the same bytes.

    Raises UnwritableFile where the comments already in the file are damaged.
    """
    story = review.reading.story
    types = read_members(source, (_TYPES,)).get(_TYPES)
    if types is None:
        message = f"The file has no {_TYPES} inside, so no copy of it would open in Word."
        raise UnwritableFile(message, "Save it again in your word processor, and try the new file.")
    main = _main_part(types) or story.origins[0].place.part
    relations_part = posixpath.join(posixpath.dirname(main), "_rels", f"{posixpath.basename(main)}.rels")
    parts = {main: "", **{origin.place.part: "" for origin in story.origins}}
    members = read_members(source, (*parts, relations_part))
    document = Document(main, {part: root for part, root in members.items() if part in parts})
    relations = members[relations_part] if relations_part in members else _root(f'<Relationships xmlns="{_PACKAGE}"/>')
    comments_part = _comments_part(types, relations, main, document.root)
    comments = read_members(source, (comments_part,)).get(comments_part)
    if comments is None:
        comments = _root(f'<w:comments xmlns:w="{_tag(document.root, "")[1:-1]}"/>')
    _comment_all(review, document, comments)
    dropped = _without_macros(types, relations, main)
    changed = {
        main: document.root,
        comments_part: comments,
        relations_part: relations,
        _TYPES: types,
    }
    return rewrite(source, {part: _bytes(root) for part, root in changed.items()}, dropped)


def _comment_all(review: Review, document: Document, comments: "Element") -> None:
    """Write each comment that finds its words into the comments part, and its marks into the document."""
    story = review.reading.story
    number = _last_number(document, comments)
    starts: list[tuple[Boundary, list[Element]]] = []
    ends: list[tuple[Boundary, list[Element]]] = []
    for comment in review.comments:
        found = document.range_of(places_of(story.origins, comment.span))
        if not found:
            continue
        number += 1
        comments.append(_comment(comments, comment, story.text, number))
        opening, closing = _marks(document.root, number)
        if found[0] == found[1]:
            starts.append((found[0], [opening, *closing]))
        else:
            starts.append((found[0], [opening]))
            ends.append((found[1], closing))
    place_marks(document, ends + starts)


def _last_number(document: Document, comments: "Element") -> int:
    """The highest comment number in use; -1 for none."""
    used = [
        element.get(_tag(element, "id"), "")
        for element in (*comments, *document.elements)
        if local(element) in ("comment", "commentRangeStart", "commentReference")
    ]
    return max((int(number) for number in used if number.isdecimal()), default=-1)


def _marks(root: "Element", number: int) -> tuple["Element", list["Element"]]:
    """The mark that opens a comment's range, and those that close it: the end, and the run Word shows it at."""
    opening, end = _new(root, "commentRangeStart", id=number), _new(root, "commentRangeEnd", id=number)
    run = _new(root, "r")
    run.append(_new(root, "commentReference", id=number))
    return opening, [end, run]


def _comment(root: "Element", comment: Comment, text: str, number: int) -> "Element":
    """The comment as the comments part holds it: a paragraph a line, the last one small."""
    entry = _new(root, "comment", id=number, author=_AUTHOR, initials=_INITIALS)
    for line in lines_of(comment, text):
        entry.append(_line(root, line, _SIZE))
    entry.append(_line(root, signature_of(comment), _SMALL))
    reference = _new(root, "r")
    reference.append(_new(root, "annotationRef"))
    entry[0].insert(1, reference)
    return entry


def _line(root: "Element", words: str, size: str) -> "Element":
    """A paragraph that looks the same in the margin whatever the manuscript's own styles are."""
    paragraph, properties = _new(root, "p"), _new(root, "pPr")
    properties.append(_new(root, "spacing", before=0, after=0, line=240, lineRule="auto"))
    properties.append(_new(root, "ind", left=0, right=0, firstLine=0))
    properties.append(_new(root, "jc", val="left"))
    run, look, characters = _new(root, "r"), _new(root, "rPr"), _new(root, "t")
    look.append(_new(root, "sz", val=size))
    characters.text = " ".join(words.split())
    run.extend((look, characters))
    paragraph.extend((properties, run))
    return paragraph


def _new(root: "Element", name: str, **attributes: str | int) -> "Element":
    """A new element of Word's namespace, as `root` has it, with attributes of the same namespace."""
    values = {_tag(root, key): str(value) for key, value in attributes.items()}
    return root.makeelement(_tag(root, name), values, nsmap={"w": _tag(root, "")[1:-1]})


def _tag(element: "Element", name: str) -> str:
    return f"{str(element.tag).rpartition('}')[0]}}}{name}"


def _main_part(types: "Element") -> str:
    """The member whose content type says that it is the document; "" where none does."""
    return next((entry.get("PartName", "").lstrip("/") for entry in types if _is_main(entry)), "")


def _is_main(entry: "Element") -> bool:
    return local(entry) == "Override" and entry.get("ContentType", "").endswith(
        (
            "document.main+xml",
            "template.main+xml",
            "document.macroEnabled.main+xml",
            "template.macroEnabledTemplate.main+xml",
        )
    )


def _comments_part(types: "Element", relations: "Element", main: str, root: "Element") -> str:
    """The member that holds the comments; where there is none, it is announced and its name given back."""
    folder = posixpath.dirname(main)
    for entry in relations:
        if entry.get("Type", "").endswith("/comments"):
            return posixpath.normpath(posixpath.join("/", folder, entry.get("Target", ""))).lstrip("/")
    part = posixpath.join(folder, "comments.xml")
    if not any(entry.get("PartName") == f"/{part}" for entry in types):
        types.append(
            types.makeelement(_tag(types, "Override"), {"PartName": f"/{part}", "ContentType": _COMMENTS_TYPE})
        )
    base = _STRICT_RELATIONS if str(root.tag).startswith(f"{{{_STRICT}") else _RELATIONS
    used = {entry.get("Id") for entry in relations}
    free = next(name for name in (f"rId{number}" for number in range(1, len(used) + 2)) if name not in used)
    values = {"Id": free, "Type": f"{base}/comments", "Target": "comments.xml"}
    relations.append(relations.makeelement(_tag(relations, "Relationship"), values))
    return part


def _without_macros(types: "Element", relations: "Element", main: str) -> tuple[str, ...]:
    """Make a template or a document with macros a plain document; the members that go."""
    for entry in types:
        if _is_main(entry):
            entry.set("ContentType", _DOCUMENT_TYPE)
    gone: list[str] = []
    for entry in list(relations):
        if entry.get("Type", "").endswith(_MACROS):
            gone.append(posixpath.join(posixpath.dirname(main), entry.get("Target", "")))
            relations.remove(entry)
    for entry in list(types):
        if local(entry) == "Override" and "vba" in entry.get("ContentType", "").lower():
            types.remove(entry)
            gone.append(entry.get("PartName", "").lstrip("/"))
    return tuple(gone)


def _root(xml: str) -> "Element":
    """The root of a part that the file does not have yet."""
    from lxml import etree

    return etree.fromstring(xml)


def _bytes(root: "Element") -> bytes:
    from lxml import etree

    return etree.tostring(root.getroottree(), xml_declaration=True, encoding="UTF-8", standalone=True)
