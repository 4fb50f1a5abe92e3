"""A noun and what stands with it: article, possessive and adjective in its gender, number and case."""

from collections.abc import Iterator

from fabula.stages.foreign.analysis import Fault, Item, Phrase, Reading, meets
from fabula.stages.foreign.grammar.determiners import DETERMINERS, ELIDING, of_family
from fabula.stages.vocabulary import word_set

GENDERS = {"m": "masculine", "f": "feminine", "n": "neuter"}
_NUMBERS = {"s": "singular", "p": "plural"}
_AGREEING = frozenset(("fr", "es", "it", "pt", "ru", "uk", "pl", "de", "la", "el", "ro"))
_VOWEL = "aàâeéèêëiîïoôuûœæyh"


def check_agreement(phrase: Phrase) -> Iterator[Fault]:
    """Faults of agreement in each noun phrase."""
    if phrase.language not in _AGREEING:
        return
    for first, head, last in _noun_phrases(phrase):
        if phrase.language != "la" or _is_possessive_pair(phrase, first, last):
            yield from _check(phrase, first, head, last)
    if phrase.language == "la":
        yield from _predicate(phrase)


def _is_possessive_pair(phrase: Phrase, first: int, last: int) -> bool:
    """Latin puts words where it likes: only "mea culpa" and the like, alone, surely belong together."""
    return last - first == 1 and len(phrase.items) == 2 and any(item.lemmas() & _LATIN_MINE for item in phrase.items)


_LATIN_MINE = word_set("meus tuus suus noster vester")


def _predicate(phrase: Phrase) -> Iterator[Fault]:
    """ "Rex mortuum est": what is said of the subject agrees with it."""
    for at in range(len(phrase.items) - 2):
        noun, said, verb = phrase.items[at : at + 3]
        heads = [one for one in noun.of("n") if one.case == "nom"]
        about = [one for one in said.readings if one.part == "a" or one.mood == "pp"]
        if (
            verb.word.low not in ("est", "sunt", "erat", "erit")
            or not heads
            or not noun.only("n")
            or not about
            or (said.has("n") and not said.has("a"))
        ):
            continue
        if any(
            one.case == "nom" and meets(one.gender, head.gender, "c") and one.number == head.number
            for one in about
            for head in heads
        ):
            continue
        wanted = ("nom", heads[0].number, heads[0].gender, about[0].mood)
        form = phrase.inflected(
            about[0].lemma, about[0].part, lambda one, w=wanted: (one.case, one.number, one.gender, one.mood) == w
        )
        if form:
            gender = GENDERS.get(heads[0].gender, "of another gender")
            evidence = f"“{noun.word.text}” is {gender}, “{said.word.text}” does not agree with it"
            yield Fault("agreement", evidence, (phrase.way({at + 1: form}),))


def _noun_phrases(phrase: Phrase) -> Iterator[tuple[int, int, int]]:
    """(first, head, last): a noun with the articles and adjectives right before and behind it; without a noun, an
    adjective behind a possessive stands for one ("mon cher")."""
    items = phrase.items
    taken = -1
    for head in range(len(items)):
        if head <= taken or not _is_head(phrase, head):
            continue
        first = head
        while (
            first - 1 > taken
            and not items[first].comma
            and _leads(items[first - 1])
            and not _is_head(phrase, first - 1)
        ):
            first -= 1
        last = head
        while last + 1 < len(items) and not items[last + 1].comma and _follows(phrase, head, last + 1):
            last += 1
        taken = last
        if first < last:
            yield first, head, last


def _leads(item: Item) -> bool:
    """Whether the word may stand before its noun as article, possessive or adjective, and is no order or statement."""
    finite = any(one.part == "v" and one.mood in ("ind", "imp", "inf") for one in item.readings)
    return item.has("d") or (item.has("a") and (not finite or bool(item.lemmas() & POSSESSIVES)))


def _is_head(phrase: Phrase, at: int) -> bool:
    item = phrase.items[at]
    if not item.has("n"):
        return _is_adjective_for_noun(phrase, at)
    if at + 1 < len(phrase.items) and not phrase.items[at + 1].readings and item.has("a"):
        return False
    if item.has("d") or (item.has("p") and phrase.language in ("de", "la")) or item.has("ec"):
        return False
    if not item.has("a"):
        return True
    following = at + 1 < len(phrase.items) and phrase.items[at + 1]
    return not (following and not following.comma and following.has("n") and not following.has("d"))


def _is_adjective_for_noun(phrase: Phrase, at: int) -> bool:
    """ "Ma cher": a lone adjective between a possessive and the end."""
    items = phrase.items
    if not items[at].only("a") or at == 0 or at + 1 < len(items):
        return False
    return items[at - 1].only("d") or (
        phrase.language in ("ru", "uk", "pl")
        and items[at - 1].readings[:1] != ()
        and items[at - 1].readings[0].lemma in POSSESSIVES
    )


