"""What an author's sentence declares, and the checks it silences."""

from fnmatch import fnmatchcase

import msgspec
import pytest
from drafting import draft

from fabula.reading import Intents
from fabula.stages.intents import read_intents
from fabula.stages.parts import find_parts
from fabula.story import Declaration

RAIN = "The rain had stopped when Anna woke.\n\nShe put the kettle on and did not answer the cat."

NAMES = "clarity.which-he"
BREAKS = "clarity.lost-break"
ORDER = "time.order"
TENSE = "time.tense-slip"
QUOTES = "slips.quotation-marks"
CAPITALS = "slips.capitals"
TAGS = "clarity.who-says-this"
SPELLING = "slips.spelling"
FOREIGN = "foreign.agreement"
TRUTH = "continuity.eye-colour"
ALIKE = "names.look-alike"
HEADS = "clarity.point-of-view"
MIXED = "slips.mixed-spelling"
DEAD = "continuity.dead-speaks"
LOOKS = "continuity.appearance"
AGES = "continuity.age"
WHOLE = {TRUTH, DEAD, LOOKS, AGES}
CHECKS = (
    NAMES,
    BREAKS,
    ORDER,
    TENSE,
    QUOTES,
    CAPITALS,
    TAGS,
    SPELLING,
    FOREIGN,
    TRUTH,
    ALIKE,
    HEADS,
    MIXED,
    DEAD,
    LOOKS,
    AGES,
)

SILENCES = [
    ("You're not supposed to know who she is yet.", {NAMES}),
    ("AU where nobody dies.", {DEAD}),
    ("Everyone lives because I said so.", {DEAD}),
    ("The ghost can talk, yes.", {DEAD}),
    ("Her eyes change colour, it's a plot point, please stop asking.", {LOOKS}),
    ("Ages are fudged, don't do the maths.", {AGES}),
    ("It switches between past and present tense, that's deliberate.", {TENSE}),
    ("Non-linear!! The scenes are not in chronological order.", {ORDER}),
    ("POV switches mid scene, sorry not sorry.", {HEADS}),
    ("No names in this one, that's deliberate.", {NAMES}),
    ("Nobody gets a name here and that is on purpose.", {NAMES}),
    ("I never say who she is; the names are left out intentionally.", {NAMES}),
    ("I kept the names out because they don't matter to either of them.", {NAMES}),
    ("Pronouns only, by design.", {NAMES}),
    ("They stay nameless throughout, it's meant to feel anonymous-ish.", {NAMES}),
    ("The flashbacks are not marked, on purpose.", {BREAKS}),
    ("I deliberately didn't put any scene breaks in, time just bleeds together for him.", {BREAKS}),
    ("Yes, there are no line breaks between the scenes. It's intentional.", {BREAKS}),
    ("The scene breaks are missing. That's on purpose!", {BREAKS}),
    ("I wanted the memories to run into the present without any markers.", {BREAKS}),
    ("This is told out of order.", {ORDER}),
    ("Non-linear narrative, pay attention to the dates!", {ORDER}),
    ("The scenes aren't in chronological order.", {ORDER}),
    ("Heads up: it jumps around in time a lot.", {ORDER}),
    ("The whole thing goes backwards, from the funeral to the first dance.", {ORDER}),
    ("The two timelines are shuffled, you'll see why.", {ORDER}),
    ("Tense changes are intentional.", {TENSE}),
    ("The tense shifts on purpose: present for the hospital, past for everything else.", {TENSE}),
    ("Past tense is before the war, present tense is after.", {TENSE}),
    ("It switches to the present tense whenever he is drunk.", {TENSE}),
    ("There are no quotation marks. This is a style choice.", {QUOTES}),
    ("No quote marks around the dialogue, deal with it.", {QUOTES}),
    ("All lowercase on purpose.", {CAPITALS}),
    ("lowercase intended!", {CAPITALS}),
    ("The lack of capital letters is deliberate.", {CAPITALS}),
    ("Dialogue only, no tags, you'll work it out.", {TAGS}),
    ("I left the dialogue tags out deliberately, they're twins.", {TAGS}),
    ("It's meant to be hard to tell who is speaking in the lines at the start.", {TAGS}),
    ("Fergus's accent is spelled phonetically.", {SPELLING}),
    ("Her dialect is written the way my nan talks, those aren't typos.", {SPELLING}),
    ("The spelling mistakes in Tim's letters are intentional, he's six.", {SPELLING}),
    ("The typos in the text messages are on purpose.", {SPELLING}),
    ("The German is bad on purpose, he failed it twice.", {FOREIGN}),
    ("The mistakes in the French are deliberate.", {FOREIGN}),
    ("Her Spanish is supposed to be broken and wrong.", {FOREIGN}),
    ("Unreliable narrator!", WHOLE),
    ("Don't believe everything he tells you, the narrator is lying.", WHOLE),
    ("The details that contradict each other do so on purpose.", WHOLE),
    ("Kess and Kest are confusingly similar on purpose.", {ALIKE}),
    ("I know the names all start with the same letter, that's the joke.", {ALIKE}),
    ("POV switches between the two of them without warning.", {HEADS}),
    ("There's some head-hopping here, it's deliberate.", {HEADS}),
    ("Each chapter is from a different perspective.", {HEADS}),
    ("Alternating POVs!", {HEADS}),
    ("Not Britpicked.", {MIXED}),
    ("I use British spelling because I'm from Leeds.", {MIXED}),
    ("I'm Canadian so the spelling is all over the place.", {MIXED}),
]

