"""Italian forms by rule, and the irregular verbs."""

from collections.abc import Iterator

from training.foreign.regular import inflected, participle, persons
from training.foreign.tags import Form, Line, tag

_PRESENT = {
    "essere": "sono sei è siamo siete sono", "avere": "ho hai ha abbiamo avete hanno", "andare": "vado vai va andiamo andate vanno",
    "fare": "faccio fai fa facciamo fate fanno", "dire": "dico dici dice diciamo dite dicono", "potere": "posso puoi può possiamo potete possono",
    "volere": "voglio vuoi vuole vogliamo volete vogliono", "dovere": "devo devi deve dobbiamo dovete devono",
    "sapere": "so sai sa sappiamo sapete sanno", "venire": "vengo vieni viene veniamo venite vengono", "dare": "do dai dà diamo date danno",
    "stare": "sto stai sta stiamo state stanno", "bere": "bevo bevi beve beviamo bevete bevono", "uscire": "esco esci esce usciamo uscite escono",
    "morire": "muoio muori muore moriamo morite muoiono", "tenere": "tengo tieni tiene teniamo tenete tengono",
    "rimanere": "rimango rimani rimane rimaniamo rimanete rimangono", "salire": "salgo sali sale saliamo salite salgono",
    "scegliere": "scelgo scegli sceglie scegliamo scegliete scelgono", "piacere": "piaccio piaci piace piacciamo piacete piacciono",
    "tacere": "taccio taci tace tacciamo tacete tacciono", "sedere": "siedo siedi siede sediamo sedete siedono",
    "togliere": "tolgo togli toglie togliamo togliete tolgono", "muovere": "muovo muovi muove muoviamo muovete muovono",
}  # fmt: skip
_ISC = frozenset("capire finire preferire obbedire tradire ferire pulire guarire costruire".split())
_PARTICIPLE = {
    "essere": "stato", "fare": "fatto", "dire": "detto", "venire": "venuto", "bere": "bevuto", "morire": "morto", "rimanere": "rimasto",
    "scegliere": "scelto", "vedere": "visto", "prendere": "preso", "perdere": "perso", "chiudere": "chiuso", "chiedere": "chiesto",
    "rispondere": "risposto", "correre": "corso", "ridere": "riso", "piangere": "pianto", "scrivere": "scritto", "leggere": "letto",
    "mettere": "messo", "promettere": "promesso", "rompere": "rotto", "nascondere": "nascosto", "vivere": "vissuto", "nascere": "nato",
    "vincere": "vinto", "uccidere": "ucciso", "difendere": "difeso", "decidere": "deciso", "scendere": "sceso", "permettere": "permesso",
    "aprire": "aperto", "soffrire": "sofferto", "offrire": "offerto", "togliere": "tolto", "muovere": "mosso", "proteggere": "protetto",
    "accadere": "accaduto", "succedere": "successo", "piacere": "piaciuto", "tacere": "taciuto", "conoscere": "conosciuto", "crescere": "cresciuto",
}  # fmt: skip
_FUTURE = {
    "essere": "sar", "avere": "avr", "andare": "andr", "fare": "far", "dire": "dir", "potere": "potr", "volere": "vorr", "dovere": "dovr",
    "sapere": "sapr", "venire": "verr", "dare": "dar", "stare": "star", "bere": "berr", "tenere": "terr", "rimanere": "rimarr", "vedere": "vedr",
    "morire": "morir", "vivere": "vivr",
}  # fmt: skip
_COMMAND = {
    "essere": "sii",
    "avere": "abbi",
    "andare": "va'",
    "fare": "fa'",
    "dire": "di'",
    "sapere": "sappi",
    "dare": "da'",
    "stare": "sta'",
}
_WISH = {
    "essere": "sia", "avere": "abbia", "andare": "vada", "fare": "faccia", "dire": "dica", "potere": "possa", "volere": "voglia", "dovere": "debba",
    "sapere": "sappia", "venire": "venga", "dare": "dia", "stare": "stia", "uscire": "esca", "tenere": "tenga", "rimanere": "rimanga",
    "morire": "muoia", "salire": "salga", "bere": "beva",
}  # fmt: skip


def forms(line: Line) -> Iterator[Form]:
    return inflected(line, _plural, _four, _verb)


def _plural(word: str, gender: str) -> str:
    if word.endswith(("ca", "ga")):
        return f"{word[:-1]}he"
    if word.endswith("io"):
        return word[:-1]
    if word.endswith(("à", "ù", "è", "ì", "r")):
        return word
    if word.endswith("a") and gender == "f":
        return "ali" if word == "ala" else f"{word[:-1]}e"
    return f"{word[:-1]}i"