POSSESSIVES = word_set("мой твой наш ваш мій твій mój twój nasz")


def _follows(phrase: Phrase, head: int, at: int) -> bool:
    """Whether the word belongs to the noun before it. German puts nothing there; elsewhere a word that may be something else,
    a verb say, is left alone."""
    item = phrase.items[at]
    if phrase.language in ("de", "nl", "sv") or not phrase.items[head].has("n"):
        return False
    after = at + 1 < len(phrase.items) and not phrase.items[at + 1].comma and phrase.items[at + 1].has("n")
    if after and not phrase.items[at + 1].has("av"):
        return False
    if phrase.language in ("ru", "uk", "pl", "la"):
        return item.only("a") and all(one.mood != "short" for one in item.readings)
    return (item.only("av") and item.has("a")) or any(one.mood == "post" for one in item.readings)


def _marks(one: Reading, item: Item, phrase: Phrase, at: int) -> tuple[str, str, str]:
    gender = one.gender
    following = phrase.items[at + 1].word.low[:1] if at + 1 < len(phrase.items) else ""
    if phrase.language == "fr" and one.lemma in ELIDING and one.part == "d" and following in _VOWEL:
        gender = "c"
    if one.number == "p" and phrase.language in ("ru", "uk", "de", "pl"):
        gender = "c"
    return gender, one.number, one.case


def _check(phrase: Phrase, first: int, head: int, last: int) -> Iterator[Fault]:
    noun = phrase.items[head]
    parts = "n" if noun.has("n") else "a"
    heads = noun.of(parts)
    for at in range(first, last + 1):
        item = phrase.items[at]
        if at == head or not item.has("da"):
            continue
        dependents = item.of("da") + tuple(one for one in item.of("v") if one.mood == "pp")
        if any(_agree(phrase, at, one, head, other) for one in dependents for other in heads):
            continue
        if item.has("p") and noun.has("v"):
            continue
        fault = _fault(phrase, at, head, first, last, heads)
        if fault:
            yield fault
            return
    yield from _check_together(phrase, first, head, last, heads)


def _agree(phrase: Phrase, at: int, one: Reading, head: int, other: Reading) -> bool:
    if phrase.language == "de" and "gen" in (one.case, other.case) and _stands_alone(phrase):
        return False
    gender, number, case = _marks(one, phrase.items[at], phrase, at)
    if one.mood in ("short", "bare"):
        return False
    if (
        one.mood in ("anim", "inan")
        and other.mood in ("anim", "inan")
        and one.mood != other.mood
        and one.case == "acc" == other.case
    ):
        return False
    noun = _marks(other, phrase.items[head], phrase, head)
    return meets(gender, noun[0], "c") and meets(number, noun[1]) and meets(case, noun[2])


def _stands_alone(phrase: Phrase) -> bool:
    """Whether the phrase is nothing but a noun and what belongs to it: then it is no genitive."""
    return (
        all(item.has("nda") and not item.has("e") for item in phrase.items)
        and sum(item.has("n") for item in phrase.items) == 1
    )


def _check_together(phrase: Phrase, first: int, head: int, last: int, heads: tuple[Reading, ...]) -> Iterator[Fault]:
    """German: each word agrees with the noun, but the adjective has not the ending that the article before it asks for."""
    if phrase.language != "de" or not phrase.items[first].has("d") or head - first < 2:
        return
    articles = [
        one for one in phrase.items[first].of("d") if any(_agree(phrase, first, one, head, noun) for noun in heads)
    ]
    for at in range(first + 1, head):
        adjectives = phrase.items[at].of("a")
        if articles and adjectives and not _go_together(phrase, at, head, articles, heads):
            yield from _ending(phrase, first, at, articles[0], adjectives[0].lemma, heads, head)
            return


def _go_together(phrase: Phrase, at: int, head: int, articles: list[Reading], heads: tuple[Reading, ...]) -> bool:
    return any(
        one.mood == article.mood and meets(article.case, one.case) and _agree(phrase, at, one, head, noun)
        for article in articles
        for one in phrase.items[at].of("a")
        for noun in heads
    )


def _ending(
    phrase: Phrase, first: int, at: int, article: Reading, lemma: str, heads: tuple[Reading, ...], head: int
) -> Iterator[Fault]:
    noun = next(noun for noun in heads if _agree(phrase, first, article, head, noun))
    wanted = (article.mood, noun.number, article.case)
    form = phrase.inflected(
        lemma, "a", lambda one: (one.mood, one.number, one.case) == wanted and meets(one.gender, noun.gender, "c")
    )
    if form:
        evidence = f"behind “{phrase.said(first)}”, “{phrase.said(at)}” takes the ending of “{form}”"
        yield Fault("agreement", evidence, (phrase.way({at: form}),))


