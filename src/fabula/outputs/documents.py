"""The two interchange documents as types: what `--json` prints, and what `fabula schema` describes."""

from typing import Any, Literal

import msgspec

from fabula.reading import (
    Attribution,
    Character,
    Fact,
    Mention,
    Phrase,
    Precedence,
    Quotation,
    Reading,
    Scene,
    Verdict,
    words_of_story,
    words_spoken,
)
from fabula.review import Comment, Review
from fabula.story import Span


class SourceEntry(msgspec.Struct, frozen=True):
    """The file that was read."""

    name: str
    format: str
    words: int
    language: str


class Stretch(msgspec.Struct, frozen=True):
    """A span of `text`, in code points, half-open."""

    start: int
    end: int


class PartEntry(msgspec.Struct, frozen=True):
    """A part of the text, and why it was taken for that."""

    kind: Literal["title", "byline", "meta", "summary", "note", "heading", "body", "end-note"]
    start: int
    end: int
    why: str


class SceneEntry(msgspec.Struct, frozen=True):
    """A scene, in told order; `story_order` ranks it by when it happens."""

    id: int
    start: int
    end: int
    time: Literal["main", "frame", "flashback", "flashforward"]
    thread: int
    story_order: int
    narrator: int | None
    when: str | None
    where: str | None
    present: tuple[int, ...]
    pov: int | None
    trigger: Stretch | None
    break_: Literal["start", "marker", "blank", "unmarked"] = msgspec.field(name="break")
    confidence: float


class PrecedenceEntry(msgspec.Struct, frozen=True):
    """Scene `before` happens before scene `after`; why, and the words that say so, if any."""

    before: int
    after: int
    why: str
    evidence: tuple[Stretch, ...]


class CharacterEntry(msgspec.Struct, frozen=True):
    """A person of the story."""

    id: int
    name: str
    aliases: tuple[str, ...]
    pronouns: str
    mentions: int
    words_spoken: int


class MentionEntry(msgspec.Struct, frozen=True):
    """A mention; `character` is set where the entity is in the cast."""

    start: int
    end: int
    form: Literal["name", "noun", "pronoun"]
    type: Literal["person", "place", "facility", "location", "vehicle", "organisation"]
    entity: int
    character: int | None
    confidence: float


class QuotationEntry(msgspec.Struct, frozen=True):
    """A quotation from mark to mark; `speaker` is null where we do not know. `manner` tells what is said from what is only
    thought, and from letters and signs; `nested` lies inside another quotation."""

    start: int
    end: int
    speaker: int | None
    addressee: int | None
    type: Literal["explicit", "anaphoric", "implicit"]
    confidence: float
    manner: Literal["speech", "thought", "writing"]
    nested: bool


class FactEntry(msgspec.Struct, frozen=True):
    """Something the story says of a character."""

    character: int
    attribute: str
    value: str
    start: int
    end: int
    scene: int


class ForeignEntry(msgspec.Struct, frozen=True):
    """A phrase in another language."""

    start: int
    end: int
    language: str
    romanised: bool
    native: str | None
    gloss: str | None
    correct: bool | None
    problem: str | None
    suggestions: tuple[str, ...]
    confidence: float


class ReadingDocument(msgspec.Struct, frozen=True, kw_only=True):
    """`fabula read STORY --json`."""

    schema: Literal["fabula.reading/1"] = "fabula.reading/1"
    source: SourceEntry
    text: str
    parts: tuple[PartEntry, ...]
    scenes: tuple[SceneEntry, ...]
    cast: tuple[CharacterEntry, ...]
    mentions: tuple[MentionEntry, ...]
    quotations: tuple[QuotationEntry, ...]
    facts: tuple[FactEntry, ...]
    foreign: tuple[ForeignEntry, ...]
    order: tuple[PrecedenceEntry, ...] = ()


class EvidenceEntry(msgspec.Struct, frozen=True):
    """A place elsewhere that a comment speaks of."""

    start: int
    end: int
    label: str


class CommentEntry(msgspec.Struct, frozen=True):
    """A comment; each suggestion replaces exactly `text[start:end]`."""

    id: str
    start: int
    end: int
    check: str
    severity: Literal["slip", "question", "note"]
    kind: Literal["slip", "question", "contradiction", "style", "praise"]
    message: str
    suggestions: tuple[str, ...]
    evidence: tuple[EvidenceEntry, ...]
    confidence: float


class TagEntry(msgspec.Struct, frozen=True):
    """A suggested content tag with its passages."""

    tag: str
    archive_warning: str | None
    evidence: tuple[Stretch, ...]
    confidence: float


class WarningsEntry(msgspec.Struct, frozen=True):
    """The suggested rating, null where none is suggested, and tags."""

    rating: Literal["G", "T", "M", "E"] | None
    tags: tuple[TagEntry, ...]


class IntentEntry(msgspec.Struct, frozen=True):
    """What the author declares; `start` and `end` are 0 where `fabula.toml` declares it."""

    text: str
    start: int
    end: int
    silences: tuple[str, ...]


class SetAsideEntry(msgspec.Struct, frozen=True):
    """How many comments were not made because the author asked."""

    why: str
    count: int


class ReviewDocument(msgspec.Struct, frozen=True, kw_only=True):
    """`fabula review STORY --json`."""

    schema: Literal["fabula.review/1"] = "fabula.review/1"
    source: SourceEntry
    text: str
    comments: tuple[CommentEntry, ...]
    warnings: WarningsEntry
    intents: tuple[IntentEntry, ...]
    set_aside: tuple[SetAsideEntry, ...]
    letter: str
    notices: tuple[str, ...]
    failed: tuple[str, ...]
    versions: tuple[str, ...]


