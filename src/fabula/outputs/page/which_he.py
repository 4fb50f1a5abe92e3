"""The which-he map: scene by scene, the pronouns that a fresh reader could take for either of two people."""

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Sequence

import msgspec

from fabula.outputs.page.places import Finder, Places
from fabula.reading import Character, Form, Mention, Reading
from fabula.review import Review
from fabula.story import Span

_CHECK = "clarity.which-he"
_SURE = 0.6  # where the reading is surer than this of whom a pronoun means, a reader is too
_NEAR = 300  # code points back within which another person of the same pronoun comes to a reader's mind
_SHOWN = 8  # pronouns listed for one scene; the rest are folded away
_OPEN = 15  # scenes; a longer table is folded away
_OFTEN = 2  # an epithet that stands less often in a scene is not worth a line
_WORDS = {
    **dict.fromkeys(("he", "him", "his", "himself"), "he"),
    **dict.fromkeys(("she", "her", "hers", "herself"), "she"),
    **dict.fromkeys(("they", "them", "their", "theirs", "themself"), "they"),
}


class Doubt(msgspec.Struct, frozen=True):
    """A pronoun, its place, and the two people it could mean; `asked` where a comment asks about it."""

    word: str
    anchor: str
    one: str
    other: str
    asked: bool


class DoubtfulScene(msgspec.Struct, frozen=True):
    """A scene with doubts: its number, first words, all pronouns counted, each doubt and where it lies in hundredths."""

    number: int
    anchor: str
    doubts: tuple[Doubt, ...]
    ticks: tuple[tuple[float, bool], ...]
    words: str = ""
    pronouns: int = 0
    epithets: tuple[str, ...] = ()


class WhichHe(msgspec.Struct, frozen=True):
    """The scenes with doubts in them, `times` doubts in all; `declared` is what the author said of it ("" for nothing)."""

    scenes: tuple[DoubtfulScene, ...]
    times: int
    declared: str
    folded: bool
    shown: int = _SHOWN


class _Found(msgspec.Struct, frozen=True):
    span: Span
    one: str
    other: str
    asked: bool


def which_he(review: Review, openings: Sequence[str], places: Places, finder: Finder) -> WhichHe:
    """The map; without doubts it is not shown. `openings` are the scenes' first words."""
    reading = review.reading
    pronouns = [mention for mention in reading.mentions.items if _pronoun(mention, reading.story.text)]
    counted = Counter(finder.scene(mention.span.start) for mention in pronouns)
    by_scene: dict[int, list[_Found]] = {}
    for found in _doubts(review, pronouns):
        by_scene.setdefault(finder.scene(found.span.start), []).append(found)
    epithets = _epithets(reading, finder)
    return WhichHe(
        scenes=tuple(
            msgspec.structs.replace(
                _scene(number, by_scene[number], reading, places),
                words=openings[number - 1] if openings else "",
                pronouns=max(counted[number], len(by_scene[number])),
                epithets=epithets.get(number, ()),
            )
            for number in sorted(by_scene)
        ),
        times=sum(map(len, by_scene.values())),
        declared=next((intent.text for intent in review.intents if _CHECK in intent.silences), ""),
        folded=len(by_scene) > _OPEN,
    )


def _scene(number: int, found: list[_Found], reading: Reading, places: Places) -> DoubtfulScene:
    text = reading.story.text
    scenes = reading.scenes.items
    span = scenes[number - 1].span if scenes else Span(0, len(text))
    return DoubtfulScene(
        number=number if scenes else 0,
        anchor=places.anchor(span.start),
        doubts=tuple(
            Doubt(text[one.span.start : one.span.end], places.anchor(one.span.start), one.one, one.other, one.asked)
            for one in found
        ),
        ticks=tuple((round(100 * (one.span.start - span.start) / max(1, len(span)), 1), one.asked) for one in found),
    )


def _doubts(review: Review, pronouns: list[Mention]) -> list[_Found]:
    """What a comment asks, and what the reading itself was unsure of where two people come to mind, in text order."""
    text = review.reading.story.text

    def words(span: Span) -> str:
        return " ".join(text[span.start : span.end].split())

    asked = [
        _Found(comment.span, words(comment.evidence[0].span), words(comment.evidence[1].span), True)
        for comment in review.comments
        if comment.check == _CHECK and len(comment.evidence) > 1
    ]
    taken = {found.span for found in asked}
    return sorted(
        (*asked, *(found for found in _unsure(review.reading, pronouns) if found.span not in taken)),
        key=lambda found: found.span,
    )


def _unsure(reading: Reading, pronouns: list[Mention]) -> list[_Found]:
    text = reading.story.text
    people = {person.id: person for person in reading.cast.items}
    named = [mention for mention in reading.mentions.items if mention.character in people]
    starts = [mention.span.start for mention in named]
    heard = [quotation.span for quotation in reading.quotations.items if not quotation.nested]
    opened = [span.start for span in heard]
    found: list[_Found] = []
    for mention in pronouns:
        person = people.get(mention.character) if mention.character is not None else None
        at = bisect_right(opened, mention.span.start) - 1
        if mention.confidence >= _SURE or person is None or (at >= 0 and mention.span.start < heard[at].end):
            continue
        before = named[bisect_left(starts, mention.span.start - _NEAR) : bisect_left(starts, mention.span.start)]
        rival = _rival(before, person, _pronoun(mention, text), people)
        if rival:
            found.append(_Found(mention.span, person.name, rival, False))
    return found


def _rival(before: list[Mention], person: Character, pronoun: str, people: dict[int, Character]) -> str:
    """The name of the last other person of that pronoun who was named just before; "" where there is none.

    Whom the story only ever calls he or she has no name to ask by.
    """
    if person.name.casefold() in _WORDS:
        return ""
    for mention in reversed(before):
        other = people[mention.character] if mention.character is not None else person
        fits = other.id != person.id and other.pronouns == pronoun and mention.form is not Form.PRONOUN
        if fits and other.name.casefold() not in _WORDS:
            return other.name
    return ""


def _epithets(reading: Reading, finder: Finder) -> dict[int, tuple[str, ...]]:
    """By scene, what people are called in place of a name, with whom it means: "the older man (Corin) 3"."""
    text = reading.story.text
    people = {person.id: person.name for person in reading.cast.items}
    counts: dict[int, Counter[tuple[str, str]]] = {}
    for mention in reading.mentions.items:
        words = " ".join(text[mention.span.start : mention.span.end].casefold().split())
        if mention.form is Form.NOUN and mention.character in people and words.startswith("the "):
            whom = people[mention.character]
            if whom.casefold() != words:
                counts.setdefault(finder.scene(mention.span.start), Counter())[words, whom] += 1
    return {
        number: tuple(f"{words} ({whom}) {count}" for (words, whom), count in found.most_common(4) if count >= _OFTEN)
        for number, found in counts.items()
    }


def _pronoun(mention: Mention, text: str) -> str:
    """he, she or they; "" for any other mention."""
    if mention.form is not Form.PRONOUN:
        return ""
    return _WORDS.get(text[mention.span.start : mention.span.end].casefold(), "")
