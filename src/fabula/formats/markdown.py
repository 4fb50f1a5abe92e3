"""Markdown: markdown-it-py says where the blocks are, our own scanner what a person reads in them."""

import re
from collections import Counter
from collections.abc import Sequence
from html import unescape
from itertools import pairwise

from fabula.formats.lines import place, source
from fabula.formats.md.hidden import hide
from fabula.formats.paragraphs import Paragraph, write_paragraphs
from fabula.formats.parting import parted
from fabula.story import Draft, Origin, PartKind, Story
from fabula.story.encoding import decode

SUFFIXES = (".md", ".markdown", ".mdown", ".mkd", ".nwd")
ANY_TEXT = True

_FOOTNOTE = re.compile(r"\[\^[^\]\s]+\]:[ \t]*")


def sniff(head: bytes) -> bool:
    """False: Markdown has no signature; the suffix decides."""
    del head
    return False


def read(data: bytes, name: str) -> Story:
    """The story in a Markdown file. Places count code points of the decoded file after its byte order mark."""
    decoded = decode(data)
    draft = Draft()
    for notice in decoded.notices:
        draft.notice(notice)
    hidden = hide(decoded.text)
    for key, value in hidden.declarations:
        draft.declare(key, value)
    paragraphs, pictures = _paragraphs(decoded.text, hidden.text)
    if pictures:
        draft.notice(f"{pictures} {'picture is' if pictures == 1 else 'pictures are'} left out.")
    write_paragraphs(draft, paragraphs)
    return draft.finish(source(data, name, "markdown"))


def reread(data: bytes, origin: Origin) -> str:
    """The characters of the text that `origin` stands for, read again from its place in the file alone."""
    raw = decode(data).text[origin.place.start : origin.place.end]
    if origin.verbatim:
        return raw
    if len(raw) == 2 and raw[0] == "\\" and raw[1] not in "\r\n":
        return raw[1]
    if raw.startswith("&") and raw.endswith(";"):
        return unescape(raw)
    if re.fullmatch(r"<hr\b[^<>]*>", raw, re.IGNORECASE):
        return "* * *"
    if "\ud800" <= raw[:1] <= "\udfff":
        return "\ufffd"
    return "\n" * len(origin.span)


def _paragraphs(text: str, hidden: str) -> tuple[list[Paragraph], int]:
    """Every paragraph that a person reads, footnotes last, and how many pictures were left out."""
    from markdown_it import MarkdownIt

    from fabula.formats.md.blocks import blocks
    from fabula.formats.md.html import html_paragraphs, paragraph_of
    from fabula.formats.md.inline import pieces_of, shown_in
    from fabula.formats.md.page import for_parser, page_of

    page = page_of(text, hidden)
    parser = MarkdownIt("commonmark").disable(["code", "reference"])
    parser.core.ruler.enableOnly(["normalize", "block"])
    found = list(blocks(page, parser.parse("\n".join(for_parser(page)))))
    gaps = [_blank_lines([line.text for line in page.lines[one.last : other.first]]) for one, other in pairwise(found)]
    usual = Counter(gaps).most_common(1)[0][0] if gaps else 0
    paragraphs: list[Paragraph] = []
    notes: list[Paragraph] = []
    pictures = 0
    for block, gap in zip(found, [0, *gaps], strict=False):
        paragraphs += [paragraph_of([]) for _ in range(max(1, usual), gap)]
        if block.kind == "html":
            paragraphs += html_paragraphs(block.stretch)
        elif block.kind == "code":
            paragraphs.append(paragraph_of(block.stretch.pieces()))
        elif note := _FOOTNOTE.match(block.stretch.text):
            words = block.stretch.part(note.end(), len(block.stretch.text))
            pieces = pieces_of(shown_in(words, page.references))
            notes.append(paragraph_of(pieces))
            notes[-1].declared, notes[-1].why = PartKind.END_NOTE, "a footnote"
        else:
            shown = shown_in(block.stretch, page.references)
            pictures += shown.pictures
            paragraphs.append(paragraph_of(pieces_of(shown), block.level))
            paragraphs[-1].counts = not shown.pictures
    paragraphs = [part for whole in (*paragraphs, *notes) for part in parted(whole)]
    _fill_gaps(paragraphs)
    return paragraphs, pictures


def _blank_lines(lines: Sequence[str]) -> int:
    """The most blank lines that stand together among `lines`."""
    most = run = 0
    for line in lines:
        run = 0 if line.strip() else run + 1
        most = max(most, run)
    return most


def _fill_gaps(paragraphs: Sequence[Paragraph]) -> None:
    """Give every paragraph the place of the gap after it: from its last character to the first of the next."""
    filled = [paragraph for paragraph in paragraphs if paragraph.pieces]
    for one, other in pairwise(filled):
        end, start = one.pieces[-1].place.end, other.pieces[0].place.start
        one.gap = place(min(end, start), start)
