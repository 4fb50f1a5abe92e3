"""What we understood: one frozen layer per module, and the reading that holds them."""

from fabula.reading.cast import Alias, Cast, Character, Form, Kind, Mention, Mentions
from fabula.reading.intents import Intent, Intents
from fabula.reading.lexicon import Lexicon
from fabula.reading.parts import Parts
from fabula.reading.proof import Lint, Proof
from fabula.reading.quotations import Quotation, Quotations, QuoteStyle, SpeechType
from fabula.reading.reading import Reading, words_of_story
from fabula.reading.scenes import Break, Scene, Scenes, Time
from fabula.reading.sentences import Sentences, Tokens

__all__ = [
    "Alias",
    "Break",
    "Cast",
    "Character",
    "Form",
    "Intent",
    "Intents",
    "Kind",
    "Lexicon",
    "Lint",
    "Mention",
    "Mentions",
    "Parts",
    "Proof",
    "Quotation",
    "Quotations",
    "QuoteStyle",
    "Reading",
    "Scene",
    "Scenes",
    "Sentences",
    "SpeechType",
    "Time",
    "Tokens",
    "words_of_story",
]
