"""Memories that only their tense or one smell gives away, and log entries dated on the line of their text."""

import re
from functools import lru_cache

import pytest

from fabula import desk
from fabula.reading import Reading, Time
from fabula.stages.timing.dates import moment_of, weekday_of
from fabula.stages.timing.leads import run_in
from fabula.stages.timing.openings import opens_another_day
from fabula.stages.timing.years import years_between

TOLD_NOW = """Odile has the window seat and the window does not open. The train stands in a field. A man with a trolley comes by
and sells her a coffee that tastes of the trolley.

"Are we late?" she asks.

"We're early for tomorrow," he says, and moves on with one wheel squeaking.

She puts her forehead on the glass. There is a horse out there, a grey one, and it looks at the train the way her father
looks at bills.

The horse was called Minister. Her father bought him at a fair with money that was meant for the roof, and that winter it
rained on all of them alike. She fed him apples through the fence. He took them one at a time and never hurried, and when
her mother shouted from the porch he lifted his head and listened as if it concerned him.

"You like him better than us," her mother said.

"He doesn't shout," said Odile, and ran.

The train jerks. Her coffee slides along the little table and she catches it. The field goes by, then another, and the
horse is a grey stone, and then it is nothing.

"Told you," says the man with the trolley. He is going the other way now."""

ONE_SMELL = """Piet locked the shop at six and went through to the back to count the till. Rain ran down the yard door. On the
bench somebody had left a jar of linseed oil with its lid off, and the smell came up and took him by the throat.

He had been eight, and his grandfather had sat him on that bench with a brush in each hand. It was the summer of the
regatta. The boat lay upside down on trestles, and there were eleven coats to do, and the old man counted them aloud.

"Thin," said his grandfather. "Thin as breath. If I can see it, you did it wrong."

"I can't reach the keel."

"Then grow." He laughed until he coughed, and the boy laughed too, and there was varnish in their hair till Sunday.

The till drawer shot open. Piet swore, put the lid on the jar of linseed, and began again with the coins. Forty, fifty,
sixty. Behind him the yard door rattled.

"Are you still in there?" called Marte from the shop. "The bus goes in ten minutes.\""""

LOG = """Log. Monday, March 3. 06:00. Wind light, sea flat. I fed the dog and the generator, in that order, and wrote to nobody.

Log. Tuesday, March 4. 06:30. Fog. A ship called for an hour and went away. The dog answered every time, which is more
than I did.

Log. Sunday, December 15. 21:00. They put me ashore with nine boxes and the dog. The boatman would not take my hand.

Log. Wednesday, March 5. 07:00. Clear. I have counted the boxes again and there are eight."""


@lru_cache(maxsize=4)
def read(text: str) -> Reading:
    unwrapped = re.sub(r"(?<!\n)\n(?!\n)", " ", text).strip()
    return desk.read(desk.story_from(unwrapped.encode(), "story.txt"))


def opened(reading: Reading) -> list[tuple[str, Time]]:
    text = reading.story.text
    return [(" ".join(text[scene.span.start :].split()[:2]), scene.time) for scene in reading.scenes.items]


def test_a_story_told_now_remembers_in_the_past_tense():
    scenes = opened(read(TOLD_NOW))
    assert [first for first, _ in scenes] == ["Odile has", "The horse", "The train"]
    assert [time is Time.FLASHBACK for _, time in scenes] == [False, True, False]
    assert [scene.story_order for scene in read(TOLD_NOW).scenes.items] == [2, 1, 3]


def test_one_memory_alone_is_found_by_what_set_it_off():
    reading = read(ONE_SMELL)
    assert [first for first, _ in opened(reading)] == ["Piet locked", "He had", "The till"]
    trigger = reading.scenes.items[1].trigger
    assert trigger is not None
    assert "linseed" in reading.story.text[trigger.start : trigger.end]


def test_log_entries_open_scenes_and_weekdays_tell_the_year():
    scenes = read(LOG).scenes.items
    assert [scene.story_order for scene in scenes] == [2, 3, 1, 4]
    assert [scene.time is Time.FLASHBACK for scene in scenes] == [False, False, True, False]


@pytest.mark.parametrize(
    ("sentence", "another"),
    [
        ("On the Saturday she took the train.", True),
        ("Three days later the sign came down.", True),
        ("The next morning there was frost.", True),
        ("He had said so on the Saturday.", False),
        ("Three days she waited.", False),
        ("The next man was taller.", False),
    ],
)
def test_words_that_leave_the_day(sentence: str, another: bool):
    assert opens_another_day(sentence) is another


@pytest.mark.parametrize(
    ("paragraph", "date"),
    [
        ("Day 14. We ate the last of it.", "Day 14"),
        ("*May 3rd:* nothing yet.", "May 3rd"),
        ("Captain's log, day 9. All well.", "Captain's log, day 9"),
        ("Monday was a bad day for it.", ""),
        ("Day and night. Nothing else.", ""),
        ("May came in. The others did not.", ""),
    ],
)
def test_dates_on_the_line_of_the_text(paragraph: str, date: str):
    assert run_in(paragraph) == date


@pytest.mark.parametrize(
    ("leads", "years"),
    [
        (["Tuesday, February 11", "Saturday, October 19", "Friday, February 14"], [0, -1, 0]),
        (["December 30", "January 2", "January 4"], [0, 1, 1]),
        (["Monday, May 5", "Tuesday, May 6", "Friday, May 7"], [0, 0, 0]),
    ],
)
def test_years_between_dates_that_name_none(leads: list[str], years: list[int]):
    assert years_between([moment_of(lead) for lead in leads], [weekday_of(lead) for lead in leads]) == years
