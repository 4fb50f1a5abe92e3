"""A preposition and the case behind it; and prepositions that melt into the article."""

from collections.abc import Iterator

from fabula.stages.foreign.analysis import Fault, Item, Phrase
from fabula.stages.vocabulary import word_set

_CASES = {
    "ru": {
        "в": "acc loc", "во": "acc loc", "на": "acc loc", "о": "loc acc", "об": "loc acc", "за": "acc ins",
        "под": "acc ins", "по": "dat acc loc",
        "с": "ins gen acc", "со": "ins gen acc", "без": "gen", "для": "gen", "до": "gen", "из": "gen", "от": "gen",
        "у": "gen", "к": "dat", "ко": "dat",
        "над": "ins", "перед": "ins", "между": "ins gen", "через": "acc", "про": "acc", "при": "loc", "после": "gen",
        "против": "gen", "около": "gen",
    },
    "de": {
        **dict.fromkeys(["durch", "für", "gegen", "ohne", "um"], "acc"), **dict.fromkeys(["aus", "bei", "mit", "nach",
        "seit", "von", "zu"], "dat"),
        **dict.fromkeys(["an", "auf", "hinter", "in", "neben", "über", "unter", "vor", "zwischen"], "dat acc"),
    },
    "la": {
        **dict.fromkeys(["ad", "per", "contra", "inter", "ante", "post", "propter", "trans", "apud", "ob"], "acc"),
        **dict.fromkeys(["a", "ab", "de", "ex", "e", "cum", "sine", "pro"], "abl"),
        "in": "acc abl", "sub": "acc abl", "super": "acc abl",
    },
}  # fmt: skip
_MELTED = {
    "fr": {("de", "le"): "du", ("de", "les"): "des", ("à", "le"): "au", ("à", "les"): "aux", ("a", "le"): "au"},
    "es": {("de", "el"): "del", ("a", "el"): "al"},
    "pt": {("de", "o"): "do", ("de", "a"): "da", ("em", "o"): "no", ("em", "a"): "na", ("de", "os"): "dos", ("em",
    "os"): "nos", ("a", "o"): "ao", ("por", "o"): "pelo", ("de", "as"): "das", ("em", "as"): "nas", ("a", "os"): "aos",
    ("por", "a"): "pela", ("por", "os"): "pelos", ("por", "as"): "pelas"},
    "it": {
        (prep, article): joined
        for prep, row in {"di": "del della dello dell' dei delle degli",
                          "a": "al alla allo all' ai alle agli",
                          "da": "dal dalla dallo dall' dai dalle dagli",
                          "in": "nel nella nello nell' nei nelle negli",
                          "su": "sul sulla sullo sull' sui sulle sugli"}.items()
        for article, joined in zip(("il", "la", "lo", "l'", "i", "le", "gli"), row.split(), strict=True)
    },
}  # fmt: skip
_WITH_ME = {
    "es": {("con", "mí"): "conmigo", ("con", "ti"): "contigo", ("con", "yo"): "conmigo", ("con", "mi"): "conmigo"},
    "pt": {("com", "mim"): "comigo", ("com", "ti"): "contigo", ("com", "eu"): "comigo"},
}  # fmt: skip
"""What melts also where nothing follows; "con mi" and the subject forms only there."""
_AT_THE_END = word_set("mi yo eu")
_BEHIND_PREPOSITION = {"её": "неё", "ее": "неё", "его": "него", "их": "них", "ей": "ней", "ему": "нему", "им": "ним"}
_WITHOUT_N = word_set("благодаря вопреки согласно навстречу")
_ELIDED = word_set("le la je me te se de ne que ce")
_NAMES = {
    "gen": "genitive",
    "dat": "dative",
    "acc": "accusative",
    "ins": "instrumental",
    "loc": "prepositional",
    "abl": "ablative",
}


def check_case(phrase: Phrase) -> Iterator[Fault]:
    """The words behind a preposition, in a case that it never takes."""
    table = _CASES.get(phrase.language, {})
    for at, item in enumerate(phrase.items[:-1]):
        form = next((one.form for one in item.readings if one.part == "e"), item.word.low)
        wanted = table.get(form.casefold(), "").split()
        if not wanted or not item.has("e") or (phrase.language == "la" and item.has("d")):
            continue
        yield from _behind(phrase, at, wanted)


