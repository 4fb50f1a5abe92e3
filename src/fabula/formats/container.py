"""Opens the zip containers that docx, odt and epub files are, and parses the XML inside, trusting neither."""

import zipfile
import zlib
from io import BytesIO
from typing import TYPE_CHECKING, Final

from fabula.errors import UnreadableFile

if TYPE_CHECKING:
    from lxml.etree import _Element as Element  # pyright: ignore[reportPrivateUsage]

MAX_MEMBERS: Final = 10_000
MAX_EXPANDED: Final = 200_000_000
"""Bytes that all reads of one container may inflate to; a novel's document.xml has about ten million."""
MAX_RATIO: Final = 300
RATIO_FROM: Final = 20_000_000
"""Deflate squeezes story XML 5 to 60 times; beyond 300 times, where that is real memory, it is a bomb."""
MAX_TAGS: Final = 4_000_000
"""Opening and closing tags of one XML part: lxml needed 730 MB for 5.4 million."""

_CHUNK: Final = 1 << 18
_OLE: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_SAVE_AGAIN: Final = "Open it in your word processor or reader, save it again, and try the new file."


class Container:
    """A zip file in memory; `names` are its members in directory order. Nothing is unpacked to disk."""

    def __init__(self, archive: zipfile.ZipFile, name: str) -> None:
        self._archive = archive
        self._name = name
        self._spent = 0
        self.names: tuple[str, ...] = tuple(info.filename for info in archive.infolist())

    def __contains__(self, member: object) -> bool:
        return member in self._archive.NameToInfo

    def read(self, member: str) -> bytes:
        """The bytes of one member. Raises UnreadableFile where it is missing, damaged, locked or a bomb."""
        if member not in self:
            raise UnreadableFile(f"{self._name} is incomplete: it has no {member} inside.", _SAVE_AGAIN)
        info = self._archive.getinfo(member)
        if info.flag_bits & 1:
            raise UnreadableFile(f"{self._name} is locked with a password.", "Try a copy saved without one.")
        try:
            return self._inflate(info)
        except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, OSError, ValueError) as cause:
            message = f"{self._name} is damaged: {member} inside cannot be unpacked."
            raise UnreadableFile(message, _SAVE_AGAIN) from cause

    def _inflate(self, info: zipfile.ZipInfo) -> bytes:
        pieces: list[bytes] = []
        size = 0
        with self._archive.open(info) as stream:
            while piece := stream.read(_CHUNK):
                size += len(piece)
                self._spent += len(piece)
                if self._spent > MAX_EXPANDED or size > max(RATIO_FROM, MAX_RATIO * info.compress_size):
                    raise UnreadableFile(
                        f"{self._name} unpacks to far more than a story holds, so reading stopped.",
                        "If it is your story, copy its words into a new file, and try that.",
                    )
                pieces.append(piece)
        return b"".join(pieces)


def open_container(data: bytes, name: str) -> Container:
    """The members of a zip file. `name` is the file's, for messages.

    Raises UnreadableFile where the bytes are no zip file, a broken one, or one of over MAX_MEMBERS members.
    """
    if data.startswith(_OLE):
        message = f"{name} is an old Word file or is locked with a password."
        raise UnreadableFile(message, "Save it as .docx without a password, and try that.")
    if data.count(b"PK\x01\x02") > MAX_MEMBERS:
        raise UnreadableFile(f"{name} holds more than {MAX_MEMBERS:,} files, so it is no story.", _SAVE_AGAIN)
    try:
        archive = zipfile.ZipFile(BytesIO(data))
    except (zipfile.BadZipFile, NotImplementedError, OSError, ValueError, EOFError) as cause:
        message = f"{name} is damaged or broken off: its container does not open."
        raise UnreadableFile(message, _SAVE_AGAIN) from cause
    return Container(archive, name)


def parse_xml(data: bytes, name: str, member: str = "") -> "Element":
    """The root element of an XML part; nothing outside `data` is ever looked at.

    No DTD is loaded, no entity resolved, no address opened. `name` and `member` (the part inside a container)
    are for messages. Raises UnreadableFile for XML that is broken, declares entities, is nested more than 255
    deep, holds one text of more than 10 million characters, or more than MAX_TAGS tags.
    """
    from lxml import etree

    where = f"{member} inside" if member else "its text"
    entities = f"{name} declares entities of its own ({where}), as stories never do, so it was not read."
    if _declares_entities(data):
        raise UnreadableFile(entities, _SAVE_AGAIN)
    if data.count(b"<") > MAX_TAGS:
        raise UnreadableFile(f"{name} is too large: {where} has millions of tags.", "Split it, and try.")
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as cause:
        message = f"{name} is damaged: {where} is not whole XML."
        raise UnreadableFile(message, _SAVE_AGAIN) from cause
    if _hides_entities(root):
        raise UnreadableFile(entities, _SAVE_AGAIN)
    return root


def _declares_entities(data: bytes) -> bool:
    """True where a document type with entities is declared; NULs are dropped so that UTF-16 hides nothing."""
    plain = data.replace(b"\0", b"") if b"\0" in data[:64] else data
    doctype = plain.find(b"<!DOCTYPE")
    return doctype >= 0 and plain.find(b"<!ENTITY", doctype) >= 0


def _hides_entities(root: "Element") -> bool:
    """True where entities were declared in an encoding that hides them from a look at the bytes (UTF-7)."""
    declared = root.getroottree().docinfo.internalDTD
    return bool(declared) and any(declared.iterentities())  # pyright: ignore  # the stubs lack this method
