"""Every place where the story speaks of somebody or something, and who that is."""

from fabula.models.links import score_antecedents
from fabula.models.output import ReaderOutput
from fabula.models.weights import Reader
from fabula.reading import Mentions, Quotations, Sentences, Tokens
from fabula.stages.naming.linked import candidates, link, linked_mentions
from fabula.stages.naming.named import find_named
from fabula.story import Story


def find_mentions(
    story: Story,
    tokens: Tokens,
    sentences: Sentences,
    quotations: Quotations,
    reader: Reader,
    output: ReaderOutput,
) -> Mentions:
    """Names, common nouns and pronouns in text order, each on the chain of whom or what it means.

    Names are found and joined over the whole book by the story's own usage; nouns and pronouns by the model, each to
    the chain that its scored antecedents together make likeliest. `entity` numbers chains, characters first.
    """
    found = candidates(find_named(story.text, tokens, sentences, quotations), output)
    antecedents = score_antecedents(reader, output, [one.words for one in found])
    return Mentions(linked_mentions(found, link(found, antecedents, story.text)))
