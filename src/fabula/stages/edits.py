"""Where a word reads as a slip."""

from collections.abc import Iterable, Iterator

from fabula.models.counts import Counts, load_counts
from fabula.models.output import ReaderOutput
from fabula.models.slips import SlipWords, read_slips
from fabula.models.slips_proposals import Proposal, best_proposal, propose
from fabula.models.slips_weights import SlipTagger, load_slips
from fabula.models.slips_words import plain_word
from fabula.reading import Attributions, Edit, Edits, Lexicon, Parts, Quotations
from fabula.stages.editing.agreements import wrong_numbers
from fabula.stages.editing.kinds import kind_of
from fabula.stages.editing.participles import wrong_participles
from fabula.stages.editing.quiet import Ground, ground_of, is_spoken, keeps_silent
from fabula.stages.editing.sure import HEARD_FROM, LEAST, TOLD_FROM, could_be_heard, gain_of, sureness
from fabula.stages.editing.voices import without_voices
from fabula.stages.editing.words import span_and_words
from fabula.stages.paragraphs import body_paragraphs
from fabula.story import Story
from fabula.story.span import overlaps

Tools = tuple[SlipTagger, Counts]
_CLOSE = 0.3
"""Another word is offered too where it is so likely beside the likeliest."""
_OFFERED = 3
_RULED = 0.75
"""How sure a rule of our own is; what the proofreader says of the same words goes before it."""


def open_tagger() -> SlipTagger:
    """The tagger of slips out of the package, opened; it serves any number of stories. Raises MissingModel."""
    return load_slips()


def open_counts() -> Counts:
    """How often words stand beside each other in fiction, out of the package. Raises MissingModel."""
    return load_counts()


def read_for_slips(story: Story, parts: Parts, tagger: SlipTagger) -> SlipWords:
    """How likely each word of the body is a slip."""
    return read_slips(tagger, story.text, body_paragraphs(story, parts), LEAST)


def doubt_words(
    story: Story,
    parts: Parts,
    quotations: Quotations,
    attributions: Attributions,
    lexicon: Lexicon,
    output: ReaderOutput,
    words: SlipWords,
    tagger: SlipTagger,
    counts: Counts,
) -> Edits:
    """Where a word reads as a slip: what the tagger doubts, surely enough, and the story does not mean."""
    ground = ground_of(story.text, body_paragraphs(story, parts), quotations, lexicon)
    known = (*wrong_numbers(output, words), *wrong_participles(words))
    heard = without_voices(_edits(story, output, ground, words, (tagger, counts), known), quotations, attributions)
    told = [edit for edit in heard if edit.confidence >= TOLD_FROM[edit.kind]]
    return Edits(tuple(_surest(told)))


def _surest(edits: list[Edit]) -> Iterator[Edit]:
    """Of neighbouring edits that overlap the surer one, in text order."""
    waiting: list[Edit] = []
    for edit in sorted(edits, key=lambda edit: edit.span):
        if waiting and overlaps(waiting[-1].span, edit.span):
            if edit.confidence > waiting[-1].confidence:
                waiting[-1] = edit
        else:
            waiting.append(edit)
    yield from waiting


def _edits(
    story: Story, output: ReaderOutput, ground: Ground, words: SlipWords, tools: Tools, known: Iterable[Proposal]
) -> Iterator[Edit]:
    text, (tagger, counts) = story.text, tools
    certain = {one.start: [one] for one in known}
    doubted = propose(tagger, counts, words, sorted(words.vectors)) | certain
    for number in sorted(doubted):
        typed = plain_word(words.words[number])
        proposals = [one for one in doubted[number] if number in certain or could_be_heard(one, kind_of(typed, one))]
        if not proposals:
            continue
        best = best_proposal(tagger, words, proposals)
        kind = kind_of(typed, best)
        spoken = is_spoken(ground, words.places[number][0])
        sure = _RULED if number in certain else sureness(best, kind, spoken=spoken)
        if sure >= HEARD_FROM and not keeps_silent(ground, words, best) and not _has_it(output, words, best, kind):
            span, _ = span_and_words(text, words, best)
            yield Edit(span, tuple(_offered(text, words, best, proposals)), kind, gain_of(best), sure)


def _has_it(output: ReaderOutput, words: SlipWords, proposal: Proposal, kind: str) -> bool:
    """Whether a verb is offered for a thing that somebody has: "he had paint under his nails"."""
    at = int(output.starts.searchsorted(words.places[proposal.start][0]))
    inside = at < len(output.words) and kind == "verb-form"
    return (
        inside
        and output.upos[at] == "NOUN"
        and output.deprels[at] == "obj"
        and output.lemmas[int(output.heads[at])] == "have"
    )


def _offered(text: str, words: SlipWords, best: Proposal, proposals: list[Proposal]) -> Iterator[str]:
    """What would stand on the same words: the best, and what is nearly as likely."""
    span, meant = span_and_words(text, words, best)
    yield meant
    for one in proposals[:_OFFERED]:
        its_span, its_words = span_and_words(text, words, one)
        if its_span == span and its_words != meant and one.likelihood >= _CLOSE * best.likelihood:
            yield its_words
