"""The walk through an RTF file's groups, gathering its paragraphs with the place of every character."""

import codecs
import re
from typing import Final

import msgspec

from fabula.formats.lines import place
from fabula.formats.paragraphs import Paragraph, Piece
from fabula.formats.richtext.characters import SYMBOLS, WORDS, code_page, code_unit, font_codec
from fabula.formats.richtext.tokens import Token, tokens_of
from fabula.story import PartKind

_DESTINATIONS: Final = """
colortbl filetbl listtable listoverridetable revtbl rsidtbl object objdata nonshppict fldinst
header headerl headerr headerf footer footerl footerr footerf ftnsep ftnsepc ftncn aftnsep aftnsepc aftncn
listtext pntext pntxta pntxtb bkmkstart bkmkend xe tc txe rxe annotation atnid atnauthor template mmathPr
themedata colorschememapping datastore latentstyles generator xmlnstbl userprops docvar private1 falt panose
"""
_UNREAD: Final = frozenset(_DESTINATIONS.split())
"""Destinations whose words are no part of the story."""
_FACTS: Final = ("title", "author", "subject", "keywords")
_ENDS: Final = ("par", "sect", "page", "cell", "row", "nestcell", "nestrow", "column")
_ROOMS: Final = {"fonttbl": "fonts", "stylesheet": "styles", "info": "info"}
_LEVEL: Final = re.compile(r"heading (\d)")


class _State(msgspec.Struct):
    """What holds inside a group. `room` is where its words go: "" the story, "off" nowhere, else a table or a
    fact.
    """

    room: str = ""
    codec: str = ""
    replaced: int = 1
    styles: frozenset[str] = frozenset()
    hidden: bool = False
    deleted: bool = False
    note: bool = False


