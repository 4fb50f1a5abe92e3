"""Which stretches are story and which stand around it: title, labels, headings, notes."""

from fabula.reading import Parts
from fabula.stages.set_aside.front import contents_of, front_end, label_lines
from fabula.stages.set_aside.headings import is_chapter_heading, numbered_headings
from fabula.stages.set_aside.inside import notes_inside, story_resumes
from fabula.stages.set_aside.markers import Marking, is_furniture, marking_of
from fabula.stages.set_aside.notes import Listener, closing_start, group_end, note_end
from fabula.stages.set_aside.piece import FRAME_BLOCKS, Mark, Piece, pieces_of
from fabula.story import BlockKind, Part, PartKind, Span, Story

_Cuts = dict[int, list[tuple[int, int]]]


def find_parts(story: Story) -> Parts:
    """The parts of the story: what the file declares, else what the words show; where that is unsure, it is story.

    Each part but the body says why it was set aside, in a phrase for the author.
    """
    pieces = pieces_of(story)
    marks: dict[int, Mark] = {
        index: Mark(piece.declared, piece.why or "marked so in the file")
        for index, piece in enumerate(pieces)
        if piece.declared and piece.declared is not PartKind.BODY
    }
    cuts: _Cuts = {}
    start = _mark_front(pieces, marks, cuts)
    _mark_headings(pieces, start, marks)
    listener = Listener(pieces, frozenset(marks))
    for run in _runs(pieces, marks):
        _mark_notes(listener, *run, marks, cuts)
    if not any(_is_body(pieces, index, marks) for index in range(len(pieces))):
        marks = {i: mark for i, mark in marks.items() if mark.kind is not PartKind.NOTE or pieces[i].declared}
    return Parts(tuple(_merged(_fragments(pieces, marks, cuts))))


def _is_body(pieces: list[Piece], index: int, marks: dict[int, Mark]) -> bool:
    return index not in marks and pieces[index].kind is not BlockKind.BREAK


def _mark_front(pieces: list[Piece], marks: dict[int, Mark], cuts: _Cuts) -> int:
    """Mark title, byline, labels, and the notes among them; the index where that ends."""
    fences = label_lines(pieces) | frozenset(marks) | numbered_headings(pieces)
    listener = Listener(pieces, fences)
    at = 0
    while True:
        reached = front_end(pieces, at, marks)
        after = _mark_note(listener, reached, len(pieces), marks, cuts) if reached < len(pieces) else reached
        if after == reached or reached in cuts or after > FRAME_BLOCKS:
            return after
        at = after


def _mark_headings(pieces: list[Piece], start: int, marks: dict[int, Mark]) -> None:
    numbered, listed = numbered_headings(pieces), contents_of(pieces, marks)
    for index in range(start, len(pieces)):
        piece = pieces[index]
        if index in marks:
            continue
        if piece.kind is BlockKind.HEADING:
            marks[index] = Mark(PartKind.HEADING, "a heading in the file")
        elif index in numbered or piece.text in listed or is_chapter_heading(piece.text):
            marks[index] = Mark(PartKind.HEADING, "reads as a chapter heading")
        elif is_furniture(piece.text):
            marks[index] = Mark(PartKind.META, "put there by the archive")


def _runs(pieces: list[Piece], marks: dict[int, Mark]) -> list[tuple[int, int]]:
    """The stretches of pieces between marks, as half-open index pairs: a chapter without its heading."""
    found: list[tuple[int, int]] = []
    start = 0
    for index in [*sorted(marks), len(pieces)]:
        if index > start:
            found.append((start, index))
        start = index + 1
    return found


def _mark_notes(listener: Listener, start: int, end: int, marks: dict[int, Mark], cuts: _Cuts) -> None:
    """Mark the notes of one chapter: at its start, at its end, and those inside that are plainly marked."""
    at = start
    while at < end and at not in cuts:
        after = at
        while after < end and listener.pieces[after].kind is BlockKind.BREAK:
            after += 1
        after = _mark_note(listener, after, end, marks, cuts) if after < end else after
        if after <= at or not any(index in marks for index in range(at, after)):
            break
        at = after
    tail = closing_start(listener, at, end)
    for index in range(tail, end):
        marks[index] = Mark(PartKind.NOTE, listener.starts_note(index) or "goes on with the note before")
    while at < tail:
        after = _mark_note(listener, at, tail, marks, cuts, inner=True) if at not in cuts else at
        at = max(after, at + 1)


