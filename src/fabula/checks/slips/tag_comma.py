"""A speech and its tag that do not join

## What it notices
A full stop, or nothing, where a comma or a question mark carries a speech over to its tag ("Yes." she said; "Yes" she said),
and a capital where the sentence goes on ("Yes," She said; "Really?" Asked Tom).

## Why a reader minds
A full stop tells the reader that the sentence is over; then "she said" arrives and belongs to nothing.

## When it is fine
Where the tag is no tag but an action of its own. Only plain verbs of saying are looked at.

## Examples
```story
"The key was never here{==."==} she said, and shut the drawer.
```
```story
"Who told you to come{==."==} she asked.
```
```story
"The key was never here{=="==} said Corin, and shut the drawer.
```
```story
"The key was never here," {==She==} said, and shut the drawer.
```
```story
"Where did you put it?" {==Asked==} Corin.
```
```story
"The key was never here{==." Said==} Corin, looking up.
```
```story
"The key was never here{==."==} Corin said, softly.
```
```story
"The key was never here!" {==One==} cried, and ran. "Never..." {==Said==} the other.
```
```story
"The key was never here," she said. "Look again." He did. "Is it gone?" she asked. "It is gone!" cried Corin.
```
```story
"The key was never here." She turned away. "Look again." Corin said nothing. "Well?" He asked her to sit down.
```
```story
"Where did you get this?" He continued to stare at it. "Tell me." She agreed to nothing.
```
```story
The word "never" she said twice. The sign read "Closed." The house was dark.
```

## Source
The Chicago Manual of Style, 16th edition, 13.37 to 13.40 (run-in quotations), and the usage of edited fiction.
"""

import re
from collections.abc import Iterator

import msgspec

from fabula.reading import Quotation, Quotations
from fabula.reading.saying import ASKING, SAYING
from fabula.review import Remark, Severity
from fabula.story import Span, Story

SEVERITY = Severity.SLIP

_TO_DO = "continue[sd]|agree[sd]|offered|promise[sd]|demand(?:s|ed)|beg(?:s|ged)|volunteered|ventured|ordered|urged"
_SAID = rf"(?!(?:{_TO_DO})\s+to\s)(?:{'|'.join(sorted(SAYING))})"  # "He continued to stare" says nothing
_SAID_FIRST = (
    "|".join(sorted(verb.capitalize() for verb in SAYING))
    + "|(?:Put|Cut|Chimed|Broke|Piped) (?:in|up)|Called(?: out| back)?"
)
_PRONOUN = "he|she|they|we|it"
_PLAIN_END = r"(?=[.,;]|\s+\w+ly\b|\s*$)"
_LOWER_TAG = re.compile(
    rf"\s+(?P<first>(?:{_PRONOUN})\s+(?:\w+ly\s+)?(?P<verb>{_SAID})\b"
    rf"|(?P<verb2>{_SAID})\s+(?:{_PRONOUN}\b|I\b|the\s|[A-Z]\w+)"
    rf"|(?:the|his|her|their|my|our|a|an|one)\s+(?:\w+\s+){{1,2}}(?P<verb3>{_SAID}){_PLAIN_END})"
)
_PLAIN_TAG = re.compile(rf"\s+(?P<first>[A-Z]\w+|I)(?:\s+[A-Z]\w+)?\s+(?:\w+ly\s+)?(?P<verb>{_SAID}){_PLAIN_END}")
_VERB_FIRST = re.compile(rf"\s+(?P<first>(?:{_SAID_FIRST}))\s+(?:{_PRONOUN}|I|the|[A-Z]\w+)\b")
_CAPITAL_TAG = re.compile(rf"\s+(?P<first>He|She|They|We)\s+(?:\w+ly\s+)?(?P<verb>{_SAID})\b")
_SOMEBODY = re.compile(
    rf"\s+(?P<first>One|Another|Someone|Somebody|(?P<article>A|An|The)\s+(?:[a-z]+\s+){{0,2}}[A-Za-z]+)\s+(?P<verb>{_SAID})(?=[.,])"
)
_ON = re.compile(r"(?:[.,;]|\s+(?:\w+ly|to|at|over|before|as|when|while|with|in|from|again|back|after|through)\b)")
_QUESTION = re.compile(
    r"(?:and |but |so |well,? |oh,? )*(?:who|what|where|when|why|how|which|whose|is|are|am|was|were|do|does|did|have|has|had|"
    r"can|could|will|would|shall|should|may|might|isn't|aren't|don't|didn't|won't|can't|"
    r"you (?:hear|see|know|want|remember|understand))\b",
    re.IGNORECASE,
)
_CLOSERS = "\"'”’»"


class _Joint(msgspec.Struct, frozen=True):
    """Where a speech meets the words after it: its last sentence, its last mark or letter, the closing mark's place."""

    sentence: str
    last: str
    close: int


