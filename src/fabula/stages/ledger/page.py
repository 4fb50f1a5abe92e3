"""The story as the ledger reads it: words in their sentences, with who is meant, who says it, where, and how surely."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from fabula.models.output import ReaderOutput, words_under
from fabula.reading import Attributions, Fact, Form, Mention, Mentions, Modality, Note, Quotations, Scenes
from fabula.stages.vocabulary import word_set
from fabula.story import Span, Story

_NOT = word_set("not n't never no neither nor nobody none hardly scarcely")
_MAYBE = word_set("would could might should may must if unless whether as though like")
_WISHING = word_set("wish hope want imagine suppose pretend seem fear doubt guess expect")
_SENSING = word_set("feel see hear smell taste remember")
_DREAMING = word_set("dream nightmare hallucination vision")
_CLAUSES = ("root", "parataxis", "conj", "advcl", "ccomp", "acl:relcl", "acl", "csubj")
_UP = 6
"""How many words up its sentence's tree a word's clause and its lead are looked for."""


@dataclass(frozen=True)
class Said:
    """Who tells something (None: the narrator), aloud or not, in which scene, and how it is said."""

    teller: int | None
    aloud: bool
    scene: int
    modality: Modality


@dataclass(frozen=True)
class Page:
    """The whole text. Lists run along the words of `output`; `people` gives the mention whose head a word is."""

    text: str
    output: ReaderOutput
    low: list[str]
    children: list[list[int]]
    people: dict[int, Mention]
    heard: list[int]
    scene: list[int]
    speakers: Sequence[int | None]
    asks: list[bool]
    sentence: list[int]


def open_page(
    story: Story,
    output: ReaderOutput,
    mentions: Mentions,
    quotations: Quotations,
    attributions: Attributions,
    scenes: Scenes,
) -> Page:
    """The page of a story; linear in its length."""
    words = len(output.words)
    children: list[list[int]] = [[] for _ in range(words)]
    heads: list[int] = output.heads.tolist()
    for word, head in enumerate(heads):
        if head >= 0:
            children[head].append(word)
    asks, sentence = [False] * words, [0] * words
    for number, (first, end) in enumerate(output.sentences.tolist()):
        asks[first:end] = [_is_question(output, first, end)] * (end - first)
        sentence[first:end] = [number] * (end - first)
    outer = [number for number, one in enumerate(quotations.items) if not one.nested]
    return Page(
        text=story.text,
        output=output,
        low=[word.casefold().replace("’", "'") for word in output.words],
        children=children,
        people=_people(output, mentions),
        heard=_covering([quotations.items[number].span for number in outer], outer, output),
        scene=_covering([one.span for one in scenes.items], [one.id for one in scenes.items], output),
        speakers=[one.speaker for one in attributions.items],
        asks=asks,
        sentence=sentence,
    )


def _is_question(output: ReaderOutput, first: int, end: int) -> bool:
    return any(output.words[word].startswith("?") for word in range(max(first, end - 3), end))


def _covering(spans: Sequence[Span], numbers: Sequence[int], output: ReaderOutput) -> list[int]:
    """For each word the number of the span it stands in, -1 where it stands in none."""
    found = [-1] * len(output.words)
    for span, number in zip(spans, numbers, strict=True):
        first, end = words_under(output, span)
        found[first:end] = [number] * (end - first)
    return found


def _people(output: ReaderOutput, mentions: Mentions) -> dict[int, Mention]:
    """The mention that each word heads; where two share a head, the one that is somebody of the cast, then the longer."""
    found: dict[int, Mention] = {}
    for one in mentions.items:
        first, end = words_under(output, one.span)
        outside = (word for word in range(first, end) if not first <= int(output.heads[word]) < end)
        head = next(outside, None)
        if head is not None and (head not in found or found[head].character is None):
            found[head] = one
    return found


def person(page: Page, word: int) -> int | None:
    """The character that a word means, None where it means nobody of the cast."""
    mention = page.people.get(word)
    return mention.character if mention else None


def is_name(page: Page, word: int) -> bool:
    """True where a word heads a proper name."""
    mention = page.people.get(word)
    return mention is not None and mention.form is Form.NAME


def child(page: Page, word: int, *relations: str) -> int | None:
    """The first word under `word` in one of these relations."""
    return next((one for one in page.children[word] if page.output.deprels[one] in relations), None)


def owner(page: Page, word: int) -> int | None:
    """Whose a thing is: "her hair", "Ulrike's plait", "the eyes of Julian"."""
    for one in page.children[word]:
        relation = page.output.deprels[one]
        if relation == "nmod:poss" or (relation == "nmod" and any(page.low[c] == "of" for c in page.children[one])):
            found = person(page, one)
            if found is not None:
                return found
    return None


def has_owner(page: Page, word: int) -> bool:
    """True where a thing is said to be somebody's, whoever that is."""
    return child(page, word, "nmod:poss") is not None


