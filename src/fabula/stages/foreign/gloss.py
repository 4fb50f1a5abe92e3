"""What a phrase means: from the phrasebook where it stands there, else word by word."""

from fabula.stages.foreign.analysis import Item
from fabula.stages.foreign.units import Unit
from fabula.stages.foreign.words import Word

_WHO = {("s", "1"): "I", ("s", "2"): "you", ("p", "1"): "we", ("p", "2"): "you", ("p", "3"): "they"}
_SUBJECTLESS = frozenset(("es", "it", "pt", "la", "ru", "uk", "pl", "ro", "el"))
_MEANINGS = 3


def gloss_of(
    units: tuple[Unit, ...], items: tuple[Item, ...], words: tuple[Word, ...], language: str
) -> tuple[str | None, str]:
    """The meaning, and where it is from: "phrasebook", "word by word", or "" with None where we know nothing."""
    if len(units) == 1 and units[0].lines:
        return " / ".join(units[0].lines[0].entry.gloss[:_MEANINGS]), "phrasebook"
    pieces = [_meaning(unit, items, words, language, len(units)) for unit in units]
    if not any(pieces):
        return None, ""
    return " · ".join(piece or "…" for piece in pieces), "phrasebook" if all(
        unit.lines for unit in units
    ) else "word by word"


def _meaning(unit: Unit, items: tuple[Item, ...], words: tuple[Word, ...], language: str, count: int) -> str:
    if unit.lines and (unit.last - unit.first > 1 or not unit.lines[0].kind):
        return " / ".join(unit.lines[0].entry.gloss[: 2 if count > 2 else _MEANINGS])
    span = words[unit.first].span
    inside = [item for item in items if span.start <= item.word.span.start < span.end]
    return " ".join(filter(None, (_of_item(item, items, language, count) for item in inside)))


def _of_item(item: Item, items: tuple[Item, ...], language: str, count: int) -> str:
    known = [one for one in item.readings if one.gloss]
    if not known:
        return ""
    best = known[0]
    meanings = list(
        dict.fromkeys(
            meaning for one in known if one.lemma == best.lemma or count == 1 for meaning in one.gloss.split(" / ")
        )
    )
    who = ""
    if (
        best.part == "v"
        and best.mood == "ind"
        and language in _SUBJECTLESS
        and not any(one.case == "nom" for other in items for one in other.of("p"))
    ):
        who = _WHO.get((best.number, best.person), "")
    return f"{who} {' / '.join(meanings[: 2 if count > 1 else _MEANINGS])}".strip()
