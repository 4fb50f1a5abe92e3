"""German forms by rule: nouns in their cases, adjectives with their endings, verbs weak and strong."""

from collections.abc import Iterator

from training.foreign.regular import persons, plain_forms
from training.foreign.tags import Form, Line, tag

_PRESENT = {
    "sein": "bin bist ist sind seid sind", "haben": "habe hast hat haben habt haben", "werden": "werde wirst wird werden werdet werden",
    "wissen": "weiß weißt weiß wissen wisst wissen", "können": "kann kannst kann können könnt können", "müssen": "muss musst muss müssen müsst müssen",
    "wollen": "will willst will wollen wollt wollen", "sollen": "soll sollst soll sollen sollt sollen", "dürfen": "darf darfst darf dürfen dürft dürfen",
    "mögen": "mag magst mag mögen mögt mögen", "möchten": "möchte möchtest möchte möchten möchtet möchten", "tun": "tue tust tut tun tut tun",
}  # fmt: skip
_PAST = {
    "sein": "war",
    "haben": "hatte",
    "werden": "wurde",
    "wissen": "wusste",
    "können": "konnte",
    "müssen": "musste",
    "wollen": "wollte",
    "sollen": "sollte",
    "dürfen": "durfte",
    "mögen": "mochte",
}
_DONE = {
    "sein": "gewesen",
    "haben": "gehabt",
    "werden": "geworden",
    "wissen": "gewusst",
    "können": "gekonnt",
    "müssen": "gemusst",
    "wollen": "gewollt",
    "sollen": "gesollt",
    "dürfen": "gedurft",
    "mögen": "gemocht",
}
_COMMAND = {"sein": "sei", "haben": "hab", "werden": "werde", "wissen": "wisse"}
_CASES = ("nom", "acc", "dat", "gen")
_DER = {"m": "der den dem des", "f": "die die der der", "n": "das das dem des", "p": "die die den der"}
_EIN = {"m": " en em es", "f": "e e er er", "n": "  em es", "p": "e e en er"}
_STRONG = {"m": "er en em en", "f": "e e er er", "n": "es es em en", "p": "e e en er"}


def forms(line: Line) -> Iterator[Form]:
    part, *rest = line.section.split()
    if part == "n":
        yield from _noun(line.word, rest[0], line.more)
    elif part == "a":
        yield from _adjective(line.word)
    elif part == "v":
        yield from _verb(line.word, line.more)
    else:
        yield from plain_forms(line)
    if line.word == "ich":
        yield from _determiners()


def _noun(word: str, gender: str, more: tuple[str, ...]) -> Iterator[Form]:
    weak = more[1:] == ("w",)
    plural = word if gender == "p" else more[0] if more else ""
    if gender != "p":
        for case in _CASES:
            form = word
            if weak and case != "nom":
                form = plural
                form = {"Herren": "Herrn"}.get(form, form)
            elif case == "gen" and gender in "mn":
                form = f"{word}{'es' if word[-1] in 'sßxz' or len(word) <= 4 else 's'}"
                yield Form(f"{word}s", word, tag("n", gender, "s", case))
            yield Form(form, word, tag("n", gender, "s", case))
        if word == "Herz":
            yield Form("Herzen", word, tag("n", gender, "s", "dat"))
    if plural:
        every = gender if gender != "p" else "c"
        for case in _CASES:
            form = plural + ("n" if case == "dat" and plural[-1] not in "ns" else "")
            yield Form(form, word, tag("n", every, "p", case))


