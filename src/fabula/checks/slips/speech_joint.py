"""A speech that goes on behind its tag as if it had not stopped

## What it notices
What stands between a tag, or a deed, and the speech behind it: a comma where a new sentence is spoken ("…," he said, "They …"),
nothing at all ("…," said Corin "They …", Corin blinked "They …"), and a comma that joins a piece of narration to a speech that
it does not introduce (He came to the door, "Who is there?").

## Why a reader minds
A comma says that the same sentence goes on; the capital says that a new one began. The reader hears both.

## When it is fine
One spoken sentence with its tag in the middle: "I think," he said, "that you know." Names and "I" keep their capital there.
Narration that leads up to the words: he asked, he wrote, a voice, a sign.

## Examples
```story
"They are much alike," he said{==, "They==} have the same way of walking." She agreed.
```
```story
“You don’t understand,” said Fraser {==“I==} want you to look into this.”
```
```story
Corin {==blinked "Somebody==} stole one of those things for us?"
```
```story
Some of the people in the line looked up as they walked {==past, “Hey!==} Is it true that you met him?”
```
```story
"I think," he said, "that they are much alike." "You," she said, "I never liked." "No," she said, "Corin did."
```
```story
She turned and said, "They are much alike." He wrote "Closed" on the door. Corin read "The Grey Goose" twice.
```
```story
A voice came from above, "Who is there?" Then a second one, "Nobody!" The sign said "No dogs." Corin called "Bill!"
```

## Source
The Chicago Manual of Style, 16th edition, 13.14 and 13.37 to 13.40; usage of edited fiction.
"""

import re
from collections.abc import Iterator
from itertools import pairwise

from fabula.reading import Lexicon, Quotation, Quotations
from fabula.reading.saying import SAYING
from fabula.review import Remark, Severity
from fabula.story import Span, Story

SEVERITY = Severity.SLIP

_SAID = "|".join(sorted(SAYING))
_WHO = r"(?:he|she|they|we|I|it|[Tt]he \w+|[A-Z][\w’'\-]+(?: [A-Z][\w’'\-]+)?)"
_TAG = re.compile(
    rf"\s+(?:{_WHO} (?:\w+ly )?(?:{_SAID})|(?:{_SAID}) {_WHO})(?: \w+ly| again| back| softly)?(?P<end>,?)\s*$"
)
_DEED = re.compile(
    r"(?:He|She|They|I|[A-Z][\w’'\-]+) (?P<verb>[a-z]+ed|shook (?:his|her|their|my) head|stood up|sat up|sat down)\s+$"
)
_NEW = re.compile(
    r"[\"“‘'](?P<word>It's|It’s|That's|That’s|There's|There’s|They're|They’re|We're|We’re|You're|You’re|Don't|Don’t|Let's|Let’s|"
    r"The|They|It|That|There|This|These|Those|We|You|He|She|What|Who|Where|When|Why|How|Is|Are|Was|Do|Did|Can|Tell|Come|"
    r"My|His|Her|Our|Your|Then|Now|If|Maybe|Perhaps)\b"
)
_FRAGMENT = re.compile(
    r"(?:well|oh|ah|and|but|so|if|when|because|no|yes|now|then|or|as|after|before|though)\b", re.IGNORECASE
)
_LEADS = re.compile(
    r"\b(?:says?|said|ask\w*|tell\w*|told|words?|voices?|cr(?:y|ied|ies|ying)|call\w*|shout\w*|whisper\w*|mutter\w*|murmur\w*|"
    r"answer\w*|repl\w+|add\w*|read\w*|wr(?:ite|ote|iting|itten)\w*|thought|think\w*|sa(?:ng|ying)|sing\w*|repeat\w*|sigh\w*|"
    r"breath\w*|speak\w*|spoke|talk\w*|began|begin\w*|continu\w*|went|go(?:es|ing)|laugh\w*|exclaim\w*|command\w*|quot\w*|"
    r"question\w*|remark\w*|cut|put|came|yell\w*|scream\w*|explain\w*|announc\w*|declar\w*|demand\w*|order\w*|suggest\w*|"
    r"protest\w*|insist\w*|agree\w*|argu\w*|retort\w*|snap\w*|growl\w*|hiss\w*|respon\w*|greet\w*|warn\w*|plead\w*|pray\w*|"
    r"mumbl\w*|grumbl\w*|gasp\w*|groan\w*|cheer\w*|beg(?:s|ged|ging)?|broke|burst\w*|return\w*|proceed\w*|conclud\w*|finish\w*|"
    r"interrupt\w*|heard?|hear\w*|sign|sound\w*|message|note|letter|thus|like|phrase|motto|title|name\w*|shriek\w*|"
    r"roar\w*|bark\w*|bellow\w*|chant\w*|stammer\w*|blurt\w*|chimed?|piped?|mus\w+|wonder\w*|observ\w*|admit\w*|confess\w*|"
    r"utter\w*|address\w*|urg\w*|assur\w*|remind\w*|promis\w*|swear|swore|curs\w*|echo\w*|report\w*|inform\w*|joke\w*|quip\w*|"
    r"teas\w*|chid\w*|scold\w*|point\w* out|nodd?\w*|smil\w*|grinn?\w*|chuckl\w*|giggl\w*|sobb?\w*|shrug\w*|instruct\w*|"
    r"introduc\w*|stat\w+|pronounc\w*|recit\w*|reason\w*|comment\w*|volunteer\w*|mouth\w*|lips|tone|speech|reply|question)\b",
    re.IGNORECASE,
)
"""Words by which narration leads up to what is said, read, heard or thought, and faces that speak."""
_NARRATED = re.compile(r"(?P<sentence>(?:^|(?<=[.!?…”\"] ))[^.!?…\"“”:;\n]*\s)(?P<word>[^\W\d_]+),\s*$")
_SOUNDS = re.compile(r"(?:ed|ing)$|^(?:up|out|back|down|off|on)$")
"""A last word that may tell how something is said: he boomed, a resounding."""
_LONG_ENOUGH, _SPOKEN = 7, 3