DOCUMENTS: dict[str, type[ReadingDocument] | type[ReviewDocument]] = {
    "reading": ReadingDocument,
    "review": ReviewDocument,
}


def schema_of(name: str) -> dict[str, Any]:
    """The JSON Schema of a document ("reading" or "review"). Raises LookupError for any other name."""
    return msgspec.json.schema(DOCUMENTS[name])


def reading_document(reading: Reading) -> ReadingDocument:
    """The reading as the interchange prints it."""
    story, spoken = reading.story, words_spoken(reading)
    return ReadingDocument(
        source=_source(reading),
        text=story.text,
        parts=tuple(
            PartEntry(part.kind.value, part.span.start, part.span.end, part.why) for part in reading.parts.items
        ),
        scenes=tuple(_scene(scene) for scene in reading.scenes.items),
        order=tuple(_precedence(one) for one in reading.scenes.order),
        cast=tuple(_character(character, spoken[character.id]) for character in reading.cast.items),
        mentions=tuple(_mention(mention) for mention in reading.mentions.items),
        quotations=tuple(
            _quotation(quotation, attribution)
            for quotation, attribution in zip(reading.quotations.items, reading.attributions.items, strict=True)
        ),
        facts=tuple(_fact(fact) for fact in reading.facts.items),
        foreign=tuple(_phrase(phrase) for phrase in reading.phrases.items),
    )


def review_document(review: Review) -> ReviewDocument:
    """The review as the interchange prints it."""
    tags = tuple(
        TagEntry(tag.tag, tag.archive_warning, tuple(_stretch(span) for span in tag.evidence), tag.confidence)
        for tag in review.warnings.tags
    )
    rating: Any = review.warnings.rating
    return ReviewDocument(
        source=_source(review.reading),
        text=review.reading.story.text,
        comments=tuple(_comment(comment) for comment in review.comments),
        warnings=WarningsEntry(rating, tags),
        intents=tuple(
            IntentEntry(i.text, i.span.start if i.span else 0, i.span.end if i.span else 0, i.silences)
            for i in review.intents
        ),
        set_aside=tuple(SetAsideEntry(item.why, item.count) for item in review.set_aside),
        letter=review.letter,
        notices=review.notices,
        failed=review.failed,
        versions=review.versions,
    )


def _source(reading: Reading) -> SourceEntry:
    story = reading.story
    declared = next((d.value for d in story.declarations if d.key == "language"), "en").casefold()
    language = declared if len(declared) == 2 else "en"
    return SourceEntry(story.source.name, story.source.format, words_of_story(reading), language)


def _stretch(span: Span) -> Stretch:
    return Stretch(span.start, span.end)


def _scene(scene: Scene) -> SceneEntry:
    return SceneEntry(
        id=scene.id,
        start=scene.span.start,
        end=scene.span.end,
        time=scene.time.value,
        thread=scene.thread,
        story_order=scene.story_order,
        narrator=scene.narrator,
        when=scene.when,
        where=scene.where,
        present=scene.present,
        pov=scene.pov,
        trigger=_stretch(scene.trigger) if scene.trigger else None,
        break_=scene.opened_by.value,
        confidence=scene.confidence,
    )


def _precedence(one: Precedence) -> PrecedenceEntry:
    evidence = tuple(_stretch(span) for span in one.evidence)
    return PrecedenceEntry(one.before, one.after, one.why, evidence)


def _character(character: Character, spoken: int) -> CharacterEntry:
    aliases = tuple(alias.name for alias in character.aliases)
    return CharacterEntry(character.id, character.name, aliases, character.pronouns, len(character.places), spoken)


def _mention(mention: Mention) -> MentionEntry:
    return MentionEntry(
        start=mention.span.start,
        end=mention.span.end,
        form=mention.form.value,
        type=mention.kind.value,
        entity=mention.entity,
        character=mention.character,
        confidence=mention.confidence,
    )


def _quotation(quotation: Quotation, attribution: Attribution) -> QuotationEntry:
    return QuotationEntry(
        start=quotation.span.start,
        end=quotation.span.end,
        speaker=attribution.speaker,
        addressee=attribution.addressee,
        type=attribution.type.value,
        confidence=attribution.confidence,
        manner=quotation.manner.value,
        nested=quotation.nested,
    )


def _fact(fact: Fact) -> FactEntry:
    return FactEntry(fact.character, fact.attribute, fact.value, fact.span.start, fact.span.end, fact.scene)


def _phrase(phrase: Phrase) -> ForeignEntry:
    return ForeignEntry(
        start=phrase.span.start,
        end=phrase.span.end,
        language=phrase.language,
        romanised=phrase.romanised,
        native=phrase.native,
        gloss=phrase.gloss,
        correct={Verdict.RIGHT: True, Verdict.WRONG: False, Verdict.UNCHECKED: None}[phrase.verdict],
        problem=phrase.problem,
        suggestions=phrase.suggestions,
        confidence=phrase.confidence,
    )


def _comment(comment: Comment) -> CommentEntry:
    return CommentEntry(
        id=comment.id,
        start=comment.span.start,
        end=comment.span.end,
        check=comment.check,
        severity=comment.severity.value,
        kind=comment.kind.value,
        message=comment.message,
        suggestions=comment.suggestions,
        evidence=tuple(EvidenceEntry(e.span.start, e.span.end, e.label) for e in comment.evidence),
        confidence=comment.confidence,
    )
