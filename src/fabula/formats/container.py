"""Opens the zip containers that docx, odt and epub files are, and parses the XML inside, trusting neither."""

import zipfile
import zlib
from io import BytesIO
from typing import Final

from lxml import etree

from fabula.errors import UnreadableFile

MAX_MEMBERS: Final = 10_000
MAX_EXPANDED: Final = 300_000_000
"""Bytes that all reads of one container may inflate to; a novel's document.xml has about ten million."""
MAX_RATIO: Final = 300
RATIO_FROM: Final = 20_000_000
"""Deflate squeezes story XML 5 to 60 times. A member is a bomb beyond 300 times, where that comes to real memory."""
MAX_NODES: Final = 6_000_000
"""Tags of one XML part. lxml needs about 100 bytes for each, so this keeps a tree well under a gigabyte."""

_CHUNK: Final = 1 << 18
_OLE: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_SAVE_AGAIN: Final = "Open it in your word processor or reader, save it again, and try the new file."


class Container:
    """A zip file in memory. `names` are its members in the order of its directory; nothing is ever unpacked to disk."""

    def __init__(self, archive: zipfile.ZipFile, name: str) -> None:
        self._archive = archive
        self._name = name
        self._spent = 0
        self.names: tuple[str, ...] = tuple(info.filename for info in archive.infolist())

    def __contains__(self, member: object) -> bool:
        return member in self._archive.NameToInfo

    def read(self, member: str) -> bytes:
        """The bytes of one member. Raises UnreadableFile where it is missing, damaged, encrypted or a zip bomb."""
        if member not in self:
            raise UnreadableFile(f"{self._name} is incomplete: it has no {member} inside.", _SAVE_AGAIN)
        info = self._archive.getinfo(member)
        if info.flag_bits & 1:
            raise UnreadableFile(f"{self._name} is locked with a password.", "Save a copy without one, and try that.")
        try:
            return self._inflate(info)
        except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, OSError, ValueError) as cause:
            raise UnreadableFile(f"{self._name} is damaged: {member} inside cannot be unpacked.", _SAVE_AGAIN) from cause

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
                        "If it is yours, leave out pictures and attachments, save it again, and try the new file.",
                    )
                pieces.append(piece)
        return b"".join(pieces)


def open_container(data: bytes, name: str) -> Container:
    """The members of a zip file. `name` is the file's, for messages.

    Raises UnreadableFile where the bytes are no zip file, a broken one, or one of more than MAX_MEMBERS members.
    """
    if data.startswith(_OLE):
        raise UnreadableFile(
            f"{name} is an old Word file, or it is locked with a password.", "Save it as .docx without one, and try that."
        )
    if data.count(b"PK\x01\x02") > MAX_MEMBERS:
        raise UnreadableFile(f"{name} holds more than {MAX_MEMBERS:,} files, so it is no story.", _SAVE_AGAIN)
    try:
        archive = zipfile.ZipFile(BytesIO(data))
    except (zipfile.BadZipFile, NotImplementedError, OSError, ValueError, EOFError) as cause:
        raise UnreadableFile(f"{name} is damaged or broken off: its container does not open.", _SAVE_AGAIN) from cause
    return Container(archive, name)


def parse_xml(data: bytes, name: str, member: str = "") -> etree._Element:  # pyright: ignore[reportPrivateUsage]
    """The root element of an XML part; nothing outside `data` is ever looked at.

    No DTD is loaded, no entity resolved, no address opened. `name` and `member` (the part inside a container) are for
    messages. Raises UnreadableFile for XML that is broken, declares entities, is nested more than 255 deep, holds one
    text of more than 10 million characters, or more than MAX_NODES tags.
    """
    where = f"{member} inside" if member else "its text"
    if _declares_entities(data):
        raise UnreadableFile(
            f"{name} declares entities of its own ({where}), which stories never do, so it was not read.", _SAVE_AGAIN
        )
    if data.count(b"<") > MAX_NODES:
        raise UnreadableFile(f"{name} is too large to read: {where} has millions of tags.", "Split it, and try a part.")
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, dtd_validation=False, huge_tree=False
    )
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as cause:
        raise UnreadableFile(f"{name} is damaged: {where} is not whole XML.", _SAVE_AGAIN) from cause
    if _has_entities(root):
        raise UnreadableFile(
            f"{name} declares entities of its own ({where}), which stories never do, so it was not read.", _SAVE_AGAIN
        )
    return root


def _declares_entities(data: bytes) -> bool:
    """True where a document type with entities is declared; NULs are dropped so that UTF-16 hides nothing."""
    plain = data.replace(b"\0", b"") if b"\0" in data[:64] else data
    doctype = plain.find(b"<!DOCTYPE")
    return doctype >= 0 and plain.find(b"<!ENTITY", doctype) >= 0


def _has_entities(root: etree._Element) -> bool:  # pyright: ignore[reportPrivateUsage]
    """True where entities were declared in an encoding that hides them from a look at the bytes (UTF-7)."""
    declared = root.getroottree().docinfo.internalDTD
    return declared is not None and any(True for _ in declared.iterentities())
