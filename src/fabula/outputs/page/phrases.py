"""The phrase cards: what stands in another language, what it says, who says it to whom, and what I could check."""

from bisect import bisect_right
from collections.abc import Sequence

import msgspec

from fabula.outputs.page.places import Finder, Places, shortened
from fabula.reading import LANGUAGES, Phrase, Reading, Verdict, in_html

_SAID = {
    Verdict.WRONG: ("≠", "I would ask"),
    Verdict.RIGHT: ("✓", "right, as far as I can test"),
    Verdict.UNCHECKED: ("○", "not checked"),
}
_COUNTED = {
    Verdict.WRONG: "I would ask about",
    Verdict.RIGHT: "right as far as I can test",
    Verdict.UNCHECKED: "not checked",
}
_WORDS = 160
_FOREMOST = 12  # cards in the open; those with a question always are
_PLACES = 12  # places listed for one phrase


class PhrasePlace(msgspec.Struct, frozen=True):
    """Where a phrase stands, and who says it to whom there ("" in narration)."""

    scene: int
    anchor: str
    said: str


class PhraseCard(msgspec.Struct, frozen=True):
    """A phrase with all its places. `tag` and `native_tag` are language tags for the words as written and in their script;
    `snippet` is the phrase for a page of an archive, "" where the words are in doubt.
    """

    words: str
    tag: str
    native: str
    native_tag: str
    language: str
    gloss: str
    source: str
    verdict: str
    glyph: str
    answer: str
    evidence: str
    suggestions: tuple[str, ...]
    snippet: str
    places: tuple[PhrasePlace, ...]
    times: int


class PhrasePanel(msgspec.Struct, frozen=True):
    """The cards, those with a question first; `foremost` stand in the open. `answers` counts the cards by answer."""

    cards: tuple[PhraseCard, ...]
    foremost: int
    answers: tuple[tuple[str, int], ...]


def phrase_panel(reading: Reading, places: Places, finder: Finder) -> PhrasePanel:
    """The panel; without phrases it is not shown."""
    text = reading.story.text
    groups: dict[tuple[str, str, str, str], list[Phrase]] = {}
    for phrase in reading.phrases.items:
        same = (_said(text, phrase).casefold(), phrase.language, phrase.verdict.value, phrase.evidence)
        groups.setdefault(same, []).append(phrase)
    speech = _Speech(reading)
    order = list(_SAID)
    ordered = sorted(groups.values(), key=lambda group: order.index(group[0].verdict))
    cards = tuple(_card(group, text, speech, places, finder) for group in ordered)
    asked = sum(card.verdict == Verdict.WRONG for card in cards)
    return PhrasePanel(
        cards,
        max(_FOREMOST, asked),
        tuple(
            (counted, count)
            for verdict, counted in _COUNTED.items()
            if (count := sum(card.verdict == verdict for card in cards))
        ),
    )


def _card(group: Sequence[Phrase], text: str, speech: "_Speech", places: Places, finder: Finder) -> PhraseCard:
    phrase = group[0]
    glyph, answer = _SAID[phrase.verdict]
    words = shortened(text, phrase.span, _WORDS)
    native = phrase.native or ""
    return PhraseCard(
        words=words,
        tag=f"{phrase.language}-Latn" if phrase.romanised else phrase.language,
        native="" if native.casefold() == words.casefold() else native,
        native_tag=phrase.language,
        language=LANGUAGES.get(phrase.language, phrase.language) + (", in Latin letters" if phrase.romanised else ""),
        gloss=phrase.gloss or "",
        source=phrase.source,
        verdict=phrase.verdict.value,
        glyph=glyph,
        answer=answer,
        evidence=phrase.evidence,
        suggestions=phrase.suggestions,
        snippet="" if phrase.verdict is Verdict.WRONG else in_html(phrase, _said(text, phrase)),
        places=tuple(
            PhrasePlace(finder.scene(one.span.start), places.anchor(one.span.start), speech.said(one.span.start))
            for one in group[:_PLACES]
        ),
        times=len(group),
    )


def _said(text: str, phrase: Phrase) -> str:
    return " ".join(text[phrase.span.start : phrase.span.end].split())


class _Speech:
    """Tells who speaks at a place, and to whom."""

    def __init__(self, reading: Reading) -> None:
        self._quotations = reading.quotations.items
        self._attributions = reading.attributions.items
        self._starts = [quotation.span.start for quotation in self._quotations]
        self._names = {one.id: one.name for one in reading.cast.items}

    def said(self, offset: int) -> str:
        """ "Mirka to Joss", "Mirka", "to Joss"; "" outside speech and where neither is known."""
        at = bisect_right(self._starts, offset) - 1
        while at >= 0 and self._quotations[at].span.end <= offset and self._quotations[at].nested:
            at -= 1
        if at < 0 or self._quotations[at].span.end <= offset:
            return ""
        attribution = self._attributions[at]
        speaker = self._names.get(attribution.speaker, "") if attribution.speaker is not None else ""
        hearer = self._names.get(attribution.addressee, "") if attribution.addressee is not None else ""
        return " to ".join((speaker, hearer)).strip() if hearer else speaker