SAYS = [
    ("Jamie uses they/them pronouns, please respect that.", "somebody's pronouns are as they should be"),
    ("I've never been to Chicago so if the geography is off, just pretend.", "places and facts are freely treated"),
    ("Italics are thoughts.", "italics carry thoughts, or speech not aloud"),
    ("Please excuse any typos, I wrote this on my phone.", "no beta reader has seen it"),
    ("I don't speak Russian, so please correct me if it's wrong.", "asks for help with a language"),
    ("All Korean comes from Google Translate, sorry!", "asks for help with a language"),
    ("My Welsh is rusty.", "asks for help with a language"),
    ("English is not my first language.", "English is not the author's first language"),
    ("No beta, we die like sailors.", "no beta reader has seen it"),
    ("Unbeta'd, so all mistakes are mine.", "no beta reader has seen it"),
    ("Not beta read.", "no beta reader has seen it"),
    ("Comments and kudos make my day!", "asks for reviews"),
    ("Please leave a review!", "asks for reviews"),
    ("Concrit welcome.", "asks for reviews"),
    ("R&R!", "asks for reviews"),
    ("Let me know what you think.", "asks for reviews"),
    ("No concrit please, I'm fragile.", "asks for no criticism"),
    ("Prompt: a lighthouse and a lie.", "answers a prompt"),
    ("Written for the Frostfest exchange, day 4.", "answers a prompt"),
    ("For Moss, happy birthday!", "written for somebody, as comfort"),
    ("The ending is open to interpretation.", "the ending is left open"),
    ("I left the ending ambiguous.", "the ending is left open"),
    ("Happy ending, I promise!", "the ending is happy"),
    ("Canon divergence after book two.", "a different world or history from its source"),
    ("This is an AU where nobody drowned.", "a different world or history from its source"),
    ("I'm ignoring the finale.", "a different world or history from its source"),
    ("Told in letters and lists.", "the form is meant: fragments, a list, letters"),
    ("A series of vignettes.", "the form is meant: fragments, a list, letters"),
    ("Written in second person, sorry not sorry.", "the second person is on purpose"),
    ("The repetition is deliberate.", "repetition is on purpose"),
    ("It's supposed to be confusing at first.", "confusion is part of the effect"),
    ("I wanted this to feel like a lullaby.", "an aim of the author's"),
    ("No spoilers for the last season please.", "asks readers not to give the plot away"),
    ("Strictly in chronological order this time.", "told plainly and in order"),
]

NOTHING = [
    "The updates are off schedule, real life is a lot.",
    "Her eyes were the first thing I drew for the cover.",
    "I am still alive because of coffee, sorry for the wait!",
    "She dropped the cup on purpose, and he knew it.",
    "He had not done it deliberately.",
    "I updated on Tuesday because I was at my nan's.",
    "I'm sorry if the tenses are a mess, tell me and I'll fix them.",
    "My names for these two are Salt and Pepper.",
    "I don't own the names or the places.",
    "Thank you to Bee for the names of the boats.",
    "The broken plate is real, I own it.",
    "I mix up tenses, sorry.",
    "If the names are spelled wrong, blame the subtitles.",
    "The typos are not intentional.",
    "The tense shifts weren't intended, let me know where they are.",
    "I posted this out of order on the old site.",
    "The site ate my scene breaks, there are no markers left, sorry.",
    "He lies awake in this one.",
    "Thanks to my friend Kim for the tea.",
    "They meet on the bridge in the present day.",
    "It was raining when I wrote it.",
    "Mind the tags.",
    "The French Revolution was terrible.",
    "I have school tomorrow.",
]


