"""Puts it together. What the command line can do, this can do in a line:

>>> from fabula import desk
>>> review = desk.review_story(desk.story_from(b"It rained on the the roof.", "rain.txt"))
>>> [comment.check for comment in review.comments]
['slips.doubled-word']
"""

from fabula.desk.catalogue import Check, find_checks, page_of
from fabula.desk.config import Settings, settings_beside
from fabula.desk.deliver import Delivery, deliver, deliver_booknlp, find_outputs
from fabula.desk.read import Tools, read, story_from
from fabula.desk.review import review_reading, review_story

__all__ = [
    "Check",
    "Delivery",
    "Settings",
    "Tools",
    "deliver",
    "deliver_booknlp",
    "find_checks",
    "find_outputs",
    "page_of",
    "read",
    "review_reading",
    "review_story",
    "settings_beside",
    "story_from",
]