def _fault(phrase: Phrase, at: int, head: int, first: int, last: int, heads: tuple[Reading, ...]) -> Fault | None:
    """The word made to fit the noun; and, where both are people, the noun made to fit the word."""
    item = phrase.items[at]
    wrong = min(item.of("da") or item.of("v"), key=lambda one: (one.case not in ("", "nom"), one.number != "s"))
    noun = _likeliest(heads, wrong)
    ways: list[tuple[int | str, ...]] = []
    changes: dict[int, str | None] = {}
    for place in range(first, last + 1):
        one = phrase.items[place]
        if (
            place != head
            and one.has("da")
            and not any(_agree(phrase, place, each, head, noun) for each in one.of("da"))
        ):
            form = fitting(phrase, place, noun)
            if form is None:
                return None
            changes[place] = form
    if changes:
        ways.append(phrase.way(changes))
    other = _noun_to_fit(phrase, head, wrong, noun)
    if other:
        ways.append(phrase.way({head: other}))
        if noun.part == "a" and phrase.hearer == wrong.gender:
            ways.reverse()
    if not ways:
        return None
    problem = (
        "article" if wrong.part == "d" and wrong.gender != noun.gender and wrong.lemma in _ARTICLES else "agreement"
    )
    return Fault(problem, _evidence(phrase, at, head, wrong, noun), tuple(dict.fromkeys(ways)))


_ARTICLES = word_set("le la les un une el los las il lo gli i o a os as der die das ein eine um uma")


def _likeliest(heads: tuple[Reading, ...], wrong: Reading) -> Reading:
    """The reading of the noun nearest to what the other word says: its number first, then its case."""
    return min(
        heads,
        key=lambda one: (
            one.number != (wrong.number or "s"),
            not meets(one.case, wrong.case),
            one.case not in ("", "nom"),
            -one.often,
        ),
    )


def fitting(phrase: Phrase, at: int, noun: Reading) -> str | None:
    """The word at that place in the gender, number and case of the noun."""
    item = phrase.items[at]
    mine = (item.of("da") or item.of("v"))[0]
    following = phrase.items[at + 1] if at + 1 < len(phrase.items) else None
    opens = (
        following.readings[0].form if following and following.readings else following.word.low if following else ""
    )[:1].lower()
    if phrase.language in DETERMINERS and mine.part == "d":
        family = next((row for row in DETERMINERS[phrase.language] if mine.form in row), None)
        if family:
            return of_family(phrase.language, family, noun, opens, following.word.low if following else "")
    mood = mine.mood if phrase.language == "de" else ""

    def fits(one: Reading) -> bool:
        return (
            meets(one.gender, noun.gender, "c") and meets(one.number, noun.number) and meets(one.case, noun.case)
            and one.mood not in ("short", "bare") and (not mood or mood == "bare" or one.mood == mood)
            and (one.mood not in ("anim", "inan") or not noun.mood or one.mood == noun.mood)
        )  # fmt: skip

    return phrase.inflected(mine.lemma, mine.part, fits)


def _noun_to_fit(phrase: Phrase, head: int, wrong: Reading, noun: Reading) -> str | None:
    """The noun, or the adjective in its place, in the gender or number that the other word has."""
    if noun.part == "a":
        return phrase.inflected(
            noun.lemma,
            "a",
            lambda one: (
                meets(one.gender, wrong.gender, "c") and one.number == wrong.number and meets(one.case, wrong.case)
            ),
        )
    if noun.gender == wrong.gender and noun.number != wrong.number and wrong.number:
        return phrase.inflected(noun.lemma, "n", lambda one: one.number == wrong.number and meets(one.case, wrong.case))
    return None


def _evidence(phrase: Phrase, at: int, head: int, wrong: Reading, noun: Reading) -> str:
    one, other = phrase.said(at), phrase.said(head)
    if (
        not meets(wrong.gender, noun.gender, "c")
        and wrong.gender in GENDERS
        and noun.gender in GENDERS
        and wrong.number == noun.number
    ):
        return f"“{one}” is {GENDERS[wrong.gender]}, “{other}” is {GENDERS[noun.gender]}"
    if wrong.number and noun.number and wrong.number != noun.number:
        return f"“{one}” is {_NUMBERS[wrong.number]}, “{other}” is {_NUMBERS[noun.number]}"
    return f"“{one}” and “{other}” do not have the same gender, number and case"
