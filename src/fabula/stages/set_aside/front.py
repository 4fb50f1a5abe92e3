"""What stands before a story: its title, its author's name, an archive's block of labels, its summary."""

# ruff: noqa: E501  (patterns are easier to compare unbroken)

import re

from fabula.stages.set_aside.headings import is_chapter_heading, is_numbered
from fabula.stages.set_aside.markers import Marking, is_bare, is_furniture, marking_of, signs_off
from fabula.stages.set_aside.piece import CONTENTS, FRAME_BLOCKS, Mark, Piece
from fabula.story import BlockKind, PartKind

# The labels of OTW's own import parser (Title, Summary, Rating, Warning, Pairing, Character, Fandom, Tag, Date), of
# FanFicFare's text files, and of older mailing-list headers. Weak ones also begin letters, logs and plays.
_STRONG = (
    r"title|summary|rat(?:ing|ed)|fandoms?|pairings?|ships?|relationships?|archive warnings?|categor(?:y|ies)|genres?|"
    r"(?:additional |freeform )?tags|author|pen ?name|writer|word ?count|words|disclaimers?|story url|crossover|"
    r"characters?(?:/pairings?)|published|packaged|publisher|author url|characters?\s*&\s*pairings?|fandom/pairing|main pairing"
)
_WEAK = (
    r"characters?|language|series|collections?|stats|updated|completed|status|chapters?|date|posted|setting|timeline|era|"
    r"universe|length|type|pov|archive|feedback|e-?mail|website|part|season|episode|beta(?:s|[ -]?readers?)?|artist|prompts?|"
    r"recipient|gift for|distribution|keywords?|content|reviews|favs|follows|id|contact|warnings?|spoilers?|notes?|a/n|"
    r"author'?s notes?|description|blurb|source|url|date posted|for|challenge|continuity|canon|tags?|by|content warnings?|"
    r"trigger warnings?|tw|cw|comments|note"
)
_LABEL = re.compile(
    rf"^(?:[^\w\n]|_)*(?:(?P<strong>{_STRONG})|(?P<weak>{_WEAK}))(?:\(s\)|\(es\)|\(ies\))?[^\w\n:\-]{{0,3}}(?::|\s[\-–—])[*_~]*\s*(?P<value>.*)$",
    re.I,
)
_FACTS = re.compile(
    r"\b(?:Rated:? |Fiction (?:K|T|M)\b|Words:? ?[\d,]+|Chapters:? ?\d|Reviews:? ?\d|Favs:? ?\d|Follows:? ?\d|Published:? ?\w|"
    r"Updated:? ?\w|Status:? ?\w|id:? ?\d|English - )"
)
_RATED = re.compile(
    r"^\W*rated:? (?:k\+?|t|m|g|r|pg(?:-1[35])?|nc-17|teen|mature|explicit)(?: for [^.]{1,60})?\W*$", re.I
)
_BYLINE = re.compile(
    r"^[^\w]*(?:(?:written |a (?:\w+ ){0,3}(?:fan ?fic(?:tion)?|fic|story|one-?shot|tale) )?(?:by|By|BY)\b\s*:?|(?i:author|pen name)\s*:)\s*"
    r"(?P<name>(?:[^.!?]|(?<=\b\w)\.){1,60})\W*$"
)
_COUNT = re.compile(r"^\W*(?:approx\w*\.?|about|c\.|ca\.)?\s*\d[\d,. ]*k? words\W*$", re.I)
_DEDICATION = re.compile(r"^\W*(?:for|to|dedicated to|in (?:loving )?memory of)\s[^.!?:\"“”]{1,60}\.?\W*$", re.I)
_WHEN = re.compile(
    r"\d{3,4}|\d[:.]\d\d|\b(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\b|\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b|"
    r"\b(?:a\.?m|p\.?m|o'clock|pov|point of view)\b|\b(?:years?|months?|weeks?|days?|hours?|minutes?) (?:ago|later|earlier|before|after)\b",
    re.I,
)  # fmt: skip
_SMALL = frozenset(
    [
        "a",
        "an",
        "and",
        "as",
        "at",
        "but",
        "by",
        "de",
        "for",
        "from",
        "in",
        "into",
        "la",
        "le",
        "nor",
        "of",
        "off",
        "on",
        "or",
        "the",
        "to",
        "up",
        "vs",
        "with",
    ]
)
_TITLE_WORDS = 15
_LISTED = "the table of contents"


