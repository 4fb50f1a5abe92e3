"""What the author declares on purpose, read from notes, summaries, labels and tags."""

from collections.abc import Iterator

from fabula.reading import Intent, Intents, Parts
from fabula.stages.set_aside.declared import Rule, is_afterthought, rules_for, speaks_of_writing
from fabula.stages.set_aside.note_sentences import sentences_of
from fabula.story import Part, PartKind, Span, Story

_SPOKEN = frozenset({PartKind.NOTE, PartKind.END_NOTE, PartKind.SUMMARY, PartKind.META})
_TAGS = frozenset(
    {"tag", "tags", "freeform", "freeforms", "additional tags", "additional tag", "note", "notes", "intents"}
)


def read_intents(story: Story, parts: Parts) -> Intents:
    """What the author says is meant so, each with the sentence that says it and the checks it silences.

    Neighbouring sentences that declare the same thing are one intent. What only tags outside the text say has no span.
    """
    found: list[Intent] = []
    for part in parts.items:
        if part.kind in _SPOKEN:
            found.extend(_of_part(story.text, part))
    said = {intent.text for intent in found}
    return Intents((*found, *(intent for intent in _of_tags(story) if intent.text not in said)))


def _of_part(text: str, part: Part) -> list[Intent]:
    """The intents of one note in text order; a rule's neighbouring sentences are joined.

    A summary speaks of the story in the story's words, so there only plain purpose silences anything.
    """
    open_until: dict[Rule, int] = {}
    spans: dict[Rule, list[Span]] = {}
    for number, sentence in enumerate(_thoughts(text, part)):
        words = text[sentence.start : sentence.end]
        for rule in rules_for(words):
            if part.kind is PartKind.SUMMARY and not speaks_of_writing(words):
                continue
            of_rule = spans.setdefault(rule, [])
            if open_until.get(rule) == number:
                of_rule[-1] = Span(of_rule[-1].start, sentence.end)
            else:
                of_rule.append(sentence)
            open_until[rule] = number + 1
    found = [Intent(rule.text, place, rule.silences) for rule, places in spans.items() for place in places]
    return sorted(found, key=lambda intent: intent.span or part.span)


def _thoughts(text: str, part: Part) -> list[Span]:
    """The sentences of a part, each with its afterthought ("No stars between the scenes. That's on purpose.")."""
    found: list[Span] = []
    for sentence in sentences_of(text, part.span, lines=part.kind is PartKind.META):
        if found and is_afterthought(text[sentence.start : sentence.end]):
            found[-1] = Span(found[-1].start, sentence.end)
        else:
            found.append(sentence)
    return found


def _of_tags(story: Story) -> Iterator[Intent]:
    for declaration in story.declarations:
        if declaration.key.casefold().replace("_", " ").replace("-", " ") in _TAGS:
            for rule in rules_for(declaration.value):
                yield Intent(rule.text, None, rule.silences)
