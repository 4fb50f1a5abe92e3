"""What can be said of a foreign phrase: what it means, how it is spelt at home, and whether it is right."""

import re
import unicodedata
from collections.abc import Iterator

import msgspec
from rapidfuzz import fuzz
from rapidfuzz.distance import DamerauLevenshtein

from fabula.packs import ROMANISED, Line, all_forms, phrase_key
from fabula.reading import Phrase as Told
from fabula.reading import Verdict
from fabula.stages.foreign.analysis import Fault, Item, Phrase, items_of
from fabula.stages.foreign.bookcase import Library, readings, unaccented
from fabula.stages.foreign.contest import Found
from fabula.stages.foreign.gloss import gloss_of
from fabula.stages.foreign.grammar.address import check_speaker, other_speaker
from fabula.stages.foreign.grammar.agreement import check_agreement
from fabula.stages.foreign.grammar.patterns import check_patterns
from fabula.stages.foreign.grammar.predicates import check_predicate
from fabula.stages.foreign.grammar.prepositions import (
    check_case,
    check_contraction,
    check_latin_owner,
    check_third_person,
    check_with_me,
)
from fabula.stages.foreign.grammar.small import check_irish, check_japanese, check_russian_pair
from fabula.stages.foreign.grammar.verbs import check_clitic, check_object, check_subject
from fabula.stages.foreign.rendering import in_script, joined, script_of, suggestions_of, written_like
from fabula.stages.foreign.spelling import near_phrase, near_word
from fabula.stages.foreign.tested import is_tested
from fabula.stages.foreign.units import Unit, units_of
from fabula.stages.vocabulary import word_set
from fabula.story import Span

RULES = (
    check_patterns, check_japanese, check_irish, check_russian_pair, check_clitic, check_third_person, check_with_me,
    check_case, check_latin_owner,
    check_agreement, check_predicate, check_subject, check_object, check_contraction, check_speaker,
)  # fmt: skip


_AGREEING = ("agreement", "article")


class Mended(msgspec.Struct, frozen=True):
    """A fault as it is told: its kind, why, what may be meant as the author would write it, and in its own script."""

    problem: str
    evidence: str
    suggestions: tuple[str, ...]
    native: str
    line: Line | None = None


def judge(text: str, found: Found, library: Library, speaker: str = "", hearer: str = "") -> Told:
    """The phrase, read and checked. `speaker`, `hearer`: "m", "f" or "" where we do not know."""
    language, words = found.language, found.words
    span = _with_marks(text, found.span)
    units = units_of(words, language, library)
    items = tuple(items_of(words, text, language, library))
    phrase = Phrase(language, items, library, lambda lemma: all_forms(library.shelf, language, lemma), speaker, hearer)
    gloss, source = gloss_of(units, items, words, language)
    told = Told(
        span=span, language=language, romanised=language in ROMANISED and text[span.start : span.end].isascii(),
        verdict=Verdict.RIGHT if is_tested(units, _owners(found, items), phrase) else Verdict.UNCHECKED,
        confidence=round(min(0.97, 0.6 + 0.06 * found.gain), 2),
        native=in_script(units, items, language, _owners(found, items)), gloss=gloss, source=source,
    )  # fmt: skip
    mended = _mended(text[span.start : span.end], text, found, units, phrase)
    if mended is None:
        return msgspec.structs.replace(told, evidence=other_speaker(phrase))
    meant = mended.line.entry.gloss if mended.line else ()
    return msgspec.structs.replace(
        told, verdict=Verdict.WRONG, problem=mended.problem, evidence=_QUOTES.sub(r"“\1\2”", mended.evidence),
        suggestions=mended.suggestions, native=mended.native,
        gloss=" / ".join(meant[:3]) or told.gloss, source="phrasebook" if meant else told.source,
    )  # fmt: skip


def _with_marks(text: str, span: Span) -> Span:
    start = span.start - 1 if text[span.start - 1 : span.start] in ("¿", "¡") and span.start else span.start
    end = span.end + 1 if start < span.start and text[span.end : span.end + 1] in ("?", "!") else span.end
    return Span(start, end)


