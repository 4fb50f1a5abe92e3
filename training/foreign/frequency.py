"""How common words are, from wordfreq (its data are under CC BY-SA 4.0, and so are the tables made with them)."""

import re

KEEP = {
    "fr": 3.0, "es": 3.0, "de": 3.0, "it": 3.0, "pt": 3.0, "ru": 3.0, "pl": 3.2, "nl": 3.2, "sv": 3.2, "uk": 3.2, "el": 3.4,
    "ro": 3.4,
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
