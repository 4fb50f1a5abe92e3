"""A quotation mark that closes nothing

## What it notices
A closing quotation mark where no speech is open: at the end of a paragraph that only tells, in the middle of a speech, behind
the tag of one; a speech that is opened with one kind of mark and closed with another; and the opening mark that is missing
where speech begins again behind a tag.

## Why a reader minds
The reader stops to find out where the speech began, and there is no such place.

## When it is fine
Inches, apostrophes, and the last paragraph of a speech that runs over several.

## Examples
```story
“I was there,” she said.

He looked at the door and liked what he {==saw.”==}
```
```story
"Are you sure there is water enough?" Percy asked {==him."==}

"Quite sure," he said.
```
```story
“Where is {==she?’==} asked Olenka. “I have not seen her.”
```
```story
“I was there,” she said. {==I==} told you so, and you know it.”

“You did,” he said.
```
```story
“They think that what is truly {==evil”==} has a face and a name.”

“They do,” she said.
```
```story
“I was there,” she said. “He called it ‘home’. I told you so.”

“You did,” he said.
```
```story
"The first thing is the rope.

And the second is the lamp," he said, and lit it.
```
```story
"I was there," she said. The board was 6" wide and 12" long, and the boys' caps hung on it.
```

## Source
Our own, on the story's quotation style.
"""

import re
from collections.abc import Iterator

import msgspec

from fabula.reading import Parts, Quotations
from fabula.reading.narration import sounds_spoken, sounds_told
from fabula.reading.saying import SAYING
from fabula.review import Remark, Severity
from fabula.story import BlockKind, PartKind, Span, Story

SEVERITY = Severity.SLIP

_DOUBLE = re.compile(r"[\"“”„]")
_WORD_BEFORE = re.compile(r"[^\s\"“”]*[^\s\"“”*_]$")
_SENTENCE_END = re.compile(r"[.!?…]\s+(?=[^\s])")
_MISMATCH = re.compile(r"(?P<word>[^\s\"“”‘']+[.,!?…])(?P<mark>['’])(?=\s)")
_INNER = re.compile(r"‘[^’\n]*[.,!?…]”(?=\s+[a-z])")
"""A speech inside the speech that is closed with the outer one's mark: too tangled to say which mark is wrong."""
_TAG_WORD = re.compile(r"\s+(?:(?P<verb>[a-z]+)|(?:he|she|they|I|we|it|[A-Z]\w+)\s+(?P<verb2>[a-z]+))\b")


class _Marks(msgspec.Struct, frozen=True):
    """The double marks of one paragraph: closed pairs, closing marks that close nothing, and stretches left open."""

    pairs: tuple[Span, ...]
    strays: tuple[int, ...]
    open: tuple[Span, ...]


def check(story: Story, parts: Parts, quotations: Quotations) -> Iterator[Remark]:
    """A remark for each such mark, on the word before it and the mark, or on the word where the speech begins again."""
    if quotations.style.name not in ("straight", "curly"):
        return
    left_open = False
    for block in _bodies(story, parts):
        marks = _read(story.text, block)
        if not left_open:
            for place in marks.strays:
                yield from _of_stray(story.text, block, marks, place, quotations.style.opening)
            for stretch in marks.open:
                yield from _of_mismatch(story.text, stretch, quotations.style.closing)
        left_open = any(stretch.end == block.end for stretch in marks.open)


def _bodies(story: Story, parts: Parts) -> Iterator[Span]:
    bodies = [part.span for part in parts.items if part.kind is PartKind.BODY]
    at = 0
    for block in story.blocks:
        while at < len(bodies) and bodies[at].end < block.span.end:
            at += 1
        if at < len(bodies) and bodies[at].start <= block.span.start and block.kind is BlockKind.PARAGRAPH:
            yield block.span


def _read(text: str, block: Span) -> _Marks:
    pairs: list[Span] = []
    strays: list[int] = []
    left: list[Span] = []
    opened = -1
    for match in _DOUBLE.finditer(text, block.start, block.end):
        at = match.start()
        if _opens(text, at, block):
            if opened >= 0:
                left.append(Span(opened, at))
            opened = at
        elif _closes(text, at, block):
            if opened >= 0:
                pairs.append(Span(opened, at + 1))
                opened = -1
            else:
                strays.append(at)
    if opened >= 0:
        left.append(Span(opened, block.end))
    return _Marks(tuple(pairs), tuple(strays), tuple(left))