def check(story: Story, quotations: Quotations) -> Iterator[Remark]:
    """A remark for each speech whose end and whose tag do not fit together, on the marks or the word to change."""
    for quotation in quotations.items:
        if not quotation.closed or quotation.nested or len(quotation.span) < 4 or not _is_speech(story.text, quotation):
            continue
        joint = _joint(story.text, quotation)
        after = story.text[joint.close + 1 : joint.close + 90].split("\n\n")[0]
        remark = _after_stop(story.text, joint, after) or _after_comma(joint, after) or _after_cry(joint, after)
        if remark:
            yield remark


def _is_speech(text: str, quotation: Quotation) -> bool:
    """Whether the quotation opens a paragraph, a sentence or a speech after a comma; words quoted in passing do not."""
    lead = text[max(0, quotation.span.start - 3) : quotation.span.start].rstrip(" *_")
    return not lead or lead[-1] in ".,!?…:;—–-\n\"”’'»"


def _joint(text: str, quotation: Quotation) -> _Joint:
    close = quotation.span.end - 1
    inside = text[quotation.span.start + 1 : close]
    return _Joint(re.split(r"[.!?…]\s+", inside)[-1].strip(), inside[-1:], close)


def _after_stop(text: str, joint: _Joint, after: str) -> Remark | None:
    """A full stop or nothing before a tag."""
    open_end = joint.last.isalnum() and text[joint.close] in _CLOSERS
    if not open_end and not (joint.last == "." and not joint.sentence.endswith("..")):
        return _lower_somebody(joint, after)
    start = joint.close if open_end else joint.close - 1
    mark = text[joint.close]
    lower, verb_first, plain = _LOWER_TAG.match(after), _VERB_FIRST.match(after), _PLAIN_TAG.match(after)
    if lower or (plain and (plain["verb"] not in ("thought", "wondered") and not _CAPITAL_TAG.match(after))):
        verb = _verb(lower or plain)
        return _join(Span(start, joint.close + 1), mark, joint, verb, "")
    capital = _CAPITAL_TAG.match(after) or _SOMEBODY.match(after)
    if verb_first or (capital and re.match(r"[.,]", after[capital.end() :])):
        found = verb_first or capital
        first = found["first"] if found else ""
        end = joint.close + 1 + (found.end("first") if found else 0)
        between = after[: len(after) - len(after.lstrip())]
        return _join(Span(start, end), mark, joint, first.casefold(), between + first[:1].lower() + first[1:])
    return None


def _verb(found: re.Match[str] | None) -> str:
    groups = found.groupdict() if found else {}
    return next((verb for name, verb in groups.items() if name.startswith("verb") and verb), "")


def _join(span: Span, mark: str, joint: _Joint, verb: str, rest: str) -> Remark:
    """The remark with a comma, or a question mark where the words or the verb ask."""
    asks = verb in ASKING or bool(_QUESTION.match(joint.sentence))
    first, second = ("?", ",") if asks else (",", "?")
    suggestions = (first + mark + rest, second + mark + rest) if asks else (first + mark + rest,)
    if asks:
        message = "I heard a question here and did not see its mark before the tag. Did you mean one?"
    elif joint.last == ".":
        message = (
            "The full stop ended the sentence for me, and then its tag came. Did you mean a comma, so that it runs on?"
        )
    else:
        message = "I ran from the speech straight into its tag. Did you mean a comma before the closing mark?"
    return Remark(span, message, suggestions, confidence=0.9)


def _after_comma(joint: _Joint, after: str) -> Remark | None:
    capital = _CAPITAL_TAG.match(after) or _VERB_FIRST.match(after)
    if joint.last != "," or not capital:
        return None
    return _lower(joint, capital)


def _after_cry(joint: _Joint, after: str) -> Remark | None:
    """A capital after a question, a cry or a voice that trails off, whose tag cannot be a sentence of its own."""
    if joint.last not in tuple("?!….—") or (joint.last == "." and not joint.sentence.endswith("..")):
        return None
    verb_first, capital = _VERB_FIRST.match(after), _CAPITAL_TAG.match(after)
    if verb_first:
        return _lower(joint, verb_first)
    if capital and capital["verb"] not in ("thought", "wondered", "called", "told") and _ON.match(after, capital.end()):
        return _lower(joint, capital)
    return None


def _lower_somebody(joint: _Joint, after: str) -> Remark | None:
    """A capital after a speech that has its mark, where the tag is nobody's name: "Really?" One said."""
    somebody = _SOMEBODY.match(after)
    if not somebody or joint.last not in tuple("?!,….—"):
        return None
    word = somebody["article"] or somebody["first"]
    return _lowered(joint.close + 1 + somebody.start("first"), word)


def _lower(joint: _Joint, found: re.Match[str]) -> Remark:
    return _lowered(joint.close + 1 + found.start("first"), found["first"])


def _lowered(start: int, word: str) -> Remark:
    small = word[0].lower() + word[1:]
    return Remark(
        Span(start, start + len(word)),
        f"The sentence was still going when I met the capital of ‘{word}’. Did you mean ‘{small}’?",
        (small,),
        confidence=0.88,
    )
