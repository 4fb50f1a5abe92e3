"""What can be said of a foreign phrase: what it means, how it is spelt at home, and whether it is right."""

from fabula.reading import Phrase, Verdict
from fabula.stages.foreign.library import Library, Line, readings
from fabula.stages.foreign.spans import Found, Known, phrases_at
from fabula.story import Span


def judge(text: str, found: Found, library: Library, known: Known) -> Phrase:
    """The phrase, read and checked."""
    words = found.words
    native, gloss = [], []
    at = 0
    whole = True
    while at < len(words):
        lines = list(phrases_at(words, at, found.language, library))
        if lines:
            count, line = lines[0]
            native.append(line.native)
            gloss.append(line.entry.gloss[0])
            at += count
            whole = whole and not line.kind
            continue
        found_words = readings(library, found.language, words[at].low)
        native.append(found_words[0].form if found_words else words[at].text)
        gloss.append(found_words[0].gloss.split(" / ")[0] if found_words else "")
        whole = False
        at += 1
    return Phrase(
        span=found.span, language=found.language, romanised=False, verdict=Verdict.RIGHT if whole else Verdict.UNCHECKED,
        confidence=0.8, native=" ".join(native), gloss=" ".join(gloss).strip() or None,
    )  # fmt: skip
