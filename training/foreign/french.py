"""French forms by rule, and the irregular verbs."""

from collections.abc import Iterator

from training.foreign.regular import inflected, participle, persons
from training.foreign.tags import Form, Line, tag

_PRESENT = {
    "être": "suis es est sommes êtes sont", "avoir": "ai as a avons avez ont", "aller": "vais vas va allons allez vont",
    "faire": "fais fais fait faisons faites font", "dire": "dis dis dit disons dites disent", "pouvoir": "peux peux peut pouvons pouvez peuvent",
    "vouloir": "veux veux veut voulons voulez veulent", "devoir": "dois dois doit devons devez doivent", "savoir": "sais sais sait savons savez savent",
    "voir": "vois vois voit voyons voyez voient", "venir": "viens viens vient venons venez viennent", "revenir": "reviens reviens revient revenons revenez reviennent",
    "devenir": "deviens deviens devient devenons devenez deviennent", "tenir": "tiens tiens tient tenons tenez tiennent",
    "partir": "pars pars part partons partez partent", "sortir": "sors sors sort sortons sortez sortent", "dormir": "dors dors dort dormons dormez dorment",
    "sentir": "sens sens sent sentons sentez sentent", "mentir": "mens mens ment mentons mentez mentent", "servir": "sers sers sert servons servez servent",
    "mourir": "meurs meurs meurt mourons mourez meurent", "courir": "cours cours court courons courez courent",
    "ouvrir": "ouvre ouvres ouvre ouvrons ouvrez ouvrent", "offrir": "offre offres offre offrons offrez offrent",
    "souffrir": "souffre souffres souffre souffrons souffrez souffrent", "croire": "crois crois croit croyons croyez croient",
    "boire": "bois bois boit buvons buvez boivent", "vivre": "vis vis vit vivons vivez vivent", "suivre": "suis suis suit suivons suivez suivent",
    "lire": "lis lis lit lisons lisez lisent", "écrire": "écris écris écrit écrivons écrivez écrivent", "rire": "ris ris rit rions riez rient",
    "sourire": "souris souris sourit sourions souriez sourient", "connaître": "connais connais connaît connaissons connaissez connaissent",
    "naître": "nais nais naît naissons naissez naissent", "recevoir": "reçois reçois reçoit recevons recevez reçoivent",
    "asseoir": "assieds assieds assied asseyons asseyez asseyent", "taire": "tais tais tait taisons taisez taisent",
    "plaire": "plais plais plaît plaisons plaisez plaisent", "craindre": "crains crains craint craignons craignez craignent",
    "battre": "bats bats bat battons battez battent", "mettre": "mets mets met mettons mettez mettent",
    "permettre": "permets permets permet permettons permettez permettent", "promettre": "promets promets promet promettons promettez promettent",
    "prendre": "prends prends prend prenons prenez prennent", "comprendre": "comprends comprends comprend comprenons comprenez comprennent",
    "apprendre": "apprends apprends apprend apprenons apprenez apprennent", "falloir": "- - faut - - -", "fuir": "fuis fuis fuit fuyons fuyez fuient",
    "suffire": "suffis suffis suffit suffisons suffisez suffisent", "haïr": "hais hais hait haïssons haïssez haïssent",
}  # fmt: skip
_PARTICIPLE = {
    "être": "été", "avoir": "eu", "faire": "fait", "dire": "dit", "pouvoir": "pu", "vouloir": "voulu", "devoir": "dû", "savoir": "su", "voir": "vu",
    "venir": "venu", "revenir": "revenu", "devenir": "devenu", "tenir": "tenu", "mourir": "mort", "courir": "couru", "ouvrir": "ouvert",
    "offrir": "offert", "souffrir": "souffert", "croire": "cru", "boire": "bu", "vivre": "vécu", "suivre": "suivi", "lire": "lu", "écrire": "écrit",
    "rire": "ri", "sourire": "souri", "connaître": "connu", "naître": "né", "recevoir": "reçu", "asseoir": "assis", "taire": "tu", "plaire": "plu",
    "craindre": "craint", "battre": "battu", "mettre": "mis", "permettre": "permis", "promettre": "promis", "prendre": "pris",
    "comprendre": "compris", "apprendre": "appris", "falloir": "fallu", "fuir": "fui", "suffire": "suffi",
}  # fmt: skip
_FUTURE = {
    "être": "ser", "avoir": "aur", "aller": "ir", "faire": "fer", "pouvoir": "pourr", "vouloir": "voudr", "devoir": "devr", "savoir": "saur",
    "voir": "verr", "venir": "viendr", "revenir": "reviendr", "devenir": "deviendr", "tenir": "tiendr", "mourir": "mourr", "courir": "courr",
    "recevoir": "recevr", "asseoir": "assiér", "falloir": "faudr", "envoyer": "enverr",
}  # fmt: skip
_WISH = {
    "être": "sois sois soit soyons soyez soient", "avoir": "aie aies ait ayons ayez aient", "aller": "aille ailles aille allions alliez aillent",
    "faire": "fasse fasses fasse fassions fassiez fassent", "pouvoir": "puisse puisses puisse puissions puissiez puissent",
    "vouloir": "veuille veuilles veuille voulions vouliez veuillent", "savoir": "sache saches sache sachions sachiez sachent",
    "falloir": "- - faille - - -",
}  # fmt: skip
_COMMAND = {
    "être": "sois soyons soyez",
    "avoir": "aie ayons ayez",
    "savoir": "sache sachons sachez",
    "vouloir": "veuille veuillons veuillez",
    "aller": "va allons allez",
}
_DOUBLING = frozenset("appeler rappeler jeter".split())
_GRAVE = frozenset("lever acheter".split())


