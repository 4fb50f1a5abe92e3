"""The characters of a page: by its byte order mark, by what they can be, by what it declares."""

import re

from fabula.story.encoding import Decoded, decode

_DECLARED = re.compile(
    rb"""<\?xml[^>]{0,200}?encoding\s*=\s*["']([\w.:-]{1,40})|<meta[^>]{0,300}?charset\s*=\s*["']?\s*([\w.:-]{1,40})""",
    re.IGNORECASE,
)
_COMMENT = re.compile(rb"<!--.*?-->", re.DOTALL)
_KNOWN = re.compile(
    r"iso-8859-(?:[2-9]|1[03-6])|windows-125[0-8]|cp125[0-8]|koi8-[ru]|gbk|gb2312|gb18030|big5(?:-hkscs)?|euc-(?:jp|kr)"
    r"|shift_jis|windows-31j|iso-2022-jp|macintosh|ibm866"
)
_PRESCAN = 8192


def characters(data: bytes) -> Decoded:
    """The characters of a page and what the author should know of them.

    What is whole UTF-8 (or carries a mark) is that, whatever the page claims; else the charset of the page, else
    Windows-1252. Lone surrogates in the text stand for bytes that make no sense.
    """
    plain = decode(data)
    charset = _declared(data)
    escapes = charset == "iso-2022-jp" and b"\x1b" in data
    if plain.before or not charset or (plain.encoding != "windows-1252" and not escapes):
        return plain
    try:
        return Decoded(data.decode({"windows-31j": "cp932"}.get(charset, charset)), charset)
    except UnicodeDecodeError:
        return plain


def _declared(data: bytes) -> str:
    """The charset the page names in its first lines, in lower case; "" for none or one that tells us nothing new."""
    match = _DECLARED.search(_COMMENT.sub(b"", data[:_PRESCAN]))
    name = (match[1] or match[2]).decode("ascii", "ignore").lower() if match else ""
    return name if _KNOWN.fullmatch(name) else ""
