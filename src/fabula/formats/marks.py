"""Lines that are no prose: marks that break a scene, and headings that nothing but their words declare."""

import re
from collections.abc import Sequence

_MARKS = frozenset("-=*_@#~+•—–―−·∙●○◦◊◇◆■□▪★☆✦✧✩✪✶✱✳✻✽❀❁❃❈❖❦❧☙⁂⁎⁑※§¤°∞♦♠♣♥♡♪♫†‡")
_FILL = frozenset("^|/\\<>%&:.…")
_LETTERS = frozenset("xo0")
_FACE = re.compile(r"([-^ox0>@*~+=;])[_.]+[-^ox0<@*~+=;]|[^\w\s-]-[^\w\s-]|\^\^|<3+|[:;=]-?[/\\|>*ox0]")
_SPELT = re.compile(
    r"\W*(?:x[xo]*x\W+)?(?:scene|line|page|section|time)[\s\-]?(?:break|skip|jump|lapse)(?:\W+x[xo]*x)?\W*",
    re.I,
)

_CARDINAL = (
    r"(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|(?:thir|four|fif|six|seven|eigh|nine)teen"
    r"|(?:twen|thir|for|fif|six|seven|eigh|nine)ty(?:[\s\-](?:one|two|three|four|five|six|seven|eight|nine))?"
    r"|(?:one |a )?hundred)"
)
_ORDINAL = r"(?:the\s+)?(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|last|final)"
_NUMBER = rf"(?:\d{{1,4}}(?:[./]\d{{1,4}})?[a-c]?|[ivxlc]{{1,8}}|{_CARDINAL}|{_ORDINAL})"
_KINDS = (
    (1, rf"(?:part|book|volume|vol\.|act|arc)\s+{_NUMBER}|{_ORDINAL}\s+part"),
    (2, rf"(?:chapter|episode)\s+{_NUMBER}|(?:ch|chap|ep)\.?\s*\d{{1,4}}|{_ORDINAL}\s+chapter"),
    (2, rf"(?:prologue|epilogue|interlude|intermission|preface|foreword|afterword|coda)(?:\s+{_NUMBER})?"),
    (3, rf"(?:scene|section)\s+{_NUMBER}"),
)
_OPENINGS = tuple((level, re.compile(rf"(?:{words})(?![\w'’])", re.IGNORECASE)) for level, words in _KINDS)
_SEPARATOR = re.compile(r"\s*[:–—|~]|\s+-{1,2}\s|\.\s+|\s*\(")
_DAY = re.compile(r"(?:day|night|week|month|year)\s+\d{1,4}", re.IGNORECASE)
_ROMAN = re.compile(r"(?=[IVXL])(?:XL|L?X{0,3})(?:IX|IV|V?I{0,3})")
_TRIM = "*_~=-–—#+•|<>[]{} \t\u00a0"
_LONGEST = 90


def is_break(line: str) -> bool:
    """True where a line only parts two scenes: `***`, `* * *`, a lone `#`, `-x-x-`, `oOo`, `~*~`.

    A signature ("- E", "xx", "xoxo"), a smile (`-_-`) and a pause ("...") are none; "scene break" is one.
    """
    bare = "".join(line.split()).lower()
    if not bare or len(line) > 400:
        return False
    if _MARKS.issuperset(bare):
        return not _FACE.fullmatch(bare)
    if (_MARKS | _FILL | _LETTERS).issuperset(bare):
        return _patterned(bare)
    return len(line) < 60 and bool(_SPELT.fullmatch(line.strip()))


def _patterned(bare: str) -> bool:
    """True where marks and x, o, 0 make an ornament: the same from both sides, or a unit repeated."""
    plain = bare.replace("0", "o")
    kinds = set(plain)
    if len(plain) < 3 or _FACE.fullmatch(bare):
        return False
    if kinds == {"x", "o"}:
        return len(plain) > 4 or plain == "oxo"
    if kinds <= set(".…:"):
        return len(plain) > 4
    mirrored = plain[::-1].translate(str.maketrans("<>/\\", "><\\/"))
    return plain in (mirrored, plain[::-1]) or _repeats(plain)


def _repeats(bare: str) -> bool:
    """True where one short unit stands at least three times (`-x-x-x`, the last one perhaps cut)."""
    size = len(bare)
    return any(size >= 3 * unit and bare == (bare[:unit] * size)[:size] for unit in range(1, 7))


def heading_level(line: str) -> int:
    """1 for a part or book, 2 for a chapter, prologue or roman numeral, 3 for a scene; 0 for other lines.

    Only the words decide: "Chapter 1", "CHAPTER ONE: Title" and "* Epilogue *" are headings, "Chapter one was
    dull." is none. A lone arabic numeral, or a roman one of a single letter, needs its neighbours: see
    `numbered`.
    """
    text = line.strip().strip(_TRIM).strip()
    if not text or len(text) > _LONGEST or is_break(line):
        return 0
    for level, opening in _OPENINGS:
        found = opening.match(text)
        if found and _is_title(text, text[found.end() :]):
            return level
    if _DAY.fullmatch(text):
        return 2
    roman = text.removesuffix(".")
    return 2 if len(roman) > 1 and set(roman) != {"X"} and _ROMAN.fullmatch(roman) else 0


def _is_title(text: str, rest: str) -> bool:
    """True where a title follows the number: nothing, words after a colon or dash, or in title case."""
    if not rest.strip(" .:?!/"):
        return True
    if not text[0].isupper():
        return False
    separated = _SEPARATOR.match(rest)
    if separated and (":" in separated.group() or rest.rstrip()[-1] not in ".,;"):
        return True
    words = [word for word in re.findall(r"[^\W\d_][\w'’]*", rest) if len(word) > 3]
    return rest.rstrip()[-1] not in ".,;" and bool(words) and all(word[0].isupper() for word in words)


def numeral(line: str) -> int:
    """The number that is all of a line ("12", "IV.", "- 3 -"), arabic or in roman capitals; 0 for none."""
    text = line.strip().strip(_TRIM).removesuffix(".").strip()
    if text.isascii() and text.isdigit() and len(text) <= 3:
        return int(text)
    if not text or not _ROMAN.fullmatch(text):
        return 0
    values = {"I": 1, "V": 5, "X": 10, "L": 50}
    worth = [values[letter] for letter in text]
    return sum(-one if one < after else one for one, after in zip(worth, [*worth[1:], 0], strict=True))


def numbered(lines: Sequence[str]) -> set[int]:
    """Indexes of the lines that are lone numbers counting up from 1 (I, II, III or 1, 2, 3), and so headings.

    At least 1 and 2 must be there; a count may begin again (in a second part).
    """
    counted = ((index, numeral(line), any(map(str.isdigit, line))) for index, line in enumerate(lines))
    found = [(index, value, arabic) for index, value, arabic in counted if value]
    kept: set[int] = set()
    for arabic in (True, False):
        run: list[int] = []
        for index, value, kind in found:
            if kind is not arabic:
                continue
            if value == 1:
                run = _keep(run, kept)
                run.append(index)
            elif run and value == len(run) + 1:
                run.append(index)
        _keep(run, kept)
    return kept


def _keep(run: list[int], kept: set[int]) -> list[int]:
    """Keep a count that got at least to two; an empty list to begin the next with."""
    if len(run) > 1:
        kept.update(run)
    return []
