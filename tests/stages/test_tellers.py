"""Who says I: narrators, writers of letters, senders of messages; and what narrators are called."""

from drafting import draft

from fabula.models.output import MentionScore
from fabula.reading import Mention
from fabula.stages.naming.candidates import Candidate
from fabula.stages.naming.named import find_named
from fabula.stages.naming.narrators import name_narrator
from fabula.stages.naming.written import find_written, written_at
from fabula.stages.paragraphs import body_paragraphs
from fabula.stages.parts import find_parts
from fabula.stages.quotations import find_quotations
from fabula.stages.sentences import split_sentences
from fabula.stages.tokens import split_tokens
from fabula.stages.wordlist import fiction_words

LETTER = """It had rained since noon on Mary and Ned.

Dear Mary,

I am well. I saw Ned in the park, and you were right about the dog.

Your loving sister,
Agnes

P.S. I kept the dog.

Mary put it down. Then Ned came in with Agnes."""

CHAT = """[Sun Mar 10, 14:02] Ned: did my letter come

[Sun Mar 10, 14:05] Agnes: It came. I read it, Ned

[Sun Mar 10, 14:06] Ned: I knew it

Ned and Agnes met the next day."""

TOLD_BY_I = """I opened the door. "Ruth," said Tom, "you are late."

"I know," I said. Tom took my coat, and Tom laughed at me.

"Sit down, Ruth." Tom pulled out a chair. I sat down with Tom."""


def named(text):
    """The story, and its names as candidates, without the model."""
    story = draft(text)
    parts = find_parts(story)
    quotations = find_quotations(story, parts)
    names = find_named(
        story.text, split_tokens(story, parts), split_sentences(story, parts), quotations, fiction_words()
    )
    return story, body_paragraphs(story, parts), [_candidate(story.text, one, quotations) for one in names]


def _candidate(text: str, one: Mention, quotations) -> Candidate:
    inside = [n for n, q in enumerate(quotations.items) if q.span.start <= one.span.start < q.span.end]
    words = MentionScore(one.span.start, one.span.end, 0, 0, 0.9)
    low = text[one.span.start : one.span.end].casefold()
    return Candidate(one.span, low, words, one, inside[-1] if inside else -1)


def chain(found, name):
    return next(one.named.entity for one in found if one.low == name)


def writer(text, words):
    story, paragraphs, found = named(text)
    where = written_at(find_written(story.text, paragraphs, found), story.text.index(words))
    names = {one.named.entity: one.low for one in found}
    return (names.get(where.writer), names.get(where.reader)) if where else None


def test_a_letter_is_its_signers_and_its_you_is_the_one_greeted():
    assert writer(LETTER, "I am well") == ("agnes", "mary")


def test_a_postscript_belongs_to_the_letter_and_the_story_goes_on_behind_it():
    assert writer(LETTER, "I kept the dog") == ("agnes", "mary")
    assert writer(LETTER, "Mary put it down") is None
    assert writer(LETTER, "It had rained") is None


def test_a_message_is_its_senders():
    assert writer(CHAT, "my letter") == ("ned", "agnes")
    assert writer(CHAT, "I read it") == ("agnes", "ned")
    assert writer(CHAT, "met the next day") is None


def test_a_greeting_that_nobody_signs_is_no_letter():
    assert writer("Dear Mary,\n\nhe wrote, and burnt it. Mary never knew what Ned meant.", "burnt") is None


def test_the_narrator_is_who_is_called_by_a_name_that_the_telling_never_uses():
    story, _, found = named(TOLD_BY_I)
    assert name_narrator(story.text, found, [range(len(story.text))]) == chain(found, "ruth")


def test_the_narrator_is_who_is_called_by_a_full_name_and_not_her_ship():
    calls = '\n\n"Mira, Mira, come in. Over."\n\nI pushed the button.\n\n"Ruth? Ruth Alder, answer me, please."\n\nI did not.'
    story, _, found = named("I write the log. I have the light to mind and I mind it." + calls)
    assert name_narrator(story.text, found, [range(len(story.text))]) == chain(found, "ruth alder")


def test_nobody_is_the_narrator_who_is_told_of():
    text = TOLD_BY_I.replace(
        "I opened the door.", "Ruth opened the door for Ruth. It was Ruth who had knocked, said Ruth."
    )
    story, _, found = named(text)
    assert name_narrator(story.text, found, [range(len(story.text))]) == -1


def test_places_outside_the_told_chapters_do_not_count():
    story, _, found = named(TOLD_BY_I)
    assert name_narrator(story.text, found, [range(0, 5)]) == -1
