"""Somebody who acts before we can know who it is

## What it notices
Late in a story a bare first name acts for the first time, and nothing told us who that is: nobody spoke of them or to them,
no word about them stands beside it, then or soon after.

## Why a reader minds
The reader wonders what was missed, and leafs back.

## When it is fine
People whom readers of the original know; names that are withheld or left unexplained on purpose. Say so in your note.

## Examples
```story
Corin mended nets for eleven years. Every spring the same boats came in, and every autumn the same boats went out, and he
sat on the wall with the needle and the twine and thought of nothing at all. Mara brought him bread. She said little, and he
said less. The harbour filled and emptied. The bell rang for fog.

***

In the morning {==Piers==} opened the shutters. Corin was gone. Piers looked under the bed, and then Piers looked at Mara.
```
```story
Anna kept the shop alone. She counted the tins and dusted the scales, and on Sundays she drew the blind and slept until the
church bells stopped. Nobody came on Mondays. The rent was due on Fridays, and on Fridays she walked to the bank with the
envelope under her coat. So the year went by, and then another year, and the paint came off the door.

***

On the last day of March {==Edmund==} took the money. Anna watched him. Edmund ran, and Edmund fell, and the coins rolled.
```
```story
Ruth had a boat, and the boat had a hole. All summer she bailed it and all winter she caulked it, and in between she fished,
and sold the fish, and bought tar. Her sister Ellen laughed at her. Ellen had a bigger boat with no hole in
it, and a cat on the bow.
They raced on feast days, and Ellen won, and Ruth bought the beer.

***

That autumn {==Tomas==} cut the rope. The boat went over the bar. Tomas stood there and waved, and Tomas did not stop.
```
Spoken of before, or introduced where they come in:
```story
Corin mended nets for eleven years. Every spring the same boats came in, and every autumn the same boats went out, and he
sat on the wall with the needle and thought of nothing. "Where is Piers?" asked Mara. Nobody knew. The bell rang for fog.

***

In the morning Piers opened the shutters. Corin was gone. Piers looked under the bed, and then Piers looked at Mara.
```
```story
Anna kept the shop alone. She counted the tins and dusted the scales, and on Sundays she drew the blind and slept until the
church bells stopped. Nobody came on Mondays. The rent was due on Fridays, and on Fridays she walked to the bank.

***

On the last day of March Edmund, the baker's boy, took the money. Anna watched him. Edmund ran, and Edmund fell.
```
```story
Tomas cut the rope. Tomas waved, and Tomas did not stop. Ruth had a boat, and the boat had a hole. Her sister laughed at her.
```

## Source
Our own, after what beta readers are asked: did you ever wonder who somebody was?
"""

import re
from collections.abc import Iterator

from fabula.reading import Cast, Form, Mention, Mentions, Quotations, Sentences, Syntax, sentence_at
from fabula.review import Kind, Remark, Severity
from fabula.story import Span, Story

SEVERITY = Severity.QUESTION
KIND = Kind.QUESTION

_LATE = 0.4
"""The share of the story that must lie behind: at its beginning everybody is new."""
_OFTEN = 3
_SOON = 400
"""Code points in which a word about somebody still introduces them."""
_MOST = 2
"""Remarks in a story: where more come in like this, it is the story's manner."""
_TOLD = re.compile(r"\b(?:named|called|name was|name is|known as|introduced|whose|who)\b", re.I)


def check(
    story: Story, sentences: Sentences, syntax: Syntax, quotations: Quotations, mentions: Mentions, cast: Cast
) -> Iterator[Remark]:
    """A remark on the first place of each such name, none where there are more than two."""
    own: dict[int, list[Mention]] = {character.id: [] for character in cast.items}
    for mention in mentions.items:
        if mention.character in own:
            own[mention.character].append(mention)
    found = [
        place
        for met in own.values()
        if (place := _first_act(met, story, syntax, quotations)) is not None
        and not _introduced(met, place, story, sentences)
    ]
    if len(found) <= _MOST:
        for place in sorted(found):
            name = story.text[place.start : place.end]
            message = (
                f"Who is {name}? I had not met the name before, and leafed back to see whether I had missed something."
            )
            yield Remark(span=place, message=message, confidence=0.6, words=name)


def _first_act(own: list[Mention], story: Story, syntax: Syntax, quotations: Quotations) -> Span | None:
    """Where a late newcomer's bare name first stands, if it is there the doer of something outside speech."""
    names = [one for one in own if one.form is Form.NAME]
    if len(names) < _OFTEN or own[0] is not names[0] or own[0].span.start < _LATE * len(story.text):
        return None
    place = names[0].span
    word = story.text[place.start : place.end]
    elsewhere = re.search(rf"\b{re.escape(word)}\b", story.text[: place.start])
    if not word.isalpha() or elsewhere or any(one.span.start <= place.start < one.span.end for one in quotations.items):
        return None
    return place if _acts(place, syntax) else None


def _acts(place: Span, syntax: Syntax) -> bool:
    """True where the name alone is the subject of a verb."""
    from bisect import bisect_left

    at = bisect_left(syntax.starts, place.start)
    if at >= len(syntax.starts) or syntax.deprels[at] != "nsubj" or syntax.upos[at] != "PROPN":
        return False
    described = any(head == at for head in syntax.heads[max(0, at - 6) : at + 12])
    return not described and syntax.upos[syntax.heads[at]] == "VERB"


def _introduced(own: list[Mention], place: Span, story: Story, sentences: Sentences) -> bool:
    """True where a word for this person, or one that tells a name, stands beside the name or soon after."""
    near = Span(max(0, place.start - 120), place.end + _SOON)
    for one in own:
        if one.form is Form.NOUN and near.start <= one.span.start < near.end:
            return True
    sentence = sentence_at(sentences, place)
    return bool(_TOLD.search(story.text, sentence.start, min(len(story.text), sentence.end)))
