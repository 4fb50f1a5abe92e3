"""Portuguese forms by rule, and the irregular verbs."""

from collections.abc import Iterator

from training.foreign.regular import inflected, participle, persons
from training.foreign.tags import Form, Line, tag

_PRESENT = {
    "ser": "sou és é somos sois são", "estar": "estou estás está estamos estais estão", "ter": "tenho tens tem temos tendes têm",
    "haver": "hei hás há havemos haveis hão", "ir": "vou vais vai vamos ides vão", "fazer": "faço fazes faz fazemos fazeis fazem",
    "dizer": "digo dizes diz dizemos dizeis dizem", "poder": "posso podes pode podemos podeis podem",
    "querer": "quero queres quer queremos quereis querem", "saber": "sei sabes sabe sabemos sabeis sabem",
    "ver": "vejo vês vê vemos vedes veem", "dar": "dou dás dá damos dais dão", "trazer": "trago trazes traz trazemos trazeis trazem",
    "vir": "venho vens vem vimos vindes vêm", "pôr": "ponho pões põe pomos pondes põem", "sair": "saio sais sai saímos saís saem",
    "cair": "caio cais cai caímos caís caem", "ler": "leio lês lê lemos ledes leem", "crer": "creio crês crê cremos credes creem",
    "rir": "rio ris ri rimos rides riem", "dormir": "durmo dormes dorme dormimos dormis dormem",
    "sentir": "sinto sentes sente sentimos sentis sentem", "mentir": "minto mentes mente mentimos mentis mentem",
    "pedir": "peço pedes pede pedimos pedis pedem", "seguir": "sigo segues segue seguimos seguis seguem",
    "servir": "sirvo serves serve servimos servis servem", "fugir": "fujo foges foge fugimos fugis fogem",
    "subir": "subo sobes sobe subimos subis sobem", "ouvir": "ouço ouves ouve ouvimos ouvis ouvem",
    "conhecer": "conheço conheces conhece conhecemos conheceis conhecem", "esquecer": "esqueço esqueces esquece esquecemos esqueceis esquecem",
    "merecer": "mereço mereces merece merecemos mereceis merecem", "parecer": "pareço pareces parece parecemos pareceis parecem",
    "agradecer": "agradeço agradeces agradece agradecemos agradeceis agradecem", "perder": "perco perdes perde perdemos perdeis perdem",
}  # fmt: skip
_PAST = {
    "ser": "fui foste foi fomos fostes foram", "ir": "fui foste foi fomos fostes foram", "estar": "estive estiveste esteve estivemos estivestes estiveram",
    "ter": "tive tiveste teve tivemos tivestes tiveram", "fazer": "fiz fizeste fez fizemos fizestes fizeram", "dizer": "disse disseste disse dissemos dissestes disseram",
    "poder": "pude pudeste pôde pudemos pudestes puderam", "querer": "quis quiseste quis quisemos quisestes quiseram",
    "saber": "soube soubeste soube soubemos soubestes souberam", "ver": "vi viste viu vimos vistes viram", "dar": "dei deste deu demos destes deram",
    "vir": "vim vieste veio viemos viestes vieram",
}  # fmt: skip
_PARTICIPLE = {
    "fazer": "feito",
    "dizer": "dito",
    "ver": "visto",
    "abrir": "aberto",
    "escrever": "escrito",
    "vir": "vindo",
    "pôr": "posto",
}
_WISH = {
    "ser": "seja",
    "estar": "esteja",
    "ir": "vá",
    "saber": "saiba",
    "dar": "dê",
    "querer": "queira",
    "haver": "haja",
}


def forms(line: Line) -> Iterator[Form]:
    return inflected(line, _plural, _four, _verb)


def _plural(word: str, _gender: str) -> str:
    if word.endswith("m"):
        return f"{word[:-1]}ns"
    if word.endswith(("r", "z", "s")):
        return f"{word}es"
    if word.endswith(("al", "el", "ol", "ul")):
        return f"{word[:-1]}is"
    return f"{word}s"


def _four(word: str, more: tuple[str, ...]) -> tuple[str, str, str, str]:
    if more:
        return word, more[0], more[1], more[2]
    if word.endswith("o"):
        return word, f"{word[:-1]}a", f"{word}s", f"{word[:-1]}as"
    return word, word, _plural(word, "c"), _plural(word, "c")


def _verb(verb: str, _more: tuple[str, ...]) -> Iterator[Form]:
    ending, stem = verb[-2:].replace("ô", "o"), verb[:-2]
    yield Form(verb, verb, tag("v", mood="inf"))
    ends = {
        "ar": "o as a amos ais am",
        "er": "o es e emos eis em",
        "ir": "o es e imos is em",
        "or": "o es e emos eis em",
    }[ending]
    present = _PRESENT[verb].split() if verb in _PRESENT else [stem + end for end in ends.split()]
    yield from persons(verb, "ind", present)
    past = {
        "ar": "ei aste ou amos astes aram",
        "er": "i este eu emos estes eram",
        "ir": "i iste iu imos istes iram",
        "or": "i este eu emos estes eram",
    }[ending]
    first = {"c": "qu", "g": "gu", "ç": "c"}.get(stem[-1:], "") if ending == "ar" else ""
    regular = [(stem[:-1] + first if first and at == 0 else stem) + end for at, end in enumerate(past.split())]
    yield from persons(verb, "prt", _PAST[verb].split() if verb in _PAST else regular)
    imperfect = {
        "ser": "era eras era éramos éreis eram",
        "ter": "tinha tinhas tinha tínhamos tínheis tinham",
        "vir": "vinha vinhas vinha vínhamos vínheis vinham",
    }
    slow = ("ava avas ava ávamos áveis avam" if ending == "ar" else "ia ias ia íamos íeis iam").split()
    yield from persons(verb, "imf", imperfect[verb].split() if verb in imperfect else [stem + end for end in slow])
    future = {"fazer": "far", "dizer": "dir", "trazer": "trar"}.get(verb, verb)
    yield from persons(verb, "fut", [future + end for end in ("ei", "ás", "á", "emos", "eis", "ão")])
    yield from _commands(verb, stem, ending, present)
    yield Form({"pôr": "pondo"}.get(verb, f"{stem}{ending[0]}ndo"), verb, tag("v", mood="ger"))
    done = _PARTICIPLE.get(verb, stem + ("ado" if ending == "ar" else "ido"))
    yield from participle((done, f"{done[:-1]}a", f"{done}s", f"{done[:-1]}as"), verb)


def _commands(verb: str, stem: str, ending: str, present: list[str]) -> Iterator[Form]:
    command = {"ser": "sê"}.get(verb, present[2])
    yield Form(command, verb, tag("v", "", "s", "", "2", "imp"))
    soft = {"c": "qu", "g": "gu", "ç": "c"}.get(stem[-1:])
    base = stem[:-1] + soft if soft and ending == "ar" else stem
    wish = _WISH.get(verb) or (f"{base}e" if ending == "ar" else f"{present[0][:-1]}a")
    for person in ("1", "3"):
        yield Form(wish, verb, tag("v", "", "s", "", person, "sub"))
    yield Form(wish, verb, tag("v", "", "s", "", "3", "imp"))
    yield Form(f"{wish}s", verb, tag("v", "", "s", "", "2", "sub"))
    yield Form(f"{wish}m", verb, tag("v", "", "p", "", "3", "imp"))
    for clitic in ("me", "te", "se", "nos"):
        for form, number in ((command, "2"), (wish, "3")):
            yield Form(f"{form}-{clitic}", verb, tag("v", "", "s", "", number, "imp"))