def _adjective(word: str) -> Iterator[Form]:
    """Without ending (behind a verb), and with the endings: mood "strong", "weak" or "mixed" says what stands before."""
    yield Form(word, word, tag("a", mood="bare"))
    stem = {"hoch": "hoh", "dunkel": "dunkl", "teuer": "teur"}.get(word, word)
    for group, number in (("m", "s"), ("f", "s"), ("n", "s"), ("p", "p")):
        gender = "c" if group == "p" else group
        weak = {"m": "e en en en", "f": "e e en en", "n": "e e en en", "p": "en en en en"}[group].split()
        mixed = {"m": "er en en en", "f": "e e en en", "n": "es es en en", "p": "en en en en"}[group].split()
        for kind, ends in (("strong", _STRONG[group].split()), ("weak", weak), ("mixed", mixed)):
            for case, end in zip(_CASES, ends, strict=True):
                base = stem[:-1] if stem.endswith("e") else stem
                yield Form(base + end, word, tag("a", gender, number, case, mood=kind))


def _determiners() -> Iterator[Form]:
    for group, number in (("m", "s"), ("f", "s"), ("n", "s"), ("p", "p")):
        gender = "c" if group == "p" else group
        for case, form in zip(_CASES, _DER[group].split(), strict=True):
            yield Form(form, "der", tag("d", gender, number, case, mood="weak"))
        for lemma in ("dies", "jed", "welch", "jen", "all", "manch", "solch"):
            for case, end in zip(
                _CASES, {**_STRONG, "m": "er en em es", "n": "es es em es"}[group].split(), strict=True
            ):
                yield Form(lemma + end, f"{lemma}er", tag("d", gender, number, case, mood="weak"))
        for lemma in ("ein", "kein", "mein", "dein", "sein", "ihr", "Ihr", "unser", "euer"):
            if lemma == "ein" and group == "p":
                continue
            for case, end in zip(_CASES, _EIN[group].split(" "), strict=True):
                stem = "eur" if lemma == "euer" and end else lemma
                yield Form(stem + end, lemma, tag("d", gender, number, case, mood="mixed"))


MEANINGS = {
    "der": "the", "dieser": "this", "jeder": "every", "welcher": "which", "jener": "that", "aller": "all", "mancher": "some", "solcher": "such",
    "ein": "a", "kein": "no", "mein": "my", "dein": "your", "sein": "his", "ihr": "her / their", "Ihr": "your", "unser": "our", "euer": "your",
}  # fmt: skip


def _verb(verb: str, more: tuple[str, ...]) -> Iterator[Form]:
    stem = verb.removesuffix("n") if verb.endswith(("ern", "eln", "tun")) else verb.removesuffix("en")
    yield Form(verb, verb, tag("v", mood="inf"))
    link = "e" if stem.endswith(("t", "d", "tm", "ffn", "chn")) else ""
    third = more[0] if more else f"{stem}{link}t"
    you = _second(stem, third, link)
    present = _PRESENT[verb].split() if verb in _PRESENT else [f"{stem}e", you, third, verb, f"{stem}{link}t", verb]
    yield from persons(verb, "ind", present)
    past = _PAST.get(verb) or (more[2] if len(more) > 2 else f"{stem}{link}te")
    ends = ["", "st", "", "n", "t", "n"] if past.endswith("e") else ["", "st", "", "en", "t", "en"]
    yield from persons(verb, "prt", [past + end for end in ends])
    changed = (
        third.removesuffix("t") if more and "ie" in third + "i" and third[: len(stem)] != stem[: len(third)] else stem
    )
    for command in {_COMMAND.get(verb, changed if _breaks(stem, third) else stem + link), f"{stem}e"}:
        yield Form(command, verb, tag("v", "", "s", "", "2", "imp"))
    yield Form(present[4], verb, tag("v", "", "p", "", "2", "imp"))
    done = _DONE.get(verb) or (more[1] if len(more) > 1 else f"ge{stem}{link}t")
    yield Form(done, verb, tag("v", mood="pp"))


def _breaks(stem: str, third: str) -> bool:
    """Whether e turns to i in the command: gib, nimm, sieh."""
    return "e" in stem and "i" in third and "ie" not in stem and not third.startswith(stem)


def _second(stem: str, third: str, link: str) -> str:
    base = third.removesuffix("t")
    if base.endswith(("s", "ß", "x", "z")):
        return f"{base}t"
    return f"{stem}est" if link and third == f"{stem}{link}t" else f"{base}st"
