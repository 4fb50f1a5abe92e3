"""A he or she that could be either of two people

## What it notices
A pronoun that begins its sentence behind one in which two people of that pronoun are named side by side, where nothing
since says which.

## Why a reader minds
The reader chooses, reads on, finds that it was the other one, and goes back.

## When it is fine
Where one of the two is plainly the one the passage follows, or names are withheld on purpose; say so in your note.

## Examples
```story
Corin sat down, and he drank. Tomas sat down, and he drank too. Corin said that he was tired. Tomas laughed at him.
Then Corin followed Tomas, and Tomas pushed Corin against the rail. {==He==} was bleeding.
```
```story
Ruth sat down, and she drank. Ellen sat down, and she drank too. Ruth said that she was tired. Ellen laughed at her.
Then Ruth followed Ellen, and Ellen pushed Ruth against the rail. {==She==} was bleeding.
```
```story
Ruth sat down, and she drank. Ellen sat down, and she drank too. Ruth said that she was tired. Ellen laughed at her.
At noon Ruth wrote to Ellen, and Ellen answered Ruth. {==She==} was ill.
```
```story
Corin met Mara on the bridge. Then Mara pushed Corin against the rail. He was bleeding.
```
```story
Corin sat down. He drank. Tomas came in later, and he drank too.
```
```story
Corin met Tomas on the bridge. Corin laughed. He had never liked bridges.
```

## Source
The commonest question of readers to writers about pronouns: which he? Subjects stay subjects (centering, Grosz, Joshi and
Weinstein 1995), so a name that two sentences in a row begin with is not asked about.
"""

from bisect import bisect_right
from collections.abc import Iterator

from fabula.reading import Cast, Character, Form, Mention, Mentions, Quotations, Sentences
from fabula.reading.disagreements import narration
from fabula.review import Evidence, Kind, Remark, Severity
from fabula.story import Span, Story

SEVERITY = Severity.QUESTION
KIND = Kind.QUESTION

_HE_SHE = {"he": "he", "she": "she"}
_SURE = 0.8
"""Where the reading itself is surer than this of whom the pronoun means, a reader is too."""
_APART = 120
"""Code points between two remarks: one question about a passage is enough."""


def check(
    story: Story, sentences: Sentences, quotations: Quotations, mentions: Mentions, cast: Cast
) -> Iterator[Remark]:
    """A remark for each such pronoun, with both people as evidence."""
    people = {one.id: one for one in cast.items}
    starts = [span.start for span in sentences.items]
    told = narration(story.text, quotations)
    inside: dict[int, list[Mention]] = {}
    for mention in mentions.items:
        if mention.character in people:
            inside.setdefault(bisect_right(starts, mention.span.start) - 1, []).append(mention)
    last = -_APART
    for number, sentence in enumerate(sentences.items):
        first = next(iter(inside.get(number, ())), None)
        if first is None or number == 0 or first.span.start != sentence.start or first.span.start < last + _APART:
            continue
        pronoun = _HE_SHE.get(story.text[first.span.start : first.span.end].casefold(), "")
        if not pronoun or _heard(first.span, told) or _new_paragraph(story.text, sentences.items[number - 1], sentence):
            continue
        rivals = _rivals(inside.get(number - 1, []), people, pronoun, told)
        earlier = inside.get(number - 2, []) if number > 1 else []
        if len(rivals) == 2 and first.confidence < _SURE and not _follows(rivals, earlier):
            last = first.span.start
            yield _remark(story.text, first, rivals, people)


def _heard(span: Span, told: str) -> bool:
    """Whether a word stands in speech, which is blank in what is told."""
    return told[span.start].isspace()


def _new_paragraph(text: str, before: Span, after: Span) -> bool:
    return "\n\n" in text[before.end : after.start]


def _rivals(named: list[Mention], people: dict[int, Character], pronoun: str, told: str) -> list[Mention]:
    """The first mention by name of each person of this pronoun in a sentence."""
    found: dict[int, Mention] = {}
    for mention in named:
        person = people.get(mention.character) if mention.character is not None else None
        same = person is not None and person.pronouns == pronoun
        if same and mention.form is Form.NAME and not _heard(mention.span, told) and mention.character is not None:
            found.setdefault(mention.character, mention)
    return list(found.values())


def _follows(rivals: list[Mention], earlier: list[Mention]) -> bool:
    """True where the first of the two was what the sentence before began with as well: the passage follows that one."""
    return bool(earlier) and earlier[0].character == rivals[0].character


def _remark(text: str, pronoun: Mention, rivals: list[Mention], people: dict[int, Character]) -> Remark:
    word = text[pronoun.span.start : pronoun.span.end]
    one, two = (text[rival.span.start : rival.span.end] for rival in rivals)
    return Remark(
        span=pronoun.span,
        message=f"Is “{word}” {one} or {two} here? I could read it either way.",
        evidence=tuple(Evidence(rival.span, "it may be") for rival in rivals),
        confidence=0.6,
    )