def _opens(text: str, at: int, block: Span) -> bool:
    before = text[at - 1] if at > block.start else " "
    return text[at] in "“„" or (text[at] == '"' and (before.isspace() or before in "([—–-*_'‘"))


def _closes(text: str, at: int, block: Span) -> bool:
    """Whether the mark can only close; an inch mark behind a figure does not."""
    before = text[at - 1] if at > block.start else " "
    behind = text[at + 1] if at + 1 < block.end else " "
    if before.isspace() or before.isdigit():
        return False
    return text[at] == "”" or behind.isspace() or behind in ".,;:!?)—–-…'’*_"


def _of_stray(text: str, block: Span, marks: _Marks, at: int, opening: str) -> Iterator[Remark]:
    """What to say of one closing mark that closes nothing; nothing where it cannot be told what is wrong."""
    last = max((pair.end for pair in marks.pairs if pair.end <= at), default=-1)
    if _INNER.search(text, block.start, last if last > 0 else at):
        return
    if last < 0:
        if _is_told(text[block.start : at]) and (_at_end(text, at, block) or _runs_on(text, at)):
            yield _too_many(text, at)
        return
    between = text[last:at]
    tag = _SENTENCE_END.search(between)
    if text[last - 2].isalnum() and re.match(r"\s+[a-z]", between) and not _has_tag(between):
        yield _too_many(text, last - 1)
    elif tag and between[0].isspace() and sounds_spoken(between[tag.end() :]) and text[last - 2] in ".,!?…—":
        word = re.compile(r"[^\s,.!?]+").match(text, last + tag.end())
        if word:
            yield _missing(word, opening)
    elif not tag and text[last - 2] in ".,!?…—" and _at_end(text, at, block) and _has_tag(between):
        yield _too_many(text, at)


def _is_told(words: str) -> bool:
    """Whether every sentence of it is narration."""
    sentences = [one for one in _SENTENCE_END.split(words) if one.strip()]
    return bool(sentences) and not any(sounds_spoken(one) for one in sentences) and any(map(sounds_told, sentences))


def _at_end(text: str, at: int, block: Span) -> bool:
    return not text[at + 1 : block.end].strip(" *_")


def _runs_on(text: str, at: int) -> bool:
    """Whether the sentence goes on behind the mark with a word that joins."""
    return bool(re.match(r"\s+(?:and|but|or|then|so|with|as|while)\b", text[at + 1 : at + 12]))


def _has_tag(between: str) -> bool:
    found = _TAG_WORD.match(between)
    return bool(found) and bool(SAYING & {found["verb"] or "", found["verb2"] or ""})


def _of_mismatch(text: str, stretch: Span, closing: str) -> Iterator[Remark]:
    """A speech left open in which a single mark stands where the double one would close it."""
    found = _MISMATCH.search(text, stretch.start + 1, stretch.end)
    if not found or "‘" in text[stretch.start : found.start()] or " '" in text[stretch.start : found.start()]:
        return
    if not _has_tag(text[found.end() : found.end() + 40]):
        return
    yield Remark(
        Span(found.start(), found.end()),
        "The speech opened with one kind of mark and closed with another, so it stayed open for me. Did you mean them alike?",
        (found["word"] + closing,),
        confidence=0.86,
    )


def _too_many(text: str, at: int) -> Remark:
    word = _WORD_BEFORE.search(text[max(0, at - 40) : at])
    start = at - len(word.group()) if word else at
    return Remark(
        Span(start, at + 1),
        f"I met a closing mark behind ‘{text[start:at]}’, and nothing was being said that it could close. Was it left over?",
        (text[start:at],),
        confidence=0.8,
    )


def _missing(word: re.Match[str], opening: str) -> Remark:
    return Remark(
        Span(word.start(), word.end()),
        f"From ‘{word.group()} …’ on somebody speaks, and I saw it only at the closing mark. Does the speech begin again here?",
        (opening + word.group(),),
        confidence=0.8,
    )
