"""An apostrophe lost or strayed

## What it notices
"Its" where "it is" is meant ("if its flooded", "its been a long day"), "it's" where something belongs to it ("below it's crush
depth"), "lets" that proposes ("Lets go"), and "cant" and "wont" that are verbs ("we cant stay").

## Why a reader minds
The other word is a word too: the sentence sets out in one direction and has to be taken back.

## When it is fine
Its own, of its being so; he lets go; religious cant, as he was wont to do; a story that leaves its apostrophes out.

## Examples
```story
The boat will not float if {==its==} flooded. {==Its==} been a long day, and {==its==} about time we went.
```
```story
It was far too damaged from the brief dip below {==it's==} crush depth for them to mend.
```
```story
"{==Lets==} tear it down," he said. "We {==cant==} stay here, and I {==wont==} go alone."
```
```story
The house had lost its roof. Its doors hung open, and of its being haunted nobody spoke. Its absurd little tower stood.
```
```story
He opened his hand and lets go of the rope. She was wont to sing. There was a great deal of cant in it.
```
```story
It's a long way. That is what it's for. He put the lamp on, and it's bright now. What it's like in it's hard to say.
```

## Source
New Hart's Rules, 4.2; what a word does in its sentence is the reader's parse.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator

from fabula.reading import Parts, Syntax
from fabula.review import Remark, Severity
from fabula.story import PartKind, Span, Story

SEVERITY = Severity.SLIP

_ITS = re.compile(r"\b[Ii]ts\b(?!['’\-])")
_IS_IT = re.compile(
    r"\s+(?:been|not|a|an|the|about time|time (?:to|for|we|you|I)|only a|just a|my|your|his|our|their|going to|gonna|okay|"
    r"too late|because|that|like|really|never|always|second nature|what|why|how|where|when|so|very)\b(?!-)"
)
_AFTER_IF = re.compile(r".{0,8}?\b(?:if|when|because|though|unless|until|whether)\s+its\s+\w+ed[.,;!?]", re.DOTALL)
_BELONGS = re.compile(
    r"\b(?P<before>of|on|in|with|from|by|below|under|above|over|into|onto|through|behind|around|against|inside|beneath|between|"
    r"toward|towards|along|across)\s+(?P<its>it['’]s)\s+(?P<next>[a-z]+)(?=\s+(?P<then>[a-z]+)|[.,;!?])"
)
_LETS = re.compile(
    r"(?:(?<=[.!?…] )|(?<=[\"“‘'])|(?<=\n)|(?<=, but )|(?<=, so )|(?<=, then ))(?P<word>[Ll]ets)\s+"
    r"(?:not|just|all|go|get|see|hope|tear|use|run|be|have|say|try|take|make|do|keep|find|start|talk|call|look|leave|move|stop|wait|"
    r"give|put|eat|check|assume|face|pretend|"
    r"play|sit|walk|head|hear|begin|finish|come|bring|turn|stay|dance|drink|hurry|split|think)\b"
)
_NEGATED = re.compile(
    r"\b(?:I|(?i:you|he|she|it|we|they|that|this|there|who|which|one|people|nobody|somebody)|[a-z]+(?=\s+cant\s+[a-z]+ly\b))\s+"
    r"(?P<word>cant|wont)\s+(?!to\b)(?P<next>[a-z]+)"
)
_NOT = {"cant": "can’t", "wont": "won’t"}
_WAYS = re.compile(r"\b(?:dont|didnt|isnt|wasnt|couldnt|wouldnt|cant|wont|doesnt|Im|Ill|thats)\b")
_RIGHT = re.compile(r"\b(?:don|didn|isn|wasn|couldn|wouldn|can|won|doesn)['’]t\b")
_SUBJECT = frozenset({"nsubj", "nsubj:pass", "expl"})
_STATES = frozenset({"ADJ", "VERB"})


def check(story: Story, parts: Parts, syntax: Syntax) -> Iterator[Remark]:
    """A remark for each such word."""
    curly = story.text.count("’") > story.text.count("'")
    left_out, kept = len(_WAYS.findall(story.text)), len(_RIGHT.findall(story.text))
    for part in parts.items:
        if part.kind is not PartKind.BODY:
            continue
        start, end = part.span.start, part.span.end
        for found in _ITS.finditer(story.text, start, end):
            if not _in_small_letters(story.text, found.start()) and (
                _IS_IT.match(story.text, found.end())
                or _AFTER_IF.match(story.text, max(start, found.start() - 8))
                or _is_subject(story.text, syntax, found.start())
            ):
                yield _remark(found.start(), found.group(), found.group()[:2] + "'s", curly=curly)
        for found in _BELONGS.finditer(story.text, start, end):
            if _is_noun(syntax, found.start("next")):
                yield _remark(found.start("its"), found["its"], "its", curly=curly)
        for found in _LETS.finditer(story.text, start, end):
            yield _remark(found.start("word"), found["word"], found["word"][:3] + "'s", curly=curly)
        for found in _NEGATED.finditer(story.text, start, end) if left_out <= max(3, kept) else ():
            yield _remark(found.start("word"), found["word"], _NOT[found["word"]].replace("’", "'"), curly=curly)


def _word_at(syntax: Syntax, start: int) -> int:
    at = bisect_left(syntax.starts, start)
    return at if at < len(syntax.starts) and syntax.starts[at] == start else -1


def _is_subject(text: str, syntax: Syntax, start: int) -> bool:
    """Whether "its" is the subject of the state or the deed that stands right behind it, and no noun follows that."""
    at = _word_at(syntax, start)
    if at < 0 or at + 2 >= len(syntax.starts) or syntax.deprels[at] not in _SUBJECT or syntax.heads[at] != at + 1:
        return False
    if at and (syntax.upos[at - 1] == "ADP" or syntax.upos[at + 2] in ("NOUN", "PROPN", "ADJ")):
        return False
    return syntax.upos[at + 1] in _STATES and not text[syntax.starts[at + 1] : syntax.ends[at + 1]].endswith("ing")


def _is_noun(syntax: Syntax, start: int) -> bool:
    at = _word_at(syntax, start)
    return at >= 0 and syntax.upos[at] == "NOUN"


def _in_small_letters(text: str, place: int) -> bool:
    """True in a line without a capital: so people type in chats, apostrophes left out."""
    line = text[text.rfind("\n", 0, place) + 1 : (text.find("\n", place) + 1 or len(text) + 1) - 1]
    return line == line.lower()


def _remark(start: int, word: str, meant: str, *, curly: bool) -> Remark:
    meant = meant.replace("'", "’") if curly else meant
    return Remark(
        Span(start, start + len(word)),
        f"I read ‘{word}’ as the other word first and had to go back. Did you mean ‘{meant}’?",
        (meant,),
        confidence=0.88,
    )
