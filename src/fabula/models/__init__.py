"""The reader's model: what a small neural network sees in a text. Weights and their card lie in `weights/`.

    reader = load_reader()                                     # once; hand it on
    output = read_words(reader, text, paragraphs)              # words, syntax, mentions, quotations, vectors
    links = score_antecedents(reader, output, output.mentions)
    chains = link_mentions(links)                              # one number a mention
    speakers = score_speakers(reader, output, [(0, 9)], output.mentions)

Nothing is loaded at import, nothing is kept between calls, nothing leaves the machine.
"""

from fabula.models.links import Antecedents, SpeakerScore, link_mentions, score_antecedents, score_speakers
from fabula.models.output import FORMS, TYPES, MentionScore, ReaderOutput, paragraph_vectors, words_under
from fabula.models.reader import GivenWords, read_given, read_words
from fabula.models.weights import Reader, load_reader

__all__ = [
    "FORMS",
    "TYPES",
    "Antecedents",
    "GivenWords",
    "MentionScore",
    "Reader",
    "ReaderOutput",
    "SpeakerScore",
    "link_mentions",
    "load_reader",
    "paragraph_vectors",
    "read_given",
    "read_words",
    "score_antecedents",
    "score_speakers",
    "words_under",
]
