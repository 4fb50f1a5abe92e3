"""The words that this story has made its own."""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator

from fabula.reading import Form, Lexicon, Lint, Mentions, Parts, Proof, Sentences, Tokens
from fabula.stages.dictionary import Dictionary
from fabula.stages.spellings import slip_cost
from fabula.stages.trusted_rules import SPELLING
from fabula.stages.wordlist.foreign import LITTLE_WORDS
from fabula.stages.wordlist.sounds import is_sound
from fabula.stages.wordlist.wellformed import is_plural, is_well_formed
from fabula.story import PartKind, Span, Story

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_NAME_TIMES = 2
"""A word with a capital inside sentences this often is a name of the story."""
_COINED_TIMES, _SURELY_COINED_TIMES, _SURELY_LONG_TIMES = 2, 4, 12
"""An unknown word this often is the author's own; more often where it looks like a slip for a common word, or a long one."""

_COMMON = 5.0
_LONG = 7
_ONE_SLIP = 1.1
"""One slip away from a word that stands this often in a million, or from any word where both are longer than that."""


def build_lexicon(
    story: Story,
    parts: Parts,
    sentences: Sentences,
    tokens: Tokens,
    mentions: Mentions,
    proof: Proof,
    dictionary: Dictionary,
) -> Lexicon:
    """The names, coined words, foreign words and noises of this story.

    Coined are also words well made from known ones ("swordlight", "unwatched"), however seldom they stand. A foreign word
    is an unknown word that stands in italics or beside another one, or is written in letters that English has not.
    """
    text = story.text
    known = dictionary.often
    unknown = [lint for lint in proof.items if lint.rule == SPELLING]
    slips = frozenset(_slips(text, unknown, known))
    names = frozenset(_names(text, sentences, tokens, mentions, parts, slips))
    sounds = frozenset(word for word in _keys(text, unknown) if is_sound(word, known))
    foreign = frozenset(_foreign(story, unknown, names | sounds, slips))
    coined = frozenset(_coined(text, unknown, slips, known)) - foreign
    return Lexicon(names=names, coined=coined, foreign=foreign, sounds=sounds)


def _key(word: str) -> str:
    return word.casefold().replace("’", "'").removesuffix("'s")


def _keys(text: str, lints: list[Lint]) -> Iterator[str]:
    return (_key(text[lint.span.start : lint.span.end]) for lint in lints)


def _slips(text: str, unknown: list[Lint], known: dict[str, float]) -> Iterator[str]:
    """Unknown words that one slip of the hand makes of a word; the longer the word, the surer."""
    for word, lint in zip(_keys(text, unknown), unknown, strict=True):
        likeliest = lint.replacements[0].casefold().replace("’", "'") if lint.replacements else ""
        if (
            likeliest
            and (known.get(likeliest, 0.0) > _COMMON or len(word) > _LONG)
            and slip_cost(word, likeliest) <= _ONE_SLIP
        ):
            yield word


def _names(
    text: str, sentences: Sentences, tokens: Tokens, mentions: Mentions, parts: Parts, slips: frozenset[str]
) -> Iterator[str]:
    """Names by their mentions, in the title, and by their capitals; a lone word that opens a sentence may be a slip instead."""
    starts = frozenset(span.start for span in sentences.items)
    often = Counter(_capitalised_inside(text, sentences, tokens))
    called = [text[one.span.start : one.span.end] for one in mentions.items if one.form is Form.NAME]
    times = Counter(called)
    for mention, name in zip((one for one in mentions.items if one.form is Form.NAME), called, strict=True):
        opens = any(mention.span.start - back in starts for back in range(3)) or text[mention.span.start - 1] in '"“‘'
        words = [_key(word) for word in _WORD.findall(name) if word[0].isupper()]
        if opens and times[name] == 1 and words and words[0] in slips and words[0] not in often:
            words = words[1:]
        yield from words
    for part in parts.items:
        if part.kind in (PartKind.TITLE, PartKind.BYLINE):
            yield from (
                _key(word) for word in _WORD.findall(text[part.span.start : part.span.end]) if word[0].isupper()
            )
    yield from (word for word, count in often.items() if count >= _NAME_TIMES)


