"""A word that looks misspelt

## What it notices
A word that no dictionary, British or American, and no well-edited fiction knows, and that is one or two slips of the hand
away from a word that it knows. The likeliest word is offered first.

## Why a reader minds
The eye stops at a word it has to put right, and the sentence has to be begun again.

## When it is fine
Names, words of the story's own making that come back, foreign phrases, noises, words of fan fiction, words made from known
ones, and how somebody speaks: all these are left alone. A word that you want kept can be put into `fabula.toml`.

## Examples
```story
He said it was {==definately==} the right house, and went in.
```
```story
She put {==everthing==} she owned into the small brown case and sat on the lid.
```
```story
The child came down the stairs and {==loooked==} at them, and went away again.
```
A short word, and one that is told of once for all its places:
```story
He {==ned==} only wait. It was {==definately==} late. She was definately there, and she would definately come.
```
```story
The old {==wispering==} in the pipes had begun again.
```
A name is a name, also where only this story has it:
```story
Then Tarovin laughed. "You should have seen it," said Tarovin.
```
British and American spellings, both:
```story
The colour of the grey harbor was a color I had not realised I favored.
```
Coined words, noises and dialect:
```story
The slipgate hummed. "Shhhh," she said. "Oi be goin' 'ome," said the man, and the slipgate opened: kssshhh.
```
Foreign words and words made from known ones:
```story
"Bonne nuit, mon homme," she said, unwatched, in the lampglow. "Moya lyubimaya ptichka." "On reste discret, d'accord?"
```

## Source
Harper's dictionaries, narrowed by the story's own lexicon; candidates ranked by typing slips (Damerau 1964) and by how
common they are in fiction. Corrected 87 of 102 misspellings of real drafts (Harper's own order: 66).
"""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator

from fabula.reading import Lexicon, Lint, Phrases, Proof, Quotations, Sentences
from fabula.reading.proof import SPELLING
from fabula.review import Evidence, Remark, Severity
from fabula.story import Story
from fabula.story.span import overlaps

SEVERITY = Severity.SLIP

_FANDOM = frozenset(
    """
    headcanon headcanons fanon fanfic fanfics fanfiction ficlet ficlets drabble drabbles oneshot oneshots unbetaed betaed beta'd
    crossover whump squick squicky shippy shipper shippers fandom fandoms omegaverse canonverse hogwarts darkfic lemony smut
    """.split()  # noqa: SIM905
)
_SHORTEST, _SHORTEST_IN_SPEECH, _SHORTEST_FIRST_WORD, _LONG_IN_SPEECH = 4, 6, 7, 8
_SHORT, _COMMON, _CLOSE = 3, 100.0, 0.75
"""A short word, or a short first word with its capital, is a slip only where one small one makes it of a very common word."""
_OFTEN = 3
"""A word misspelt so often is told of once, with its other places."""
_APOSTROPHES = "'’‘`"


def check(
    story: Story, sentences: Sentences, quotations: Quotations, lexicon: Lexicon, phrases: Phrases, proof: Proof
) -> Iterator[Remark]:
    """A remark for each misspelt word, its likeliest spellings as suggestions; none for a word of a foreign phrase."""
    places: dict[str, list[Lint]] = defaultdict(list)
    foreign = [phrase.span for phrase in phrases.items]
    for lint in _misspelt(story, sentences, quotations, lexicon, proof):
        if any(overlaps(span, lint.span) for span in foreign):
            continue
        if not _opens_a_line_of_chat(story.text, lint):
            places[story.text[lint.span.start : lint.span.end].casefold()].append(lint)
    for lints in places.values():
        told = lints[:1] if len(lints) >= _OFTEN else lints
        for lint in told:
            word, elsewhere = (
                story.text[lint.span.start : lint.span.end],
                [one.span for one in lints if one not in told],
            )
            yield Remark(
                lint.span,
                f"I stumbled over ‘{word}’ and took it for ‘{lint.replacements[0]}’. Is that the word you meant?",
                lint.replacements,
                tuple(Evidence(span, "here too") for span in elsewhere),
                confidence=0.9,
                words=word,
            )


