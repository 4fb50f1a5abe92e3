"""Every form of every word that we know by hand, by language."""

from collections.abc import Callable, Iterator
from pathlib import Path

from training.foreign import french, german, italian, latin, portuguese, romaji, russian, spanish
from training.foreign.tags import Form, Line, read_words

Glosses = set[tuple[str, str, str]]
OF_LINE: dict[str, Callable[[Line], Iterator[Form]]] = {
    "fr": french.forms, "es": spanish.forms, "it": italian.forms, "pt": portuguese.forms, "de": german.forms,
}  # fmt: skip


def lexicon(language: str, folder: Path, whitaker: Path, often: dict[str, float]) -> tuple[list[Form], Glosses]:
    """The forms with their tags, and (lemma, part of speech, meanings)."""
    if language == "la":
        return latin.lexicon(whitaker)
    path = folder / f"{language}.txt"
    lines = list(read_words(path)) if path.exists() else []
    if language == "ru":
        return russian.lexicon(lines, often)
    of_line = OF_LINE.get(language, romaji.forms)
    forms: list[Form] = []
    meanings_of = german.MEANINGS if language == "de" else {}
    glosses: dict[tuple[str, str], list[str]] = {}
    for line in lines:
        made = list(of_line(line))
        forms += made
        for lemma, part in {(form.lemma, form.tags[:1]) for form in made}:
            meanings = glosses.setdefault((lemma, part), [])
            meanings += [meaning for meaning in line.gloss.split(" / ") if meaning not in meanings]
    glosses |= {(lemma, "d"): [meaning] for lemma, meaning in meanings_of.items()}
    return forms, {(lemma, part, " / ".join(meanings)) for (lemma, part), meanings in glosses.items()}