def _mark_note(
    listener: Listener, at: int, limit: int, marks: dict[int, Mark], cuts: _Cuts, inner: bool = False
) -> int:
    """Mark the note that starts at `at`, if one does; the index after it (`at` where none starts).

    `inner`: amid the story, where only a plain label or a break on either side is enough.
    """
    piece = listener.pieces[at]
    if inner and marking_of(piece.text)[0] is not Marking.PLAIN and not _stands_alone(listener, at, limit):
        return at
    why = listener.starts_note(at)
    if not why:
        return at
    end = note_end(listener, at, limit)
    for index in range(at, end):
        text = listener.pieces[index].text
        marks[index] = Mark(PartKind.NOTE, why)
        resumed = story_resumes(text)
        if resumed < len(text):
            del marks[index]
            cuts[index] = [(0, resumed)]
            return index + 1
    return end


def _stands_alone(listener: Listener, at: int, limit: int) -> bool:
    return listener.pieces[at - 1].kind is BlockKind.BREAK and group_end(listener, at, limit) > at


def _fragments(pieces: list[Piece], marks: dict[int, Mark], cuts: _Cuts) -> list[tuple[Piece, Part]]:
    """The parts piece by piece, with the notes inside paragraphs cut out; break marks stand as body."""
    found: list[tuple[Piece, Part]] = []
    for index, piece in enumerate(pieces):
        mark = marks.get(index)
        if mark:
            found.append((piece, Part(mark.kind, piece.span, mark.why)))
            continue
        notes = cuts.get(index) or (notes_inside(piece.text) if piece.kind is BlockKind.PARAGRAPH else [])
        found.extend((piece, part) for part in _cut(piece, notes))
    return _with_end_notes(found)


def _cut(piece: Piece, notes: list[tuple[int, int]]) -> list[Part]:
    found: list[Part] = []
    at = 0
    for start, end in [*notes, (len(piece.text), len(piece.text))]:
        for kind, left, right in ((PartKind.BODY, at, start), (PartKind.NOTE, start, end)):
            span = _trimmed(piece, left, right)
            if len(span):
                found.append(Part(kind, span, "an author's note inside the paragraph" if kind is PartKind.NOTE else ""))
        at = end
    return found


def _trimmed(piece: Piece, left: int, right: int) -> Span:
    while left < right and piece.text[left].isspace():
        left += 1
    while right > left and piece.text[right - 1].isspace():
        right -= 1
    return Span(piece.span.start + left, piece.span.start + right)


def _with_end_notes(found: list[tuple[Piece, Part]]) -> list[tuple[Piece, Part]]:
    """The same, with every note after the last words of the story an end-note."""
    last = max((i for i, (piece, part) in enumerate(found) if _is_story(piece, part)), default=len(found))
    return [
        (piece, Part(PartKind.END_NOTE, part.span, part.why) if i > last and part.kind is PartKind.NOTE else part)
        for i, (piece, part) in enumerate(found)
    ]


def _is_story(piece: Piece, part: Part) -> bool:
    return part.kind is PartKind.BODY and piece.kind is not BlockKind.BREAK


def _merged(found: list[tuple[Piece, Part]]) -> list[Part]:
    """Neighbours of one kind as one part. A break mark joins only what is of one kind on both its sides."""
    merged: list[Part] = []
    for piece, part in found:
        if piece.kind is BlockKind.BREAK and part.kind is PartKind.BODY:
            continue
        if merged and merged[-1].kind is part.kind:
            part = Part(part.kind, Span(merged[-1].span.start, part.span.end), merged[-1].why)
            merged.pop()
        merged.append(part)
    return merged
