"""A scene that changes without a sign

## What it notices
A place where the story goes over into a memory, or comes back from one, and nothing on the page says so: no mark, no
white
space, no heading. One comment stands at the first such place; the others are listed with it.

## Why a reader minds
A reader who has not seen the step is for some lines in the wrong place and year, with the wrong people. Marks get
lost when a
story is pasted from one site to another.

## When it is fine
Where the author says that the jumps are unmarked on purpose; a single glance back that ends with its paragraph; tales
told aloud.

## Examples
```story
The kettle sang on the stove. Marit cut the bread and laid out two plates, and the old man hung his coat on the nail.
"You have come a long way," she said. He sat down by the window and put his stick between his knees. The kettle boiled
over and she took it off.

{==The==} stove in the school had a door that would not stay shut. He used to wedge it with a ruler. There were nine
of them that winter, and one lamp, and a map on the wall of places nobody would ever see. The teacher had a cough, and
she slept on the bench by the door with her boots on.

"Again," said the teacher. "Who was king in those days?"

Nobody answered. He looked out at the snow, and it was coming down past the fence and the wood pile and the grave of
the dog, and he thought that it would never stop.

"You do not eat," Marit said now, and put the kettle back on the stove. The old man looked at his bread.

"I was thinking of the summer," he said. There had been music the first time, too.

It was fifteen years ago. A band played in the park on a Sunday in July, and she was selling lemonade from a barrow
with one wheel. He bought three glasses before he dared to speak, and he drank them all, and she laughed at him. They
walked by the canal until the lamps were lit. She told him about her brother and the horse. He did not hear a word of
it.

"You never told me that," said Marit. She cut him another piece of bread and hung the cloth on the nail above the
stove. The kettle began to sing again.
```
```story
The tram stopped at the bridge, and Ilse got down with the parcel under her arm. The snow had turned to rain. She stood
under the clock and read the address again, though she knew it. A policeman looked at her shoes. She read it once more.

{==The==} school stood on a hill then, and you could see the ships from the stairs. She used to count them with her
brother. She was seven years old, and he was ten, and he knew all the flags. The teacher rang a bell out of the window.
He ran down the hill with his coat over his head and did not look back.

"That one is Danish," he said from the wall. "That one is nothing. It has lost its flag." She wrote it all down in a book
with a red cover, the flags and the funnels and the names, and when the book was full he gave her another. Nobody else in
the school could read her writing. Nobody else asked.

The tram was gone now, and the policeman with it. Ilse crossed the bridge with the parcel and rang at the second door.

"You must be cold," said the old woman. "He is not at home. He has been gone since the summer."

It was eleven years ago that they had last spoken. That summer there was no rain at all. They sat in the boat with the
sail down, and her brother told her that he would marry, and she laughed at him. He threw his hat into the water. She
watched it go until it was smaller than a gull.

"Will you wait?" said the old woman now. She put the parcel on the table beside the clock. "He may come for the snow."
```
```story
I held the letter over the candle, and then I put the candle down. My aunt was asleep in the chair with her mouth open.
The rain ran along the gutter and the candle hissed. I read the name on the letter again.

{==There==} was a garden behind the house in those days, and my father was still alive. I was nine years old, and I had a
cage with two finches. He used to whistle to them through the fence. My mother cut the roses and pretended to hear nothing,
and the finches went mad with joy. When he went away he left the gate open.

"They will come back for the seed," he said, and he was right about one of them. It sat on the fence and scolded us. My
mother took down the cage and filled it with earth, and in the spring there was parsley in it. She never said a word about
the other finch, and I never asked, and nobody shut the gate.

My aunt woke now and asked me what burned. "Nothing," I said. "It is the candle." I put the letter under the cloth.

"You were always a liar," said my aunt, and slept again.

It was the first time I ever saw the sea, and I was sixteen years old. My father stood on the quay in a white hat. He had
grown fat. He gave me a knife with a handle of bone, and he did not ask for my mother. We walked up and down, and the
gulls walked behind us like waiters.

I took the letter out from under the cloth now. The candle was nearly done. My aunt breathed, and the rain went on.
```
```story
The kettle sang on the stove. Marit cut the bread and laid out two plates, and the old man hung his coat on the nail.
He sat down by the window and put his stick between his knees. The kettle boiled over and she took it off, and he
asked for salt.
```
```story
The kettle sang on the stove. Marit cut the bread and laid out two plates. Five years ago she had burned her hand on
it. She took it off and called the old man to the table.

"You have come a long way," she said. He hung his coat on the nail and sat down by the window.

The kettle boiled over. Neither of them got up.
```
```story
"It was in the year of the frost," said the miller, and he laid down his pipe. "My father had a mule.

"She was a good mule, and she knew the way to the mill and the way back. One night the river rose. My father stood on the
bank and called her, and she stood on the other bank and looked at him, and she would not come, for she was no fool.

"He called her until it was light, and then he went home and wept, and when he opened the door she was in the kitchen, and
she had eaten the bread and the soap and the calendar. He never asked her how. He bought her a blanket, and she slept on it
for twenty years, and when she died he buried her under the plum tree with the blanket, and that tree has never frozen."

He took up his pipe again. The room was very still. Somebody coughed.
```

## Source
What beta readers mean by "I lost the scene break"; scene boundaries as in Zehe et al. 2021 (time, place, people).
"""

from collections.abc import Iterator

from fabula.reading import Break, Scenes, Time
from fabula.review import Evidence, Remark, Severity
from fabula.story import Span, Story

SEVERITY = Severity.QUESTION
_LISTED = 12
_SURE = 0.5
"""Scenes less sure than this may be no scenes at all."""


def check(story: Story, scenes: Scenes) -> Iterator[Remark]:
    """One remark for the story, at the first change of scene that nothing marks; tales told aloud are none."""
    lost: list[tuple[Span, bool]] = []
    remembering = False
    for scene in scenes.items:
        tale = scene.narrator is not None or story.text[scene.span.start] in "“\"'‘«—"
        unmarked = scene.opened_by is Break.UNMARKED and scene.confidence >= _SURE
        away = unmarked and scene.time is Time.FLASHBACK and not tale
        if away or (unmarked and remembering):
            lost.append((_first_word(story.text, scene.span), away))
        remembering = away
    if not lost:
        return
    span, away = lost[0]
    step = "into an earlier time" if away else "back into the present"
    more = len(lost) - 1
    others = f", and in {more} more {'place' if more == 1 else 'places'}" if more else ""
    yield Remark(
        span,
        f"Here the story steps {step}{others}, and nothing on the page says so. Did a break mark get lost, or is it meant?",
        evidence=tuple(
            Evidence(place, "here it goes into the past" if back else "here it is back")
            for place, back in lost[1:_LISTED]
        ),
        confidence=0.6,
    )


def _first_word(text: str, span: Span) -> Span:
    """The first word of a stretch, with the mark before it."""
    end = span.start
    while end < span.end and not text[end].isspace():
        end += 1
    return Span(span.start, end)