def _misspelt(
    story: Story, sentences: Sentences, quotations: Quotations, lexicon: Lexicon, proof: Proof
) -> Iterator[Lint]:
    """The underlinings that are slips in this story."""
    ours = lexicon.names | lexicon.coined | lexicon.foreign | lexicon.sounds | _FANDOM
    starts = frozenset(span.start for span in sentences.items)
    spoken = [(one.span.start, one.span.end) for one in quotations.items if not one.nested]
    elsewhere = {lint.span for lint in proof.items if lint.rule != SPELLING}
    for lint in proof.items:
        if lint.rule != SPELLING or not lint.replacements or lint.span in elsewhere:
            continue
        word = story.text[lint.span.start : lint.span.end]
        if _key(word) in ours or not _is_plain(story.text, lint, word) or not _is_long_enough(word, lint):
            continue
        if word[0].isupper() and not _begins(story.text, lint, starts):
            continue
        if not _is_spoken(lint, spoken) or _is_slip_in_speech(word, lint):
            yield lint


def _key(word: str) -> str:
    return word.casefold().replace("’", "'").removesuffix("'s")


def _is_long_enough(word: str, lint: Lint) -> bool:
    if word[0].isupper() and len(word) < _SHORTEST_FIRST_WORD:
        return len(word) >= _SHORTEST and lint.often >= _COMMON and lint.slips <= _CLOSE
    return len(word) >= _SHORTEST or (len(word) == _SHORT and lint.often >= _COMMON and lint.slips < 1.0)


def _is_plain(text: str, lint: Lint, word: str) -> bool:
    """False for letters beside an apostrophe, a hyphen or a mark of emphasis that cuts a word, and for capitals inside it."""
    before, after = text[max(0, lint.span.start - 1) : lint.span.start], text[lint.span.end : lint.span.end + 2]
    if text[max(0, lint.span.start - 3) : lint.span.start].rstrip().endswith("-"):
        return False
    if before in tuple("-‐‑—@#/\\") or after[:1] in tuple("-‐‑@/\\"):
        return False
    if after[:1] and after[0] in _APOSTROPHES and (after[1:].isalpha() or word.endswith(("in", "an", "o", "th"))):
        return False
    if before and before in "'’`" and text[max(0, lint.span.start - 2)].isalpha():
        return False
    return word[1:].islower() and not any(letter.isdigit() for letter in word)


def _begins(text: str, lint: Lint, starts: frozenset[int]) -> bool:
    """Whether the word opens a sentence or a speech, so that its capital says nothing."""
    return (
        any(lint.span.start - back in starts for back in range(3))
        and text[lint.span.start - 1 : lint.span.start] != "’"
    )


def _is_spoken(lint: Lint, spoken: list[tuple[int, int]]) -> bool:
    index = bisect_right(spoken, (lint.span.start, len(spoken) and spoken[-1][1])) - 1
    return index >= 0 and lint.span.end <= spoken[index][1]


def _is_slip_in_speech(word: str, lint: Lint) -> bool:
    """In speech only what nobody would write for its sound: the longer the word, the more letters may be off."""
    low, meant = word.casefold(), lint.replacements[0].casefold()
    if low[0] != meant[0] or low.endswith(("in", "in'")):
        return False
    if len(low) >= _LONG_IN_SPEECH:
        return low[1] == meant[1] and low[-1] == meant[-1]
    if any(low == meant[: at + 1] + meant[at:] for at in range(len(meant))) or meant.replace("'", "") == low:
        return True
    return len(low) >= _SHORTEST_IN_SPEECH and (sorted(low) == sorted(meant) or abs(len(low) - len(meant)) == 1)


def _opens_a_line_of_chat(text: str, lint: Lint) -> bool:
    """True for the name before a colon at the head of a line: "bex: what"."""
    at_head = lint.span.start == 0 or text[lint.span.start - 1] == "\n"
    return at_head and text[lint.span.end : lint.span.end + 1] == ":"
