"""Spanish forms by rule, and the irregular verbs."""

import re
from collections.abc import Iterator

from training.foreign.regular import inflected, participle, persons
from training.foreign.tags import Form, Line, tag

_PRESENT = {
    "ser": "soy eres es somos sois son", "estar": "estoy estás está estamos estáis están",
    "tener": "tengo tienes tiene tenemos tenéis tienen", "haber": "he has ha hemos habéis han",
    "ir": "voy vas va vamos vais van", "hacer": "hago haces hace hacemos hacéis hacen",
    "decir": "digo dices dice decimos decís dicen", "poder": "puedo puedes puede podemos podéis pueden",
    "poner": "pongo pones pone ponemos ponéis ponen", "salir": "salgo sales sale salimos salís salen",
    "venir": "vengo vienes viene venimos venís vienen", "saber": "sé sabes sabe sabemos sabéis saben",
    "ver": "veo ves ve vemos veis ven", "dar": "doy das da damos dais dan", "traer": "traigo traes trae traemos traéis traen",
    "caer": "caigo caes cae caemos caéis caen", "oír": "oigo oyes oye oímos oís oyen", "valer": "valgo vales vale valemos valéis valen",
    "querer": "quiero quieres quiere queremos queréis quieren", "dormir": "duermo duermes duerme dormimos dormís duermen",
    "morir": "muero mueres muere morimos morís mueren", "sentir": "siento sientes siente sentimos sentís sienten",
    "mentir": "miento mientes miente mentimos mentís mienten", "pedir": "pido pides pide pedimos pedís piden",
    "seguir": "sigo sigues sigue seguimos seguís siguen", "servir": "sirvo sirves sirve servimos servís sirven",
    "repetir": "repito repites repite repetimos repetís repiten", "reír": "río ríes ríe reímos reís ríen",
    "sonreír": "sonrío sonríes sonríe sonreímos sonreís sonríen", "huir": "huyo huyes huye huimos huís huyen",
    "conocer": "conozco conoces conoce conocemos conocéis conocen", "merecer": "merezco mereces merece merecemos merecéis merecen",
    "parecer": "parezco pareces parece parecemos parecéis parecen", "obedecer": "obedezco obedeces obedece obedecemos obedecéis obedecen",
    "agradecer": "agradezco agradeces agradece agradecemos agradecéis agradecen", "nacer": "nazco naces nace nacemos nacéis nacen",
    "proteger": "protejo proteges protege protegemos protegéis protegen", "coger": "cojo coges coge cogemos cogéis cogen",
    "vencer": "venzo vences vence vencemos vencéis vencen", "maldecir": "maldigo maldices maldice maldecimos maldecís maldicen",
    "bendecir": "bendigo bendices bendice bendecimos bendecís bendicen", "preferir": "prefiero prefieres prefiere preferimos preferís prefieren",
    "elegir": "elijo eliges elige elegimos elegís eligen", "vestir": "visto vistes viste vestimos vestís visten",
    "divertir": "divierto diviertes divierte divertimos divertís divierten", "caber": "quepo cabes cabe cabemos cabéis caben",
    "enviar": "envío envías envía enviamos enviáis envían", "confiar": "confío confías confía confiamos confiáis confían",
}  # fmt: skip
_PRETERITE = {
    "ser": "fui fuiste fue fuimos fuisteis fueron", "ir": "fui fuiste fue fuimos fuisteis fueron",
    "estar": "estuve estuviste estuvo estuvimos estuvisteis estuvieron", "tener": "tuve tuviste tuvo tuvimos tuvisteis tuvieron",
    "hacer": "hice hiciste hizo hicimos hicisteis hicieron", "decir": "dije dijiste dijo dijimos dijisteis dijeron",
    "poder": "pude pudiste pudo pudimos pudisteis pudieron", "poner": "puse pusiste puso pusimos pusisteis pusieron",
    "venir": "vine viniste vino vinimos vinisteis vinieron", "saber": "supe supiste supo supimos supisteis supieron",
    "ver": "vi viste vio vimos visteis vieron", "dar": "di diste dio dimos disteis dieron",
    "traer": "traje trajiste trajo trajimos trajisteis trajeron", "querer": "quise quisiste quiso quisimos quisisteis quisieron",
    "dormir": "dormí dormiste durmió dormimos dormisteis durmieron", "morir": "morí moriste murió morimos moristeis murieron",
    "haber": "hube hubiste hubo hubimos hubisteis hubieron", "caer": "caí caíste cayó caímos caísteis cayeron",
    "oír": "oí oíste oyó oímos oísteis oyeron", "leer": "leí leíste leyó leímos leísteis leyeron", "creer": "creí creíste creyó creímos creísteis creyeron",
    "pedir": "pedí pediste pidió pedimos pedisteis pidieron", "sentir": "sentí sentiste sintió sentimos sentisteis sintieron",
    "seguir": "seguí seguiste siguió seguimos seguisteis siguieron", "mentir": "mentí mentiste mintió mentimos mentisteis mintieron",
}  # fmt: skip
_IMPERATIVE = {
    "ser": "sé",
    "ir": "ve",
    "hacer": "haz",
    "decir": "di",
    "poner": "pon",
    "salir": "sal",
    "venir": "ven",
    "tener": "ten",
}
_PARTICIPLE = {
    "hacer": "hecho", "decir": "dicho", "poner": "puesto", "ver": "visto", "abrir": "abierto", "escribir": "escrito", "volver": "vuelto",
    "romper": "roto", "morir": "muerto", "descubrir": "descubierto", "oír": "oído", "caer": "caído", "traer": "traído", "leer": "leído",
    "creer": "creído", "reír": "reído", "sonreír": "sonreído", "maldecir": "maldecido",
}  # fmt: skip
_FUTURE = {
    "tener": "tendr", "hacer": "har", "decir": "dir", "poder": "podr", "poner": "pondr", "salir": "saldr", "venir": "vendr", "saber": "sabr",
    "querer": "querr", "haber": "habr", "valer": "valdr", "caber": "cabr", "oír": "oir", "reír": "reir", "sonreír": "sonreir",
}  # fmt: skip
_SUBJUNCTIVE = {
    "ser": "sea",
    "estar": "esté",
    "ir": "vaya",
    "haber": "haya",
    "saber": "sepa",
    "dar": "dé",
    "ver": "vea",
}
_GERUND = {
    "decir": "diciendo", "venir": "viniendo", "poder": "pudiendo", "dormir": "durmiendo", "morir": "muriendo", "sentir": "sintiendo",
    "mentir": "mintiendo", "pedir": "pidiendo", "seguir": "siguiendo", "servir": "sirviendo", "ir": "yendo", "oír": "oyendo",
    "caer": "cayendo", "traer": "trayendo", "leer": "leyendo", "creer": "creyendo", "huir": "huyendo", "reír": "riendo", "sonreír": "sonriendo",
}  # fmt: skip
_ACCENT = dict(zip("aeiou", "áéíóú", strict=True))
_BARE = {accented: bare for bare, accented in _ACCENT.items()}


