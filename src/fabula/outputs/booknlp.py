"""A reading in BookNLP's layout, so that notebooks written for it go on.

Source: the columns of BookNLP 1.0.8 (github.com/booknlp/booknlp, README). What differs: dependencies and parts of speech are
Universal Dependencies, the fine tag repeats the coarse one, no events are tagged (all `O`), and a speaker who is not known is
`None`. Offsets called byte are code points, as they are there.
"""

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable
from typing import Any

from fabula.reading import Character, Form, Kind, Mention, Reading
from fabula.story import Span

_FORMS = {Form.NAME: "PROP", Form.NOUN: "NOM", Form.PRONOUN: "PRON"}
_KINDS = {
    Kind.PERSON: "PER",
    Kind.PLACE: "GPE",
    Kind.FACILITY: "FAC",
    Kind.LOCATION: "LOC",
    Kind.VEHICLE: "VEH",
    Kind.ORGANISATION: "ORG",
}
_GENDERS = {"he": "he/him/his", "she": "she/her", "they": "they/them/their"}
_TOKENS = (
    "paragraph_ID sentence_ID token_ID_within_sentence token_ID_within_document word lemma byte_onset byte_offset "
    "POS_tag fine_POS_tag dependency_relation syntactic_head_ID event"
)
_ENTITIES = "COREF start_token end_token prop cat text"
_QUOTES = "quote_start quote_end mention_start mention_end mention_phrase char_id quote"
_RELATIONS = {"nsubj": "agent", "obj": "patient", "nsubj:pass": "patient", "nmod:poss": "poss"}


def booknlp_files(reading: Reading, name: str) -> dict[str, bytes]:
    """File names (`name` and BookNLP's suffix) with their contents in UTF-8: tokens, entities, quotes, book."""
    rows = {
        "tokens": _table(_TOKENS, _tokens(reading)),
        "entities": _table(_ENTITIES, _entities(reading)),
        "quotes": _table(_QUOTES, _quotes(reading)),
        "book": _book(reading),
    }
    return {f"{name}.{suffix}": data for suffix, data in rows.items()}


def _table(head: str, rows: Iterable[tuple[object, ...]]) -> bytes:
    lines = ["\t".join(head.split()), *("\t".join(map(str, row)) for row in rows)]
    return ("\n".join(lines) + "\n").encode()


def _tokens(reading: Reading) -> Iterable[tuple[object, ...]]:
    syntax, text = reading.syntax, reading.story.text
    within, last = 0, -1
    for number, (start, end) in enumerate(zip(syntax.starts, syntax.ends, strict=True)):
        within = within + 1 if syntax.sentences[number] == last else 0
        last = syntax.sentences[number]
        head = syntax.heads[number]
        yield (
            syntax.paragraphs[number],
            last,
            within,
            number,
            _flat(text[start:end]),
            _flat(syntax.lemmas[number]),
            start,
            end,
            syntax.upos[number],
            syntax.upos[number],
            syntax.deprels[number],
            number if head < 0 else head,
            "O",
        )


def _entities(reading: Reading) -> Iterable[tuple[object, ...]]:
    for mention in reading.mentions.items:
        first, last = _words(reading, mention.span)
        text = _flat(reading.story.text[mention.span.start : mention.span.end])
        yield _chain(mention, reading), first, last, _FORMS[mention.form], _KINDS[mention.kind], text


def _chain(mention: Mention, reading: Reading) -> int:
    """Characters first, by their id; then everything else."""
    return len(reading.cast.items) + mention.entity if mention.character is None else mention.character


def _quotes(reading: Reading) -> Iterable[tuple[object, ...]]:
    own: defaultdict[int, list[Mention]] = defaultdict(list)
    for mention in reading.mentions.items:
        if mention.character is not None:
            own[mention.character].append(mention)
    spoken = [quotation.span for quotation in reading.quotations.items]
    for quotation, attribution in zip(reading.quotations.items, reading.attributions.items, strict=True):
        first, last = _words(reading, quotation.span)
        words = _flat(reading.story.text[quotation.span.start : quotation.span.end])
        near = _nearest(
            own.get(attribution.speaker if attribution.speaker is not None else -1, []), quotation.span, spoken
        )
        told: tuple[object, ...] = ("None", "None", "None")
        if near is not None:
            phrase = _flat(reading.story.text[near.span.start : near.span.end])
            told = (*_words(reading, near.span), phrase)
        yield first, last, *told, attribution.speaker, words


def _nearest(mentions: list[Mention], quotation: Span, spoken: list[Span]) -> Mention | None:
    """The speaker's mention nearest to the quotation and outside of it, None where there is none."""
    starts = [mention.span.start for mention in mentions]
    at = bisect_left(starts, quotation.start)
    around = mentions[max(0, at - 3) : at + 6]
    outside = [one for one in around if not (quotation.start <= one.span.start < quotation.end)]
    gap = {one: min(abs(one.span.start - quotation.end), abs(quotation.start - one.span.end)) for one in outside}
    return min(outside, key=lambda one: gap[one], default=None)


def _book(reading: Reading) -> bytes:
    import msgspec

    deeds = _deeds(reading)
    return msgspec.json.encode({"characters": [_character(one, reading, deeds) for one in reading.cast.items]})


def _character(
    character: Character, reading: Reading, deeds: dict[tuple[int, str], list[dict[str, object]]]
) -> dict[str, Any]:
    text = reading.story.text
    said: dict[Form, Counter[str]] = {form: Counter() for form in Form}
    for mention in reading.mentions.items:
        if mention.character == character.id:
            said[mention.form][_flat(text[mention.span.start : mention.span.end])] += 1
    names = {Form.NAME: "proper", Form.NOUN: "common", Form.PRONOUN: "pronoun"}
    gender = _GENDERS.get(character.pronouns)
    return {
        "id": character.id,
        "g": {"inference": {gender: 1.0}, "argmax": gender, "max": 1.0} if gender else None,
        "count": len(character.places),
        "mentions": {
            label: [{"c": count, "n": name} for name, count in said[form].most_common()]
            for form, label in names.items()
        },
        **{role: deeds.get((character.id, role), []) for role in ("agent", "patient", "mod", "poss")},
    }


def _deeds(reading: Reading) -> dict[tuple[int, str], list[dict[str, object]]]:
    """What each character does (agent), has done to them (patient), has (poss) and is (mod), as words with their numbers."""
    syntax, text = reading.syntax, reading.story.text
    found: defaultdict[tuple[int, str], list[dict[str, object]]] = defaultdict(list)

    def note(character: int, role: str, number: int) -> None:
        found[character, role].append({"w": text[syntax.starts[number] : syntax.ends[number]], "i": number})

    for mention in reading.mentions.items:
        if mention.character is None:
            continue
        first, last = _words(reading, mention.span)
        for word in range(first, last + 1):
            head = syntax.heads[word]
            if head < 0 or first <= head <= last:
                continue
            role = _RELATIONS.get(syntax.deprels[word])
            if role == "agent" and syntax.upos[head] == "ADJ":
                role = "mod"
            if role:
                note(mention.character, role, head)
    return dict(found)


def _words(reading: Reading, span: Span) -> tuple[int, int]:
    """The first and last word number under a span, the last included."""
    syntax = reading.syntax
    first = min(bisect_left(syntax.ends, span.start + 1), max(0, len(syntax.starts) - 1))
    return first, max(first, bisect_left(syntax.starts, span.end) - 1)


def _flat(words: str) -> str:
    return " ".join(words.split())
