"""What the Romance languages share: plain words, nouns and adjectives given with their forms."""

from collections.abc import Callable, Iterator

from training.foreign.tags import Form, Line, tag

UNINFLECTED = "r e c i".split()


def plain_forms(line: Line) -> Iterator[Form]:
    """Adverbs, prepositions, conjunctions, interjections; and raw lines that give their own tags."""
    if line.section == "raw":
        tags = line.more[0]
        part, gender, number, *rest = tags.split(".")
        yield Form(line.word, line.word, ".".join((part, gender, "" if number == "c" else number, *rest)))
    elif line.section.split()[0] in UNINFLECTED:
        part, *case = line.section.split()
        yield Form(line.word, line.word, tag(part, case=case[0] if case else ""))


def inflected(
    line: Line,
    plural: Callable[[str, str], str],
    four: Callable[[str, tuple[str, ...]], tuple[str, str, str, str]],
    verb: Callable[[str, tuple[str, ...]], Iterator[Form]],
) -> Iterator[Form]:
    """Every form of a line: the plural of a noun by its gender, the four of an adjective, those of a verb."""
    yield from plain_forms(line)
    part, *rest = line.section.split()
    if part == "n":
        yield from noun(line.word, rest[0], line.more[0] if line.more else plural(line.word, rest[0]))
    elif part == "a":
        yield from adjective(four(line.word, line.more))
    elif part == "v":
        yield from verb(line.word, line.more)


def noun(word: str, gender: str, plural: str) -> Iterator[Form]:
    yield Form(word, word, tag("n", gender, "s"))
    yield Form(plural, word, tag("n", gender, "p"))


def adjective(forms: tuple[str, str, str, str]) -> Iterator[Form]:
    """Masculine, feminine, and their plurals. One form for both genders is of common gender."""
    man, woman, men, women = forms
    for number, he, she in (("s", man, woman), ("p", men, women)):
        if he == she:
            yield Form(he, man, tag("a", "c", number))
        else:
            yield Form(he, man, tag("a", "m", number))
            yield Form(she, man, tag("a", "f", number))


def participle(forms: tuple[str, str, str, str], verb: str) -> Iterator[Form]:
    for form, (gender, number) in zip(forms, (("m", "s"), ("f", "s"), ("m", "p"), ("f", "p")), strict=True):
        yield Form(form, verb, tag("v", gender, number, mood="pp"))


def persons(verb: str, mood: str, forms: tuple[str, ...] | list[str]) -> Iterator[Form]:
    """Six persons of a tense; "-" where there is none."""
    for form, (number, person) in zip(
        forms, (("s", "1"), ("s", "2"), ("s", "3"), ("p", "1"), ("p", "2"), ("p", "3")), strict=True
    ):
        if form != "-":
            yield Form(form, verb, tag("v", "", number, "", person, mood))
