"""Japanese verbs and adjectives in the forms that are heard in fiction."""

from collections.abc import Iterator

from training.foreign.tags import Form, tag

_FIVE = {
    "う": ("わ", "い", "え", "お", "って", "った", "wa", "i", "e", "o", "tte", "tta", "u"), "く": ("か", "き", "け", "こ", "いて", "いた", "ka", "ki", "ke", "ko", "ite", "ita", "ku"),
    "ぐ": ("が", "ぎ", "げ", "ご", "いで", "いだ", "ga", "gi", "ge", "go", "ide", "ida", "gu"), "す": ("さ", "し", "せ", "そ", "して", "した", "sa", "shi", "se", "so", "shite", "shita", "su"),
    "つ": ("た", "ち", "て", "と", "って", "った", "ta", "chi", "te", "to", "tte", "tta", "tsu"), "ぬ": ("な", "に", "ね", "の", "んで", "んだ", "na", "ni", "ne", "no", "nde", "nda", "nu"),
    "ぶ": ("ば", "び", "べ", "ぼ", "んで", "んだ", "ba", "bi", "be", "bo", "nde", "nda", "bu"), "む": ("ま", "み", "め", "も", "んで", "んだ", "ma", "mi", "me", "mo", "nde", "nda", "mu"),
    "る": ("ら", "り", "れ", "ろ", "って", "った", "ra", "ri", "re", "ro", "tte", "tta", "ru"),
}  # fmt: skip
_POLITE = (
    ("ます", "masu"),
    ("ません", "masen"),
    ("ました", "mashita"),
    ("ましょう", "mashou"),
    ("ませんでした", "masendeshita"),
    ("たい", "tai"),
    ("たくない", "takunai"),
    ("なさい", "nasai"),
    ("ながら", "nagara"),
)
_CONTINUING = (("る", "ru"), ("いる", "iru"), ("ます", "masu"), ("います", "imasu"), ("た", "ta"), ("ない", "nai"))


def verb(native: str, latin: str, kind: str) -> Iterator[Form]:
    """Plain, polite, negative, past, -te, wish, order of one verb: class 1, 5, s (suru) or k (kuru)."""
    for form, spelt, mood in _forms(native, latin, kind):
        yield Form(f"{form}|{spelt}", native, tag("v", mood=mood))


def _forms(native: str, latin: str, kind: str) -> Iterator[tuple[str, str, str]]:
    yield native, latin, "plain"
    if kind == "5":
        kana = _FIVE[native[-1]]
        base, root = native[:-1], latin.removesuffix(kana[12])
        te, ta, te_latin, ta_latin = (
            ("って", "った", "tte", "tta") if native == "行く" else (kana[4], kana[5], kana[10], kana[11])
        )
        negative = ("", "") if native == "ある" else (base + kana[0], root + kana[6])
        stems = (base + kana[1], root + kana[7])
        yield base + kana[2], root + kana[8], "imp"
        yield base + kana[3] + "う", root + kana[9] + "u", "let"
    elif kind == "1":
        base, root = native[:-1], latin[:-2]
        te, ta, te_latin, ta_latin = "て", "た", "te", "ta"
        negative, stems = (base, root), (base, root)
        yield base + "ろ", root + "ro", "imp"
        yield base + "よう", root + "you", "let"
    else:
        base, root = (native[:-2], latin[:-4]) if kind == "s" else ("", "")
        head, sound = ("し", "shi") if kind == "s" else ("来", "ki")
        base, root = base + head, root + sound
        te, ta, te_latin, ta_latin = "て", "た", "te", "ta"
        negative = (base, root) if kind == "s" else ("来", "ko")
        stems = (base, root)
        yield base + "よう", (root if kind == "s" else "ko") + "you", "let"
    if kind == "5":
        yield base + te, root + te_latin, "te"
        yield base + ta, root + ta_latin, "past"
    else:
        yield base + te, root + te_latin, "te"
        yield base + ta, root + ta_latin, "past"
    for end, sound in _CONTINUING:
        yield base + te + end, root + te_latin + sound, "te"
    if negative[0]:
        yield negative[0] + "ない", negative[1] + "nai", "not"
        yield negative[0] + "なかった", negative[1] + "nakatta", "not"
        yield negative[0] + "ないで", negative[1] + "naide", "not"
    for end, sound in _POLITE:
        yield stems[0] + end, stems[1] + sound, "polite"


def adjective(native: str, latin: str) -> Iterator[Form]:
    """An adjective in -i: plain, negative, past, before a verb."""
    base, root = (native[:-1], latin[:-1]) if latin not in ("ii",) else ("良", "yo")
    yield Form(f"{native}|{latin}", native, tag("a", mood="plain"))
    for end, sound in (("くない", "kunai"), ("かった", "katta"), ("くて", "kute"), ("く", "ku")):
        yield Form(f"{base}{end}|{root}{sound}", native, tag("a", mood="form"))
