"""What a stretch of a page stands for in the text, told from the stretch alone."""

import re
from html import unescape
from typing import Final

from fabula.formats.markup.scanner import REFERENCE
from fabula.story import Origin

BREAK_MARK: Final = "* * *"
"""How a rule without characters reads."""
PARAGRAPH_GAP: Final = "\n\n"
UNREADABLE: Final = "\ufffd"
BLANK: Final = " \t\n\r\f"
"""What collapses to one space in a browser; a no-break space does not."""
_QUOTED: Final = re.compile(r"</?(?:html:|xhtml:)?q(?![^\s/>])", re.IGNORECASE)
_ODD: Final = re.compile("[\ud800-\udfff\0]")


def dereference(reference: str) -> str:
    """The characters that `&mdash;` or `&#8212;` stands for; white space as one space, the same back where unknown."""
    characters = unescape(reference)
    return " " if characters and not characters.strip(BLANK) else characters


def reread(page: str, origin: Origin) -> str:
    """The characters of the text at the place of `origin` in `page`, from that place alone."""
    stretch = page[origin.place.start : origin.place.end]
    if origin.verbatim:
        return stretch
    if REFERENCE.fullmatch(stretch) and len(dereference(stretch)) == len(origin.span):
        return dereference(stretch)
    if len(origin.span) == len(PARAGRAPH_GAP):
        return PARAGRAPH_GAP
    if _ODD.fullmatch(stretch):
        return UNREADABLE
    if not stretch.strip(BLANK):
        return " "
    if _QUOTED.match(stretch):
        return "”" if stretch[1] == "/" else "“"
    return BREAK_MARK if len(origin.span) == len(BREAK_MARK) else "\n"