def _capitalised_inside(text: str, sentences: Sentences, tokens: Tokens) -> Iterator[str]:
    """Words with a capital that no sentence and no speech begins with."""
    starts = {span.start for span in sentences.items}
    fresh = True
    for token in tokens.items:
        word = text[token.start : token.end]
        fresh = fresh or token.start in starts
        if word[0].isalpha():
            if word[0].isupper() and not fresh and len(word) > 1:
                yield from (_key(piece) for piece in _WORD.findall(word) if piece[0].isupper())
            fresh = False
        elif word[0] not in ",;*_":
            fresh = True


def _coined(text: str, unknown: list[Lint], slips: frozenset[str], known: dict[str, float]) -> Iterator[str]:
    times = Counter(_keys(text, unknown))
    for word, count in times.items():
        surely = _SURELY_LONG_TIMES if len(word) > _LONG else _SURELY_COINED_TIMES
        enough = surely if word in slips else _COINED_TIMES
        if count >= enough or is_plural(word, known) or (word not in slips and is_well_formed(word, known)):
            yield word


def _foreign(story: Story, unknown: list[Lint], ours: frozenset[str], slips: frozenset[str]) -> Iterator[str]:
    text = story.text
    italics = [(one.span.start, one.span.end) for one in story.emphasis if one.style == "italic"]
    starts = [start for start, _ in italics]
    strange = [lint.span for lint in unknown if _key(text[lint.span.start : lint.span.end]) not in ours]
    for index, span in enumerate(strange):
        word = text[span.start : span.end]
        beside = [other for other in strange[max(0, index - 1) : index + 2] if other != span]
        if (
            (not word.isascii() and re.search(r"[^\x00-\x7f’‘]", word))
            or (_key(word) not in slips and any(_neighbours(text, span, other) for other in beside))
            or _key(word) in LITTLE_WORDS
            or _in_short_italics(text, span, italics, starts)
            or _beside_little_words(text, span)
        ):
            yield _key(word)


def _neighbours(text: str, one: Span, other: Span) -> bool:
    """Whether nothing but a space, a comma or a hyphen stands between two words."""
    between = text[min(one.end, other.end) : max(one.start, other.start)]
    return bool(re.fullmatch(r"[\s,\-]{1,2}", between))


_ELISION = re.compile(r"(?:l|d|qu|j|m|t|s|c)['’][^\W\d_]{3,}", re.IGNORECASE)


def _beside_little_words(text: str, span: Span) -> bool:
    """Whether "la", "der" or the like stands beside the word, or it begins as in "l'ami"."""
    before = _WORD.findall(text[max(0, span.start - 20) : span.start])[-1:]
    after = _WORD.findall(text[span.end : span.end + 20])[:1]
    if any(word.casefold() in LITTLE_WORDS for word in before + after):
        return True
    return bool(_ELISION.fullmatch(text[span.start : span.end]))


def _in_short_italics(text: str, span: Span, italics: list[tuple[int, int]], starts: list[int]) -> bool:
    """Whether the word stands in an emphasis of up to four words, marked by the file or by asterisks or underscores."""
    index = bisect_right(starts, span.start) - 1
    if index >= 0 and span.end <= italics[index][1]:
        return len(text[italics[index][0] : italics[index][1]].split()) <= 4
    before, after = text[max(0, span.start - 40) : span.start], text[span.end : span.end + 40]
    marked = re.search(r"([*_])[^*_\n]*$", before)
    return (
        bool(marked)
        and bool(re.match(rf"[^*_\n]*{re.escape(marked.group(1))}", after))
        and before.count(marked.group(1)) % 2 == 1
    )
