"""Who is who, as far as it can be told before the speakers are known."""

from fabula.models.links import score_antecedents
from fabula.models.output import ReaderOutput
from fabula.models.weights import Reader
from fabula.reading import Cast, Mentions, People, Quotations, Sentences, Tokens
from fabula.stages.naming.linked import candidates, link, linked_mentions
from fabula.stages.naming.named import find_named
from fabula.stages.naming.roll import call_roll
from fabula.story import Story


def find_people(
    story: Story,
    tokens: Tokens,
    sentences: Sentences,
    quotations: Quotations,
    reader: Reader,
    output: ReaderOutput,
) -> People:
    """Names, common nouns and pronouns in text order, each on the chain of whom or what it means, and the cast.

    Names are found and joined over the whole book by the story's own usage; nouns and pronouns by the model, each to
    the chain that its scored antecedents together make likeliest. `entity` numbers chains, characters first.
    """
    found = candidates(find_named(story.text, tokens, sentences, quotations), output)
    antecedents = score_antecedents(reader, output, [one.words for one in found])
    mentions = Mentions(linked_mentions(found, link(found, antecedents, story.text)))
    return People(mentions, Cast(call_roll(story, mentions)))