def forms(line: Line) -> Iterator[Form]:
    return inflected(line, _plural, _four, _verb)


def _plural(word: str, _gender: str) -> str:
    if word.endswith("z"):
        return f"{word[:-1]}ces"
    if word[-1] in "aeiouéá":
        return f"{word}s"
    if word.endswith(("ón", "án", "és", "ín")):
        return f"{word[:-2]}{_BARE[word[-2]]}{word[-1]}es"
    return f"{word}es"


def _four(word: str, _more: tuple[str, ...]) -> tuple[str, str, str, str]:
    if word.endswith("o"):
        return word, f"{word[:-1]}a", f"{word}s", f"{word[:-1]}as"
    if word in ("español", "encantador") or word.endswith("és"):
        bare = word.replace("é", "e")
        return word, f"{bare}a", f"{bare}es", f"{bare}as"
    if word in ("buen", "gran", "primer", "mal"):
        return (word, word, word, word) if word == "gran" else (word, "-", "-", "-")
    return word, word, _plural(word, "c"), _plural(word, "c")


def _verb(verb: str, more: tuple[str, ...]) -> Iterator[Form]:
    change = more[0] if more else ""
    ending = verb[-2:].replace("í", "i")
    stem = verb[:-2]
    yield Form(verb, verb, tag("v", mood="inf"))
    present = _PRESENT[verb].split() if verb in _PRESENT else _present(stem, ending, change)
    yield from persons(verb, "ind", present)
    yield from persons(verb, "prt", _PRETERITE[verb].split() if verb in _PRETERITE else _preterite(stem, ending))
    yield from persons(verb, "imf", _imperfect(verb, stem, ending))
    future = _FUTURE.get(verb, verb)
    yield from persons(verb, "fut", [future + end for end in ("é", "ás", "á", "emos", "éis", "án")])
    yield from persons(verb, "con", [future + end for end in ("ía", "ías", "ía", "íamos", "íais", "ían")])
    yield from _commands(verb, stem, ending, present)
    gerund = _GERUND.get(verb, stem + ("ando" if ending == "ar" else "iendo"))
    yield Form(gerund, verb, tag("v", mood="ger"))
    done = _PARTICIPLE.get(verb, stem + ("ado" if ending == "ar" else "ido"))
    yield from participle((done, f"{done[:-1]}a", f"{done}s", f"{done[:-1]}as"), verb)