def _owners(found: Found, items: tuple[Item, ...]) -> tuple[int, ...]:
    """For each item the place of the word it is (a part of)."""
    starts = [word.span.start for word in found.words]
    return tuple(max(at for at, start in enumerate(starts) if start <= item.word.span.start) for item in items)


def _mended(said: str, text: str, found: Found, units: tuple[Unit, ...], phrase: Phrase) -> Mended | None:
    """What is wrong, from the surest source to the least: the phrasebook, a rule of grammar, a spelling that nobody knows."""
    slip = _known_slip(said, units, found, phrase)
    fault = next(_faults(phrase, units, found), None)
    if slip and fault and slip.problem in _AGREEING and fault.problem in _AGREEING:
        return msgspec.structs.replace(_told(said, fault, phrase), evidence=slip.evidence)
    if slip and not (fault and slip.line and _is_about_a_part(slip.line)):
        return slip
    if fault and fault.problem == "address":
        return _told(said, fault, phrase)
    accent = _half_accented(said, found, units, phrase)
    if accent or (len(units) == 1 and units[0].right):
        return accent
    motto = _near_motto(said, found, phrase)
    if motto:
        return motto
    if fault is not None:
        return _told(said, fault, phrase)
    return _misspelt(said, found, units, phrase)


def _told(said: str, fault: Fault, phrase: Phrase) -> Mended:
    suggestions = suggestions_of(said, list(fault.ways), phrase.items, phrase.language)
    return Mended(fault.problem, fault.evidence, suggestions, script_of(fault.ways[0], phrase.items, phrase.language))


def _is_about_a_part(line: Line) -> bool:
    """Whether the slip is a longer phrase than the entry that lists it ("moy sestra" under "sestra")."""
    return line.words != len(line.entry.native.split()) and line.entry.language not in ("ja", "zh", "ko")


def _known_slip(said: str, units: tuple[Unit, ...], found: Found, phrase: Phrase) -> Mended | None:
    """A common slip that the phrasebook lists; where only a part of the phrase is one, the rest stays."""
    for unit in units:
        if not unit.wrong or unit.right:
            continue
        line = unit.wrong[0]
        start = found.words[unit.first].span.start - found.span.start
        end = found.words[unit.last - 1].span.end - found.span.start
        lead = len(said) - len(said.lstrip("¿¡"))
        typed = said[lead + start : lead + end]
        usual, native = _meant(_for_hearer(line, phrase), typed)
        rest = tuple(msgspec.structs.replace(one, lines=one.right or one.lines) for one in units)
        whole = (
            native
            if len(units) == 1
            else joined(
                [
                    native if one is unit else other.lines[0].native if other.lines else "…"
                    for one, other in zip(units, rest, strict=True)
                ],
                line.entry.language,
            )
        )
        spelt = said[: lead + start] + _cased_as(typed, usual) + said[lead + end :]
        script = (whole,) if line.entry.language in ROMANISED and "…" not in whole else ()
        return Mended(
            line.kind, line.reason, tuple(dict.fromkeys((spelt, *script))), whole, line if len(units) == 1 else None
        )
    return None


def _for_hearer(line: Line, phrase: Phrase) -> Line:
    """The line as it is said to this hearer, where the phrasebook has another form for a man or a woman."""
    wanted = {"m": "to-man", "f": "to-woman"}.get(phrase.hearer, "")
    for who, form in line.entry.variants:
        if who == wanted:
            native, _, bracket = form.partition(" (")
            latin = tuple(one for one in bracket.rstrip(")").split(" / ") if one)
            entry = msgspec.structs.replace(line.entry, native=native.strip(), romanised=latin)
            return msgspec.structs.replace(line, entry=entry, native=native.strip())
    return line


