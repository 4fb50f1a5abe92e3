"""Latin forms and meanings from the data of William Whitaker's Words, which are free for any use."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from training.foreign.tags import Form, tag

_CASES = {"NOM": "nom", "GEN": "gen", "DAT": "dat", "ACC": "acc", "ABL": "abl", "VOC": "voc", "LOC": "loc"}
_GENDERS = {"M": "m", "F": "f", "N": "n", "C": "c", "X": "c"}
_PARTS = {"ADV": "r", "CONJ": "c", "INTERJ": "i", "PREP": "e"}
_PRONOUNS = {
    "ego": "s 1 c ego mei mihi me me", "tu": "s 2 c tu tui tibi te te", "nos": "p 1 c nos nostri nobis nos nobis", "vos": "p 2 c vos vestri vobis vos vobis",
    "se": "s 3 c - sui sibi se se",
}  # fmt: skip
_TABLES = {
    "hic": "hic haec hoc huius huius huius huic huic huic hunc hanc hoc hoc hac hoc; hi hae haec horum harum horum his his his hos has haec his his his",
    "ille": "ille illa illud illius illius illius illi illi illi illum illam illud illo illa illo; illi illae illa illorum illarum illorum illis illis illis illos illas illa illis illis illis",
    "is": "is ea id eius eius eius ei ei ei eum eam id eo ea eo; ei eae ea eorum earum eorum eis eis eis eos eas ea eis eis eis",
    "qui": "qui quae quod cuius cuius cuius cui cui cui quem quam quod quo qua quo; qui quae quae quorum quarum quorum quibus quibus quibus quos quas quae quibus quibus quibus",
    "quis": "quis quis quid cuius cuius cuius cui cui cui quem quem quid quo quo quo; - - - - - - - - - - - - - - -",
    "ipse": "ipse ipsa ipsum ipsius ipsius ipsius ipsi ipsi ipsi ipsum ipsam ipsum ipso ipsa ipso; ipsi ipsae ipsa ipsorum ipsarum ipsorum ipsis ipsis ipsis ipsos ipsas ipsa ipsis ipsis ipsis",
    "iste": "iste ista istud istius istius istius isti isti isti istum istam istud isto ista isto; isti istae ista istorum istarum istorum istis istis istis istos istas ista istis istis istis",
}  # fmt: skip
_MEANINGS = {"ego": "I", "tu": "you", "nos": "we", "vos": "you", "se": "oneself", "hic": "this", "ille": "that / he", "is": "he / that", "qui": "who / which",
             "quis": "who / what", "ipse": "self", "iste": "that"}  # fmt: skip


class Ending(NamedTuple):
    part: str
    kind: tuple[int, int]
    marks: tuple[str, ...]
    stem: int
    ending: str


def lexicon(folder: Path) -> tuple[list[Form], set[tuple[str, str, str]]]:
    endings = list(_endings(folder / "INFLECTS.LAT"))
    forms: dict[Form, None] = {}
    glosses: dict[tuple[str, str], str] = {}
    for line in (folder / "DICTLINE.GEN").read_text("latin-1").splitlines():
        stems, rest = [line[at : at + 19].strip() for at in (0, 19, 38, 57)], line[76:]
        part, *kind = rest[:24].split()
        codes, meaning = rest[24:34].split(), rest[34:].strip()
        if len(codes) < 5 or codes[3] not in ("AB") or part not in ("N", "V", "ADJ", *_PARTS):
            continue
        made = list(_inflected(part, kind, stems, endings))
        for form in made:
            forms[form] = None
            glosses.setdefault((form.lemma, form.tags[0]), _short(meaning))
    for form in _pronouns():
        forms[form] = None
        glosses.setdefault((form.lemma, form.tags[0]), _MEANINGS[form.lemma])
    return list(forms), {(lemma, part, gloss) for (lemma, part), gloss in glosses.items()}


def _short(meaning: str) -> str:
    plain = re.sub(r"\([^)]*\)|\[[^\]]*\]|[|]", "", meaning)
    pieces = [piece.strip() for piece in re.split(r"[;,/]", plain)]
    return " / ".join([piece for piece in pieces if piece][:3])


def _endings(path: Path) -> Iterator[Ending]:
    for line in path.read_text("latin-1").splitlines():
        words = line.split("--")[0].split()
        if (
            len(words) < 6
            or words[3] == "X"
            or words[0] not in ("N", "ADJ", "V", "VPAR")
            or words[-2] != "X"
            or words[-1] not in "AB"
        ):
            continue
        size = next(at for at in range(len(words) - 3, 2, -1) if words[at].isdigit() and words[at - 1].isdigit())
        ending = words[size + 1] if size + 1 < len(words) - 2 else ""
        yield Ending(words[0], (int(words[1]), int(words[2])), tuple(words[3 : size - 1]), int(words[size - 1]), ending)


def _inflected(part: str, kind: list[str], stems: list[str], endings: list[Ending]) -> Iterator[Form]:
    if part in _PARTS:
        yield Form(
            stems[0].casefold(), stems[0].casefold(), tag(_PARTS[part], case=_CASES.get(kind[0], "") if kind else "")
        )
        return
    which = (int(kind[0]), int(kind[1]))
    made = [form for ending in endings if _fits(ending, part, which, kind) for form in _joined(ending, stems, kind)]
    lemma = _headword(part, made) or stems[0].casefold()
    yield from (form._replace(lemma=lemma) for form in made)


def _fits(ending: Ending, part: str, which: tuple[int, int], kind: list[str]) -> bool:
    if ending.part != part and not (part == "V" and ending.part == "VPAR"):
        return False
    if ending.kind[0] not in (0, which[0]) or ending.kind[1] not in (0, which[1]):
        return False
    if ending.kind[0] == 0 and which[0] in (5, 9) and part != "V":
        return False
    if part == "N":
        gender = ending.marks[2]
        return gender == "X" or gender == kind[2] or (gender == "C" and kind[2] in "MFC")
    if part == "ADJ":
        return ending.marks[-1] == "POS"
    return "DEP" not in kind or ending.part == "VPAR" or ending.marks[1] == "PASSIVE"


def _joined(ending: Ending, stems: list[str], kind: list[str]) -> Iterator[Form]:
    stem = stems[ending.stem - 1] if ending.stem <= len(stems) else ""
    if not stem or stem == "zzz":
        return
    word = (stem + ending.ending).casefold()
    marks = ending.marks
    if ending.part in ("N", "ADJ"):
        gender = _GENDERS[kind[2] if ending.part == "N" else marks[2]]
        genders = (
            "mf"
            if ending.part == "ADJ" and marks[2] == "C"
            else gender
            if gender != "c" or ending.part == "N"
            else "mfn"
        )
        for one in genders:
            yield Form(word, "", tag("n" if ending.part == "N" else "a", one, marks[1].lower(), _CASES[marks[0]]))
    elif ending.part == "VPAR":
        if (
            marks[3] == "PRES"
            or (mood_of(marks) == "ger" and marks[4] != "PASSIVE")
            or marks[0] not in ("NOM", "ACC", "VOC")
        ):
            return
        for one in "mfn" if marks[2] == "X" else "mf" if marks[2] == "C" else _GENDERS[marks[2]]:
            yield Form(word, "", tag("v", one, marks[1].lower(), _CASES[marks[0]], "", mood_of(marks)))
    else:
        tense, voice, mood, person, number, *_ = marks
        if tense in ("IMPF", "FUT", "PERF") and not (person == "3" or (person, number) == ("1", "S")):
            return
        if mood == "SUB" and (tense != "PRES" or (person, number) in (("1", "S"), ("2", "P"))):
            return
        if voice == "PASSIVE" and (tense != "PRES" or mood not in ("IND", "INF")) and "DEP" not in kind:
            return
        name = {
            "IND": {"PRES": "ind", "PERF": "prt", "FUT": "fut"}.get(tense, "imf"),
            "SUB": "sub",
            "IMP": "imp",
            "INF": "inf",
        }[mood]
        one = "p" if number == "P" else "s" if number == "S" else ""
        if tense in ("PRES", "PERF", "FUT", "IMPF"):
            yield Form(word, "", tag("v", "", one, "", person if person in "123" else "", name))


def mood_of(marks: tuple[str, ...]) -> str:
    return "pp" if marks[3:5] == ("PERF", "PASSIVE") else "ger"


def _headword(part: str, made: list[Form]) -> str:
    wanted = {"N": ("n", "s.nom"), "ADJ": ("a", "m.s.nom")}.get(part)
    if wanted:
        found = [form.form for form in made if wanted[1] in form.tags] or [
            form.form for form in made if "p.nom" in form.tags
        ]
    else:
        found = sorted(
            (form.form for form in made if form.tags == "v..s..1.ind"),
            key=lambda one: not one.endswith(("o", "or", "m")),
        )
    return found[0] if found else ""


def _pronouns() -> Iterator[Form]:
    for lemma, row in _PRONOUNS.items():
        number, person, gender, *cases = row.split()
        for case, form in zip(("nom", "gen", "dat", "acc", "abl"), cases, strict=True):
            if form != "-":
                yield Form(form, lemma, tag("p", gender, number, case, person))
    for lemma, table in _TABLES.items():
        for number, row in zip("sp", table.split(";"), strict=True):
            for at, form in enumerate(row.split()):
                if form != "-":
                    yield Form(
                        form, lemma, tag("d", "mfn"[at % 3], number, ("nom", "gen", "dat", "acc", "abl")[at // 3])
                    )
