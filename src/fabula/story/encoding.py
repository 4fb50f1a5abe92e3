"""How the bytes of a text file stand for characters, told from the bytes alone."""

import codecs
import re

import msgspec

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_CONTROLS = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_MULTIBYTE = re.compile(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")
_MOJIBAKE = re.compile("â€[™œ\x9d˜“”¦¢]|â€[\x80-\x9f]|Ã[©¨¡¢¤¼¶±§«ª®¯²³´¹º»½¿\x80-\x9f€‚ƒ„…†‡ˆ‰Š‹Œ]|Â[ \xa0«»£§°©]")


class Decoded(msgspec.Struct, frozen=True):
    """A text file as characters. `text` leaves out the byte order mark (`before`) and stray bytes at the end
    (`after`).

    Bytes that are no characters of the encoding stand in `text` as lone surrogates, so that `encode` gives
    the very bytes back.
    """

    text: str
    encoding: str
    before: bytes = b""
    after: bytes = b""
    notices: tuple[str, ...] = ()


def is_text(data: bytes) -> bool:
    """True where the bytes may be a text in an encoding we know: hardly a control character, or UTF-16."""
    if any(data.startswith(mark) for mark, _ in _MARKS) or _wide(data):
        return True
    return b"\0" not in data and len(_CONTROLS.findall(data)) <= len(data) // 200


def decode(data: bytes) -> Decoded:
    """The characters of a text file: UTF-8, UTF-16 or UTF-32 by mark or by shape, else Windows-1252."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _decode_as(data[len(mark) :], encoding, mark)
    wide = _wide(data[:65_536])
    if wide:
        return _decode_as(data, wide, b"")
    try:
        return _noticed(Decoded(data.decode("utf-8"), "utf-8"))
    except UnicodeDecodeError:
        pass
    loose = data.decode("utf-8", "surrogateescape")
    if len(_MULTIBYTE.findall(data)) > _lone(loose):
        return _noticed(Decoded(loose, "utf-8"))
    return _noticed(Decoded(data.decode("latin-1").translate(_windows()), "windows-1252"))


def encode(decoded: Decoded, text: str) -> bytes:
    """The bytes of a file in the same encoding with `text` in it; the very same bytes where `text` is
    unchanged.

    Characters that Windows-1252 has not are written as HTML entities (`&#8220;` is rather read than lost).
    """
    if decoded.encoding == "windows-1252":
        back = {character: code for code, character in _windows().items()}
        middle = text.translate({ord(character): code for character, code in back.items()})
        body = middle.encode("latin-1", "xmlcharrefreplace")
    else:
        body = text.encode(decoded.encoding, _errors(decoded.encoding))
    return decoded.before + body + decoded.after


def _decode_as(data: bytes, encoding: str, mark: bytes) -> Decoded:
    unit = {"utf-8": 1, "utf-16-le": 2, "utf-16-be": 2}.get(encoding, 4)
    whole = len(data) - len(data) % unit
    text = data[:whole].decode(encoding, _errors(encoding))
    return _noticed(Decoded(text, encoding, mark, data[whole:]))


def _errors(encoding: str) -> str:
    return "surrogateescape" if encoding == "utf-8" else "surrogatepass"


def _wide(data: bytes) -> str:
    """The UTF-16 of a text without a mark, where nearly every second byte is zero; "" where it is none."""
    even, odd = data[0::2].count(0), data[1::2].count(0)
    half = len(data) // 2
    if half >= 2 and odd > 0.4 * half and even <= 0.02 * half:
        return "utf-16-le"
    if half >= 2 and even > 0.4 * half and odd <= 0.02 * half:
        return "utf-16-be"
    return ""


def _windows() -> dict[int, str]:
    """Windows-1252 where it differs from Latin-1, its five unassigned bytes left as they are."""
    found: dict[int, str] = {}
    for code in range(0x80, 0xA0):
        try:
            found[code] = bytes([code]).decode("cp1252")
        except UnicodeDecodeError:
            continue
    return found


def _lone(text: str) -> int:
    return sum(1 for _ in re.finditer("[\ud800-\udfff]", text))


def _noticed(decoded: Decoded) -> Decoded:
    """The same, with what the author should know: bytes that are no characters, garbled characters."""
    notices: list[str] = []
    lone = _lone(decoded.text)
    if lone:
        what = "byte makes" if lone == 1 else "bytes make"
        notices.append(f"{lone} {what} no sense as {decoded.encoding.upper()}; each is shown as \ufffd.")
    garbled = _MOJIBAKE.findall(decoded.text)
    if len(garbled) >= 2 or len(garbled) * 200 > len(decoded.text):
        notices.append(
            f"Some characters look garbled ({garbled[0]} for a mark or an accent; "
            f"{len(garbled)} such places): the file was once saved in a wrong encoding. I read it as it is."
        )
    return msgspec.structs.replace(decoded, notices=tuple(notices))
