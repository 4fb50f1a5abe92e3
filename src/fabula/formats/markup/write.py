"""Sets the paragraphs of a page, labelled by its layout, down as a story."""

from hashlib import sha256

from fabula.formats.marks import heading_level, numbered
from fabula.formats.markup.elements import Flat, Page, Run
from fabula.formats.markup.labels import Label, Labelled
from fabula.formats.markup.places import PARAGRAPH_GAP
from fabula.formats.markup.styles import NAMES
from fabula.story import BlockKind, Draft, PartKind, Place, Source, Story


def write_story(page: Page, labelled: Labelled, data: bytes, name: str, format: str) -> Story:
    """The story of a page: paragraphs parted by an empty line, each with what the layout declares of it."""
    draft = Draft()
    kept = [(flat, label) for flat, label in zip(page.flats, labelled.labels, strict=True) if label.keep]
    before: Run | None = None
    part = ""
    for (flat, label), level in zip(kept, _levels(kept), strict=True):
        if before:
            gap = before.end if part == flat.part else 0
            draft.decoded(PARAGRAPH_GAP, Place(flat.part, 0, gap, flat.runs[0].start))
        before, part = flat.runs[-1], flat.part
        _write_block(draft, flat, label, level)
    for key, value in labelled.declarations:
        draft.declare(key, value)
    for sentence in (*page.notices, *labelled.notices):
        draft.notice(sentence)
    return draft.finish(Source(name, format, sha256(data).hexdigest()))


def _levels(kept: list[tuple[Flat, Label]]) -> list[int]:
    """The level of each paragraph that is a heading, by its tag or, where it may be the story's, by its words; else 0.

    Lone numbers are headings where they count up and no tag marks any.
    """
    lines = [_story_line(flat, label) for flat, label in kept]
    tagged = any(flat.level for flat, _ in kept)
    counted: set[int] = set() if tagged else numbered(lines)
    return [
        _level(flat, label, line, at in counted)
        for at, ((flat, label), line) in enumerate(zip(kept, lines, strict=True))
    ]


def _level(flat: Flat, label: Label, line: str, counted: bool) -> int:
    titled = 1 if label.declared is PartKind.TITLE else 0
    return flat.level or titled or heading_level(line) or (2 if counted else 0)


def _story_line(flat: Flat, label: Label) -> str:
    """The words of a paragraph of one line that may be the story's; "" for others."""
    if flat.kind is not BlockKind.PARAGRAPH or label.declared not in (None, PartKind.BODY):
        return ""
    text = flat.text if sum(len(run.text) for run in flat.runs) < 120 else ""
    return "" if "\n" in text else text


def _write_block(draft: Draft, flat: Flat, label: Label, level: int) -> None:
    kind = BlockKind.HEADING if level and flat.kind is BlockKind.PARAGRAPH else flat.kind
    declared, why = label.declared, label.why
    if kind is BlockKind.HEADING and declared is PartKind.BODY:
        declared, why = PartKind.HEADING, "a heading in the story"
    draft.open(kind, level if kind is BlockKind.HEADING else 0, declared, why, flat.blank_before)
    start = draft.length
    for run in flat.runs:
        place = Place(flat.part, 0, run.start, run.end)
        add = draft.verbatim if run.verbatim else draft.decoded
        add(run.text, place)
    draft.close()
    _emphasise(draft, flat, start)


def _emphasise(draft: Draft, flat: Flat, start: int) -> None:
    """Remember the stretches of the paragraph that are set in italic, bold or underlined, without blanks at their ends."""
    if not any(run.mask for run in flat.runs):
        return
    for bit, name in NAMES:
        at = start
        first = last = -1
        for run in flat.runs:
            worded = bool(run.text.strip())
            if worded and run.mask & bit:
                lead = len(run.text) - len(run.text.lstrip())
                first = at + lead if first < 0 else first
                last = at + len(run.text.rstrip())
            elif worded and first >= 0:
                draft.emphasise(first, last, name)
                first = -1
            at += len(run.text)
        if first >= 0:
            draft.emphasise(first, last, name)
