"""A word of Cyrillic or Greek in Latin letters, in the scheme the author writes."""

import msgspec


class Scheme(msgspec.Struct, frozen=True):
    """How an author writes what schemes write differently."""

    kh: str = "kh"
    iy: str = "iy"
    ya: str = "ya"
    yo: str = "yo"
    soft: str = "'"
    zh: str = "zh"
    ts: str = "ts"
    apart: bool = True


_LETTERS = dict(zip("абвгдезиклмнопрстуфы", "abvgdeziklmnoprstufy", strict=True)) | {
    "э": "e",
    "ч": "ch",
    "ш": "sh",
    "щ": "shch",
    "ъ": "",
}
_UKRAINIAN = {"г": "h", "ґ": "g", "и": "y", "і": "i", "ї": "yi", "є": "ye", "'": "", "’": "", "ʼ": ""}
_GREEK = dict(zip("αβγδεζηθικλμνξοπρστυφχψως", "avgdeziTiklmnXoprstyfhPos", strict=True)) | {
    "θ": "th",
    "ξ": "x",
    "ψ": "ps",
    "χ": "ch",
}
_GREEK_PAIRS = (("ου", "ou"), ("αυ", "av"), ("ευ", "ef"), ("μπ", "b"), ("ντ", "d"), ("γγ", "ng"), ("γκ", "g"))


def scheme_of(written: str) -> Scheme:
    """The scheme that what the author has written shows; the usual one where it shows nothing."""
    words = written.casefold()
    return Scheme(
        kh="kh" if "kh" in words else "x" if "x" in words else "h" if _bare_h(words) else "kh",
        iy=next((end for end in ("iy", "ij", "ii", "yy", "yj") if end in words), "iy"),
        ya=next((sound for sound in ("ya", "ja", "ia") if sound in words), "ya"),
        yo=next((sound for sound in ("yo", "jo", "io") if sound in words), "yo"),
        soft="'" if "'" in words or "’" in words else "",
        ts=next((sound for sound in ("ts", "tz") if sound in words), "ts"),
    )


def _bare_h(words: str) -> bool:
    return any(letter == "h" and words[at - 1 : at] not in ("s", "c", "z", "k") for at, letter in enumerate(words))


def romanised(native: str, language: str, scheme: Scheme | None = None) -> str:
    """The words in Latin letters. Raises ValueError for a language whose script says too little for that."""
    if language == "el":
        return _greek(native)
    if language not in ("ru", "uk"):
        raise ValueError(f"{language} is not romanised letter by letter")
    return "".join(_cyrillic(native, language, scheme or Scheme(soft="")))


def _cyrillic(native: str, language: str, scheme: Scheme) -> list[str]:
    glide = scheme.ya[0]
    special = {
        "х": scheme.kh, "ж": scheme.zh, "ц": scheme.ts, "ь": scheme.soft, "я": scheme.ya, "ё": scheme.yo,
        "ю": f"{'i' if scheme.ya == 'ia' else glide}u", "й": "j" if scheme.iy in ("ij", "yj") else "y",
    }  # fmt: skip
    letters = _LETTERS | special | (_UKRAINIAN if language == "uk" else {})
    out: list[str] = []
    small = native.casefold().replace("\u0301", "")
    for at, letter in enumerate(small):
        before, after = small[at - 1 : at], small[at + 1 : at + 2]
        latin = letters.get(letter, letter)
        if letter == "е" and language == "ru" and (not before or before in "аеёиоуыэюяьъ -"):
            latin = "ye"
        if letter == "и" and after == "й" and not small[at + 2 : at + 3].isalpha():
            latin = scheme.iy[0]
        if letter == "й" and before in "иы":
            latin = scheme.iy[1]
        if letter == "ё" and before in "чшщж":
            latin = scheme.yo if scheme.yo == "yo" else "o"
        out.append(latin.capitalize() if native[at].isupper() else latin)
    return out


def _greek(native: str) -> str:
    from fabula.packs.keys import plain

    word = plain(native)
    for pair, sound in _GREEK_PAIRS:
        word = word.replace(pair, sound)
    return "".join(_GREEK.get(letter, letter) for letter in word)
