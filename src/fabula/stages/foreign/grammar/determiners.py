"""The articles and possessives of the Romance languages, in the shape that the next word asks for."""

from fabula.stages.foreign.analysis import Reading

_VOWEL = "aàâeéèêëiîïoôuûœæyh"
ELIDING = frozenset(("mon", "ton", "son"))
DETERMINERS = {
    "fr": (
        ("le", "la", "l'", "les"), ("un", "une", "un", "des"), ("mon", "ma", "mon", "mes"), ("ton", "ta", "ton", "tes"),
        ("son", "sa", "son", "ses"),
        ("ce", "cette", "cet", "ces"), ("quel", "quelle", "quel", "quels", "quelles"), ("du", "de la", "de l'", "des"),
        ("au", "à la", "à l'", "aux"),
        ("notre", "notre", "notre", "nos"), ("votre", "votre", "votre", "vos"), ("leur", "leur", "leur", "leurs"),
        ("aucun", "aucune", "aucun", "aucuns"),
    ),
    "es": (
        ("el", "la", "los", "las"), ("un", "una", "unos", "unas"), ("este", "esta", "estos", "estas"), ("ese", "esa",
        "esos", "esas"),
        ("aquel", "aquella", "aquellos", "aquellas"), ("mi", "mi", "mis", "mis"), ("tu", "tu", "tus", "tus"), ("su",
        "su", "sus", "sus"),
        ("nuestro", "nuestra", "nuestros", "nuestras"), ("del", "de la", "de los", "de las"), ("al", "a la", "a los",
        "a las"),
        ("mío", "mía", "míos", "mías"), ("tuyo", "tuya", "tuyos", "tuyas"), ("algún", "alguna", "algunos", "algunas"),
        ("ningún", "ninguna", "ningunos", "ningunas"),
        ("vuestro", "vuestra", "vuestros", "vuestras"),
    ),
    "pt": (
        ("o", "a", "os", "as"), ("um", "uma", "uns", "umas"), ("meu", "minha", "meus", "minhas"), ("teu", "tua", "teus",
        "tuas"), ("seu", "sua", "seus", "suas"),
        ("do", "da", "dos", "das"), ("no", "na", "nos", "nas"), ("nosso", "nossa", "nossos", "nossas"), ("este", "esta",
        "estes", "estas"), ("esse", "essa", "esses", "essas"),
    ),
    "it": (
        ("il", "la", "lo", "l'", "i", "le", "gli"), ("un", "una", "uno", "un'", "dei", "delle", "degli"), ("mio", "mia",
        "mio", "mio", "miei", "mie", "miei"),
        ("tuo", "tua", "tuo", "tuo", "tuoi", "tue", "tuoi"), ("suo", "sua", "suo", "suo", "suoi", "sue", "suoi"),
        ("nostro", "nostra", "nostro", "nostro", "nostri", "nostre", "nostri"),
        ("questo", "questa", "questo", "quest'", "questi", "queste", "questi"), ("quel", "quella", "quello", "quell'",
        "quei", "quelle", "quegli"),
        ("del", "della", "dello", "dell'", "dei", "delle", "degli"), ("al", "alla", "allo", "all'", "ai", "alle",
        "agli"), ("nel", "nella", "nello", "nell'", "nei", "nelle", "negli"),
    ),
}  # fmt: skip


def of_family(language: str, family: tuple[str, ...], noun: Reading, opens: str, word: str) -> str:
    """The member of a row that goes with the noun before a word that begins with `opens`."""
    woman, many = noun.gender == "f", noun.number == "p"
    if language == "fr":
        return _french(family, woman, many, bool(opens) and opens in _VOWEL)
    if language == "it":
        heavy = word.startswith(("z", "gn", "ps", "x")) or (word[:1] == "s" and word[1:2] not in "aeiou")
        return _italian(family, woman, many, bool(opens) and opens in "aeiou", heavy)
    return family[(2 if many else 0) + (1 if woman else 0)]


def _french(family: tuple[str, ...], woman: bool, many: bool, vowel: bool) -> str:
    if many:
        return family[-1] if woman else family[3]
    if vowel and (family[2].endswith("'") or (woman and family[0] in ELIDING) or (not woman and family[0] == "ce")):
        return family[2]
    return family[1 if woman else 0]


def _italian(family: tuple[str, ...], woman: bool, many: bool, vowel: bool, heavy: bool) -> str:
    man, lady, man_heavy, before_vowel, men, ladies, men_heavy = family
    if many:
        return ladies if woman else men_heavy if vowel or heavy else men
    if vowel and before_vowel.endswith("'") and (woman or before_vowel != "un'"):
        return before_vowel
    return lady if woman else man_heavy if heavy and not vowel else man
