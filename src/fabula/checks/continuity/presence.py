"""Somebody who has left and is in the room

## What it notices
A person goes out of the room, the story stays behind with the others, and then that person speaks or does something
there without having come back.

## Why a reader minds
Readers keep count of who is in the room. A voice from an empty chair makes them look round.

## When it is fine
They came back, call from outside, telephone, or the story has gone with them.

## Examples
```story
"Then go," said the commander. Tavik went out, and the hatch closed behind him.

Ondry looked at the dials. "He will sulk," said Ondry. The commander shrugged.

"He always sulks," said Ondry, and the commander smiled. {==Tavik laughed==}.
```
```story
Oswin bowed to the Queen. Oswin left the room without a word.

The Queen unfolded the letter. Dorrec held the lamp. The Queen read it twice.

"Burn it," said Dorrec. {==Oswin put==} down his pen and nodded.
```
```story
"Good night," said Martin. Martin went out, and the door closed behind him.

"He is tired," said Anna. "He is angry," said Julia. Anna laughed. Julia put the bread away.

Anna yawned. {==Martin yawned==} too.
```
Came back:
```story
Martin went out, and the door closed behind him.

Anna poured the tea. Julia sliced the bread. Then Martin came back with the coal.

"More tea?" asked Anna. "No," said Martin.
```
The story goes along:
```story
Martin went out, and the door closed behind him. He crossed the yard. The dog barked at him. Martin whistled
and the dog lay down.
```
From outside:
```story
Martin went out, and the door closed behind him.

Anna poured the tea. Julia sliced the bread. Anna sat down at the table. From outside the window Martin shouted something.
```

## Source
Our own.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator

from fabula.reading import Facts, Note, Quotations
from fabula.reading.disagreements import narration, noted, quoted, says
from fabula.review import Evidence, Kind, Remark, Severity
from fabula.story import Story

SEVERITY = Severity.QUESTION
KIND = Kind.CONTRADICTION

_ACTS = ("acts", "acts unnamed", "leaves")
_BACK = re.compile(
    r"\b(?:back|returned|returning|returns|re-?entered|re-?appeared|reappears|come\s+in|came\s+in|comes\s+in|"
    r"came\s+(?:to|through|into|down|up|out)|"
    r"entered|enters|arrived|appeared|followed|follows|joined|rejoined|outside|corridor|street|rang|later|hours?|"
    r"minutes|morning|evening|night|next|"
    r"presently|meanwhile|afterwards?|soon|downstairs|upstairs|remember\w*|burst|caught\s+up|overtook|went\s+(?:after|"
    r"with)|after\s+(?:him|her)|"
    r"knock\w*)\b",
    re.I,
)
_BESIDE = re.compile(
    r"\b(?:passage|hallway|doorway|window|stairs|staircase|landing|yard|garden|telephone|phone|radio|"
    r"through\s+the\s+(?:door|wall)|half-?way|"
    r"at\s+the\s+(?:door|gate|top|bottom|foot)|on\s+the\s+threshold|turned\s+(?:round|around)|call(?:ed|s)|shout\w*)\b",
    re.I,
)
"""Words that put somebody at the edge of the scene, where they stand beside the leaving or the coming."""
_NEAR = 150
_OTHERS = 2
"""So many things others must do before the one who left is seen again: fewer, and the story may have gone along."""
_REACH = 9000


def check(story: Story, facts: Facts, quotations: Quotations) -> Iterator[Remark]:
    """A remark where the one who left speaks or acts, with the leaving as evidence."""
    notes, told = noted(facts.notes, *_ACTS), narration(story.text, quotations)
    starts = [one.span.start for one in notes]
    for left in notes:
        if left.attribute != "leaves":
            continue
        after = notes[bisect_left(starts, left.span.end) :][:_LOOKED_AT]
        seen = _seen_again(left, after)
        if seen is not None and not _is_explained(told, left, seen):
            yield Remark(
                seen.span,
                f"I thought this person had gone ({quoted(story.text, left.span)}), and here they are again: "
                f"{quoted(story.text, seen.span)}. "
                "Did I miss how they came back?",
                evidence=(Evidence(left.span, "where I saw them leave"),),
                confidence=0.65,
            )


_LOOKED_AT = 80


def _seen_again(left: Note, after: list[Note]) -> Note | None:
    """What the one who left does next, by name, once others have been busy; None where the story went along."""
    others: list[Note] = []
    for one in after:
        if one.scene != left.scene or one.span.start - left.span.end > _REACH:
            return None
        if one.owner != left.owner:
            others.append(one)
            continue
        stayed = len(others) >= _OTHERS and len({other.owner for other in others}) >= 2
        return one if one.attribute == "acts" and stayed else None
    return None


def _is_explained(told: str, left: Note, seen: Note) -> bool:
    """Whether the narrator brings them back, goes with them, or has them call in from outside."""
    paragraph = told.find("\n", seen.span.end)
    end = paragraph if paragraph >= 0 else len(told)
    edges = ((left.span.end, left.span.end + _NEAR), (seen.span.start - _NEAR, end))
    return says(told, _BACK, left.span.end, end) or any(says(told, _BESIDE, *edge) for edge in edges)
