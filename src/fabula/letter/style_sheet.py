"""A style sheet: names, places, words of the story's own, other languages, times, so that the next draft keeps to them."""

from collections import Counter
from collections.abc import Iterator

from fabula.letter.wording import listed, plain
from fabula.reading import Form, Kind, Modality, QuoteStyle, Reading

_LONGEST = 24
_LOOKS = {
    "eye colour": "{} eyes",
    "hair colour": "{} hair",
    "beard colour": "{} beard",
    "moustache colour": "{} moustache",
    "age": "aged {}",
    "birth year": "born in {}",
}
_MARKS = {"dash": "speech behind dashes", "none": "speech without marks"}


def style_sheet(reading: Reading) -> Iterator[str]:
    """One row for each thing there is anything to say of."""
    rows = (
        ("People", [_person(one.name, tuple(alias.name for alias in one.aliases)) for one in reading.cast.items]),
        ("What is said of them", list(_said_of(reading))),
        ("Places and things", _places(reading)),
        ("Words of the story’s own", sorted(plain(word) for word in reading.lexicon.coined - reading.lexicon.names)),
        ("Other languages", _phrases(reading)),
        ("Times", [plain(scene.when) for scene in reading.scenes.items if scene.when]),
        ("Speech", [_marks(reading.quotations.style)] if reading.quotations.items else []),
    )
    for name, items in rows:
        unique = list(dict.fromkeys(items))
        if unique:
            more = "; …" if len(unique) > _LONGEST else ""
            yield f"- **{name}**: {'; '.join(unique[:_LONGEST])}{more}"


def _person(name: str, aliases: tuple[str, ...]) -> str:
    return f"{plain(name)} ({listed([plain(alias) for alias in aliases[:4]])})" if aliases else plain(name)


def _said_of(reading: Reading) -> Iterator[str]:
    """What the story says of each person's looks and age, every value it gives: "Marta Keller: grey eyes, aged 19"."""
    for one in reading.cast.items:
        own = [fact for fact in reading.facts.items if fact.character == one.id and fact.modality is Modality.ASSERTED]
        said = [_LOOKS[fact.attribute].format(fact.value) for fact in own if fact.attribute in _LOOKS]
        if said:
            yield f"{plain(one.name)}: {', '.join(dict.fromkeys(said))}"


def _places(reading: Reading) -> list[str]:
    text = reading.story.text
    names = Counter(
        " ".join(text[one.span.start : one.span.end].split())
        for one in reading.mentions.items
        if one.form is Form.NAME and one.kind is not Kind.PERSON and one.character is None
    )
    return [plain(name) for name, _ in sorted(names.items(), key=lambda row: (-row[1], row[0]))]


def _phrases(reading: Reading) -> list[str]:
    text = reading.story.text
    return [
        f"*{plain(text[one.span.start : one.span.end])}*{f' ({plain(one.gloss)})' if one.gloss else ''}"
        for one in reading.phrases.items
    ]


def _marks(style: QuoteStyle) -> str:
    if style.name in _MARKS:
        return _MARKS[style.name]
    inner = f", {style.inner_opening}…{style.inner_closing} inside speech" if style.inner_opening else ""
    return f"{style.opening}…{style.closing}{inner}"
