"""A page of HTML: an archive's download, a saved page of its site, or any other."""

import re
from typing import Final

from fabula.story import Origin, Story

SUFFIXES: Final = (".html", ".htm", ".xhtml", ".xht")
ANY_TEXT: Final = True
_SIGN = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]{0,300}>\s*|<!--.{0,4000}?-->\s*)*<(?:!doctype\s+html|html|head|body)[\s>]",
    re.IGNORECASE | re.DOTALL,
)


def sniff(head: bytes) -> bool:
    """True where a file begins as pages do: a document type or a root tag, after nothing but comments."""
    start = head[:8192]
    if start.startswith((b"\xff\xfe", b"\xfe\xff")):
        start = start.replace(b"\0", b"")[2:]
    return bool(_SIGN.match(start))


def read(data: bytes, name: str) -> Story:
    """The story on a page, with what the page itself says of its paragraphs. Raises UnreadableFile for millions of tags."""
    from fabula.formats.markup import pages
    from fabula.formats.markup.charset import characters
    from fabula.formats.markup.walk import Walk
    from fabula.formats.markup.write import write_story

    decoded = characters(data)
    pages.check_tags(decoded.text.count("<"), name)
    page = pages.gather([Walk(decoded.text, "", _is_xml(decoded.text)).run()], decoded.notices)
    return write_story(page, pages.label(page), data, name, "html")


def reread(data: bytes, origin: Origin) -> str:
    """The characters of the text at a place of the file, read again from that place alone."""
    from fabula.formats.markup import places
    from fabula.formats.markup.charset import characters

    return places.reread(characters(data).text, origin)


def _is_xml(page: str) -> bool:
    """True for XHTML that says so in its first line."""
    return page.lstrip("\ufeff \t\r\n").startswith("<?xml")
