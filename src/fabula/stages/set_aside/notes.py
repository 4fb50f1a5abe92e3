"""Author's notes: where they begin, marked or not, and where the story takes over."""

from fabula.stages.set_aside.headings import is_chapter_heading
from fabula.stages.set_aside.inside import notes_inside
from fabula.stages.set_aside.markers import (
    Marking,
    ends_note,
    is_bare,
    is_furniture,
    is_gloss,
    is_signature,
    marking_of,
    opens_glossary,
    opens_story,
    replies,
    signs_off,
    speaks_of_reviews,
)
from fabula.stages.set_aside.piece import Piece
from fabula.stages.set_aside.voice import Voice, hear
from fabula.story import BlockKind

# An unmarked note must talk this much before it is one; a paragraph after a note this much to belong to it.
_ALONE = 4
_JOINED = 2
_SHORT = 15
_LONGEST_NOTE = 20
_LONGEST_WORDS = 120


class Listener:
    """Pieces with their voices, heard only once and only where a note may stand."""

    def __init__(self, pieces: list[Piece], fences: frozenset[int]) -> None:
        self.pieces = pieces
        self.fences = fences
        self._heard: dict[int, Voice] = {}

    def voice(self, at: int) -> Voice:
        """The voice of the piece at `at`."""
        if at not in self._heard:
            self._heard[at] = hear(self.pieces[at].text)
        return self._heard[at]

    def may_be_note(self, at: int) -> bool:
        """True for a paragraph that is no heading, no label line and no furniture, and that the file says nothing of."""
        piece = self.pieces[at]
        return piece.kind is BlockKind.PARAGRAPH and at not in self.fences and not _frames(piece.text)

    def talks(self, at: int) -> bool:
        """True where a paragraph is plainly an author talking to readers, though nothing marks it."""
        if notes_inside(self.pieces[at].text):
            return False
        voice = self.voice(at)
        needed = _ALONE - 1 if self.pieces[at].words <= _SHORT else _ALONE
        enough = voice.talk >= needed and voice.strong >= 3
        return enough and not voice.narrates and voice.talk * 40 >= self.pieces[at].words

    def starts_note(self, at: int) -> str:
        """Why a note starts with this piece, where a note may stand; "" where none does."""
        text = self.pieces[at].text
        if not self.may_be_note(at):
            return ""
        marking, words = marking_of(text)
        if marking is Marking.PLAIN or (marking is Marking.EDGE and (is_bare(text) or not self.voice(at).narrates)):
            return f"starts with “{words}”"
        if signs_off(text):
            return "an ending such as “The End”"
        return f"talks to readers about {self.voice(at).about}" if self.talks(at) else ""

    def joins(self, at: int, answers: bool = False) -> bool:
        """True where a paragraph next to a note speaks as the note does; `answers` where the note speaks of reviews, so that
        "Moss: yes, it is real" is a reply and no line of chat."""
        text, voice = self.pieces[at].text, self.voice(at)
        if opens_story(text):
            return False
        if marking_of(text)[0] or ends_note(text) or (answers and replies(text)):
            return True
        return not voice.narrates and voice.strong >= _JOINED


def _frames(text: str) -> bool:
    return is_furniture(text) or is_chapter_heading(text)


def note_end(listener: Listener, at: int, limit: int) -> int:
    """Where the note that starts at `at` ends: the index after its last piece, `limit` at most."""
    closed = _closed_by_name(listener, at, limit)
    if closed:
        return closed
    edge = _next_edge(listener, at + 1, limit)
    if edge < limit and not listener.may_be_note(edge) and _all_note(listener, at + 1, edge):
        return edge
    last = at
    answers = speaks_of_reviews(listener.pieces[at].text)
    while last + 1 < edge and listener.pieces[last + 1].tail:
        last += 1
    for index in range(last + 1, min(edge, last + _LONGEST_NOTE)):
        if listener.joins(index, answers) or (index == at + 1 and is_bare(listener.pieces[at].text)):
            last = index
        elif index - last > 2 or _tells(listener, index):
            break
    return last + 1


def _closed_by_name(listener: Listener, at: int, limit: int) -> int:
    """The end of a note whose closing is written: "End A/N", or the bracket its label stands in. 0 where it is not."""
    first = listener.pieces[at].text.lstrip("*_~ ")
    pairs = {"(": ")", "[": "]"}
    closing = pairs.get(first[:1], "")
    opened = bool(closing) and first.count(first[:1]) > first.count(closing)
    for index in range(at + 1, min(limit, at + _LONGEST_NOTE)):
        text = listener.pieces[index].text
        if listener.pieces[index].kind is BlockKind.HEADING:
            return 0
        if ends_note(text) or (opened and text.rstrip("*_~ .").endswith(closing)):
            return index + 1
    return 0


def _next_edge(listener: Listener, at: int, limit: int) -> int:
    """The first piece from `at` on that can be no note; looked for no further than a note is long."""
    far = min(limit, at + _LONGEST_NOTE + 1)
    return next((i for i in range(at, far) if not listener.may_be_note(i)), far)


def _all_note(listener: Listener, start: int, end: int) -> bool:
    """True where every paragraph up to a break speaks as a note; one that does not may stand between two that do."""
    if end - start > _LONGEST_NOTE:
        return False
    first = listener.pieces[start - 1].text
    glossary, answers = opens_glossary(first), speaks_of_reviews(first)
    joined = [
        listener.joins(index, answers) or (glossary and is_gloss(listener.pieces[index].text))
        for index in range(start, end)
    ]
    after = False
    for index in range(end - 1, start - 1, -1):
        if joined[index - start]:
            after = True
        elif _tells(listener, index) or not (after or listener.voice(index).author):
            return False
    return True


def _tells(listener: Listener, at: int) -> bool:
    piece = listener.pieces[at]
    return listener.voice(at).narrates or piece.words > _LONGEST_WORDS or opens_story(piece.text)


def group_end(listener: Listener, at: int, limit: int) -> int:
    """The index of the break after `at` where all up to it speaks as a note; `at` where it does not, or none follows."""
    edge = _next_edge(listener, at + 1, limit)
    closed = edge < limit and listener.pieces[edge].kind is BlockKind.BREAK
    return edge if closed and _all_note(listener, at + 1, edge) else at


def closing_start(listener: Listener, start: int, end: int) -> int:
    """Where the notes that close `pieces[start:end]` begin; `end` where there are none."""
    found, loose = end, 0
    for index in range(end - 1, start - 1, -1):
        piece = listener.pieces[index]
        if piece.kind is BlockKind.BREAK and not loose:
            continue
        if not listener.may_be_note(index):
            break
        why = listener.starts_note(index)
        marked = marking_of(piece.text)[0] is not Marking.NONE
        if why and (marked or not loose):
            found, loose = index, 0
        elif _tells(listener, index) and not listener.joins(index):
            break
        elif not (listener.joins(index) or is_gloss(piece.text) or is_signature(piece.text)):
            loose += 1
        if loose > 2:
            break
    return found
