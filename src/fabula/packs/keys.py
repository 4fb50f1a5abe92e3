"""Keys under which a word is the same word in any usual spelling: with or without accents, in any romanisation."""

import re
import unicodedata

CYRILLIC = frozenset(("ru", "uk"))
"""Languages written in Cyrillic that authors romanise in mixed schemes."""
ROMANISED = frozenset(("ru", "uk", "ja", "zh", "ko", "el", "ar", "hi", "yi"))
"""Languages with a script of their own that authors mostly write in Latin letters."""

_BETWEEN = re.compile(r"[\s\-,;.!?¡¿…:]+")

_LIGATURES = str.maketrans(
    {
        "œ": "oe",
        "æ": "ae",
        "ß": "ss",
        "ø": "o",
        "ł": "l",
        "đ": "d",
        "ı": "i",
        "’": "'",
        "ʼ": "'",
        "‘": "'",
        "ʹ": "'",
        "`": "'",
    }
)


def plain(word: str) -> str:
    """The word in small letters without accents, ligatures opened, apostrophes straight."""
    if word.isascii():
        return word.lower().replace("`", "'")
    word = word.casefold().translate(_LIGATURES)
    return "".join(mark for mark in unicodedata.normalize("NFD", word) if not unicodedata.combining(mark))


def key_of(word: str, language: str) -> str:
    """The key of a word or phrase of that language, whether in its own script or romanised."""
    keyed = _KEYS.get(language, _latin)
    return keyed(word)


def phrase_key(words: str, language: str) -> str:
    """The key of a whole phrase: without spaces, hyphens and marks."""
    return "".join(key_of(word, language) for word in split_words(words))


def split_words(words: str) -> list[str]:
    """The words of a phrase without spaces, hyphens and marks."""
    return [word for word in _BETWEEN.split(words) if word]


def loose_key_of(word: str, language: str) -> str:
    """A coarser key that also forgives what an ear confuses (unstressed vowels,
    doubled letters): for finding misspellings."""
    key = key_of(word, language)
    for heard, written in _HEARD.get(language, _HEARD[""]):
        key = key.replace(heard, written)
    return re.sub(r"(.)\1+", r"\1", key)


_HEARD: dict[str, tuple[tuple[str, str], ...]] = {
    "": (("ph", "f"), ("th", "t"), ("y", "i"), ("qu", "k"), ("c", "k"), ("z", "s"), ("h", "")),
    "ru": (("Ct", "St"), ("o", "a"), ("e", "i"), ("vstv", "stv"), ("C", "S"), ("Q", "S"), ("Z", "S")),
    "uk": (("o", "a"), ("e", "i"), ("C", "S"), ("Q", "S"), ("Z", "S")),
    "ja": (("sht", "shit"), ("mash", "mashi"), ("iy", "i"), ("tch", "ch"), ("m", "n"), ("l", "r")),
    "zh": (("q", "ch"), ("zh", "j"), ("x", "sh"), ("ng", "n"), ("u", "o")),
    "es": (
        ("ny", "n"),
        ("ni", "n"),
        ("ll", "y"),
        ("y", "i"),
        ("v", "b"),
        ("h", ""),
        ("z", "s"),
        ("c", "k"),
        ("qu", "k"),
        ("j", "h"),
    ),
    "pt": (("nh", "n"), ("lh", "l"), ("y", "i"), ("v", "b"), ("z", "s"), ("c", "s"), ("qu", "k")),
    "pl": (("sz", "s"), ("cz", "c"), ("rz", "z"), ("w", "v"), ("y", "i"), ("ch", "h")),
    "de": (
        ("sch", "sh"),
        ("ch", "k"),
        ("ck", "k"),
        ("ie", "i"),
        ("y", "i"),
        ("v", "f"),
        ("tz", "z"),
        ("c", "k"),
        ("w", "v"),
    ),
    "it": (("ch", "k"), ("gh", "g"), ("c", "k"), ("z", "s"), ("h", ""), ("y", "i"), ("j", "g")),
}


