"""What Harper underlines, asked a few paragraphs at a time."""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import TYPE_CHECKING

import msgspec

from fabula.reading import Lint
from fabula.stages.trusted_rules import SPELLING
from fabula.story import Span

if TYPE_CHECKING:
    from harper import Lint as Underlining
    from harper import Linter

_ONE_READING = 4000
"""Code points given to Harper at once: much longer is no faster, much shorter costs its overhead again and again."""
_REPLACE, _REMOVE = 0, 1
_SPACES = {ord(mark): " " for mark in "\n\t\u00a0\u2007\u202f"}
_ENDLESS = re.compile(r"\S{200,}")  # no word; Harper 2 gives up for good on one of a million letters


@dataclass(frozen=True)
class Proofreader:
    """An American linter with some rules on and a British one that only spells; they serve any number of stories.

    All is linted in one `thread` of their own: Harper builds what it measures misspellings with, nearly a second's work,
    anew for every thread that meets one, and no linter may be called from two at once.
    """

    american: Linter
    british: Linter
    thread: ThreadPoolExecutor


def proofreader_for(rules: frozenset[str]) -> Proofreader:
    """A proofreader with those rules of Harper on."""
    from harper import Dialect, Linter

    american, british = Linter(Dialect.AMERICAN), Linter(Dialect.BRITISH)
    every = american.get_default_lint_config()
    american.set_lint_config({rule: rule in rules for rule in every})
    british.set_lint_config({rule: rule == SPELLING and rule in rules for rule in every})
    return Proofreader(american, british, ThreadPoolExecutor(1))


def underline(
    text: str, paragraphs: Iterable[Span], proofreader: Proofreader, real: Container[str] = frozenset()
) -> tuple[Lint, ...]:
    """What the proofreader underlines, in text order, with its own replacements.

    No underlining leaves its paragraph, and none is about white space alone. A spelling is underlined only where British
    and American English both reject it; `real` words (lower case, straight apostrophes) are never underlined.
    """
    return proofreader.thread.submit(_underlined, text, tuple(paragraphs), proofreader, real).result()


def _underlined(
    text: str, paragraphs: Iterable[Span], proofreader: Proofreader, real: Container[str]
) -> tuple[Lint, ...]:
    found = [
        lint
        for batch in _batches(paragraphs)
        for lint in _read(proofreader.american, text, batch)
        if lint.rule != SPELLING or not _is_word(text, lint, real)
    ]
    unknown = {text[lint.span.start : lint.span.end] for lint in found if lint.rule == SPELLING}
    rejected = _rejected(proofreader.british, unknown)
    return tuple(sorted(_in_both(text, found, rejected), key=lambda lint: (lint.span, lint.rule)))


def _read(linter: Linter, text: str, batch: list[Span]) -> Iterator[Lint]:
    piece = "\n\n".join(_readable(text[span.start : span.end]) for span in batch)
    for rule, lints in linter.organized_lints(piece, language="plaintext", dedup=False).items():
        for lint in lints:
            yield from _placed(piece, lint, rule, batch)


def _rejected(linter: Linter, words: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """Those of the words that the linter does not know either, with what it suggests; each is read on its own."""
    piece = "\n\n".join(sorted(_readable(word) for word in words))
    lints = linter.organized_lints(piece, language="plaintext", dedup=False).get(SPELLING, [])
    return {lint.problem_text: _suggested(piece, lint) for lint in lints}


def _in_both(text: str, lints: Iterable[Lint], rejected: dict[str, tuple[str, ...]]) -> Iterator[Lint]:
    """The lints, of those about spelling the ones `rejected` has too, with what was suggested there added."""
    for lint in lints:
        word = text[lint.span.start : lint.span.end]
        if lint.rule != SPELLING:
            yield lint
        elif word in rejected:
            suggested = tuple(dict.fromkeys(lint.replacements + rejected[word]))
            yield msgspec.structs.replace(lint, replacements=suggested)


def _readable(words: str) -> str:
    """The words with every white space a plain space and endless ones left blank, each character in its place."""
    return _ENDLESS.sub(lambda found: " " * len(found.group()), words.translate(_SPACES))


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


def _suggested(piece: str, lint: Underlining) -> tuple[str, ...]:
    """Harper's suggestions as replacements of exactly the words it underlines."""
    words = piece[lint.span.start : lint.span.end]
    return tuple(_as_replacement(words, int(one.kind), one.replacement_text) for one in lint.suggestions)


def _as_replacement(words: str, kind: int, text: str) -> str:
    if kind == _REMOVE:
        return ""
    return text if kind == _REPLACE else words + text


def _placed(piece: str, lint: Underlining, rule: str, batch: list[Span]) -> Iterator[Lint]:
    """The lint where it stands in the story; nothing where it crosses paragraphs or holds no word."""
    at = 0
    if not piece[lint.span.start : lint.span.end].strip():
        return
    for span in batch:
        if at <= lint.span.start and lint.span.end <= at + len(span):
            start = span.start + lint.span.start - at
            replacements = tuple(dict.fromkeys(_suggested(piece, lint)))
            yield Lint(Span(start, start + lint.span.end - lint.span.start), rule, lint.message, replacements)
            return
        at += len(span) + 2


def _is_word(text: str, lint: Lint, real: Container[str]) -> bool:
    word = text[lint.span.start : lint.span.end].casefold().replace("’", "'")
    return word in real or word.removesuffix("'s") in real
