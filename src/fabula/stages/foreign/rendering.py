"""A phrase put right: in its own script, and as the author would write it."""

import re

from rapidfuzz import fuzz

from fabula.packs import ROMANISED, Line, romanised, scheme_of
from fabula.stages.foreign.analysis import Item
from fabula.stages.foreign.bookcase import unaccented
from fabula.stages.foreign.units import Unit

_LESS_USUAL = 4.0
_UNSPACED = frozenset(("ja", "zh"))
_KANA = {"な": "na", "か": "ka", "に": "ni", "を": "o", "が": "ga", "の": "no"}


def in_script(units: tuple[Unit, ...], items: tuple[Item, ...], language: str, words_at: tuple[int, ...]) -> str:
    """The phrase as the language writes it. `words_at[i]` is the word that item i belongs to."""
    pieces: list[str] = []
    for unit in units:
        if unit.lines:
            pieces.append(unit.lines[0].native)
            continue
        inside = [item for item, at in zip(items, words_at, strict=True) if at == unit.first]
        pieces.append(joined([native_of(item, items) for item in inside], language, "-" if len(inside) > 1 else " "))
    return joined(pieces, language)


def native_of(item: Item, items: tuple[Item, ...]) -> str:
    """The word in its own script, accents restored: the reading that most words around agree with, else the commonest."""
    if not item.readings:
        return item.word.text
    typed = [one for one in item.readings if one.form.casefold() == item.word.low]
    return (typed or list(item.readings))[0].form


def joined(pieces: list[str], language: str, space: str = " ") -> str:
    """The pieces as one phrase: no space behind an apostrophe, none at all in Japanese and Chinese."""
    text = ("" if language in _UNSPACED else space).join(pieces)
    return re.sub(r"(?<=\w)(['’]) (?=\w)", r"\1", text)


def latin_of(native: str, language: str, written: str) -> str:
    """A word of another script in the author's romanisation; a word of Latin letters as it is, of "很/hen" the second."""
    if "/" in native:
        return native.partition("/")[2]
    if language in ("ru", "uk", "el") and re.search(r"[Ͱ-ӿ]", native):
        return romanised(native, language, scheme_of(written))
    return _KANA.get(native, native)


def written_like(line: Line, written: str) -> str:
    """The line in the romanisation nearest to what the author wrote."""
    entry = line.entry
    if entry.language not in ROMANISED:
        return line.native
    choices = [
        *([] if line.kind else [line.latin]),
        *(one for one in entry.romanised if line.native == entry.native),
    ] or [line.latin]
    usual = max(
        choices, key=lambda one: fuzz.ratio(unaccented(one), unaccented(written)) - _LESS_USUAL * choices.index(one)
    )
    return usual


def suggestions_of(
    text: str, natives: list[tuple[int | str, ...]], items: tuple[Item, ...], language: str
) -> tuple[str, ...]:
    """Each way of mending as the author would write it; then the first in its own script."""
    latin = [_spelt(text, way, items, language) for way in natives]
    script = [script_of(natives[0], items, language)] if language in ROMANISED and natives else []
    return tuple(dict.fromkeys(one for one in (*latin, *script) if one and one != text))


def script_of(way: tuple[int | str, ...], items: tuple[Item, ...], language: str) -> str:
    """A way of mending in the language's own script."""
    return joined(
        [native_of(items[one], items) if isinstance(one, int) else one.partition("/")[0] for one in way], language
    )


def _spelt(text: str, way: tuple[int | str, ...], items: tuple[Item, ...], language: str) -> str:
    """The way with the author's own words where they stay, and what stood between them."""
    start = items[0].word.span.start
    out = ""
    before: int | None = None
    for one in way:
        if isinstance(one, int):
            word = items[one].word
            if before is not None and one == before + 1:
                between = text[items[before].word.span.end - start : word.span.start - start]
                tied = out.endswith(("'", "’"))
                out += (
                    ""
                    if tied
                    else between or (" " if text[items[before].word.span.end - start - 1 :][:1] in "'’" else between)
                )
            elif out and not out.endswith(("'", "’", "-")):
                out += " "
            out += word.text
            before = one
        else:
            spelt = latin_of(one, language, text)
            gap = "" if not out or out.endswith(("'", "’")) or one.startswith("-") else " "
            place = before + 1 if before is not None else 0
            if before is not None and place < len(items):
                between = text[items[before].word.span.end - start : items[place].word.span.start - start]
                gap = between if between.strip() and not one.startswith("-") else gap
            out += gap + spelt
            before = place if place < len(items) else before
    return _cased(out, text)


def _cased(spelt: str, text: str) -> str:
    first = next((letter for letter in text if letter.isalpha()), "")
    lead = re.match(r"\W*", text)
    opening = lead.group() if lead and not spelt.startswith(lead.group() or "\0") else ""
    end = re.search(r"\W*$", text)
    closing = end.group() if end and end.group().strip() and not spelt.endswith(end.group()) else ""
    body = spelt[:1].upper() + spelt[1:] if first.isupper() else spelt
    return opening + body + closing