def _meant(line: Line, typed: str) -> tuple[str, str]:
    """What the slip was meant to be, as the author would write it and in its own script: the entry itself; where the slip is
    longer than the entry, what the reason quotes."""
    if _is_about_a_part(line) or line.entry.language in ("ja", "ko", "zh"):
        quoted = [one for pair in _QUOTED.findall(line.reason) for one in pair if one]
        near = [
            one
            for one in quoted
            if not set(one.casefold().split()) <= set(typed.casefold().split())
            and len(one.split()) >= len(typed.split()) - 1
            and fuzz.ratio(one.casefold(), typed.casefold()) >= _ALIKE
        ]
        entry = max(
            [fuzz.ratio(unaccented(one), unaccented(typed)) for one in line.entry.romanised or (line.entry.native,)]
        )
        if near and max(fuzz.ratio(one.casefold(), typed.casefold()) for one in near) > entry:
            best = max(near, key=lambda one: fuzz.ratio(one.casefold(), typed.casefold()))
            return best, line.entry.native
    whole = written_like(line, typed)
    if len(whole.split()) > len(typed.split()):
        short = re.sub(r"\W+$", "", " ".join(whole.split()[: len(typed.split())]))
        if fuzz.ratio(short.casefold(), typed.casefold()) > fuzz.ratio(whole.casefold(), typed.casefold()) + 15:
            return short, short if line.entry.language not in ROMANISED else line.entry.native
    return whole, line.entry.native


_QUOTED = re.compile(r"“([^”]+)”|\"([^\"]+)\"|(?<!\w)'([^']+)'(?!\w)")
_QUOTES = re.compile(r"\"([^\"]+)\"|(?<!\w)'([^']+)'(?!\w)")
_ALIKE = 55.0


def _cased_as(typed: str, usual: str) -> str:
    return usual[:1].upper() + usual[1:] if typed[:1].isupper() else usual


def _faults(phrase: Phrase, units: tuple[Unit, ...], found: Found) -> Iterator[Fault]:
    """Faults of grammar, but for those inside a line of the phrasebook: that line knows better."""
    owners = _owners(found, phrase.items)
    for rule in RULES:
        for fault in rule(phrase):
            if not fault.ways:
                continue
            changed = {at for at in range(len(phrase.items)) if at not in fault.ways[0]}
            inside = [unit for unit in units if unit.right and unit.last - unit.first > 1]
            if (
                fault.problem != "address"
                and changed
                and any(
                    all(unit.first <= owners[at] < unit.last for at in changed)
                    and len(inside)
                    and _alone(unit, owners, phrase, changed)
                    for unit in inside
                )
            ):
                continue
            yield fault


def _alone(unit: Unit, owners: tuple[int, ...], phrase: Phrase, changed: set[int]) -> bool:
    """Whether the change stays away from the edges of the unit, where its neighbours may ask for it."""
    edges = {at for at in changed if owners[at] in (unit.first, unit.last - 1)}
    at_the_rim = any(
        (owners[at] == unit.first and owners[at] > 0) or (owners[at] == unit.last - 1 and owners[at] < max(owners))
        for at in edges
    )
    return not at_the_rim


