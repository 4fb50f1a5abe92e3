"""The speeches of a story with the narration round each, cut into conversations."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence

import msgspec

from fabula.reading import Quotation
from fabula.stages.attributing.telephone import Call
from fabula.stages.speech.tags import Said, Tag, broken_off, said_beside
from fabula.story import BlockKind, Span, Story

FAR = 10
"""Paragraphs without speech after which a new conversation begins."""


class Speech(msgspec.Struct, frozen=True):
    """One quotation: its number and span, its paragraph, the narration beside it in that paragraph, and its own tag.

    `lead` is the narration before it, back to the last speech or as far as the paragraph before. `section` counts headings
    and breaks before it. `goes_on` is true where it is the second half of the speech before, `held` where only a pause on the
    telephone lies between the two.
    """

    number: int
    span: Span
    paragraph: int
    section: int
    lead: Span
    before: Span
    after: Span
    said: Said
    goes_on: bool
    held: bool


def find_speeches(
    story: Story, paragraphs: Sequence[Span], outer: Sequence[tuple[int, Quotation]]
) -> tuple[Speech, ...]:
    """The numbered quotations, none inside another, in text order, each in the paragraph that holds it."""
    starts = [paragraph.start for paragraph in paragraphs]
    breaks = [block.span.start for block in story.blocks if block.kind is not BlockKind.PARAGRAPH]
    homes = [max(0, bisect_right(starts, one.span.start) - 1) for _, one in outer]
    found: list[Speech] = []
    call = Call(story.text)
    for index, ((number, one), home) in enumerate(zip(outer, homes, strict=True)):
        last = found[-1] if found and homes[index - 1] == home else None
        begin = last.span.end if last else paragraphs[home].start
        alone = index + 1 == len(outer) or homes[index + 1] != home
        end = paragraphs[home].end if alone else outer[index + 1][1].span.start
        before, after = Span(min(begin, one.span.start), one.span.start), Span(one.span.end, max(end, one.span.end))
        broken = last is not None and broken_off(story.text[before.start : before.end])
        carried = index > 0 and not broken and outer[index - 1][1].continues
        joined = last is not None and broken and last.said.tag is not Tag.NONE
        said = last.said if last and joined else said_beside(story.text, before, after)
        lead = Span(max(found[-1].span.end if found else 0, paragraphs[max(0, home - 1)].start), before.end)
        held = call.holds_over(Span(min(found[-1].span.end if found else 0, one.span.start), one.span.start))
        section = bisect_right(breaks, one.span.start)
        found.append(Speech(number, one.span, home, section, lead, before, after, said, broken or carried, held))
    return tuple(found)


def conversations(speeches: Sequence[Speech]) -> Iterator[tuple[Speech, ...]]:
    """The speeches cut where a section begins or the story goes on long without any."""
    run: list[Speech] = []
    for speech in speeches:
        if run and (speech.section != run[-1].section or speech.paragraph - run[-1].paragraph > FAR):
            yield tuple(run)
            run = []
        run.append(speech)
    if run:
        yield tuple(run)
