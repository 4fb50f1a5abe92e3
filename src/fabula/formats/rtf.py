"""RTF, as Word, WordPad, LibreOffice and Scrivener write it; places count the bytes of the file."""

import re

from fabula.formats.lines import source
from fabula.formats.paragraphs import write_paragraphs
from fabula.formats.parting import parted
from fabula.story import Draft, Origin, Story

SUFFIXES = (".rtf",)


def sniff(head: bytes) -> bool:
    """True where the file begins as every RTF file does."""
    return head.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{\\rtf")


def read(data: bytes, name: str) -> Story:
    """The story in an RTF file, footnotes after it. Places count bytes; styles named "heading 1" make
    headings.
    """
    from fabula.formats.richtext.walk import Walk

    walk = Walk(data.decode("latin-1"))
    walk.run()
    draft = Draft()
    for key, value in walk.facts:
        draft.declare(key, value)
    _tell(walk.pictures, "{} picture was left out.", "{} pictures were left out.", draft)
    _tell(
        walk.deletions,
        "{} tracked deletion was read as if accepted.",
        "{} tracked deletions were read as if accepted.",
        draft,
    )
    _tell(walk.hidden, "Hidden text in {} place was left out.", "Hidden text in {} places was left out.", draft)
    for what in sorted(walk.unread):
        draft.notice(f"I could not read {what}.")
    if walk.broken:
        draft.notice("The file is damaged: some of its groups have no beginning or no end. I read what is there.")
    write_paragraphs(draft, [part for whole in walk.paragraphs for part in parted(whole)])
    return draft.finish(source(data, name, "rtf"))


def reread(data: bytes, origin: Origin) -> str:
    """The characters of the text that `origin` stands for, read again from its place in the file alone.

    Bytes are read in the document's own code page; those of a font with another one are not.
    """
    from fabula.formats.richtext.characters import code_page, decode_place

    text = data.decode("latin-1")
    raw = text[origin.place.start : origin.place.end]
    if origin.verbatim:
        return raw
    if not raw or len(origin.span) == 2:
        return "\n\n"
    page = re.search(r"\\ansicpg(\d+)", text[:1000])
    return decode_place(raw, code_page(int(page[1]) if page else None))


def _tell(count: int, one: str, many: str, draft: Draft) -> None:
    """Tell the author of something that happened `count` times, if it did."""
    if count:
        draft.notice((one if count == 1 else many).format(count))
