"""Stories not told in order, unlike those the program was developed on: when each scene happens, and in which order."""

from functools import lru_cache

import pytest

from fabula import desk
from fabula.outputs.precedence import reasons_of
from fabula.reading import Reading, Scenes

TOOLS: desk.Tools = {}
LIGHTHOUSE = """# 1987

Aud carried the lamp oil up in two cans, as she had every evening since Michaelmas. Her knees complained at
the ninth turn. At the top she set the cans down and looked for the mail boat, and the mail boat was not
there.

# 1951

The keeper was a short man named Tofte who did not like girls. He gave Aud a broom and pointed at the stairs.
She swept them from the top down, and when she reached the bottom he had walked sand up them again, and he was
laughing.

# 1987

By nine the boat had still not come. Aud lit the lamp and wrote the hour into the book. The wind was going
round to the west, and the gulls had gone in.

# 1962

Tofte died in March, and nobody came for him. Aud rowed him over herself, with the flag on him, and the priest
asked her who would keep the light now. She told him it was kept.

# 1988

They switched it over to the machine in the spring. Aud stood on the quay with one bag and watched it blink,
and she counted, and it was a second slow."""

SISTERS = """The solicitor read very fast. Mina looked at his tie, which had soup on it, and Joan looked at
Mina. Neither of them cried. The clock on his wall was ten minutes wrong and had always been.

***

Ten years earlier, the house still smelled of paint. Their mother stood on a chair with a brush in her teeth
and told them the room would be yellow whether they liked it or not. Joan held the chair. Mina laughed until
she had to sit down.

***

"And the piano," said the solicitor, "goes to whichever of you will take it." Mina put on her gloves. Joan
said that she would take it, and her voice was not steady.

***

They had quarrelled about the piano even then. Mina had wanted to sell it for the roof, and Joan had locked
the lid and had slept with the key. In the morning their mother had asked for it without a word and had played
the whole of the wedding march with her coat on.

***

The next day a van came for it. Joan walked backwards before the men all the way down the path, and Mina
watched from the step with the key in her fist."""

PRESENT = """I am standing in the queue at the pharmacy and the woman in front of me has his coat on. It is
the same grey with the same torn pocket. She moves up one place and I move up one place.

***

He bought it in Trieste, the winter we had no money at all. He put it on in the shop and walked out in it, and
I paid with what was for the train. We went home on foot along the railway, and he sang the names of the
stations.

***

The woman turns round. She has kind eyes and she asks me whether I am well. I say that I am only tired. The
pharmacist calls her number and she goes.

***

The pocket tore on a nail in my father's shed. He swore at it in two languages. My father heard both and liked
him from that day, and they drank until the lamp went out.

***

I am out in the street now. It is raining, and she is already at the corner, and I do not run after her."""

LOG = """Day 3

We made the ridge by noon. Pavic's hands are bad, and he will not wear the mittens. The glass is falling.

Day 9

No wind at all. I counted the tins twice and made Pavic count them too. He sings in the tent, and I have not
asked him to stop.

Day 6

I leave this page for the one I tore out. The storm took the second sledge and all of the paraffin that was on
it. Pavic went after it with a rope round him, and I held the rope.

Day 11

We can see the hut. Pavic says that it is a rock. We have agreed to walk to the rock."""


@lru_cache(maxsize=8)
def read(text: str) -> Reading:
    return desk.read(desk.story_from(text.encode(), "story.md"), tools=TOOLS)


def orders(text: str) -> list[int]:
    return [scene.story_order for scene in read(text).scenes.items]


def times(text: str) -> list[str]:
    return [scene.time.value for scene in read(text).scenes.items]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (LIGHTHOUSE, [3, 1, 4, 2, 5]),
        (SISTERS, [3, 1, 4, 2, 5]),
        (PRESENT, [3, 1, 4, 2, 5]),
        (LOG, [1, 3, 2, 4]),
    ],
    ids=["years in headings", "years earlier and had", "a present of memories", "numbered days"],
)
def test_the_order_in_which_it_happens(text: str, wanted: list[int]):
    assert orders(text) == wanted


@pytest.mark.parametrize(
    ("text", "past"),
    [(LIGHTHOUSE, [1, 3]), (SISTERS, [1, 3]), (PRESENT, [1, 3]), (LOG, [2])],
    ids=["years in headings", "years earlier and had", "a present of memories", "numbered days"],
)
def test_what_is_of_the_past(text: str, past: list[int]):
    assert [number for number, time in enumerate(times(text)) if time == "flashback"] == past


def words(scenes: Scenes, text: str) -> list[tuple[int, int, str]]:
    return [(one.before, one.after, " … ".join(text[e.start : e.end] for e in one.evidence)) for one in scenes.order]


def test_what_the_order_was_found_from_is_kept_with_its_words():
    reading = read(LIGHTHOUSE)
    found = words(reading.scenes, reading.story.text)
    assert (1, 3, "1951 … 1962") in found
    assert (3, 0, "1962 … 1987") in found
    assert reasons_of(reading.scenes)[3] == "before scene 1 (their dates)"
    assert reasons_of(reading.scenes)[4] == ""


def test_what_holds_contradicts_nothing():
    for text in (LIGHTHOUSE, SISTERS, PRESENT, LOG):
        rank = orders(text)
        assert all(rank[one.before] < rank[one.after] for one in read(text).scenes.order)
