"""Builds a review from a marked text, for the tests of every output."""

import re
from hashlib import sha256

from fabula.reading import (
    Alias,
    Attributions,
    Break,
    Cast,
    Character,
    Edits,
    Facts,
    Habits,
    Intent,
    Intents,
    Lexicon,
    Mentions,
    Parts,
    Phrases,
    Proof,
    Quotations,
    QuoteStyle,
    Reading,
    Scene,
    Scenes,
    Sentences,
    Syntax,
    Time,
    Tokens,
    Warnings,
)
from fabula.review import About, Comment, Evidence, Kind, Review, SetAside, Severity
from fabula.story import BlockKind, Draft, Part, PartKind, Place, Source, Span, Story

_MARKED = re.compile(r"\{==(.*?)==\}\{>>(.*?)<<\}|\*(\S[^*\n]*\S|\S)\*", re.DOTALL)
_KINDS = {"slips": Kind.SLIP, "continuity": Kind.CONTRADICTION, "style": Kind.STYLE, "praise": Kind.PRAISE}
_SEVERITIES = {Kind.SLIP: Severity.SLIP, Kind.STYLE: Severity.NOTE, Kind.PRAISE: Severity.NOTE}
_HEADING = re.compile(r"(#+) ")


def sample_review(
    marked: str,
    *,
    parts: tuple[tuple[PartKind, str, str], ...] = (),
    cast: tuple[tuple[str, ...], ...] = (),
    more: tuple[Comment, ...] = (),
    intents: tuple[Intent, ...] = (),
    set_aside: tuple[SetAside, ...] = (),
    notices: tuple[str, ...] = (),
    failed: tuple[str, ...] = (),
    versions: tuple[str, ...] = ("fabula 0.1.0",),
    letter: str = "",
    checks: tuple[About, ...] = (),
    format: str = "txt",
    name: str = "story.txt",
) -> Review:
    """The review of `marked`: blocks between blank lines, `# ` before a heading, `***` for a break, `*italics*`.

    `{==words==}{>>check: message -> suggestion<<}` is a comment; empty words make a comment on a place. `parts` are
    (kind, its exact words, why); what is in none is body. Scenes begin at the start and after each break. `cast` are
    (name, alias, …). `more` comments are added in reading order.
    """
    story, comments = _story(marked, format, name)
    found = _parts(story, parts)
    reading = Reading(
        story=story,
        parts=Parts(found),
        sentences=Sentences(()),
        tokens=Tokens(()),
        syntax=Syntax((), (), (), (), (), (), (), ()),
        quotations=Quotations(QuoteStyle("none"), ()),
        mentions=Mentions(()),
        cast=Cast(tuple(_character(number, names, story.text) for number, names in enumerate(cast))),
        attributions=Attributions(()),
        facts=Facts(()),
        phrases=Phrases(()),
        edits=Edits(()),
        warnings=Warnings(None, ()),
        habits=Habits((), (), (), (), (), ()),
        scenes=Scenes(_scenes(story, found)),
        lexicon=Lexicon(frozenset(), frozenset(), frozenset(), frozenset()),
        proof=Proof(()),
        intents=Intents(intents),
    )
    return Review(
        reading=reading,
        comments=tuple(sorted((*comments, *more), key=lambda comment: comment.span)),
        warnings=Warnings(None, ()),
        intents=intents,
        set_aside=set_aside,
        letter=letter,
        notices=notices,
        failed=failed,
        versions=versions,
        checks=checks,
    )


def comment_on(span: Span, check: str, message: str, *suggestions: str, evidence: tuple[Evidence, ...] = ()) -> Comment:
    """A comment whose kind and severity follow from the family of its check."""
    kind = _KINDS.get(check.split(".")[0], Kind.QUESTION)
    severity = _SEVERITIES.get(kind, Severity.QUESTION)
    sign = sha256(f"{check} {message} {span.start}".encode()).hexdigest()[:12]
    return Comment(sign, span, check, severity, kind, message, suggestions, evidence, 0.9)