def _behind(phrase: Phrase, prep: int, wanted: list[str]) -> Iterator[Fault]:
    last = prep + 1
    items = phrase.items
    if items[last].comma or not (items[last].only("ndapm") or items[last].has("d")):
        return
    while (
        last + 1 < len(items)
        and not items[last + 1].comma
        and items[last].has("da")
        and not items[last].has("n")
        and items[last + 1].only("nda")
    ):
        last += 1
    head = last
    while (
        phrase.language == "la" and last + 1 < len(items) and not items[last + 1].comma and items[last + 1].only("da")
    ):
        last += 1
    run = range(prep + 1, last + 1)
    if not items[head].has("np") or (items[head].word.text[:1].isupper() and phrase.language != "de"):
        return
    if any(_can(items[at], case) for case in wanted for at in run if all(_can(items[one], case) for one in run)):
        return
    for case in wanted:
        changes = _put(phrase, run, head, case)
        if changes is not None:
            said = " ".join(phrase.said(at) for at in run)
            way = phrase.way(changes)
            kind = f"the {_NAMES[case]}" if phrase.language in ("de", "la") else f"another form (the {_NAMES[case]})"
            yield Fault("form", f"behind “{phrase.said(prep)}” stands {kind}, not “{said}”", (way,))
            return


def check_latin_owner(phrase: Phrase) -> Iterator[Fault]:
    """A noun as a subject at the end, right behind a noun behind a preposition: "in nomine pater" for "in nomine patris"."""
    if phrase.language != "la" or len(phrase.items) < _PREPOSITION_NOUN_OWNER:
        return
    prep, thing, owner = phrase.items[-3:]
    nouns = owner.of("n")
    if (
        not (prep.has("e") and thing.only("n") and owner.only("n"))
        or thing.comma
        or owner.comma
        or any(one.case not in ("nom", "voc") or one.number != "s" for one in nouns)
        or any(one.case in ("nom", "voc") for one in thing.readings)
    ):
        return
    form = phrase.inflected(nouns[0].lemma, "n", lambda one: (one.case, one.number) == ("gen", "s"))
    if form:
        reason = f"the one whose “{thing.word.text}” it is stands in the genitive: “{form}”, not “{owner.word.text}”"
        yield Fault("form", reason, (phrase.way({len(phrase.items) - 1: form}),))


_PREPOSITION_NOUN_OWNER = 3


def _can(item: Item, case: str) -> bool:
    return any(one.case in ("", case) for one in item.of("ndapm"))


def _put(phrase: Phrase, run: range, head: int, case: str) -> dict[int, str | None] | None:
    """Each word of the run in that case, in the gender and number of its noun, which stands at `head`."""
    noun = next(iter(phrase.items[head].of("n") or phrase.items[head].of("p")))
    changes: dict[int, str | None] = {}
    for at in run:
        item = phrase.items[at]
        if at != head and item.of("da"):
            mine = item.of("da")[0]
            form = phrase.inflected(
                mine.lemma, mine.part,
                lambda one, mine=mine: one.case == case and one.number == noun.number and one.gender in ("", "c", noun.gender)
                and one.mood not in ("short", "bare") and (phrase.language != "de" or one.mood == mine.mood),
            )  # fmt: skip
        elif noun.part == "p":
            form = phrase.inflected(
                noun.lemma,
                "p",
                lambda one: (
                    one.case == case
                    and (one.mood == "prep" or noun.person != "3" or noun.lemma not in ("он", "она", "они", "оно"))
                ),
            )
            form = form or _GERMAN.get((noun.form, case))
        else:
            form = phrase.inflected(noun.lemma, "n", lambda one: one.case == case and one.number == noun.number)
        if form is None:
            return None
        if form.casefold() != item.word.low:
            changes[at] = form
    return changes or None