def intents_of(note: str) -> Intents:
    story = draft(f"A/N: {note}\n\n***\n\n{RAIN}")
    return read_intents(story, find_parts(story))


def silenced(intents: Intents) -> set[str]:
    globs = [glob for intent in intents.items for glob in intent.silences]
    return {check for check in CHECKS if any(fnmatchcase(check, glob) for glob in globs)}


@pytest.mark.parametrize(("sentence", "checks"), SILENCES)
def test_a_declared_wish_silences_its_checks(sentence: str, checks: set[str]) -> None:
    assert silenced(intents_of(sentence)) == checks


@pytest.mark.parametrize(("sentence", "says"), SAYS)
def test_what_is_declared_without_silencing_much(sentence: str, says: str) -> None:
    assert says in [intent.text for intent in intents_of(sentence).items]
    assert not silenced(intents_of(sentence)) & {
        NAMES,
        BREAKS,
        TAGS,
        SPELLING,
        FOREIGN,
        ALIKE,
        MIXED,
    } or says.startswith("confusion")


@pytest.mark.parametrize("sentence", NOTHING)
def test_what_declares_nothing(sentence: str) -> None:
    assert not silenced(intents_of(sentence))


@pytest.mark.parametrize("sentence", [sentence for sentence, _ in [*SILENCES, *SAYS]])
def test_the_story_itself_declares_nothing(sentence: str) -> None:
    story = draft(f"{RAIN}\n\n“{sentence}” said the cat.\n\n{RAIN}")
    assert read_intents(story, find_parts(story)).items == ()


def test_the_span_is_the_authors_sentence() -> None:
    story = draft(f"A/N: Hello! The jumps are unmarked on purpose. Enjoy!\n\n***\n\n{RAIN}")
    (intent,) = read_intents(story, find_parts(story)).items
    assert intent.span is not None
    assert story.text[intent.span.start : intent.span.end] == "The jumps are unmarked on purpose."


def test_neighbouring_sentences_on_one_thing_are_one_intent() -> None:
    note = "When it goes into the past, it's a dream; when it goes into the future, it's a wish."
    assert [intent.text for intent in intents_of(note).items] == ["tense changes on purpose"]


def test_several_intents_in_one_note() -> None:
    note = "No names, on purpose. It's told out of order! Not beta read. Please review :)"
    assert [intent.text for intent in intents_of(note).items] == [
        "names are withheld on purpose",
        "the order is shuffled on purpose",
        "no beta reader has seen it",
        "asks for reviews",
    ]


def test_a_note_with_curly_apostrophes() -> None:
    assert silenced(intents_of("The scenes aren’t in order, that’s deliberate.")) == {ORDER}


def test_end_notes_and_notes_inside_speak_too() -> None:
    story = draft(f"{RAIN}\n\nHe sang (A/N: the German is wrong on purpose) to her.\n\nA/N: Unreliable narrator!")
    assert silenced(read_intents(story, find_parts(story))) == {FOREIGN} | WHOLE


def test_tags_in_a_label_block_are_read_line_by_line() -> None:
    story = draft(f"Title: Rain\nRating: K\nTags: Unreliable Narrator, Kettles\nWords: 40\n\n{RAIN}")
    (intent,) = read_intents(story, find_parts(story)).items
    assert intent.span is not None
    assert story.text[intent.span.start : intent.span.end] == "Tags: Unreliable Narrator, Kettles"


def test_a_summary_in_the_storys_own_words_silences_nothing() -> None:
    story = draft(f"Title: Rain\nRating: K\nSummary: He kept her name out of it. Don't trust her.\n\n{RAIN}")
    assert read_intents(story, find_parts(story)).items == ()


def test_a_summary_that_speaks_of_the_text_is_heard() -> None:
    story = draft(f"Title: Rain\nRating: K\nSummary: A cat waits. Non-linear, second person.\n\n{RAIN}")
    assert silenced(read_intents(story, find_parts(story))) == {ORDER}


def test_tags_outside_the_text_have_no_span() -> None:
    story = msgspec.structs.replace(draft(RAIN), declarations=(Declaration("tags", "Nonlinear Narrative"),))
    (intent,) = read_intents(story, find_parts(story)).items
    assert (intent.text, intent.span) == ("the order is shuffled on purpose", None)


def test_other_declarations_are_no_intents() -> None:
    story = msgspec.structs.replace(draft(RAIN), declarations=(Declaration("summary", "Nonlinear"),))
    assert read_intents(story, find_parts(story)).items == ()