def span_of(review: Review, words: str, nth: int = 1) -> Span:
    """Where `words` stand in the review's story."""
    text, at = review.reading.story.text, -1
    for _ in range(nth):
        at = text.index(words, at + 1)
    return Span(at, at + len(words))


def _story(marked: str, format: str, name: str) -> tuple[Story, list[Comment]]:
    pieces: list[str] = []
    comments: list[Comment] = []
    italics: list[tuple[int, int]] = []
    blocks: list[tuple[int, int, BlockKind, int]] = []
    for raw in marked.strip("\n").split("\n\n"):
        pieces += ["\n\n"] if pieces else []
        start = sum(map(len, pieces))
        heading = _HEADING.match(raw)
        kind = BlockKind.HEADING if heading else BlockKind.BREAK if raw == "***" else BlockKind.PARAGRAPH
        plain = (
            raw if kind is BlockKind.BREAK else _plain(raw[heading.end() if heading else 0 :], start, comments, italics)
        )
        pieces.append(plain)
        blocks.append((start, start + len(plain), kind, len(heading[1]) if heading else 0))
    text = "".join(pieces)
    draft = Draft()
    at = 0
    for start, end, kind, level in blocks:
        draft.decoded(text[at:start], Place("", 0, at, start))
        draft.open(kind, level)
        draft.verbatim(text[start:end], Place("", 0, start, end))
        draft.close()
        at = end
    for start, end in italics:
        draft.emphasise(start, end, "italic")
    return draft.finish(Source(name, format, sha256(text.encode()).hexdigest())), comments


def _plain(raw: str, start: int, comments: list[Comment], italics: list[tuple[int, int]]) -> str:
    plain, at = "", 0
    for found in _MARKED.finditer(raw):
        plain += raw[at : found.start()]
        begin = start + len(plain)
        words = found[3] if found[2] is None else found[1]
        plain += words
        at = found.end()
        if found[2] is None:
            italics.append((begin, begin + len(words)))
            continue
        check, _, said = found[2].partition(": ")
        message, *suggestions = said.split(" -> ")
        comments.append(comment_on(Span(begin, begin + len(words)), check, message, *suggestions))
    return plain + raw[at:]


def _parts(story: Story, given: tuple[tuple[PartKind, str, str], ...]) -> tuple[Part, ...]:
    named = []
    for kind, words, why in given:
        start = story.text.index(words)
        named.append(Part(kind, Span(start, start + len(words)), why))
    named.sort(key=lambda part: part.span)
    found: list[Part] = []
    at = 0
    for part in (*named, None):
        end = part.span.start if part else len(story.text)
        between = story.text[at:end]
        if between.strip():
            start = at + len(between) - len(between.lstrip())
            found.append(Part(PartKind.BODY, Span(start, at + len(between.rstrip()))))
        if part:
            found.append(part)
            at = part.span.end
    return tuple(found)


def _scenes(story: Story, parts: tuple[Part, ...]) -> tuple[Scene, ...]:
    body = [part.span for part in parts if part.kind is PartKind.BODY]
    if not body:
        return ()
    breaks = [block.span.end for block in story.blocks if block.kind is BlockKind.BREAK]
    starts = [body[0].start, *breaks]
    ends = [*breaks, body[-1].end]
    return tuple(
        Scene(number, Span(start, end), Time.MAIN, number + 1, Break.MARKER if number else Break.START, 1.0)
        for number, (start, end) in enumerate(zip(starts, ends, strict=True))
    )


def _character(number: int, names: tuple[str, ...], text: str) -> Character:
    places = [tuple(Span(f.start(), f.end()) for f in re.finditer(re.escape(name), text)) for name in names]
    aliases = tuple(Alias(name, where) for name, where in zip(names[1:], places[1:], strict=True))
    everywhere = tuple(sorted({span for where in places for span in where}))
    return Character(number, names[0], aliases, "", everywhere)