class Walk:
    """An RTF file being read: `run` fills `paragraphs` (notes last), `facts` and what `unread` and the counts
    tell.
    """

    def __init__(self, text: str) -> None:
        self.paragraphs: list[Paragraph] = []
        self.facts: list[tuple[str, str]] = []
        self.unread: set[str] = set()
        self.pictures = self.deletions = self.hidden = 0
        self.broken = False
        self._text = text
        self._codec = "cp1252"
        self._notes: list[Paragraph] = []
        self._state = _State()
        self._stack: list[_State] = []
        self._fonts: dict[int, str] = {}
        self._names: dict[int, str] = {}
        self._font = self._entry = 0
        self._buffer: list[str] = []
        self._starred = False
        self._spare = 0
        self._high: tuple[int, int] | None = None
        self._pending: tuple[codecs.IncrementalDecoder, int] | None = None
        self._main = _paragraph()
        self._note = _paragraph()

    def run(self) -> None:
        """Walk to the end. Groups that never end, or end twice, set `broken`; the rest is read all the same."""
        for token in tokens_of(self._text):
            if token.kind == "brace":
                self._brace(token)
            elif self._spare and token.kind != "word":
                self._pass_over(token)
            else:
                self._take(token)
        self.broken = self.broken or bool(self._stack)
        self._state.note = False
        self._end_paragraph(len(self._text), len(self._text))
        while self.paragraphs and not self.paragraphs[-1].text:
            self.paragraphs.pop()
        self.paragraphs += self._notes

    def _take(self, token: Token) -> None:
        if token.kind == "word":
            self._spare = 0
            self._word(token)
        elif token.kind == "hex":
            self._byte(int(token.text, 16), token.start, token.end)
        elif token.kind == "symbol":
            self._symbol(token)
        else:
            self._words(token.text, token.start)

    def _pass_over(self, token: Token) -> None:
        """Skip the characters for older readers that stand after `\\uN`."""
        if token.kind != "words":
            self._spare -= 1
            return
        count = min(self._spare, len(token.text))
        self._spare -= count
        self._words(token.text[count:], token.start + count)

    def _brace(self, token: Token) -> None:
        self._spare = 0
        self._starred = False
        if token.text == "{":
            self._stack.append(self._state)
            self._state = msgspec.structs.replace(self._state)
            if self._state.room == "styles":
                self._entry, self._buffer = 0, []
        elif self._stack:
            closed, self._state = self._state, self._stack.pop()
            self._close(closed, token)
        else:
            self.broken = True

    def _close(self, closed: _State, token: Token) -> None:
        """What the end of a group completes: a style's name, a fact, a note."""
        words = "".join(self._buffer).strip().rstrip(";").strip()
        if closed.room == "styles":
            if words:
                self._names[self._entry] = words.lower()
            self._buffer = []
        elif closed.room in _FACTS:
            if words:
                self.facts.append((closed.room, words))
            self._buffer = []
        elif closed.note and not self._state.note:
            self._state.note = True
            self._end_paragraph(token.start, token.start)
            self._state.note = False

    def _word(self, token: Token) -> None:
        """Obey a control word."""
        word, number, state = token.text, token.number, self._state
        if self._starred or word in _UNREAD:
            self._leave(word)
        elif state.room == "off":
            return
        elif word in ("pict", "shppict"):
            self._leave(word)
        elif word in _ROOMS:
            state.room = _ROOMS[word]
        elif state.room == "info":
            state.room = word if word in _FACTS else "info"
            self._buffer = []
        elif word == "footnote":
            state.note = True
        elif word in WORDS:
            self._emit(WORDS[word], token.start, token.end, False)
        elif word in _ENDS and not state.room:
            self._end_paragraph(token.start, token.end)
        elif word == "u":
            self._unicode(code_unit(number), token)
        else:
            self._format(word, number)

    def _leave(self, word: str) -> None:
        """Read no word of this group."""
        state = self._state
        if word in ("pict", "shppict") and state.room != "off":
            self.pictures += 1
        if word == "shpinst":
            self.unread.add("the text boxes")
        self._starred = False
        state.room = "off"

    def _format(self, word: str, number: int | None) -> None:
        """Note what a control word says of the characters or the paragraph after it."""
        state, on = self._state, number != 0
        here = self._note if state.note else self._main
        if word in ("b", "i") or word.startswith("ul"):
            name = {"b": "bold", "i": "italic"}.get(word, "underline")
            state.styles = state.styles | {name} if on and word != "ulnone" else state.styles - {name}
        elif word == "plain":
            state.styles, state.hidden, state.codec = frozenset(), False, ""
        elif word == "v":
            state.hidden, self.hidden = on, self.hidden + on
        elif word == "deleted":
            state.deleted, self.deletions = on, self.deletions + on
        elif word == "uc":
            state.replaced = number or 0
        elif word == "pard":
            here.style, here.level = "", 0
        elif word == "outlinelevel":
            here.level = (number or 0) + 1 if (number or 0) < 6 else 0
        elif word == "s":
            self._style(number or 0, here)
        else:
            self._tables(word, number)

    def _style(self, number: int, here: Paragraph) -> None:
        """Note a paragraph's style, or the number of a style that the style sheet is about to name."""
        if self._state.room == "styles":
            self._entry = number
            return
        here.style = self._names.get(number, "")
        heading = _LEVEL.match(here.style)
        here.level = int(heading[1]) if heading else 0

    def _tables(self, word: str, number: int | None) -> None:
        """Note what a control word says of fonts and code pages."""
        state = self._state
        if word == "f":
            self._font = number or 0
            state.codec = self._fonts.get(self._font, "")
        elif word == "fcharset" and state.room == "fonts":
            self._fonts[self._font] = font_codec(number)
        elif word == "cpg" and state.room == "fonts":
            self._fonts[self._font] = code_page(number)
        elif word == "ansicpg":
            self._codec = code_page(number)
        elif word in ("mac", "pc", "pca"):
            self._codec = {"mac": "mac_roman", "pc": "cp437", "pca": "cp850"}[word]

    def _symbol(self, token: Token) -> None:
        """Obey a control symbol."""
        if token.text == "*":
            self._starred = True
        elif token.text in "\r\n" and not self._state.room:
            self._end_paragraph(token.start, token.end)
        elif token.text in SYMBOLS:
            self._emit(SYMBOLS[token.text], token.start, token.end, False)

    def _words(self, words: str, start: int) -> None:
        """Take characters that stand as they are; those beyond ASCII are bytes of the code page."""
        if self._pending:
            self._byte(ord(words[0]), start, start + 1)
            words, start = words[1:], start + 1
        for found in re.finditer(r"[\x00-\x7f]+|[\x80-\xff]", words):
            at = start + found.start()
            if found[0] < "\x80":
                self._emit(found[0], at, start + found.end(), True)
            else:
                self._byte(ord(found[0]), at, at + 1)

    def _byte(self, byte: int, start: int, end: int) -> None:
        """Take a byte of the code page; two may make one character."""
        decoder, first = self._pending or (
            codecs.getincrementaldecoder(self._state.codec or self._codec)("replace"),
            start,
        )
        shown = decoder.decode(bytes([byte]))
        self._pending = None if shown else (decoder, first)
        self._emit(shown, first, end, False)

    def _unicode(self, unit: int, token: Token) -> None:
        """Take a UTF-16 code unit; two surrogates make one character."""
        self._spare = self._state.replaced
        start = token.start
        if 0xD800 <= unit < 0xDC00:
            self._high = (unit, start)
            return
        character = chr(unit)
        if 0xDC00 <= unit < 0xE000:
            if self._high:
                character = chr(0x10000 + ((self._high[0] - 0xD800) << 10) + unit - 0xDC00)
                start = self._high[1]
            else:
                character = "\ufffd"
        self._high = None
        self._emit(character, start, token.end, False)

    def _emit(self, shown: str, start: int, end: int, verbatim: bool) -> None:
        """Put characters where the words of this group go."""
        state = self._state
        if not shown or state.room in ("off", "fonts", "info"):
            return
        if state.room:
            self._buffer.append(shown)
        elif not (state.hidden or state.deleted):
            here = self._note if state.note else self._main
            here.pieces.append(Piece(shown, place(start, end), verbatim, state.styles))

    def _end_paragraph(self, start: int, end: int) -> None:
        """Close the paragraph at a `\\par` that stands from `start` to `end`; the next one begins in its
        style.
        """
        note = self._state.note
        here = self._note if note else self._main
        here.here, here.gap = place(start, start), place(start, end)
        following = _paragraph()
        following.style, following.level = here.style, here.level
        if note:
            here.declared, here.why, here.counts = PartKind.END_NOTE, "a footnote", False
            self._notes.append(here)
            self._note = following
        else:
            self.paragraphs.append(here)
            self._main = following


def _paragraph() -> Paragraph:
    """A paragraph without words; where it ends is not known yet."""
    return Paragraph(place(0, 0), place(0, 0))
