"""The patterns of words behind each content tag, and where a story has them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from enum import IntEnum
from importlib import resources

import msgspec

from fabula.models.output import TYPES, ReaderOutput

_PERSON = TYPES.index("person")
_GAP = 4
"""How many words ".." may stand for."""


class Force(IntEnum):
    """How much a passage says: a hint counts only beside others of its tag."""

    HINT = 0
    PLAIN = 1
    STRONG = 2


class Rates(msgspec.Struct, frozen=True):
    """The ratings that enough plain and enough strong passages ask for."""

    plain: str
    strong: str


class Tag(msgspec.Struct, frozen=True):
    """A content tag and its patterns, as `terms.toml` writes them."""

    name: str
    rates: Rates
    plain: tuple[str, ...]
    strong: tuple[str, ...] = ()
    hint: tuple[str, ...] = ()
    archive: str = ""
    people: bool = False


class Element(msgspec.Struct, frozen=True):
    """One word of a pattern: any of `words`, of one of the parts of speech `upos` where there are any."""

    words: frozenset[str]
    upos: frozenset[str]


class Pattern(msgspec.Struct, frozen=True):
    """A row of elements, None for a gap."""

    tag: int
    force: Force
    elements: tuple[Element | None, ...]


class Hit(msgspec.Struct, frozen=True):
    """Words `start` to `end` (exclusive) match a pattern of tag number `tag`."""

    tag: int
    force: Force
    start: int
    end: int


class Terms(msgspec.Struct, frozen=True):
    """All tags, and their patterns by the words that may begin them."""

    tags: tuple[Tag, ...]
    patterns: dict[str, tuple[Pattern, ...]]


class _File(msgspec.Struct, frozen=True):
    idioms: tuple[str, ...]
    tag: tuple[Tag, ...]


_IDIOM = -1
"""The tag number of what only sounds like a warning."""


def load_terms() -> Terms:
    """The tags that the package knows."""
    file = resources.files("fabula.stages.warned") / "terms.toml"
    read = msgspec.toml.decode(file.read_bytes(), type=_File)
    patterns: defaultdict[str, list[Pattern]] = defaultdict(list)
    for number, force, row in _rows(read):
        pattern = Pattern(number, force, tuple(map(_element, row.split())))
        for word in pattern.elements[0].words if pattern.elements[0] else ():
            patterns[word].append(pattern)
    return Terms(read.tag, {word: tuple(found) for word, found in patterns.items()})


def _rows(read: _File) -> Iterator[tuple[int, Force, str]]:
    """Every pattern as written, with the number of its tag and its force."""
    yield from ((_IDIOM, Force.HINT, row) for row in read.idioms)
    for number, tag in enumerate(read.tag):
        for force, rows in ((Force.HINT, tag.hint), (Force.PLAIN, tag.plain), (Force.STRONG, tag.strong)):
            yield from ((number, force, row) for row in rows)


def _element(written: str) -> Element | None:
    """An element as the file writes it: "shoot:VERB", "him|her", ".." for a gap."""
    if written == "..":
        return None
    choices = [choice.partition(":") for choice in written.split("|")]
    return Element(frozenset(word for word, _, _ in choices if word not in _UPOS), _upos_of(choices))


_UPOS = frozenset(("VERB", "NOUN", "ADJ"))


def _upos_of(choices: list[tuple[str, str, str]]) -> frozenset[str]:
    """The parts of speech behind the colon: one ("shoot:VERB"), or several ("assault:NOUN|VERB")."""
    return frozenset(upos for _, _, upos in choices if upos) | frozenset(w for w, _, _ in choices if w in _UPOS)


def find_hits(terms: Terms, output: ReaderOutput) -> tuple[Hit, ...]:
    """Every place where a pattern stands inside one sentence, in text order, but for idioms and things that "die"."""
    hits = tuple(_matches(terms, output))
    idle = {word for hit in hits if hit.tag == _IDIOM for word in range(hit.start, hit.end)}
    subjects = _subjects(output)
    return tuple(
        hit
        for hit in hits
        if hit.tag != _IDIOM
        and idle.isdisjoint(range(hit.start, hit.end))
        and not (terms.tags[hit.tag].people and _of_a_thing(hit, subjects, output))
    )


def _matches(terms: Terms, output: ReaderOutput) -> Iterator[Hit]:
    written = [word.casefold().replace("’", "'") for word in output.words]
    lemmas = [lemma.casefold() for lemma in output.lemmas]
    for first, end in output.sentences.tolist():
        for at in range(first, end):
            met = {*terms.patterns.get(written[at], ()), *terms.patterns.get(lemmas[at], ())}
            for pattern in sorted(met, key=lambda one: (one.tag, -one.force, len(one.elements))):
                stop = _match(pattern.elements, at, end, written, lemmas, output.upos)
                if stop:
                    yield Hit(pattern.tag, pattern.force, at, stop)


def _subjects(output: ReaderOutput) -> dict[int, int]:
    """The subject of each word that has one."""
    return {
        int(head): word
        for word, (head, deprel) in enumerate(zip(output.heads, output.deprels, strict=True))
        if deprel.startswith("nsubj")
    }


def _of_a_thing(hit: Hit, subjects: dict[int, int], output: ReaderOutput) -> bool:
    """True where the words have a subject and it is nobody: "the oven had died"."""
    told = [subjects[word] for word in range(hit.start, hit.end) if word in subjects]
    if not told:
        return False
    people = {mention.end - 1 for mention in output.mentions if mention.type == _PERSON}
    return all(output.upos[word] == "NOUN" and word not in people for word in told)


def _match(
    elements: tuple[Element | None, ...],
    at: int,
    end: int,
    written: list[str],
    lemmas: list[str],
    upos: tuple[str, ...],
) -> int:
    """Where the match that begins at word `at` ends, 0 where there is none."""
    for number, element in enumerate(elements):
        if element is None:
            rest = elements[number + 1 :]
            stops = (_match(rest, at + skip, end, written, lemmas, upos) for skip in range(_GAP + 1))
            return next((stop for stop in stops if stop), 0)
        if at >= end or not ({written[at], lemmas[at]} & element.words):
            return 0
        if element.upos and upos[at] not in element.upos:
            return 0
        at += 1
    return at