def front_end(pieces: list[Piece], at: int, marks: dict[int, Mark]) -> int:
    """Where the front that begins at `at` stops: the index of the first piece that is no title, byline, label or summary
    (a note, or the story). Adds their marks."""
    labelled = has_labels(pieces)
    titled = any(mark.kind is PartKind.TITLE for mark in marks.values())
    while at < min(len(pieces), FRAME_BLOCKS * 4):
        piece = pieces[at]
        if at in marks or (piece.kind is BlockKind.BREAK and _goes_on(pieces, at, titled, labelled)):
            at += 1
            continue
        mark = _front_mark(pieces, at, titled, labelled)
        if not mark or mark.kind is PartKind.NOTE:
            break
        titled = titled or mark.kind is PartKind.TITLE
        marks[at] = mark
        at = _with_value(pieces, at, mark, marks, labelled)
    return at


def _goes_on(pieces: list[Piece], at: int, titled: bool, labelled: bool) -> bool:
    """A rule belongs to the front where what follows it does."""
    return at + 1 < len(pieces) and bool(_front_mark(pieces, at + 1, titled, labelled))


def _front_mark(pieces: list[Piece], at: int, titled: bool, labelled: bool) -> Mark | None:
    piece = pieces[at]
    if piece.kind is BlockKind.HEADING:
        return None if titled or not _heads_all(pieces, at) else Mark(PartKind.TITLE, "the first heading")
    label = _LABEL.match(piece.text) if labelled else None
    if label:
        return Mark(_kind_of(label), f"labelled “{(label['strong'] or label['weak']).strip()}”")
    if is_facts(piece.text):
        return Mark(PartKind.META, "an archive's line of facts")
    if is_furniture(piece.text) or CONTENTS.match(piece.text):
        return Mark(PartKind.META, "put there by the archive")
    if titled and is_chapter_heading(piece.text) and at + 1 < len(pieces) and is_byline(pieces[at + 1].text):
        return Mark(PartKind.HEADING, "reads as a chapter heading")
    if (titled or piece.tail) and (is_byline(piece.text) or _is_pen_name(pieces, at)):
        return Mark(PartKind.BYLINE, "names the author")
    if titled and _is_dedication(pieces, at):
        return Mark(PartKind.META, "a dedication")
    if not titled and _is_title(pieces, at):
        return Mark(PartKind.TITLE, "the first line")
    if at and piece.tail and set(piece.text) <= set("=-_~*# "):
        return Mark(PartKind.TITLE, "a line under the title")
    return None


def _is_dedication(pieces: list[Piece], at: int) -> bool:
    """True for "for my grandmother" right before the first chapter's heading."""
    if at + 1 == len(pieces) or not _DEDICATION.match(pieces[at].text):
        return False
    following = pieces[at + 1]
    return following.kind is BlockKind.HEADING or is_chapter_heading(following.text)


def _heads_all(pieces: list[Piece], at: int) -> bool:
    """True where a heading names the whole story: the highest level, or the only heading of its level, and no date."""
    piece = pieces[at]
    if is_chapter_heading(piece.text) or is_numbered(piece.text) or _WHEN.search(piece.text):
        return False
    alone = sum(1 for other in pieces if other.kind is BlockKind.HEADING and other.level == piece.level) == 1
    return alone or piece.level == 1


def is_facts(text: str) -> bool:
    """True for FanFiction.net's one line of facts, joined by " - ", for "Rated T for language" and "1,200 words"."""
    if _RATED.match(text) or _COUNT.match(text):
        return True
    return text.count(" - ") >= 2 and len({found.group()[:4] for found in _FACTS.finditer(text)}) >= 2


def is_byline(text: str) -> bool:
    """True for "by rookfeather", "Author: X": a few words, no sentence."""
    found = _BYLINE.match(text)
    return bool(found) and len(found["name"].split()) <= 6


def label_lines(pieces: list[Piece]) -> frozenset[int]:
    """The pieces near the start that are lines of a frame, where a note must end."""
    if not has_labels(pieces):
        return frozenset()
    near = enumerate(pieces[:FRAME_BLOCKS])
    found = ((index, _LABEL.match(piece.text)) for index, piece in near)
    return frozenset(i for i, label in found if label and _kind_of(label) is not PartKind.NOTE)


def _is_pen_name(pieces: list[Piece], at: int) -> bool:
    """True for a few bare words between the title and the first label, as pages are pasted."""
    if pieces[at].words > 3 or pieces[at - 1].kind is BlockKind.BREAK or at + 1 == len(pieces):
        return False
    label = _LABEL.match(pieces[at + 1].text)
    return bool(label and label["strong"]) and not _LABEL.match(pieces[at].text) and pieces[at].text[-1:].isalnum()