_GERMAN = {
    ("ich", "dat"): "mir", ("du", "dat"): "dir", ("er", "dat"): "ihm", ("wir", "dat"): "uns", ("ich", "acc"): "mich",
    ("du", "acc"): "dich",
    ("er", "acc"): "ihn", ("wir", "acc"): "uns", ("dich", "dat"): "dir", ("mich", "dat"): "mir", ("ihn", "dat"): "ihm",
    ("dir", "acc"): "dich",
    ("mir", "acc"): "mich", ("ihm", "acc"): "ihn", ("sie", "dat"): "ihr",
}  # fmt: skip


def check_third_person(phrase: Phrase) -> Iterator[Fault]:
    """A Russian "her", "him", "them" right behind a preposition, without its n-: "dlya yeyo" for "dlya neyo".

    Only where nothing follows that it could be the owner of ("dlya yeyo materi").
    """
    if phrase.language != "ru":
        return
    for at, (one, two) in enumerate(zip(phrase.items, phrase.items[1:], strict=False)):
        last = at + 2 == len(phrase.items) or phrase.items[at + 2].comma
        preposition = one.only("e") and not one.lemmas() & _WITHOUT_N
        if not (last and preposition and two.has("p")) or two.comma:
            continue
        form = next((_BEHIND_PREPOSITION[each.form] for each in two.of("p") if each.form in _BEHIND_PREPOSITION), None)
        if form:
            reason = f"behind “{phrase.said(at)}” the word for him, her or them begins with n-"
            yield Fault("form", reason, (phrase.way({at + 1: form}),))


def check_with_me(phrase: Phrase) -> Iterator[Fault]:
    """ "With me" in two words where the language has one: "com mim" is "comigo"."""
    table = _WITH_ME.get(phrase.language, {})
    for at, (one, two) in enumerate(zip(phrase.items, phrase.items[1:], strict=False)):
        joined = table.get((one.word.low, two.word.low))
        last = at + 2 == len(phrase.items) or phrase.items[at + 2].comma
        if joined and not two.comma and (last or two.word.low not in _AT_THE_END):
            reason = f"“{one.word.text} {two.word.text}” is one word: “{joined}”"
            yield Fault("form", reason, (phrase.way({at: joined, at + 1: None}),))


def check_contraction(phrase: Phrase) -> Iterator[Fault]:
    """Two words that the language always writes as one: "de le" is "du", "je ai" is "j'ai"."""
    table = _MELTED.get(phrase.language, {})
    for at, (one, two) in enumerate(zip(phrase.items, phrase.items[1:], strict=False)):
        if two.comma:
            continue
        pair = (one.word.low, two.word.low)
        following = phrase.items[at + 2].word.low[:1] if at + 2 < len(phrase.items) else ""
        if (
            pair in table
            and not (phrase.language == "fr" and following in "aeiouéêh" and pair[1] == "le")
            and following
        ):
            yield Fault(
                "form",
                f"“{pair[0]} {pair[1]}” is always written “{table[pair]}”",
                (phrase.way({at: table[pair], at + 1: None}),),
            )
        elif (
            phrase.language == "fr"
            and _elides(pair[0], two)
            and not _hangs_on_verb(phrase, at)
            and not one.word.text.endswith("'")
        ):
            elided = "cet" if pair[0] == "ce" and two.has("n") else f"{pair[0][:-1]}'"
            yield Fault("form", f"before a vowel “{pair[0]}” becomes “{elided}”", (phrase.way({at: elided}),))


def _elides(word: str, following: Item) -> bool:
    opens = following.word.low
    silent_h = opens.startswith("h") and any(
        one.form.startswith(
            ("homme", "heure", "histoire", "habit", "honneur", "horreur", "hiver", "hôtel", "heureu", "humain")
        )
        for one in following.readings
    )
    vowel = opens[:1] in "aeiouéèêàâîôû" or silent_h
    return word in _ELIDED and vowel and bool(following.readings) and opens not in ("oui", "onze", "un", "huit")


def _hangs_on_verb(phrase: Phrase, at: int) -> bool:
    """Whether the word belongs to the verb before it and so keeps its vowel: "puis-je espérer", "prends-le avec toi"."""
    before = phrase.items[at - 1] if at else None
    if before is None or phrase.items[at].word.low in ("de", "que"):
        return False
    return before.has("v") or (phrase.items[at].word.low == "je" and not before.has("c"))
