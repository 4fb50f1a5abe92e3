"""Harper's places are the story's places, whatever stands around them, and its answers are cut to what the story knows."""

import random
from functools import cache

import pytest

from fabula.formats import read_story
from fabula.reading import Lint, Mentions, Parts, Proof
from fabula.stages.dictionary import open_dictionary
from fabula.stages.lexicon import build_lexicon
from fabula.stages.proof import open_proofreader, proofread
from fabula.stages.proofreading.harper import underline
from fabula.stages.sentences import split_sentences
from fabula.stages.spellings import best_spellings, slip_cost
from fabula.stages.tokens import split_tokens
from fabula.stages.trusted_rules import OUT, SPELLING, TRUSTED
from fabula.stages.wordlist import fiction_words
from fabula.stages.wordlist.sounds import is_sound
from fabula.stages.wordlist.wellformed import is_well_formed
from fabula.story import Part, PartKind, Span, Story


def story_of(text: str) -> Story:
    return read_story(text.encode(), "story.txt")


def whole(story: Story) -> Parts:
    return Parts((Part(PartKind.BODY, Span(story.blocks[0].span.start, story.blocks[-1].span.end)),))


@cache
def proofreader():
    return open_proofreader()


@cache
def dictionary():
    return open_dictionary()


def proof_of(story: Story, parts: Parts) -> Proof:
    return proofread(story, parts, proofreader(), dictionary())


def underlined(text: str) -> list[tuple[str, str]]:
    story = story_of(text)
    return [(story.text[lint.span.start : lint.span.end], lint.rule) for lint in proof_of(story, whole(story)).items]


@pytest.mark.parametrize("odd", ["😀😀 ", "𝔘𝔫𝔡 ", "👩‍👩‍👧 ", "שלום ", "e\u0301te\u0301 ", "— “", "\u00a0"])
def test_places_hold_behind_any_character(odd: str) -> None:
    text = f"{odd}He was definately there.\n\n{odd}{odd}She could of been anywhere.\n"
    assert ("definately", SPELLING) in underlined(text)
    assert ("could of", "ModalOf") in underlined(text)


def test_a_quirk_in_one_paragraph_moves_nothing_in_the_next() -> None:
    quirk = 'He said "unclosed (and [so {on — *** ``` <b> $x$ | # '
    paragraphs = [quirk * 3, "It was definately late.", quirk, "She could of gone."] * 40
    story = story_of("\n\n".join(paragraphs) + "\n")
    found = [story.text[one.span.start : one.span.end] for one in proof_of(story, whole(story)).items]
    assert found.count("definately") == 40
    assert found.count("could of") == 40


def test_hard_wraps_are_spaces() -> None:
    wrapped = "It was the kind of evening that could\nof been any evening at all  in that part of the country, she\nthought.\n"
    assert underlined(wrapped) == [("could\nof", "ModalOf")]


def test_only_what_both_englishes_reject_is_underlined() -> None:
    text = "The colour of the gray harbor was a color that the neighbours realised, and the neighbors realized."
    assert underlined(text + "\n") == []


def test_a_word_that_is_known_to_be_one_is_not_underlined() -> None:
    text = "He definately wispered."
    spelt = [
        {text[lint.span.start : lint.span.end] for lint in underline(text, [Span(0, len(text))], proofreader(), real)}
        for real in ((), ("wispered",))
    ]
    assert spelt == [{"definately", "wispered"}, {"definately"}]


def test_every_underlining_stands_in_its_paragraph() -> None:
    text = "Teh cat.\n\nTeh dog sat.\n\nAnd teh bird.\n"
    story = story_of(text)
    spans = [block.span for block in story.blocks]
    for lint in underline(story.text, spans, proofreader()):
        assert any(span.start <= lint.span.start and lint.span.end <= span.end for span in spans)


def test_the_same_story_gives_the_same_proof() -> None:
    choice = "teh definately cat house wispered could of more then anywhere nd"
    words = random.Random(7).choices(choice.split(), k=300)
    text = " ".join(words) + ".\n"
    assert underlined(text) == underlined(text)


def test_rules_are_real_and_in_or_out() -> None:
    from harper import get_default_lint_config

    rules = get_default_lint_config()
    assert rules.keys() >= TRUSTED
    assert OUT.keys() <= rules.keys()
    assert not TRUSTED & OUT.keys()


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("wispered", "whispered"), ("layed", "laid"), ("everthing", "everything"), ("recieve", "receive"), ("loooked", "looked"),
     ("definately", "definitely"), ("occured", "occurred"), ("thier", "their")],
)  # fmt: skip
def test_the_likeliest_word_comes_first(typed: str, meant: str) -> None:
    lints = [Lint(Span(0, len(typed)), SPELLING, "", ())]
    assert next(iter(best_spellings(typed, lints, fiction_words()))).replacements[0] == meant


def test_a_transposition_costs_less_than_two_letters() -> None:
    assert slip_cost("teh", "the") < slip_cost("txh", "the")
    assert slip_cost("the", "the") == 0


@pytest.mark.parametrize("noise", ["shhhh", "aaaargh", "mmm", "tsk", "nooo", "pfft", "sooo", "brrr"])
def test_noises_are_noises(noise: str) -> None:
    assert is_sound(noise, fiction_words())


@pytest.mark.parametrize("word", ["loooked", "wispered", "house"])
def test_words_are_no_noises(word: str) -> None:
    assert not is_sound(word, fiction_words())


def test_words_made_of_words_are_words() -> None:
    known = fiction_words()
    assert all(is_well_formed(word, known) for word in ("unwatched", "lampglow", "shadowless", "moonward"))
    assert not any(is_well_formed(word, known) for word in ("wispered", "definately", "adusted"))


def test_the_lexicon_tells_names_coinages_foreign_words_and_noises_apart() -> None:
    text = (
        "Zorvan laughed. Then Zorvan saw Zorvan's own slimgate, and the slimgate of Marn. A slimgate! He met Zorvan there.\n\n"
        '"Moya lyubimaya ptichka," she said. "Shhhh." He wispered it.\n'
    )
    story = story_of(text)
    parts = whole(story)
    proof = proof_of(story, parts)
    lexicon = build_lexicon(
        story, parts, split_sentences(story, parts), split_tokens(story, parts), Mentions(()), proof, dictionary()
    )
    assert "zorvan" in lexicon.names
    assert "slimgate" in lexicon.coined
    assert {"lyubimaya", "ptichka"} <= lexicon.foreign
    assert "wispered" not in lexicon.names | lexicon.coined | lexicon.foreign | lexicon.sounds
