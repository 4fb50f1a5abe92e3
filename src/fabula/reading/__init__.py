"""What we understood: one frozen layer per module, and the reading that holds them."""

from fabula.reading.attributions import Attribution, Attributions
from fabula.reading.cast import Alias, Cast, Character, Form, Kind, Mention, Mentions, People
from fabula.reading.edits import Edit, Edits, as_it_may_read, as_it_stands, edits_of
from fabula.reading.facts import Fact, Facts, Modality, Note
from fabula.reading.habits import Habit, Habits
from fabula.reading.intents import Intent, Intents
from fabula.reading.lexicon import Lexicon
from fabula.reading.parts import Parts
from fabula.reading.phrases import LANGUAGES, Phrase, Phrases, Verdict, doubt_of, doubts, in_html
from fabula.reading.proof import Lint, Proof
from fabula.reading.quotations import Manner, Quotation, Quotations, QuoteStyle, SpeechType
from fabula.reading.reading import Reading, words_of_story, words_spoken
from fabula.reading.scenes import Break, Precedence, Scene, Scenes, Stray, StrayKind, Time
from fabula.reading.sentences import Sentences, Tokens, sentence_at
from fabula.reading.syntax import Syntax
from fabula.reading.warnings import ContentWarning, Warnings

__all__ = [
    "LANGUAGES",
    "Alias",
    "Attribution",
    "Attributions",
    "Break",
    "Cast",
    "Character",
    "ContentWarning",
    "Edit",
    "Edits",
    "Fact",
    "Facts",
    "Form",
    "Habit",
    "Habits",
    "Intent",
    "Intents",
    "Kind",
    "Lexicon",
    "Lint",
    "Manner",
    "Mention",
    "Mentions",
    "Modality",
    "Note",
    "Parts",
    "People",
    "Phrase",
    "Phrases",
    "Precedence",
    "Proof",
    "Quotation",
    "Quotations",
    "QuoteStyle",
    "Reading",
    "Scene",
    "Scenes",
    "Sentences",
    "SpeechType",
    "Stray",
    "StrayKind",
    "Syntax",
    "Time",
    "Tokens",
    "Verdict",
    "Warnings",
    "as_it_may_read",
    "as_it_stands",
    "doubt_of",
    "doubts",
    "edits_of",
    "in_html",
    "sentence_at",
    "words_of_story",
    "words_spoken",
]