def _misspelt(said: str, found: Found, units: tuple[Unit, ...], phrase: Phrase) -> Mended | None:
    """A word that no table knows, and what it may have been meant to be."""
    library, language = phrase.shelves, phrase.language
    unknown = [
        unit
        for unit in units
        if not unit.lines
        and not readings(library, language, found.words[unit.first].low)
        and not _is_name(found, unit.first)
    ]
    unknown = [unit for unit in unknown if not _has_parts(found, unit.first, phrase)]
    if not unknown:
        return None
    whole = near_phrase(found.words, language, library)
    if (
        whole
        and language in _FEW_WORDS
        and whole[1] < _MUCH_ALIKE
        and len(phrase_key(whole[0].latin, language)) < _LONG
    ):
        return None
    single = near_word(found.words[unknown[0].first], language, library) if len(unknown) == 1 else None
    if whole and not (single and len(found.words) > 1 and _is_nearer(single, whole[0], found, unknown[0].first)):
        line = whole[0]
        usual = written_like(line, said)
        reason = f"“{found.words[unknown[0].first].text}” is a spelling I do not know"
        native = (line.native,) if language in ROMANISED else ()
        return Mended(
            "spelling", reason, tuple(dict.fromkeys((_cased_as(said.lstrip("¿¡"), usual), *native))), line.native, line
        )
    if len(unknown) > 1:
        return None
    at = unknown[0].first
    form = single
    place = next((one for one, item in enumerate(phrase.items) if item.word.span == found.words[at].span), None)
    if form is None or place is None:
        return None
    way = phrase.way({place: form})
    reason = f"“{found.words[at].text}” is a spelling I do not know"
    return Mended(
        "spelling", reason, suggestions_of(said, [way], phrase.items, language), script_of(way, phrase.items, language)
    )


def _half_accented(said: str, found: Found, units: tuple[Unit, ...], phrase: Phrase) -> Mended | None:
    """A word with accents that are not those of the phrasebook: "mére", "dziękuje". One without any says nothing."""
    if phrase.language in ROMANISED or phrase.language == "la":
        return None
    for unit in units:
        words = found.words[unit.first : unit.last]
        natives = [line.native.split() for line in unit.right if len(line.native.split()) == len(words)]
        for at, word in enumerate(words):
            usual = [re.sub(r"^\W+|\W+$", "", native[at]) for native in natives]
            low = word.low.translate(_CEDILLAS)
            known = {one.form.casefold() for one in readings(phrase.shelves, phrase.language, word.low)}
            alike = [one for one in usual if unaccented(one) == unaccented(low)]
            if low.isascii() or not alike or low in known or any(_marked(low, one) for one in usual):
                continue
            form = _cased_as(word.text, alike[0])
            spelt = said.replace(word.text, form)
            return Mended("spelling", f"“{word.text}” is written “{form}”", (spelt,), spelt)
    return None


def _marked(low: str, usual: str) -> bool:
    return low == unicodedata.normalize("NFC", usual.casefold()).replace("’", "'").translate(_CEDILLAS)


_CEDILLAS = str.maketrans("şţ", "șț")


def _is_nearer(form: str, line: Line, found: Found, at: int) -> bool:
    """Whether putting one word right changes less than taking the whole line of the phrasebook."""
    language = line.entry.language
    word = phrase_key(found.words[at].low, language)
    said = phrase_key(" ".join(one.low for one in found.words), language)
    away = (
        DamerauLevenshtein.distance(word, phrase_key(form, language))
        if language in ("ru", "uk", "el") or form.isascii()
        else 1
    )
    return away < min(DamerauLevenshtein.distance(said, phrase_key(one, language)) for one in (line.latin, line.native))


def _near_motto(said: str, found: Found, phrase: Phrase) -> Mended | None:
    """A Latin motto with a word in another form: mottoes are a closed set, and this is how the world says it."""
    if phrase.language != "la" or len(found.words) < _MOTTO:
        return None
    near = near_phrase(found.words, "la", phrase.shelves)
    if near is None or near[1] < _MOTTO_ALIKE or near[0].words != len(found.words):
        return None
    line = near[0]
    return Mended("form", f"the saying is “{line.native}”", (_cased_as(said, line.native),), line.native, line)


_FEW_WORDS, _MUCH_ALIKE, _LONG = word_set("ko zh ga ar hi yi"), 90.0, 9
"""Where we know few words, a short one that we do not know is likelier another word than a slip."""
_MOTTO, _MOTTO_ALIKE = 3, 86.0


def _is_name(found: Found, at: int) -> bool:
    word = found.words[at]
    return word.text[:1].isupper() and not word.first and found.language != "de"


def _has_parts(found: Found, at: int, phrase: Phrase) -> bool:
    span = found.words[at].span
    return sum(span.start <= item.word.span.start < span.end for item in phrase.items) > 1
