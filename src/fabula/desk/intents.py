"""Intents that the author declares in `fabula.toml`, read as an author's note would be."""

import msgspec

from fabula.desk.config import DeclaredIntent, Settings
from fabula.reading import Intent, Parts
from fabula.stages.intents import read_intents
from fabula.story import Draft, Part, PartKind, Place, Source, Span


def declared_intents(settings: Settings) -> tuple[Intent, ...]:
    """The intents of the settings; a plain sentence that we do not understand is kept and silences nothing."""
    intents: list[Intent] = []
    for declared in settings.intents:
        if isinstance(declared, DeclaredIntent):
            intents.append(Intent(declared.text, None, declared.silences))
        else:
            intents += _understood(declared) or [Intent(declared, None, ())]
    return tuple(intents)


def _understood(sentence: str) -> list[Intent]:
    if not sentence.strip():
        return []
    draft = Draft()
    draft.open(declared=PartKind.NOTE)
    draft.verbatim(sentence, Place("", 0, 0, len(sentence)))
    story = draft.finish(Source("fabula.toml", "toml", ""))
    note = Parts((Part(PartKind.NOTE, Span(0, len(sentence)), "fabula.toml"),))
    return [msgspec.structs.replace(intent, span=None) for intent in read_intents(story, note).items]
