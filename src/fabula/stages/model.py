"""The reader's model and its one pass over the body."""

from fabula.models.output import ReaderOutput
from fabula.models.reader import read_words
from fabula.models.weights import Reader, load_reader
from fabula.reading import Parts
from fabula.stages.paragraphs import body_paragraphs
from fabula.story import Story


def open_model() -> Reader:
    """The model out of the package, opened; it serves any number of stories. Raises MissingModel."""
    return load_reader()


def read_closely(story: Story, parts: Parts, reader: Reader) -> ReaderOutput:
    """What the model says of the body's paragraphs: words, syntax, sentences, mentions."""
    return read_words(reader, story.text, body_paragraphs(story, parts))