def _four(word: str, more: tuple[str, ...]) -> tuple[str, str, str, str]:
    if more:
        return word, more[0], more[1], more[2]
    if word.endswith("io"):
        return word, f"{word[:-1]}a", word[:-1], f"{word[:-2]}ie"
    if word.endswith("o"):
        stem = word[:-1]
        hard = "h" if stem.endswith("g") else ""
        return word, f"{stem}a", f"{stem}{hard}i", f"{stem}{hard}e"
    return word, word, f"{word[:-1]}i", f"{word[:-1]}i"


def _verb(verb: str, _more: tuple[str, ...]) -> Iterator[Form]:
    ending, stem = verb[-3:], verb[:-3]
    yield Form(verb, verb, tag("v", mood="inf"))
    present = _PRESENT[verb].split() if verb in _PRESENT else _present(verb, stem, ending)
    yield from persons(verb, "ind", present)
    root = {"fare": "face", "dire": "dice", "bere": "beve"}.get(verb, verb[:-2])
    slow = (
        "ero eri era eravamo eravate erano".split()
        if verb == "essere"
        else [root + end for end in "vo vi va vamo vate vano".split()]
    )
    yield from persons(verb, "imf", slow)
    soft = stem + ("h" if stem.endswith(("c", "g")) else "") if ending == "are" else stem
    future = _FUTURE.get(
        verb, f"{soft.removesuffix('i') if ending == 'are' else soft}{'er' if ending != 'ire' else 'ir'}"
    )
    yield from persons(verb, "fut", [future + end for end in "ò ai à emo ete anno".split()])
    yield from persons(verb, "con", [future + end for end in "ei esti ebbe emmo este ebbero".split()])
    yield from _commands(verb, ending, present)
    yield Form(f"{root[:-1]}{'a' if ending == 'are' and verb != 'fare' else 'e'}ndo", verb, tag("v", mood="ger"))
    done = _PARTICIPLE.get(verb, stem + {"are": "ato", "ere": "uto", "ire": "ito"}[ending])
    yield from participle((done, f"{done[:-1]}a", f"{done[:-1]}i", f"{done[:-1]}e"), verb)


def _present(verb: str, stem: str, ending: str) -> list[str]:
    hard = "h" if ending == "are" and stem.endswith(("c", "g")) else ""
    you = stem if stem.endswith("i") and ending == "are" else f"{stem}{hard}i"
    we = f"{stem.removesuffix('i')}{hard}iamo"
    if verb in _ISC:
        return [f"{stem}isco", f"{stem}isci", f"{stem}isce", we, f"{stem}ite", f"{stem}iscono"]
    third, all_of_you, they = {"are": ("a", "ate", "ano"), "ere": ("e", "ete", "ono"), "ire": ("e", "ite", "ono")}[
        ending
    ]
    return [f"{stem}o", you, stem + third, we, stem + all_of_you, stem + they]


def _commands(verb: str, ending: str, present: list[str]) -> Iterator[Form]:
    command = _COMMAND.get(verb, present[2] if ending == "are" else present[1])
    yield Form(command, verb, tag("v", "", "s", "", "2", "imp"))
    if command.endswith("'"):
        yield Form(present[1], verb, tag("v", "", "s", "", "2", "imp"))
    yield Form(present[4], verb, tag("v", "", "p", "", "2", "imp"))
    wish = _WISH.get(verb) or (f"{present[1].removesuffix('i')}i" if ending == "are" else f"{present[0][:-1]}a")
    for person in ("1", "2", "3"):
        yield Form(wish, verb, tag("v", "", "s", "", person, "sub"))
    yield Form(wish, verb, tag("v", "", "s", "", "3", "imp"))
    doubled = command.endswith("'")
    for clitic in ("mi", "ti", "lo", "la", "ci", "li", "le", "gli"):
        base = command.rstrip("'")
        joined = base + (clitic if not doubled or clitic == "gli" else clitic[0] + clitic)
        yield Form(joined, verb, tag("v", "", "s", "", "2", "imp"))
        yield Form(verb[:-1] + clitic, verb, tag("v", mood="inf"))
        yield Form(present[4] + clitic, verb, tag("v", "", "p", "", "2", "imp"))
    yield Form(present[3] + "ci", verb, tag("v", "", "p", "", "1", "imp"))