def forms(line: Line) -> Iterator[Form]:
    return inflected(line, _plural, _four, _verb)


def _plural(word: str, _gender: str) -> str:
    if word.endswith(("s", "x", "z")):
        return word
    if word.endswith(("eau", "eu")):
        return f"{word}x"
    return f"{word[:-1]}ux" if word.endswith("al") and word != "bal" else f"{word}s"


def _four(word: str, more: tuple[str, ...]) -> tuple[str, str, str, str]:
    if len(more) == 3:
        return word, more[0], more[1], more[2]
    woman = more[0] if more else word if word.endswith("e") else f"{word}e"
    return word, woman, _plural(word, "m"), _plural(woman, "f")


def _verb(verb: str, _more: tuple[str, ...]) -> Iterator[Form]:
    yield Form(verb, verb, tag("v", mood="inf"))
    present = _PRESENT[verb].split() if verb in _PRESENT else _present(verb)
    yield from persons(verb, "ind", present)
    stem = "ét" if verb == "être" else "fall" if verb == "falloir" else present[3].removesuffix("ons")
    slow = stem
    first = stem[:-1] if stem.endswith("ge") else f"{stem[:-1]}c" if stem.endswith("ç") else stem
    ends = "ais ais ait ions iez aient".split()
    yield from persons(verb, "imf", [(first if at in (3, 4) else slow) + end for at, end in enumerate(ends)])
    future = _FUTURE.get(verb) or _future(verb, present)
    yield from persons(verb, "fut", [future + end for end in "ai as a ons ez ont".split()])
    yield from persons(verb, "con", [future + end for end in ends])
    if verb in _WISH:
        wish = _WISH[verb].split()
    else:
        they = present[5].removesuffix("ent") if present[5] != "-" else stem
        wish = [f"{they}e", f"{they}es", f"{they}e", f"{first}ions", f"{first}iez", f"{they}ent"]
    yield from persons(verb, "sub", wish)
    yield from _commands(verb, present)
    yield Form(
        {"être": "étant", "avoir": "ayant", "savoir": "sachant"}.get(verb, f"{stem}ant"), verb, tag("v", mood="ger")
    )
    yield from _done(verb)


def _present(verb: str) -> list[str]:
    if verb.endswith("er"):
        stem = verb[:-2]
        strong, we = stem, stem
        if verb in _DOUBLING:
            strong = stem + stem[-1]
        elif verb in _GRAVE or (stem[-2:-1] == "é" and stem[-1] not in "aeiou"):
            strong = stem[:-2] + "è" + stem[-1]
        elif stem.endswith(("oy", "uy")):
            strong = f"{stem[:-1]}i"
        elif stem.endswith("g"):
            we = f"{stem}e"
        elif stem.endswith("c"):
            we = f"{stem[:-1]}ç"
        return [f"{strong}e", f"{strong}es", f"{strong}e", f"{we}ons", f"{stem}ez", f"{strong}ent"]
    if verb.endswith("ir"):
        stem = verb[:-2]
        return [f"{stem}is", f"{stem}is", f"{stem}it", f"{stem}issons", f"{stem}issez", f"{stem}issent"]
    stem = verb[:-2]
    return [f"{stem}s", f"{stem}s", stem, f"{stem}ons", f"{stem}ez", f"{stem}ent"]


def _future(verb: str, present: list[str]) -> str:
    if verb.endswith("er") and (verb in _DOUBLING or verb in _GRAVE or verb.endswith(("oyer", "uyer"))):
        return f"{present[0]}r"
    return verb.removesuffix("e") if verb.endswith("re") else verb


def _commands(verb: str, present: list[str]) -> Iterator[Form]:
    regular = [
        present[1].removesuffix("s") if present[1].endswith("es") and verb not in ("être",) else present[1],
        present[3],
        present[4],
    ]
    you, we, all_of_you = _COMMAND[verb].split() if verb in _COMMAND else regular
    if you == "-":
        return
    yield Form(you, verb, tag("v", "", "s", "", "2", "imp"))
    yield Form(we, verb, tag("v", "", "p", "", "1", "imp"))
    yield Form(all_of_you, verb, tag("v", "", "p", "", "2", "imp"))
    for clitic in ("moi", "toi", "le", "la", "les", "lui", "nous"):
        yield Form(f"{you}-{clitic}", verb, tag("v", "", "s", "", "2", "imp"))
    for clitic in ("moi", "vous", "le", "la", "les", "lui", "nous"):
        yield Form(f"{all_of_you}-{clitic}", verb, tag("v", "", "p", "", "2", "imp"))
    yield Form(f"{we}-nous", verb, tag("v", "", "p", "", "1", "imp"))


def _done(verb: str) -> Iterator[Form]:
    done = _PARTICIPLE.get(verb)
    if done is None:
        done = f"{verb[:-2]}é" if verb.endswith("er") else f"{verb[:-1]}" if verb.endswith("ir") else f"{verb[:-2]}u"
    bare = "du" if done == "dû" else done
    men = done if done.endswith("s") else f"{bare}s"
    yield from participle((done, f"{bare}e", men, f"{bare}es"), verb)
