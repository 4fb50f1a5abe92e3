"""Russian forms by pymorphy3, whose dictionary is OpenCorpora's (CC BY-SA 3.0): of the words we gloss, and of common words."""

from training.foreign.tags import Form, Line, tag

_PARTS = {"NOUN": "n", "ADJF": "a", "ADJS": "a", "PRTF": "a", "PRTS": "a", "VERB": "v", "INFN": "v", "GRND": "v", "NPRO": "p", "NUMR": "m",
          "ADVB": "r", "PRED": "r", "COMP": "r", "PREP": "e", "CONJ": "c", "PRCL": "i", "INTJ": "i"}  # fmt: skip
_CASES = {
    "nomn": "nom",
    "gent": "gen",
    "datv": "dat",
    "accs": "acc",
    "ablt": "ins",
    "loct": "loc",
    "voct": "voc",
    "gen2": "gen",
    "loc2": "loc",
    "acc2": "acc",
}
_GENDERS = {"masc": "m", "femn": "f", "neut": "n", "ms-f": "c"}
_COMMON = 3.6
"""Zipf frequency from which a word is worth its forms' tags though we have no meaning for it."""
_NEVER = frozenset(("Name", "Surn", "Patr", "Geox", "Orgn", "Trad", "Abbr", "Init", "Erro", "Arch", "Dist", "Slng"))
_GOVERNMENT = frozenset("gen dat ins acc loc any".split())


def lexicon(lines: list[Line], often: dict[str, float]) -> tuple[list[Form], set[tuple[str, str, str]]]:
    from pymorphy3 import MorphAnalyzer

    morph = MorphAnalyzer()
    glosses: dict[tuple[str, str], list[str]] = {}
    forms: set[Form] = set()
    for line in lines:
        part, *case = line.section.split()
        found = (
            list(_of_line(morph, line, part))
            if part in "nav"
            else [Form(line.word, line.word, tag(part, case="".join(case)))]
        )
        forms.update(found)
        for lemma, one in {(form.lemma, form.tags[0]) for form in found}:
            kept = glosses.setdefault((lemma, one), [])
            kept += [meaning for meaning in line.gloss.split(" / ") if meaning not in kept]
    pronouns = _pronouns()
    declined = {form.form for form in pronouns}
    forms = {form for form in forms if form.tags != "p....." or form.form not in declined} | pronouns
    for word, zipf in often.items():
        if zipf >= _COMMON and word not in declined:
            forms.update(_reading(parse) for parse in morph.parse(word) if _is_plain(parse))
    return sorted(forms), {(lemma, part, " / ".join(meanings)) for (lemma, part), meanings in glosses.items()}


def _of_line(morph, line: Line, part: str):  # type: ignore[no-untyped-def]
    parses = [one for one in morph.parse(line.word) if _PARTS.get(str(one.tag.POS)) == part and one.is_known]
    if not parses:
        yield Form(line.word, line.word, tag(part, case="nom" if part == "n" else ""))
        return
    best = next((one for one in parses if one.normal_form == line.word), parses[0])
    for one in best.lexeme:
        if (
            not _NEVER & set(one.tag.grammemes)
            and _PARTS.get(str(one.tag.POS))
            and _PARTS[str(one.tag.POS)] == part
            and not _is_variant(one)
        ):
            yield _reading(one)._replace(lemma=best.normal_form)


def _is_variant(parse) -> bool:  # type: ignore[no-untyped-def]
    return bool(
        {"V-oy", "V-ey", "V-be", "V-en", "V-ej", "V-bi", "V-ie", "Supr", "Infr", "Slng"}
        & set(map(str, parse.tag.grammemes))
    )


def _is_plain(parse) -> bool:  # type: ignore[no-untyped-def]
    if (
        not parse.is_known
        or _NEVER & set(parse.tag.grammemes)
        or str(parse.tag.POS) not in _PARTS
        or _is_variant(parse)
    ):
        return False
    return parse.score > 0.02


def _reading(parse) -> Form:  # type: ignore[no-untyped-def]
    grammemes = parse.tag
    part = _PARTS[str(grammemes.POS)]
    gender = _GENDERS.get(str(grammemes.gender), "")
    if "ms-f" in grammemes or "Ms-f" in grammemes:
        gender = "c"
    number = {"sing": "s", "plur": "p"}.get(str(grammemes.number), "")
    case = _CASES.get(str(grammemes.case), "")
    person = str(grammemes.person or "").removesuffix("per")
    mood = ""
    if part == "v":
        mood = (
            "inf"
            if grammemes.POS == "INFN"
            else "ger"
            if grammemes.POS == "GRND"
            else "imp"
            if grammemes.mood == "impr"
            else "past"
            if grammemes.tense == "past"
            else "ind"
        )
        person = "2" if mood == "imp" else person
    elif grammemes.POS in ("ADJS", "PRTS"):
        mood = "short"
    elif part in "na" and case == "acc":
        mood = {"anim": "anim", "inan": "inan"}.get(str(grammemes.animacy), "")
    if part == "a" and not gender and number == "p":
        gender = "c"
    return Form(parse.word, parse.normal_form, tag(part, gender, number, case, person, mood))


def _pronouns() -> set[Form]:
    table = {
        "я": "s 1 я меня мне меня мной мне", "ты": "s 2 ты тебя тебе тебя тобой тебе", "он": "s 3 он его ему его им нём",
        "она": "s 3 она её ей её ей ней", "оно": "s 3 оно его ему его им нём", "мы": "p 1 мы нас нам нас нами нас",
        "вы": "p 2 вы вас вам вас вами вас", "они": "p 3 они их им их ими них",
    }  # fmt: skip
    genders = {"он": "m", "она": "f", "оно": "n"}
    made: set[Form] = set()
    for lemma, row in table.items():
        number, person, *cases = row.split()
        for case, form in zip(("nom", "gen", "dat", "acc", "ins", "loc"), cases, strict=True):
            made.add(Form(form, lemma, tag("p", genders.get(lemma, "c"), number, case, person)))
            if person == "3" and case not in ("nom", "loc"):
                made.add(Form(f"н{form}", lemma, tag("p", genders.get(lemma, "c"), number, case, person, "prep")))
    return made
