"""Where scenes open."""

import re
from collections import Counter
from collections.abc import Iterator

import msgspec

from fabula.reading import Break, Parts
from fabula.stages.timing.leads import CHAT, chat_day, is_lead, is_mail_line, is_short_line, run_in
from fabula.story import Block, BlockKind, PartKind, Span, Story

_MAIL_DATE = re.compile(r"(?:date|sent):\s*", re.I)
_SHARE_OF_WIDE = 0.12
_LONGEST_LEAD = 120
_FEWEST_RUN_IN = 2
"""Paragraphs that must open with a date on the line of their text before one of them is a heading."""
_FIRST_WORDS = 160


class Opener(msgspec.Struct, frozen=True):
    """Where a scene begins, what opened it, and the heading or date line it opens with ("" where there is none).

    `lead_span` is where that line stands, None where there is none or it stands in a chat line.
    """

    start: int
    kind: Break
    lead: str
    first_words: str
    lead_span: Span | None = None


class _Place(msgspec.Struct, frozen=True):
    """A block, the body part it begins in (None outside), and whether it is the first block of that part."""

    block: Block
    body: Span | None
    first: bool
    heading: bool


def find_openers(story: Story, parts: Parts, bodies: list[Span]) -> list[Opener]:
    """All openers in text order, the story's start first; none where there is no body.

    Headings, breaks and date lines that follow one another with no story between them open one scene.
    """
    wide = _wide_gap(story)
    leads, dates = _leads(story), _run_in_dates(story)
    openers: list[Opener] = []
    lead, pending, chat, open_lead = "", False, -1, False
    above: Span | None = None
    for place in _places(story, parts, bodies):
        text = story.text[place.block.span.start : place.block.span.end]
        if place.heading or place.block.kind is not BlockKind.PARAGRAPH:
            if place.heading:
                lead, above = _joined(lead, text), place.block.span
            if place.heading and place.body and not pending and openers:
                openers.append(Opener(place.block.span.start, Break.MARKER, "", ""))
            pending = pending or place.block.kind is BlockKind.BREAK or place.heading
            continue
        if place.body is None:
            continue
        day = chat_day(text)
        alone = place.block.span.start in leads
        dated = dates.get(place.block.span.start, "")
        opens = bool(dated) or (alone and not open_lead)
        kind = _opens(openers, pending, place.block.blank_before >= wide, opens, _new_chat(day, chat))
        if kind:
            start = place.body.start if place.first or not openers else place.block.span.start
            openers.append(Opener(start, kind, _joined(lead, dated), "", above))
        openers[-1] = _told(openers[-1], text, place.block.span if alone else None, day)
        lead, above, pending, chat, open_lead = "", None, False, max(day, 0) if day >= 0 else -1, alone
    return openers


def _leads(story: Story) -> set[int]:
    """Where paragraphs stand that are headings in all but their mark, the place line over a date and mail headers included."""
    found: set[int] = set()
    paragraphs = [block.span for block in story.blocks if block.kind is BlockKind.PARAGRAPH]
    texts = [story.text[span.start : span.end] for span in paragraphs]
    for index, (span, text) in enumerate(zip(paragraphs, texts, strict=True)):
        mail = is_mail_line(text)
        beside = any(is_mail_line(other) for other in texts[max(0, index - 1) : index + 2 : 2] if mail)
        if not beside and not is_lead(text):
            continue
        found.add(span.start)
        above = paragraphs[index - 1] if index else span
        if is_short_line(texts[index - 1]) and story.text[above.end : span.start] == "\n":
            found.add(above.start)
    return found


def _run_in_dates(story: Story) -> dict[int, str]:
    """The dates that open paragraphs on the line of their text, by where the paragraph starts; none where only one does."""
    spans = [block.span for block in story.blocks if block.kind is BlockKind.PARAGRAPH]
    found = {span.start: date for span in spans if (date := run_in(story.text[span.start : span.end]))}
    return found if len(found) >= _FEWEST_RUN_IN else {}


def _opens(openers: list[Opener], pending: bool, wide: bool, lead: bool, chat: bool) -> Break | None:
    """What opens a scene at a paragraph, None where it goes on."""
    if not openers:
        return Break.START
    if pending or lead or chat:
        return Break.MARKER
    return Break.BLANK if wide else None


def _new_chat(day: int, before: int) -> bool:
    """Whether a dated chat line begins a chat, or takes it up again at least two days on."""
    return day > 0 and (before < 0 or (before > 0 and abs(day - before) > 1))


def _told(opener: Opener, text: str, alone: Span | None, day: int) -> Opener:
    """The opener with what its first paragraphs say: date lines join the lead, then the first words are kept."""
    if opener.first_words:
        return opener
    if alone is not None:
        lines = [
            _MAIL_DATE.sub("", line) for line in text.split("\n") if _MAIL_DATE.match(line) or not is_mail_line(line)
        ]
        return Opener(opener.start, opener.kind, _joined(opener.lead, *lines), "", opener.lead_span or alone)
    stamp = CHAT.match(text) if day >= 0 and not opener.lead else None
    lead = stamp["stamp"] if stamp else opener.lead
    return Opener(opener.start, opener.kind, lead, text[:_FIRST_WORDS], opener.lead_span)


def _joined(*pieces: str) -> str:
    whole = ", ".join(" ".join(piece.split()).strip("*_#~= ") for piece in pieces if piece.strip())
    return whole[:_LONGEST_LEAD]


def _places(story: Story, parts: Parts, bodies: list[Span]) -> Iterator[_Place]:
    """Every block that a scene can begin at or after: those of the body, and headings and breaks between its parts."""
    headings = {part.span.start: part.span.end for part in parts.items if part.kind is PartKind.HEADING}
    at, seen, heading_end = 0, -1, -1
    for block in story.blocks:
        heading_end = max(heading_end, headings.get(block.span.start, -1))
        while at < len(bodies) and bodies[at].end <= block.span.start:
            at += 1
        body = bodies[at] if at < len(bodies) and bodies[at].start < block.span.end else None
        heading = body is None and block.span.end <= heading_end
        heading = heading or (body is not None and block.kind is BlockKind.HEADING)
        paragraph = block.kind is BlockKind.PARAGRAPH and not heading
        yield _Place(block, body, paragraph and at != seen, heading)
        if body is not None and paragraph:
            seen = at


def _wide_gap(story: Story) -> int:
    """How much white space before a paragraph is a break: more than the file's usual, if only few paragraphs have it.

    1,000,000 where white space means nothing in this file.
    """
    gaps = Counter(block.blank_before for block in story.blocks if block.kind is BlockKind.PARAGRAPH)
    total = sum(gaps.values())
    if not total:
        return 1_000_000
    usual = max(gaps, key=lambda gap: gaps[gap])
    wider = sum(count for gap, count in gaps.items() if gap > usual)
    return usual + 1 if 0 < wider <= max(2, total * _SHARE_OF_WIDE) else 1_000_000
