"""What Harper underlines, asked paragraph by paragraph."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from fabula.reading import Lint, Parts, Proof
from fabula.stages.paragraphs import body_paragraphs
from fabula.stages.small_letters import is_typed_small
from fabula.stages.spellings import best_spellings
from fabula.stages.trusted_rules import SPELLING, TRUSTED
from fabula.stages.typed import typing_slips
from fabula.stages.wordlist import fiction_words, rare_words
from fabula.story import Span, Story

if TYPE_CHECKING:
    from harper import Lint as Underlining
    from harper import Linter

_ONE_READING = 4000
"""Code points given to Harper at once: much longer is no faster, much shorter costs its overhead again and again."""
_REPLACE, _REMOVE = 0, 1


def proofread(story: Story, parts: Parts) -> Proof:
    """What a general proofreader would underline in the body: words that neither British nor American dictionaries nor
    well-edited fiction know, and what breaks the rules in `trusted_rules`.

    A line break inside a paragraph is read as a space, so hard wraps are never remarked on. The replacements of a
    spelling are ordered by how likely a writer who meant them typed this.
    """
    known = fiction_words()
    paragraphs = body_paragraphs(story, parts)
    lints = underline(story.text, paragraphs, TRUSTED)
    real = known.keys() | rare_words()
    spelt = (lint for lint in lints if lint.rule != SPELLING or not _is_word(story.text, lint, real))
    ranked = tuple(best_spellings(story.text, spelt, known))
    small = [span for span in paragraphs if is_typed_small(story.text[span.start : span.end])]
    every = sorted((*ranked, *typing_slips(story.text, paragraphs, known)), key=lambda lint: (lint.span, lint.rule))
    return Proof(tuple(lint for lint in every if not _is_habit(story.text, lint, small)))


def _is_habit(text: str, lint: Lint, small: list[Span]) -> bool:
    """Whether the lint is about capitals and apostrophes, or a rule's matter at all, where all is typed in small letters."""
    at = bisect_right(small, lint.span.start, key=lambda span: span.start) - 1
    if at < 0 or lint.span.end > small[at].end:
        return False
    word = text[lint.span.start : lint.span.end].casefold()
    return lint.rule != SPELLING or any(word == meant.casefold().replace("'", "") for meant in lint.replacements[:1])


def underline(text: str, paragraphs: Iterable[Span], rules: frozenset[str]) -> tuple[Lint, ...]:
    """What those rules of Harper underline, in text order, with its own replacements.

    No underlining leaves its paragraph, and none is about white space alone. A spelling is underlined only where British
    and American English both reject it.
    """
    american, british = _linters(rules)
    found: list[Lint] = []
    for batch in _batches(paragraphs):
        piece = "\n\n".join(_readable(text[span.start : span.end]) for span in batch)
        rejected = {(lint.span.start, lint.span.end): _suggested(piece, lint) for lint in _spelling_of(british, piece)}
        for rule, lints in american.organized_lints(piece, language="plaintext", dedup=False).items():
            for lint in lints:
                place = (lint.span.start, lint.span.end)
                if rule == SPELLING and place not in rejected:
                    continue
                more = rejected[place] if rule == SPELLING else ()
                found.extend(_placed(piece, lint, rule, more, batch))
    return tuple(sorted(found, key=lambda lint: (lint.span, lint.rule)))


_SPACES = {ord(mark): " " for mark in "\n\t\u00a0\u2007\u202f"}
_ENDLESS = re.compile(r"\S{200,}")  # no word; Harper 2 gives up for good on one of a million letters


def _readable(words: str) -> str:
    """The words with every white space a plain space and endless ones left blank, each character in its place."""
    return _ENDLESS.sub(lambda found: " " * len(found.group()), words.translate(_SPACES))


def _linters(rules: frozenset[str]) -> "tuple[Linter, Linter]":
    """An American linter with `rules` on, and a British one that only spells."""
    from harper import Dialect, Linter, get_default_lint_config

    every = get_default_lint_config()
    american, british = Linter(Dialect.AMERICAN), Linter(Dialect.BRITISH)
    american.set_lint_config({rule: rule in rules for rule in every})
    british.set_lint_config({rule: rule == SPELLING and rule in rules for rule in every})
    return american, british


def _batches(paragraphs: Iterable[Span]) -> Iterator[list[Span]]:
    """The paragraphs in groups of about one reading's length."""
    batch: list[Span] = []
    length = 0
    for span in paragraphs:
        if batch and length + len(span) > _ONE_READING:
            yield batch
            batch, length = [], 0
        batch.append(span)
        length += len(span)
    if batch:
        yield batch


def _spelling_of(linter: "Linter", piece: str) -> "list[Underlining]":
    return linter.organized_lints(piece, language="plaintext", dedup=False).get(SPELLING, [])


def _suggested(piece: str, lint: "Underlining") -> tuple[str, ...]:
    """Harper's suggestions as replacements of exactly the words it underlines."""
    words = piece[lint.span.start : lint.span.end]
    return tuple(_as_replacement(words, int(one.kind), one.replacement_text) for one in lint.suggestions)


def _as_replacement(words: str, kind: int, text: str) -> str:
    if kind == _REMOVE:
        return ""
    return text if kind == _REPLACE else words + text


def _placed(piece: str, lint: "Underlining", rule: str, more: tuple[str, ...], batch: list[Span]) -> Iterator[Lint]:
    """The lint where it stands in the story; nothing where it crosses paragraphs or holds no word."""
    at = 0
    if not piece[lint.span.start : lint.span.end].strip():
        return
    for span in batch:
        if at <= lint.span.start and lint.span.end <= at + len(span):
            start = span.start + lint.span.start - at
            replacements = tuple(dict.fromkeys(_suggested(piece, lint) + more))
            yield Lint(Span(start, start + lint.span.end - lint.span.start), rule, lint.message, replacements)
            return
        at += len(span) + 2


def _is_word(text: str, lint: Lint, real: frozenset[str] | set[str]) -> bool:
    word = text[lint.span.start : lint.span.end].casefold().replace("’", "'")
    return word in real or word.removesuffix("'s") in real
