"""Ignoring a comment is possible, and lasts."""

from fabula import desk
from fabula.desk.config import DeclaredIntent, Settings

STORY = "The rain fell on the the roof all night.\n\nShe went to to bed. Nobody slept in the house.\n"


def review(text=STORY, **settings):
    return desk.review_story(desk.story_from(text.encode(), "rain.txt"), Settings(**settings))


def said(found):
    return [found.reading.story.text[c.span.start : c.span.end] for c in found.comments]


def test_nothing_is_set_aside_unasked():
    assert said(review()) == ["the the", "to to"]


def test_a_check_can_be_ignored():
    assert said(review(ignore=("slips.doubled-*",))) == []


def test_only_some_checks_can_be_selected():
    assert said(review(select=("names.*",))) == []


def test_words_of_the_author_are_left_alone():
    assert said(review(words=("The The",))) == ["to to"]


def test_a_dismissed_comment_stays_away_in_the_next_draft():
    first, second = review().comments
    longer = "A new first paragraph has been written.\n\n" + STORY.replace("Nobody", "Really nobody")
    found = review(longer, dismissed=(first.id,))
    assert said(found) == ["to to"]
    assert found.comments[0].id == second.id
    assert [(aside.why, aside.count) for aside in found.set_aside] == [("dismissed in fabula.toml", 1)]


def test_an_intent_silences_what_it_names_and_the_review_says_so():
    intent = DeclaredIntent("every word is meant twice", ("slips.doubled-word",))
    found = review(intents=(intent,))
    assert said(found) == []
    assert [(aside.why, aside.count) for aside in found.set_aside] == [("you said: every word is meant twice", 2)]


def test_ids_tell_twin_sentences_apart():
    found = review("It was the the end.\n\nIt was the the end.\n")
    assert len({comment.id for comment in found.comments}) == 2
