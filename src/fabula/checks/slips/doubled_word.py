"""A word that stands twice

## What it notices
The same word twice in a row, or the same two or three words ("in the in the"), with nothing between them but a space or a line
end: what is left when a line was broken, or a sentence was begun again.

## Why a reader minds
The second one stops the eye, and the reader looks for the meaning of it.

## When it is fine
"Had had" and "that that"; words said again for their sound or their force ("very very", "no no", "night night", "nope nope
nope"); somebody who stammers; verse. Words that one only says twice on purpose are left alone.

## Examples
```story
He walked to the end {==of of==} the pier and back.
```
```story
They had talked it over {==and and==} done nothing, and then it was Sunday.
```
```story
She stopped in front {==of the of the==} door and listened.
```
```story
He {==reached reached==} for the lamp, and it went out.
```
```story
The house he had had to sell was one that that man had built.
```
```story
"No no," she said, "it was a long long time ago, in a very very small town." He laughed. "Ha ha. Bye bye."
```
```story
nope nope nope, he wrote, and put the telephone down. He knew what it was was a lie.
```
```story
He came in in a hurry, gave her her hat, and what they did did not surprise her.
```

## Source
Our own. The words that English says twice on purpose were found by looking at every doubled word in 300,000 words of edited
fiction.
"""

import re
from collections.abc import Iterator
from itertools import pairwise

from fabula.reading import Quotations, Tokens
from fabula.review import Remark, Severity
from fabula.story import Span, Story

SEVERITY = Severity.SLIP

_JOINTS = frozenset(
    """
    the a an and of to for from with at but or as if than because into onto upon my your our their its this these those
    was were are been be has have will would should could can might must shall he she they we who which while when where how
    since until unless though although i's is his him them us it not
    """.split()  # noqa: SIM905
)
"""Words that join others: twice in a row they are always one too many, save where `_may_meet` says otherwise."""
_MAY_MEET = frozenset("has have him them us it who where be".split())  # noqa: SIM905
_BEING = frozenset("is was are were".split())  # noqa: SIM905
_BEFORE_BEING = frozenset(
    """
    it he she they we i you this that what who all there one is was here where how are were
    """.split()  # noqa: SIM905
)
"""These may meet where one clause ends and another begins: "what it was was a lie"."""
_TWICE = frozenset(
    """
    had that no very so far long old little much more many big really never please yes oh ho ha hey bye night there now well
    come go run chop knock tick tap pat hush sh tut tsk aye yeah nope yep again over out up down round on in by her you do did
    does one two half bit bang boom drip beep click clack clip creak choo woof cluck quack chug thump pit blah yada there dear
    boys girls good bad way too quite slow slowly fast deep high wide cold dark still back home help wait stop look listen
    mama papa poor pretty sweet softly gently quick quickly
    """.split()  # noqa: SIM905
)
_GLUED = frozenset("of the a an to at from with for".split())  # noqa: SIM905
"""Words that nobody says twice for their force, with their neighbour: "two hands of hands of days"."""
_AFTER_COMMA = frozenset({"by", "in", "on"})
"""No clause ends in one of these on a comma, so two of them behind it are one too many."""
_LONGEST_GAP = 3
_WORD = re.compile(r"[^\W\d_]+(?:['’\-][^\W\d_]+)*")


def check(story: Story, tokens: Tokens, quotations: Quotations) -> Iterator[Remark]:
    """A remark for each word or pair of words that stands twice, on both of them; the suggestion is to keep one."""
    words = [story.text[span.start : span.end] for span in tokens.items]
    spoken = _Spoken(quotations)
    at = 0
    while at < len(words) - 1:
        size = next((n for n in (1, 2, 3) if _repeats(story.text, tokens, words, at, n)), 0)
        span = Span(tokens.items[at].start, tokens.items[at + 2 * size - 1].end) if size else None
        if span and not _is_meant(words, at, size, spoken.holds(span)):
            once = story.text[span.start : tokens.items[at + size - 1].end]
            twice = " ".join(story.text[span.start : span.end].split())
            yield Remark(span, f"I read ‘{twice}’ twice over. Did you mean it only once?", (once,), confidence=0.92)
        at += max(1, size)


class _Spoken:
    """Tells whether a place lies in direct speech; asked in text order."""

    def __init__(self, quotations: Quotations) -> None:
        self._rest = iter([one.span for one in quotations.items if not one.nested])
        self._now = next(self._rest, None)

    def holds(self, span: Span) -> bool:
        """True where `span` begins inside a quotation."""
        while self._now and self._now.end <= span.start:
            self._now = next(self._rest, None)
        return self._now is not None and self._now.start <= span.start


def _repeats(text: str, tokens: Tokens, words: list[str], at: int, size: int) -> bool:
    """Whether the `size` words from `at` come again at once, on one line or across one line end, outside verse."""
    if at + 2 * size > len(words):
        return False
    first, second = words[at : at + size], words[at + size : at + 2 * size]
    if any(
        one.casefold() != other.casefold() or not one[0].isalpha() for one, other in zip(first, second, strict=True)
    ):
        return False
    spans = tokens.items[at : at + 2 * size]
    gaps = [text[one.end : other.start] for one, other in pairwise(spans)]
    if any(gap.strip() or not gap or len(gap) > _LONGEST_GAP + 20 or gap.count("\n") > 1 for gap in gaps):
        return False
    return not ("\n" in gaps[size - 1] and second[0][0].isupper())


def _is_meant(words: list[str], at: int, size: int, in_speech: bool) -> bool:
    """Whether the writer may have wanted the words twice."""
    word, again = words[at].casefold(), words[at + 1]
    before = words[at - 1].casefold() if at else ""
    after = words[at + 2 * size].casefold() if at + 2 * size < len(words) else ""
    if size > 1:
        same = " ".join(words[at : at + size]).casefold()
        folded = [one.casefold() for one in words[at : at + size]]
        following = " ".join(words[at + 2 * size : at + 3 * size]).casefold()
        if (
            following == same
            or (in_speech and not _GLUED & {*folded})
            or folded[0] in ("it", "he", "she", "i")
            or {"and", "or", "by", "after"} & {*folded}
        ):
            return True
        return not any(one in _JOINTS for one in folded)
    if word in _AFTER_COMMA and before == ",":
        return False
    if word == "have" and (
        before.endswith(("'d", "’d", "'ll", "’ll")) or before in ("would", "could", "might", "will", "must")
    ):
        return False
    if word in (before, after) or word in _TWICE or (len(word) == 1 and word != "a" and word != "i"):
        return True
    if word in _BEING:
        return not before.isalpha() or before in _BEFORE_BEING
    if word in _MAY_MEET and before not in ("the", "a", "and", "to", ","):
        return True
    if word in _JOINTS or word == "i":
        return in_speech and word == "i"
    if again[0].isupper() and words[at][0].isupper():
        return True
    after_to = before == "to" and not word.endswith("ly")
    return (in_speech and not after_to) or len(word) < 4 or not _WORD.fullmatch(words[at])