def _latin(word: str) -> str:
    return plain(word)


def _latin_itself(word: str) -> str:
    """Latin as any school writes it: j is i, v is u."""
    return plain(word).replace("j", "i").replace("v", "u")


def _german(word: str) -> str:
    """Umlauts written out or left off are the same word: fuer, fur, für."""
    return re.sub(r"(?<![aeq])([aou])e", r"\1", plain(word))


_CYRILLIC_LETTERS = {
    "а": "a", "б": "b", "в": "v", "г": "g", "ґ": "g", "д": "d", "е": "e", "ё": "e", "є": "e", "ж": "Z", "з": "z", "и": "i",
    "і": "i", "ї": "i", "й": "i", "к": "k", "л": "l", "м": "m", "н": "n", "о": "o", "п": "p", "р": "r", "с": "s", "т": "t",
    "у": "u", "ф": "f", "х": "h", "ц": "c", "ч": "C", "ш": "S", "щ": "Q", "ъ": "", "ы": "i", "ь": "", "э": "e", "ю": "u",
    "я": "a", "'": "", "’": "", "ʼ": "",
}  # fmt: skip
_SLAVIC_SOUNDS = (
    ("šč", "Q"), ("щ", "Q"), ("č", "C"), ("š", "S"), ("ž", "Z"), ("ё", "e"),
)  # fmt: skip
_SLAVIC_LETTERS = (
    ("shch", "Q"), ("sch", "Q"), ("zh", "Z"), ("kh", "h"), ("ch", "C"), ("sh", "S"), ("ts", "c"), ("tz", "c"), ("x", "h"),
    ("w", "v"), ("ck", "k"),
)  # fmt: skip


def _slavic(word: str, ukrainian: bool) -> str:
    word = unicodedata.normalize("NFC", word.casefold()).translate(_LIGATURES)
    if re.search(r"[а-яёґєії]", word):
        letters = {**_CYRILLIC_LETTERS, "г": "h"} if ukrainian else _CYRILLIC_LETTERS
        key = "".join(letters.get(letter, letter) for letter in word.replace("сч", "щ"))
    else:
        for sound, letter in _SLAVIC_SOUNDS:
            word = word.replace(sound, letter)
        word = "".join(mark for mark in unicodedata.normalize("NFD", word) if not unicodedata.combining(mark))
        word = word.replace("'", "")
        for sound, letter in _SLAVIC_LETTERS:
            word = word.replace(sound, letter)
        key = re.sub(r"[yj]([oeau])", lambda found: "e" if found[1] in "oe" else found[1], word)
        key = key.replace("y", "i").replace("j", "i")
        if ukrainian:
            key = key.replace("g", "h")
    key = re.sub(r"(?<=[^\W_])io", "e", re.sub(r"i+", "i", key))
    key = re.sub(r"(?<=[^\W_])i([aeu])", r"\1", key)
    return re.sub(r"(?<=[CSZQ])o", "e", key)


def _russian(word: str) -> str:
    return _slavic(word, ukrainian=False)


def _ukrainian(word: str) -> str:
    return _slavic(word, ukrainian=True)


_ROMAJI = (
    ("ou", "o"), ("oo", "o"), ("uu", "u"), ("si", "shi"), ("ti", "chi"), ("tu", "tsu"), ("zi", "ji"), ("sy", "sh"),
    ("zy", "j"), ("jy", "j"), ("ty", "ch"), ("cch", "tch"), ("dzu", "zu"), ("wo", "o"), ("ei", "e"), ("mb", "nb"), ("mp",
    "np"),
)  # fmt: skip


def _japanese(word: str) -> str:
    key = re.sub(r"oh(?![aeiou])", "o", plain(word))
    key = re.sub(r"(?<![cst])hu", "fu", re.sub(r"[\s'\-]", "", key))
    for written, sound in _ROMAJI:
        key = key.replace(written, sound)
    return re.sub(r"aa+|ee+|uu+", lambda found: found.group()[0], key)


