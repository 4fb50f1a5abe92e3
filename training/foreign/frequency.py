"""How common words are, from wordfreq (its data are under CC BY-SA 4.0, and so are the tables made with them)."""

import re

KEEP = {
    "fr": 3.3, "es": 3.3, "de": 3.3, "it": 3.3, "pt": 3.4, "ru": 3.2, "pl": 3.5, "nl": 3.5, "sv": 3.6, "uk": 3.6, "el": 3.7,
    "ro": 3.7,
}  # fmt: skip
"""The least Zipf frequency of a word that we keep without knowing more of it."""
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")


def zipf(language: str) -> dict[str, float]:
    """The Zipf frequency of every word of one or more letters; nothing for a language that wordfreq lacks."""
    from math import log10

    from wordfreq import get_frequency_dict

    if language not in {*KEEP, "ja", "zh", "ko", "ar", "hi"}:
        return {}
    table = get_frequency_dict(language, wordlist="best")
    return {word: round(log10(often) + 9, 2) for word, often in table.items() if often > 1e-7 and _WORD.fullmatch(word)}