def has_labels(pieces: list[Piece]) -> bool:
    """True where the first pieces hold labels that no letter, log or play has."""
    found = [_LABEL.match(piece.text) for piece in pieces[:FRAME_BLOCKS] if not piece.declared]
    strong = [label for label in found if label and label["strong"]]
    return bool(strong)


def _kind_of(label: re.Match[str]) -> PartKind:
    name = (label["strong"] or label["weak"]).casefold()
    if name == "title":
        return PartKind.TITLE
    if name in ("author", "pen name", "penname", "by", "writer"):
        return PartKind.BYLINE
    if name in ("summary", "description", "blurb"):
        return PartKind.SUMMARY
    if name.startswith(("note", "a/n", "author'", "authors n", "disclaimer")):
        return PartKind.NOTE
    return PartKind.META


def _with_value(pieces: list[Piece], at: int, mark: Mark, marks: dict[int, Mark], labelled: bool) -> int:
    """Mark what belongs to the piece at `at` (the lines that go on, the value under a bare label); the next index."""
    piece = pieces[at]
    if CONTENTS.match(piece.text):
        return _contents(pieces, at + 1, marks)
    label = _LABEL.match(piece.text) if labelled else None
    bare = label is not None and not label["value"].strip(" *_~")
    following = at + 1
    while following < len(pieces) and mark.kind not in (PartKind.TITLE, PartKind.BYLINE):
        line = pieces[following]
        if line.declared or line.kind is not BlockKind.PARAGRAPH or not (line.tail or bare):
            break
        if _front_mark(pieces, following, True, labelled) or is_chapter_heading(line.text):
            break
        marks[following] = mark
        bare = False
        following += 1
    return following


def _contents(pieces: list[Piece], at: int, marks: dict[int, Mark]) -> int:
    """Mark the lines of a table of contents: those up to the place where its first entry comes again."""
    if at >= len(pieces):
        return at
    first = pieces[at].text
    again = next((i for i in range(at + 1, min(len(pieces), at + 300)) if pieces[i].text == first), at + 1)
    listed = all(len(piece.text) < 120 for piece in pieces[at:again])
    end = again if listed else at + 1
    for index in range(at, end):
        marks[index] = Mark(PartKind.META, _LISTED)
    return end


def contents_of(pieces: list[Piece], marks: dict[int, Mark]) -> frozenset[str]:
    """The entries of the table of contents, so that the same words later are chapter headings."""
    return frozenset(pieces[i].text for i, mark in marks.items() if mark.why == _LISTED)


def _is_title(pieces: list[Piece], at: int) -> bool:
    text = pieces[at].text.strip("*_=#~- ")
    words = text.split()
    if not text or len(words) > _TITLE_WORDS or len(pieces) <= at + 1 or is_chapter_heading(text):
        return False
    if (
        is_numbered(text)
        or words[0].endswith(":")
        or _WHEN.search(text)
        or text[0] in "\"“‘'«(-—["
        or marking_of(text)[0] is not Marking.NONE
        or signs_off(text)
        or is_bare(text)
    ):
        return False
    if is_byline(pieces[at + 1].text) and (pieces[at + 1].tail or pieces[at + 1].words <= 7):
        return True
    return at == 0 and not _is_lined(pieces) and _looks_titled(text, words) and not _comes_again(pieces)


def _is_lined(pieces: list[Piece]) -> bool:
    """True where the first block has more lines than its title: a letterhead, a poem."""
    return len(pieces) > 1 and pieces[1].tail and not is_byline(pieces[1].text) and not _LABEL.match(pieces[1].text)


def _looks_titled(text: str, words: list[str]) -> bool:
    if text.endswith((".", ",", ":", ";", "…", '"', "”", "-", "—")):
        return False
    if text.isupper():
        return not text.endswith("!")
    if "," in text or len(words) > 9:
        return False
    great = [word for word in words if word.casefold() not in _SMALL]
    return (
        bool(great) and all(word[:1].isupper() or not word[:1].isalpha() for word in great) and words[0][:1].isupper()
    )


def _comes_again(pieces: list[Piece]) -> bool:
    """True where the first few words head other paragraphs too: whose turn it is to tell, and no title."""
    first = pieces[0]
    return first.words <= 3 and any(piece.text == first.text for piece in pieces[1:])
