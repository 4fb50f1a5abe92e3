"""A capital that is missing or too many

## What it notices
Two capitals where the key was held too long ("WHen"), a speech that opens its paragraph with a small letter, and a small letter
behind a full stop.

## Why a reader minds
A capital says: here a sentence begins. Without it the reader goes back to see whether the last one was over.

## When it is fine
Stories, people and messages without capitals; a speech that goes on; a voice that comes in on dots; names with a small letter.

## Examples
```story
{==WHen==} he saw one, he had Bastian steer into it. {==LIke==} that.
```
```story
The clerk spoke slightly louder.

"{==this==} session will now recess until the chime," he said. "Thank you."
```
```story
Such creatures are rare, and very few were {==grown. they==} need a great deal of water.
```
```story
i wrote it so. we all did. nobody minded. "this is how we talk," she said.
```
```story
[14:07] Nando: the bus is late. it always is.

"...and that was all." "Yes, and—" "—and nothing else." He had an iPhone and two PCs, and a Dr. phil. from Jena.
```
```story
"I saw it," he said, "and so did you." "'tis true," said the man. "de Winter was there." It was 5 p.m. and cold, etc. and so on.
```

## Source
Our own; usage of edited fiction.
"""

import re
from collections.abc import Iterator

from fabula.reading import Lexicon, Parts, Proof, Quotations, Sentences
from fabula.reading.proof import CAPITALS
from fabula.review import Remark, Severity
from fabula.story import PartKind, Span, Story

SEVERITY = Severity.SLIP

_FIRST = re.compile(r"[\"“‘'](?P<word>[a-z][a-z’']*)(?=[\s,.!?])")
_STOPPED = re.compile(r"(?<![.\w'’\-])(?P<word>[a-z]{3,})(?P<stop>\.) (?P<next>[a-z]{2,})(?![.\w@])")
_SHORT_FOR = frozenset(
    "etc misc vol fig dept est approx ext tel esp inc ltd prof capt col gen lieut sergt phil cont abbr".split()  # noqa: SIM905
)
_PARTICLES = frozenset("de du da di van von la le el al bin ibn dos das del der den ten ter".split())  # noqa: SIM905
_LABEL = re.compile(r"[\s>*_]*(?:\[[^\]\n]*\]\s*)?[\w@.'’ \-]{1,24}:\s")
"""The sender of a message: people type as they like."""
_HABIT = 4
"""So many small beginnings are the story's way, or a person's."""


def check(
    story: Story, parts: Parts, sentences: Sentences, quotations: Quotations, lexicon: Lexicon, proof: Proof
) -> Iterator[Remark]:
    """A remark for each such word; behind a full stop, from the word before it."""
    for lint in proof.items:
        if lint.rule == CAPITALS:
            words, meant = story.text[lint.span.start : lint.span.end], lint.replacements[0]
            yield Remark(
                lint.span,
                f"I read ‘{words}’ and took it for ‘{meant}’. Did you mean one capital?",
                (meant,),
                confidence=0.9,
            )
    starts = frozenset(block.span.start for block in story.blocks)
    strange = lexicon.foreign | lexicon.sounds | _PARTICLES
    speeches = [
        found
        for one in quotations.items
        if one.span.start in starts
        and not one.nested
        and (found := _FIRST.match(story.text, one.span.start, one.span.end))
    ]
    first = [found for found in speeches if found["word"] not in strange and not _goes_on(story.text, found.start())]
    for found in first if len(first) < max(_HABIT, len(quotations.items) // 20) else ():
        yield _small(Span(found.start("word"), found.end("word")), found["word"])
    stopped = [
        found
        for part in parts.items
        if part.kind is PartKind.BODY
        for found in _STOPPED.finditer(story.text, part.span.start, part.span.end)
        if not _is_careless(story.text, story.text.rfind("\n", 0, found.start()) + 1)
        and found["word"] not in _SHORT_FOR
        and found["next"] not in strange
        and found["word"] not in strange
    ]
    for found in stopped if len(stopped) < max(_HABIT, len(sentences.items) // 50) else ():
        word = found["next"]
        capital = word.capitalize()
        yield Remark(
            Span(found.start(), found.end()),
            f"The full stop ended the sentence for me, and then came a small ‘{word}’. Which of the two did you mean?",
            (f"{found['word']}. {capital}", f"{found['word']} {word}", f"{found['word']}, {word}"),
            confidence=0.75,
        )


def _is_careless(text: str, start: int) -> bool:
    """Whether a message begins there, or a paragraph that has a small letter from the start."""
    return bool(_LABEL.match(text, start)) or text[start : start + 1].islower()


def _goes_on(text: str, at: int) -> bool:
    """Whether the paragraph before breaks off, so that the speech goes on with its sentence."""
    return text[max(0, at - 8) : at].rstrip()[-1:] in tuple(",;—–-…abcdefghijklmnopqrstuvwxyz")


def _small(span: Span, word: str) -> Remark:
    return Remark(
        span,
        f"The speech begins with a small ‘{word}’, so I looked for the start of its sentence. Did you mean a capital?",
        (word[0].upper() + word[1:],),
        confidence=0.8,
    )
