"""Who is who, as far as it can be told before the speakers are known."""

from fabula.models.links import score_antecedents
from fabula.models.output import ReaderOutput
from fabula.models.weights import Reader
from fabula.reading import Cast, Mentions, Parts, People, Quotations, Sentences, Tokens
from fabula.stages.dictionary import Dictionary
from fabula.stages.naming.apart import find_continued, find_strangers
from fabula.stages.naming.candidates import candidates
from fabula.stages.naming.casting import cast_mentions
from fabula.stages.naming.introduced import introductions
from fabula.stages.naming.linked import Known, link
from fabula.stages.naming.merging import merge_chains
from fabula.stages.naming.named import find_named
from fabula.stages.naming.phrases import constant_phrases
from fabula.stages.naming.roll import call_roll
from fabula.stages.naming.tellers import find_tellers
from fabula.stages.paragraphs import body_paragraphs
from fabula.story import Story


def find_people(
    story: Story,
    parts: Parts,
    tokens: Tokens,
    sentences: Sentences,
    quotations: Quotations,
    dictionary: Dictionary,
    reader: Reader,
    output: ReaderOutput,
) -> People:
    """Names, common nouns and pronouns in text order, each on the chain of whom or what it means, and the cast.

    Names are found and joined over the whole book by the story's own usage; the I of the narrator and of a letter's writer
    is held to them; other nouns and pronouns are linked by the model, each to the chain that its scored antecedents together
    make likeliest. `entity` numbers chains, characters first.
    """
    named = find_named(story.text, tokens, sentences, quotations, dictionary.often, output)
    found = candidates(story.text, named, output, quotations)
    fresh = 1 + max((one.entity for one in named), default=-1)
    paragraphs = body_paragraphs(story, parts)
    telling = find_tellers(story, parts, paragraphs, found, fresh)
    introduced = dict(introductions(story.text, found, output))
    phrases = constant_phrases(found, output, telling.possessives)
    antecedents = score_antecedents(reader, output, [one.words for one in found])
    strangers = find_strangers(story.text, paragraphs, found, quotations, output)
    known = Known(telling.held, introduced, phrases, strangers, find_continued(paragraphs, found, output))
    links = link(story.text, found, antecedents, known, fresh + 1)
    links = merge_chains(story.text, paragraphs, found, links, quotations, output, known, range(fresh))
    mentions = Mentions(cast_mentions(found, links, output, telling.narrators | telling.writers))
    narrators = {m.entity for m, one in zip(mentions.items, links, strict=True) if one.chain in telling.narrators}
    return People(mentions, Cast(call_roll(story, mentions, narrators)))