def _present(stem: str, ending: str, change: str) -> list[str]:
    strong = re.sub(r"[eou](?=[^aeiou]*$)", change, stem) if change else stem
    ends = {"ar": "o as a amos áis an", "er": "o es e emos éis en", "ir": "o es e imos ís en"}[ending].split()
    return [(stem if at in (3, 4) else strong) + end for at, end in enumerate(ends)]


def _preterite(stem: str, ending: str) -> list[str]:
    first = _soft(stem) if ending == "ar" else stem
    ends = ("é aste ó amos asteis aron" if ending == "ar" else "í iste ió imos isteis ieron").split()
    return [(first if at == 0 else stem) + end for at, end in enumerate(ends)]


def _soft(stem: str) -> str:
    """The stem before e, spelt so that it sounds the same: busqué, llegué, empecé."""
    for end, soft in (("c", "qu"), ("g", "gu"), ("z", "c")):
        if stem.endswith(end):
            return stem[: -len(end)] + soft
    return stem


def _imperfect(verb: str, stem: str, ending: str) -> list[str]:
    special = {
        "ser": "era eras era éramos erais eran",
        "ir": "iba ibas iba íbamos ibais iban",
        "ver": "veía veías veía veíamos veíais veían",
    }
    if verb in special:
        return special[verb].split()
    ends = ("aba abas aba ábamos abais aban" if ending == "ar" else "ía ías ía íamos íais ían").split()
    return [stem + end for end in ends]


def _commands(verb: str, stem: str, ending: str, present: list[str]) -> Iterator[Form]:
    command = _IMPERATIVE.get(verb, present[2])
    yield Form(command, verb, tag("v", "", "s", "", "2", "imp"))
    base = _SUBJUNCTIVE.get(verb) or _wish(present[0], ending)
    weak = _SUBJUNCTIVE.get(verb) or _wish(stem + "o" if verb not in _PRESENT else present[0], ending)
    other = base[-1] if base[-1] in "ae" else {"é": "e"}[base[-1]]
    wish = [base, f"{base}s", base, f"{weak[:-1]}{other}mos", f"{weak[:-1]}{_ACCENT[other]}is", f"{base}n"]
    yield from persons(verb, "sub", wish)
    yield Form(base, verb, tag("v", "", "s", "", "3", "imp"))
    yield Form(f"{base}n", verb, tag("v", "", "p", "", "3", "imp"))
    for clitic in ("me", "te", "lo", "la", "le", "nos", "se", "los", "las"):
        infinitive = verb + clitic
        yield Form(infinitive, verb, tag("v", mood="inf"))
        if clitic != "se":
            yield Form(_stressed(command) + clitic, verb, tag("v", "", "s", "", "2", "imp"))
        yield Form(_stressed(base) + clitic, verb, tag("v", "", "s", "", "3", "imp"))


def _wish(first: str, ending: str) -> str:
    stem = first[:-1]
    if ending == "ar":
        return _soft(stem) + "e"
    return stem + "a"


def _stressed(command: str) -> str:
    """The accent that a pronoun behind a command brings: mira, mírame."""
    vowels = [at for at, letter in enumerate(command) if letter in "aeiou"]
    if any(letter in _BARE for letter in command):
        return command
    groups = re.findall(r"[aeiou]+", command)
    if len(groups) < 2:
        return command
    heart = groups[-2]
    strong = next((letter for letter in heart if letter in "aeo"), heart[-1])
    at = max(place for place in vowels if command[place] == strong and place < command.rindex(groups[-1]))
    return command[:at] + _ACCENT[command[at]] + command[at + 1 :]