def subject(page: Page, word: int) -> int | None:
    """The word that does what `word` says, looked for in its clause and those it is joined to."""
    for _ in range(_UP):
        found = child(page, word, "nsubj", "nsubj:pass")
        if found is not None:
            return found
        if page.output.deprels[word] not in ("conj", "xcomp", "advcl", "obl", "obj", "nmod", "amod", "acl"):
            return None
        word = int(page.output.heads[word])
    return None


def lemma(page: Page, word: int) -> str:
    """The dictionary form of a word, in small letters."""
    return page.output.lemmas[word].casefold()


def said(page: Page, word: int) -> Said:
    """Who tells the clause of a word, and how."""
    quotation = page.heard[word]
    teller = page.speakers[quotation] if quotation >= 0 else None
    return Said(teller, quotation >= 0, page.scene[word], _modality(page, word))


def _modality(page: Page, word: int) -> Modality:
    """A denial stands in the clause itself; a wish or a dream anywhere above it."""
    if page.asks[word]:
        return Modality.WISHED
    here, first = word, True
    for _ in range(_UP):
        if lemma(page, here) in _DREAMING:
            return Modality.DREAMT
        below = [page.low[one] for one in page.children[here]]
        if first and any(one in _NOT for one in below):
            return Modality.DENIED
        if not first and lemma(page, here) in _WISHING:
            return Modality.WISHED
        if _is_supposed(page, here):
            return Modality.WISHED
        first = first and page.output.deprels[here] not in _CLAUSES
        here = int(page.output.heads[here])
        if here < 0:
            return Modality.ASSERTED
    return Modality.ASSERTED


def _is_supposed(page: Page, word: int) -> bool:
    """True for a clause with "would", "might", "if" or "as though" in it; what somebody "could feel" was there."""
    if lemma(page, word) in _SENSING:
        return False
    return any(
        page.output.deprels[one] in ("aux", "aux:pass", "mark") and page.low[one] in _MAYBE
        for one in page.children[word]
    )


def stretch(page: Page, *words: int) -> Span:
    """From the first of these words to the last."""
    return Span(int(page.output.starts[min(words)]), int(page.output.ends[max(words)]))


def bounds(page: Page, word: int) -> tuple[int, int]:
    """The first word of the sentence of `word`, and the one behind its last."""
    first, end = page.output.sentences[page.sentence[word]].tolist()
    return first, end


def fact(page: Page, character: int, attribute: str, value: str, *words: int, taken: bool = False) -> Fact | None:
    """The fact that these words state; None where they stand in no scene, or nobody known says them.

    `taken` is true where the words take it for known ("her broken arm"): a "not" or "would" round them denies something else.
    """
    told = said(page, words[0])
    if told.scene < 0 or (told.aloud and told.teller is None):
        return None
    modality = Modality.ASSERTED if taken and told.modality is not Modality.DREAMT else told.modality
    return Fact(character, attribute, value, stretch(page, *words), told.scene, told.teller, modality)


def note(page: Page, about: str, owner: int | None, attribute: str, value: str, *words: int) -> Note | None:
    """The note that these words give; None where they stand in no scene, or nobody known says them."""
    told = said(page, words[0])
    if told.scene < 0 or (told.aloud and told.teller is None):
        return None
    return Note(about, owner, attribute, value, stretch(page, *words), told.scene, told.teller, told.modality)


def word_at(page: Page, offset: int) -> int:
    """The last word that begins at `offset` or before."""
    import numpy

    return int(numpy.searchsorted(page.output.starts, offset, "right")) - 1


def scene_at(scenes: Scenes, offset: int) -> int:
    """The number of the scene that holds `offset`, -1 where none does."""
    starts = [one.span.start for one in scenes.items]
    return bisect_right(starts, offset) - 1
