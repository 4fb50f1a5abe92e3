"""Which characters the words and codes of RTF stand for (Rich Text Format Specification 1.9.1)."""

import codecs
import re

WORDS = {
    "tab": "\t",
    "line": "\n",
    "emdash": "\u2014",
    "endash": "\u2013",
    "lquote": "\u2018",
    "rquote": "\u2019",
    "ldblquote": "\u201c",
    "rdblquote": "\u201d",
    "bullet": "\u2022",
    "emspace": "\u2003",
    "enspace": "\u2002",
    "qmspace": "\u2005",
    "zwj": "\u200d",
    "zwnj": "\u200c",
    "zwbo": "\u200b",
    "zwnbo": "\ufeff",
    "ltrmark": "\u200e",
    "rtlmark": "\u200f",
}
"""Control words that stand for a character."""
SYMBOLS = {"~": "\u00a0", "_": "\u2011", "\\": "\\", "{": "{", "}": "}", "\t": "\t"}
"""Control symbols that stand for a character; `\\-` is a place where a word may be parted, and none."""
_CHARSETS = {
    77: "mac_roman",
    128: "cp932",
    129: "cp949",
    134: "gbk",
    136: "big5",
    161: "cp1253",
    162: "cp1254",
    163: "cp1258",
    177: "cp1255",
    178: "cp1256",
    186: "cp1257",
    204: "cp1251",
    222: "cp874",
    238: "cp1250",
    255: "cp437",
}


def code_page(number: int | None) -> str:
    """The codec of a code page; Windows-1252 for one that Python does not know."""
    name = {10000: "mac_roman", 65001: "utf-8", 936: "gbk", 950: "big5"}.get(number or 1252, f"cp{number or 1252}")
    try:
        return codecs.lookup(name).name
    except LookupError:
        return "cp1252"


def font_codec(charset: int | None) -> str:
    """The codec of a font's character set; "" for those that follow the document's."""
    return _CHARSETS.get(charset or 0, "")


def code_unit(number: int | None) -> int:
    """The UTF-16 code unit of `\\uN`, whose N is a signed 16-bit number."""
    return (number or 0) & 0xFFFF


def decode_place(raw: str, codec: str) -> str:
    """The character that stands in a file as `raw`: a word, a symbol, a code unit or two, or one or two
    bytes.
    """
    units = [code_unit(int(found)) for found in re.findall(r"\\u(-?\d+)", raw)]
    if units:
        both = b"".join(unit.to_bytes(2, "little") for unit in units)
        return both.decode("utf-16-le", "replace")
    if raw.startswith("\\") and not raw.startswith("\\'"):
        return WORDS.get(raw[1:].strip()) or SYMBOLS.get(raw[1], "")
    data = re.sub(rb"\\'(..)", lambda found: bytes.fromhex(found[1].decode()), raw.encode("latin-1"))
    return data.replace(b"\r", b"").replace(b"\n", b"").decode(codec, "replace")
