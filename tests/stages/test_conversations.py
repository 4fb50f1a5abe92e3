"""What a conversation makes of its speeches; what a tag says."""

import numpy
import pytest

from fabula.stages.attributing.decoding import Turn, decode
from fabula.stages.speech.tags import Tag, said_after, said_before

KNOWN, OPEN = 6.0, 0.0
TAKING_TURNS = [0.0, 2.0, 0.0]


def test_two_tags_settle_the_untagged_speeches_between_them():
    unary = numpy.array([[KNOWN, OPEN, OPEN], [OPEN, KNOWN, OPEN], [OPEN] * 3, [OPEN] * 3, [KNOWN, OPEN, OPEN]])
    speaker = decode(unary, numpy.tile(TAKING_TURNS, (5, 1))).speaker
    assert [int(row.argmax()) for row in speaker] == [0, 1, 0, 1, 0]


def test_probabilities_sum_to_one_and_agree_with_every_sequence_counted():
    generator = numpy.random.default_rng(7)
    unary, turns = generator.normal(size=(4, 3)), generator.normal(size=(4, 3))
    total = numpy.zeros((4, 3))
    for number in range(3**4):
        people = [number // 3**place % 3 for place in range(4)]
        total[range(4), people] += numpy.exp(_score(people, unary, turns))
    speaker = decode(unary, turns).speaker
    assert speaker.sum(1) == pytest.approx(numpy.ones(4))
    assert speaker == pytest.approx(total / total.sum(1, keepdims=True))


def _score(people, unary, turns):
    score, partner = unary[0, people[0]], None
    for at in range(1, len(people)):
        before, now = people[at - 1], people[at]
        turn = Turn.SAME if now == before else Turn.BACK if now == partner else Turn.OTHER
        partner = partner if now == before else before
        score += unary[at, now] + turns[at, turn]
    return score


@pytest.mark.parametrize(
    ("text", "tag", "subject"),
    [
        ("“No,” said the old man.", Tag.NOUN, "the old man"),
        ("“No,” Bill Gorton said.", Tag.NAME, "Bill Gorton"),
        ("“I cannot do without Anne,” was Mary’s reasoning.", Tag.NAME, "Mary’s"),
        ("“No.” He sat down.", Tag.NONE, ""),
        ("“Fire, perhaps,” said\nthe barman.", Tag.NOUN, "the barman"),
        ("“Got it?” whispered young van der Luyden.", Tag.NAME, "Luyden"),
        ("“I wonder,” put in Kitty.", Tag.NAME, "Kitty"),
        ("“In the family,” Medora rippled.", Tag.NAME, "Medora"),
        ("“Dogs,” drivelled old Horace.", Tag.NAME, "Horace"),
        ("“In the family.” Medora rippled.", Tag.NONE, ""),
        ("“The Lord help us!” he soliloquised.", Tag.NOUN, "he"),
        ("“Stay,” said in a low voice the man.", Tag.NONE, ""),
    ],
)
def test_the_tag_behind_a_speech_and_its_subject(text, tag, subject):
    said = said_after(text, text.index("”") + 1, len(text))
    assert said.tag is tag
    assert (text[said.subject.start : said.subject.end] if said.subject else "") == subject


def test_the_tag_before_a_speech_has_its_verb():
    text = "Mr. Beebe was back, saying rather nervously: “Dinner.”"
    said = said_before(text, 0, text.index("“"))
    assert said.verb is not None
    assert text[said.verb.start : said.verb.end] == "saying"


def test_a_voice_before_a_speech_is_somebodys():
    text = "After an interval there came May's voice: “Newland!”"
    said = said_before(text, 0, text.index("“"))
    assert said.subject is not None
    assert text[said.subject.start : said.subject.end] == "May's"


def test_a_tag_before_a_speech_begins_where_its_clause_does():
    text = "He saw the lamp and said to Anna: “Well?”"
    said = said_before(text, 0, text.index("“"))
    assert said.subject is not None
    assert text[said.subject.start : said.subject.end].startswith("He saw")
