"""A zip container with some members changed: all others keep their place and their bytes."""

import struct
import zipfile
import zlib
from collections.abc import Iterable
from io import BytesIO
from typing import TYPE_CHECKING, Final

from fabula.errors import UnwritableFile

if TYPE_CHECKING:
    from lxml.etree import _Element as Element  # pyright: ignore[reportPrivateUsage]

MOST_BYTES: Final = 200_000_000
"""The most that one member may unpack to, as where the file was read."""

_LOCAL: Final = struct.Struct("<4sHHHHHLLLHH")  # APPNOTE 4.3.7
_CENTRAL: Final = struct.Struct("<4sHHHHHHLLLHHHHHLL")  # APPNOTE 4.3.12
_END: Final = struct.Struct("<4sHHHHLLH")  # APPNOTE 4.3.16
_NEEDED: Final = 20  # version 2.0: folders and deflate
_UTF8: Final = 0x800
_SIZED_LATER: Final = 0x8
_MOST: Final = 0xFFFF
_LARGEST: Final = 0xFFFFFFFF
_SAVE_AGAIN: Final = "Save the file again in your word processor, or look at the page: it has every comment."


def read_members(source: bytes, wanted: Iterable[str]) -> dict[str, "Element"]:
    """The root elements of those of the wanted members that the container has.

    Raises UnwritableFile where one is damaged or unpacks to more than MOST_BYTES.
    """
    from lxml import etree

    found: dict[str, Element] = {}
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    with zipfile.ZipFile(BytesIO(source)) as archive:
        for name in dict.fromkeys(wanted):
            if name not in archive.NameToInfo:
                continue
            if archive.getinfo(name).file_size > MOST_BYTES:  # zipfile reads no further than this size
                raise UnwritableFile(f"{name} inside the file is too large to copy.", _SAVE_AGAIN)
            try:
                found[name] = etree.fromstring(archive.read(name), parser)
            except (zipfile.BadZipFile, zlib.error, EOFError, etree.XMLSyntaxError, ValueError) as cause:
                message = f"{name} inside the file is damaged, so I could not put my comments into a copy."
                raise UnwritableFile(message, _SAVE_AGAIN) from cause
    return found


def rewrite(source: bytes, changed: dict[str, bytes], dropped: tuple[str, ...] = ()) -> bytes:
    """A copy of the container with `changed` members in their old places, new ones at the end, and none `dropped`.

    Untouched members are copied packed as they are; new ones bear the first date a zip file can name, so the same
    input gives the same bytes. Raises UnwritableFile beyond four gigabytes or 65,535 members.
    """
    with zipfile.ZipFile(BytesIO(source)) as archive:
        members = [info for info in archive.infolist() if info.filename not in dropped]
    new = [zipfile.ZipInfo(name) for name in changed if name not in {info.filename for info in members}]
    if len(members) + len(new) > _MOST or len(source) + sum(map(len, changed.values())) > _LARGEST:
        raise UnwritableFile("The file is too large to make a commented copy of.", "The page has every comment.")
    out = BytesIO()
    directory: list[bytes] = []
    for info in members + new:
        if info.filename in changed:
            directory.append(_put(out, _resized(info, changed[info.filename]), _packed(info, changed[info.filename])))
        else:
            directory.append(_put(out, info, _raw(source, info)))
    start = out.tell()
    out.write(b"".join(directory))
    out.write(_END.pack(b"PK\5\6", 0, 0, len(directory), len(directory), out.tell() - start, start, 0))
    return out.getvalue()


def _resized(info: zipfile.ZipInfo, data: bytes) -> zipfile.ZipInfo:
    """What the directory says of a member with new contents; a new one (size 0 so far) is deflated."""
    resized = zipfile.ZipInfo(info.filename, info.date_time)
    resized.flag_bits, resized.create_system = info.flag_bits, info.create_system
    resized.external_attr, resized.internal_attr = info.external_attr, info.internal_attr
    resized.compress_type = zipfile.ZIP_STORED if _is_stored(info) else zipfile.ZIP_DEFLATED
    resized.CRC, resized.file_size = zlib.crc32(data), len(data)
    return resized


def _is_stored(info: zipfile.ZipInfo) -> bool:
    return info.compress_type == zipfile.ZIP_STORED and info.file_size > 0


def _packed(info: zipfile.ZipInfo, data: bytes) -> bytes:
    if _is_stored(info):
        return data
    packer = zlib.compressobj(6, zlib.DEFLATED, -zlib.MAX_WBITS)
    return packer.compress(data) + packer.flush()


def _raw(source: bytes, info: zipfile.ZipInfo) -> bytes:
    """The packed bytes of a member, as they lie behind its local header."""
    name, extra = struct.unpack_from("<HH", source, info.header_offset + 26)
    start = info.header_offset + _LOCAL.size + name + extra
    return source[start : start + info.compress_size]


def _put(out: BytesIO, info: zipfile.ZipInfo, packed: bytes) -> bytes:
    """Write a member with its local header; its entry for the directory."""
    offset = out.tell()
    name = info.orig_filename.encode("utf-8" if info.flag_bits & _UTF8 else "cp437", errors="replace")
    year, month, day, hour, minute, second = info.date_time
    flags = info.flag_bits & ~_SIZED_LATER
    time, date = hour << 11 | minute << 5 | second >> 1, (year - 1980) << 9 | month << 5 | day
    shared = (flags, info.compress_type, time, date, info.CRC, len(packed), info.file_size)
    out.write(_LOCAL.pack(b"PK\3\4", _NEEDED, *shared, len(name), 0) + name + packed)
    made = info.create_system << 8 | _NEEDED
    return (
        _CENTRAL.pack(
            b"PK\1\2", made, _NEEDED, *shared, len(name), 0, 0, 0, info.internal_attr, info.external_attr, offset
        )
        + name
    )
