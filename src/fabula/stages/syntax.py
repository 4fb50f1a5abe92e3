"""The words of the body with what each does in its sentence."""

from fabula.models.output import ReaderOutput
from fabula.reading import Syntax


def lay_out_syntax(output: ReaderOutput) -> Syntax:
    """The model's words, lemmas, parts of speech and dependencies as a layer."""
    import numpy

    numbers = numpy.arange(len(output.words))
    sentences = numpy.searchsorted(output.sentences[:, 0], numbers, "right") - 1 if len(numbers) else numbers
    paragraphs = numpy.searchsorted(output.paragraph_starts, numbers, "right") - 1 if len(numbers) else numbers
    return Syntax(
        starts=tuple(output.starts.tolist()),
        ends=tuple(output.ends.tolist()),
        lemmas=output.lemmas,
        upos=output.upos,
        heads=tuple(output.heads.tolist()),
        deprels=output.deprels,
        sentences=tuple(sentences.tolist()),
        paragraphs=tuple(paragraphs.tolist()),
    )
