"""Common nouns that the story uses for one person, like a name: "the Ferryman", "my aunt", "the old woman"."""

import re
from collections import Counter, defaultdict
from collections.abc import Sequence

from fabula.reading import Form, Mention, Mentions
from fabula.stages.naming.phrases import ANYONE
from fabula.story import Span

_FIXED = re.compile(r"(?:the|this|that|my|your|his|her|our|their|[\w’'-]+(?:['’]s|s['’])) \w", re.IGNORECASE)
_NEW = re.compile(r"(?:a|an) \w", re.IGNORECASE)
_WORDS, _TELLING = 7, 3
"""Words of an alias at most; and at least, where it turns on a man or a woman, who may be anybody."""
_SHARE = 0.6
"""Of the places where a noun stands, those that must mean the one character whose alias it is."""
_GUESS, _SURE, _PLAIN = 0.3, 0.5, 0.7
"""How surely one place must mean somebody who has no name, or who has one; for a single place of the latter, how plainly."""


def noun_aliases(text: str, mentions: Mentions) -> dict[int, dict[str, Sequence[Span]]]:
    """For each character the nouns that mean it, with their places.

    Who has a name gets those that mean nobody else and come twice or are plain; who has none gets all that are surely meant.
    """
    everywhere: Counter[str] = Counter()
    own: defaultdict[int, defaultdict[str, list[Mention]]] = defaultdict(lambda: defaultdict(list))
    named = {one.character for one in mentions.items if one.form is Form.NAME}
    for one in mentions.items:
        if one.form is not Form.NOUN:
            continue
        phrase = _phrase(text, one.span)
        everywhere[phrase] += 1
        if one.character is not None:
            own[one.character][phrase].append(one)
    return {
        id: {
            phrase: tuple(one.span for one in places)
            for phrase, places in phrases.items()
            if _is_alias(phrase, places, everywhere[phrase], id in named)
        }
        for id, phrases in own.items()
    }


def _is_alias(phrase: str, places: Sequence[Mention], everywhere: int, named: bool) -> bool:
    if len(phrase.split()) > _WORDS or re.search(r"[,;:—\"“”]|--", phrase):
        return False
    if max(one.confidence for one in places) < (_SURE if named else _GUESS) or len(places) < _SHARE * everywhere:
        return False
    if _FIXED.match(phrase):
        if named and len(phrase.split()) < _TELLING and phrase.split()[-1] in ANYONE:
            return False
        return not named or len(places) > 1 or places[0].confidence >= _PLAIN
    return not named and bool(_NEW.match(phrase))


def _phrase(text: str, span: Span) -> str:
    """The words of a noun with single spaces, its article or possessive small."""
    words = text[span.start : span.end].split()
    if len(words) > 1 and not words[0].isupper() and _FIXED.match(" ".join(words).lower()):
        words[0] = words[0][0].lower() + words[0][1:] if not words[0].endswith(("'s", "’s")) else words[0]
    elif len(words) > 1 and words[0] in ("A", "An"):
        words[0] = words[0].lower()
    return " ".join(words)