def check(story: Story, quotations: Quotations, lexicon: Lexicon) -> Iterator[Remark]:
    """A remark for each such place, from the word or comma before the speech to its first word."""
    if quotations.style.name == "dash":
        return
    outer = [one for one in quotations.items if not one.nested]
    for before, quotation in pairwise([Quotation(Span(0, 0)), *outer]):
        if not quotation.closed or story.text[quotation.span.start].isalnum():
            continue
        start = story.text.rfind("\n", 0, quotation.span.start) + 1
        between = story.text[max(start, before.span.end) : quotation.span.start]
        found = _behind_tag(story.text, before, quotation, between) if before.span.end > start else None
        found = found or _behind_deed(story.text, quotation, story.text[start : quotation.span.start])
        if found or len(between) > _LONG_ENOUGH:
            found = found or _behind_narration(story.text, quotation, between)
        if found:
            yield found


def _behind_tag(text: str, before: Quotation, quotation: Quotation, between: str) -> Remark | None:
    """A tag with a comma before a new sentence, or with nothing before the speech."""
    tag = _TAG.fullmatch(between)
    if not tag or not before.closed or text[before.span.end - 2] not in ".,!?…":
        return None
    at = quotation.span.start
    if not tag["end"] and text[before.span.end - 2] != "," and not between.lstrip()[:1].islower():
        return None
    if not tag["end"]:
        first = re.compile(r"[^\w\s]+[A-Z][\w’']*").match(text, at)
        return _remark(Span(at, first.end()), (f". {first.group()}",), between) if first else None
    new = _NEW.match(text, at)
    if not new or _FRAGMENT.match(text, before.span.start + 1):
        return None
    comma = at - (len(between) - tag.start("end"))
    mark, word = text[at], new["word"]
    return Remark(
        Span(comma, at + 1 + len(word)),
        f"The comma told me that the sentence was going on, and then I met the capital of ‘{word}’. Is it a new one?",
        (f". {mark}{word}", f", {mark}{word[0].lower()}{word[1:]}"),
        confidence=0.8,
    )


def _behind_deed(text: str, quotation: Quotation, lead: str) -> Remark | None:
    """A paragraph that opens with somebody's deed of two or three words and goes on in speech without a stop."""
    deed = _DEED.fullmatch(lead)
    if not deed or _LEADS.search(deed["verb"]) or not _is_whole(text, quotation):
        return None
    first = re.compile(r"[^\w\s]+[A-Z][\w’']*").match(text, quotation.span.start)
    word = re.search(r"\w+\s+$", lead)
    if not first or not word:
        return None
    start = quotation.span.start - len(word.group())
    return Remark(
        Span(start, first.end()),
        f"I ran from ‘{lead.strip()}’ straight into the speech. Did you mean a stop between them?",
        (f"{word.group().strip()}. {first.group()}",),
        confidence=0.8,
    )


def _behind_narration(text: str, quotation: Quotation, between: str) -> Remark | None:
    """A long clause without any word of speaking that a comma joins to a whole speech."""
    told = _NARRATED.search(between)
    if not told or not _is_whole(text, quotation):
        return None
    sentence = told["sentence"] + told["word"]
    first = re.compile(r"(?P<mark>[^\w\s]+)(?P<first>[A-Z][\w’']*[!?]?)").match(text, quotation.span.start)
    if len(sentence.split()) < _LONG_ENOUGH or _LEADS.search(sentence) or not first or _SOUNDS.search(told["word"]):
        return None
    start = quotation.span.start - (len(between) - told.start("word"))
    return Remark(
        Span(start, first.end()),
        "The comma made me look for who says it, and the sentence before was about something else. Did you mean a full stop?",
        (f"{told['word']}. {first['mark']}{first['first']}",),
        confidence=0.7,
    )


def _is_whole(text: str, quotation: Quotation) -> bool:
    """Whether the speech has a few words and its own stop."""
    inside = text[quotation.span.start + 1 : quotation.span.end - 1]
    return len(inside.split()) >= _SPOKEN and inside[-1:] in tuple(".,!?…—")


def _remark(span: Span, suggestions: tuple[str, ...], between: str) -> Remark:
    return Remark(
        span,
        f"I ran from ‘{between.strip()}’ straight into the speech. Did you mean a stop between them?",
        suggestions,
        confidence=0.85,
    )
