"""What is not said: settings, the author's declared intents, and the lesser of two comments on the same words."""

from fnmatch import fnmatchcase

from fabula.desk.catalogue import Check
from fabula.desk.config import Settings
from fabula.reading import Intent
from fabula.review import Comment, Remark, SetAside, Severity
from fabula.story import Span
from fabula.story.span import overlaps


def selected(check: Check, settings: Settings) -> bool:
    """True where the settings ask for this check."""
    return _matches(check.name, settings.select) and not _matches(check.name, settings.ignore)


def is_authors_word(remark: Remark, text: str, words: frozenset[str]) -> bool:
    """True where the author has said that these words are meant; `words` are casefolded."""
    return bool(words) and (
        text[remark.span.start : remark.span.end].casefold() in words or remark.words.casefold() in words
    )


def apply_intents(
    comments: tuple[Comment, ...], intents: tuple[Intent, ...], settings: Settings
) -> tuple[tuple[Comment, ...], tuple[SetAside, ...]]:
    """The comments that remain, and how many each intent and the author's own dismissals set aside."""
    counts: dict[str, int] = {}
    kept: list[Comment] = []
    dismissed = frozenset(settings.dismissed)
    for comment in comments:
        why = "dismissed in fabula.toml" if comment.id in dismissed else _silenced_by(comment, intents)
        if why:
            counts[why] = counts.get(why, 0) + 1
        else:
            kept.append(comment)
    return tuple(kept), tuple(SetAside(why, count) for why, count in counts.items())


def one_per_slip(remarks: list[tuple[Check, Remark]]) -> list[tuple[Check, Remark]]:
    """Of slips that overlap one remark: what is said of a name before what is said of a word, then the surest."""
    slips = [pair for pair in remarks if pair[0].severity is Severity.SLIP]
    slips.sort(key=lambda pair: (pair[0].family != "names", -pair[1].confidence, pair[0].name, pair[1].span))
    by_start: list[tuple[Check, Remark]] = []
    taken: dict[int, list[Remark]] = {}
    for check, remark in slips:
        cells = range(remark.span.start // _CELL, remark.span.end // _CELL + 1)
        if any(overlaps(remark.span, other.span) for cell in cells for other in taken.get(cell, ())):
            continue
        for cell in cells:
            taken.setdefault(cell, []).append(remark)
        by_start.append((check, remark))
    return by_start + _asked_once([pair for pair in remarks if pair[0].severity is not Severity.SLIP])


def _asked_once(remarks: list[tuple[Check, Remark]]) -> list[tuple[Check, Remark]]:
    """Of two questions about exactly the same words the surer one; notes are left as they are."""
    surest: dict[Span, Remark] = {}
    for check, remark in remarks:
        if check.severity is Severity.QUESTION:
            known = surest.setdefault(remark.span, remark)
            surest[remark.span] = remark if remark.confidence > known.confidence else known
    return [pair for pair in remarks if pair[0].severity is not Severity.QUESTION or surest[pair[1].span] is pair[1]]


_CELL = 256  # code points; keeps the look-up of overlapping slips linear


def _silenced_by(comment: Comment, intents: tuple[Intent, ...]) -> str:
    return next((f"you said: {intent.text}" for intent in intents if _matches(comment.check, intent.silences)), "")


def _matches(name: str, globs: tuple[str, ...]) -> bool:
    return any(fnmatchcase(name, glob) for glob in globs)
