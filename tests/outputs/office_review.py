"""A review of a Word or OpenDocument file with comments on given words, and the words a margin comment stands on."""

import io
import zipfile

import msgspec
from lxml import etree
from sample_review import comment_on, sample_review

from fabula.story import Span


def review_of(story, *wanted, evidence=()):
    """Comments on words of the story: a string (its first place), a Span, or (words, suggestion, …)."""
    review = sample_review("x")
    comments = []
    for item in wanted:
        words, *suggestions = item if isinstance(item, tuple) else (item,)
        span = words if isinstance(words, Span) else place_of(story, words)
        said = f"About {len(comments)}."
        comments.append(comment_on(span, "slips.sample", said, *suggestions, evidence=evidence))
    reading = msgspec.structs.replace(review.reading, story=story)
    return msgspec.structs.replace(review, reading=reading, comments=tuple(comments))


def place_of(story, words):
    start = story.text.index(words)
    return Span(start, start + len(words))


def part(data, name):
    with zipfile.ZipFile(io.BytesIO(data)) as container:
        return container.read(name)


def tree(data, name):
    return etree.fromstring(part(data, name))


def local(element):
    return str(element.tag).rpartition("}")[2]


def others(data, *changed):
    """Everything about the members but those named: order, dates, packing, bytes."""
    with zipfile.ZipFile(io.BytesIO(data)) as container:
        return [
            (info.filename, info.date_time, info.compress_type, info.external_attr, container.read(info))
            for info in container.infolist()
            if info.filename not in changed
        ]