def _chinese(word: str) -> str:
    word = word.casefold().replace("ü", "v").replace("u:", "v")
    return re.sub(r"[\s'0-9\-]", "", plain(word)).replace("lv", "lu").replace("nv", "nu")


_HANGUL = (
    ("eo", "o"), ("eu", "u"), ("uh", "o"), ("oo", "u"), ("ee", "i"), ("ae", "e"), ("ui", "i"), ("sh", "s"), ("ph", "p"),
    ("ch", "j"), ("g", "k"), ("d", "t"), ("b", "p"), ("r", "l"), ("hw", "w"), ("nm", "mn"),
)  # fmt: skip


def _korean(word: str) -> str:
    key = re.sub(r"[\s'\-]", "", plain(word))
    for written, sound in _HANGUL:
        key = key.replace(written, sound)
    return re.sub(r"(.)\1+", r"\1", key)


_GREEK_PAIRS = (("ου", "u"), ("αι", "e"), ("ει", "i"), ("οι", "i"), ("αυ", "av"),
    ("ευ", "ev"), ("μπ", "b"), ("ντ", "d"), ("γγ", "g"), ("γκ", "g"))  # fmt: skip
_GREEK = dict(zip("αβγδεζηθικλμνξοπρστυφχψως", "avgdezitiklmnxoprstifhpos", strict=True)) | {"θ": "th", "ψ": "ps"}
_GREEK_LATIN = (
    ("ou", "u"), ("ai", "e"), ("ei", "i"), ("oi", "i"), ("ee", "i"), ("ef", "ev"), ("af", "av"), ("eu", "ev"), ("au", "av"),
    ("ph", "f"), ("kh", "h"), ("ch", "h"), ("gh", "g"), ("dh", "d"), ("ks", "x"), ("mp", "b"), ("nt", "d"), ("y", "i"),
    ("w", "o"),
)  # fmt: skip


def _greek(word: str) -> str:
    key = plain(word).replace("'", "")
    if re.search(r"[α-ω]", key):
        for pair, sound in _GREEK_PAIRS:
            key = key.replace(pair, sound)
        key = "".join(_GREEK.get(letter, letter) for letter in key)
        key = key.replace("ai", "e").replace("y", "i")
    else:
        for written, sound in _GREEK_LATIN:
            key = key.replace(written, sound)
        key = re.sub(r"(?<![t])h(?=[aeiou])", "h", key)
    return re.sub(r"(.)\1+", r"\1", key)


_SEMITIC = (
    ("'", ""), ("-", ""), (" ", ""), ("7", "h"), ("3", ""), ("ee", "i"), ("oo", "u"), ("ou", "u"), ("aa", "a"), ("ei", "ay"),
    ("ai", "ay"), ("q", "k"), ("kh", "X"), ("gh", "G"), ("e", "i"), ("o", "u"), ("w", "v"), ("dh", "d"),
)  # fmt: skip


def _consonantal(word: str) -> str:
    key = plain(word)
    for written, sound in _SEMITIC:
        key = key.replace(written, sound)
    return re.sub(r"(.)\1+", r"\1", key).rstrip("h")


_YIDDISH = (("sch", "sh"), ("tz", "ts"), ("z", "ts"), ("kh", "X"), ("ch", "X"), 
    ("ey", "ei"), ("ay", "ei"), ("ai", "ei"), ("ie", "i"), ("ee", "i"), ("oo", "u"), ("w", "v"))  # fmt: skip


def _yiddish(word: str) -> str:
    key = plain(word).replace("'", "").replace("-", "")
    for written, sound in _YIDDISH:
        key = key.replace(written, sound)
    return re.sub(r"(.)\1+", r"\1", key).rstrip("h")


_KEYS = {
    "de": _german, "la": _latin_itself, "ru": _russian, "uk": _ukrainian, "ja": _japanese, "zh": _chinese, "ko": _korean,
    "el": _greek,
    "ar": _consonantal, "hi": _consonantal, "yi": _yiddish,
}  # fmt: skip
