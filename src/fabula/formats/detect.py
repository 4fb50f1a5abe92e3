"""Which format a file is in, by its content first and its suffix second, and the story read from it."""

import pkgutil
from collections.abc import Iterator
from importlib import import_module
from pathlib import PurePath
from typing import Protocol, cast

import msgspec

from fabula.errors import UnknownFormat, UnreadableFile
from fabula.files import MOST_BYTES, too_large
from fabula.story import Story

MOST_CHARACTERS = 24_000_000
"""The longest text we read, in code points: about four million words."""
_HEAD = 65_536
_SAVE_AS = "Open it in your word processor and save it as .docx, .odt or plain text."


class Format(Protocol):
    """What a format module offers; a module of this package without these names is an internal.

    `sniff` is true where the content can be nothing else (a signature, a tag); `head` is the first 64 KB of
    the file, for a zip archive followed by its last 64 KB, where its list of files stands. A module with
    `ANY_TEXT = True` reads any text when the suffix asks for it.
    """

    SUFFIXES: tuple[str, ...]

    def sniff(self, head: bytes) -> bool:
        """True where these first bytes are of this format."""
        ...

    def read(self, data: bytes, name: str) -> Story:
        """The story in the file."""
        ...


def formats() -> Iterator[tuple[str, Format]]:
    """Every format by name, in the order of names, found by walking this package."""
    package = __name__.rpartition(".")[0]
    for found in pkgutil.iter_modules(import_module(package).__path__):
        module = import_module(f"{package}.{found.name}")
        if all(hasattr(module, name) for name in ("SUFFIXES", "sniff", "read")):
            yield found.name, cast(Format, module)


def check_size(size: int, name: str) -> None:
    """Nothing, for a file of a sane size in bytes; ask before you read it whole. Raises UnreadableFile."""
    if size > MOST_BYTES:
        raise too_large(name)


def read_story(data: bytes, name: str) -> Story:
    """The story in a file with these bytes and this name, whatever its suffix claims.

    A wrong suffix becomes a notice. Raises UnreadableFile where the file is empty, too large or broken,
    UnknownFormat where no format recognises it.
    """
    check_size(len(data), name)
    if not data.strip(b" \t\r\n\v\f\0\xef\xbb\xbf\xff\xfe"):
        raise UnreadableFile(f"{name} is empty.", "Save the story into it and try again.")
    head = data[:_HEAD] + (data[_HEAD:][-_HEAD:] if data.startswith(b"PK") else b"")
    kinds = dict(formats())
    suffix = PurePath(name).suffix.lower()
    chosen = _choose(kinds, head, suffix, name)
    story = kinds[chosen].read(data, name)
    _check_text(story, name)
    claimed = next((kind for kind, module in kinds.items() if suffix in module.SUFFIXES), "")
    if claimed and claimed != chosen:
        wrong = f"The name ends in {suffix}, but the file holds {_called(chosen)}; I read it as that."
        return msgspec.structs.replace(story, notices=(wrong, *story.notices))
    return story


def _choose(kinds: dict[str, Format], head: bytes, suffix: str, name: str) -> str:
    """The name of the format: by signature; any text by its suffix; else plain text."""
    from fabula.story.encoding import is_text

    for kind, module in kinds.items():
        if module.sniff(head):
            return kind
    hint = _known_stranger(head)
    if hint or not is_text(head):
        raise UnknownFormat(f"{name} is {hint or 'not a text'}.", _SAVE_AS)
    for kind, module in kinds.items():
        if suffix in module.SUFFIXES and getattr(module, "ANY_TEXT", False):
            return kind
    return "txt"


def _check_text(story: Story, name: str) -> None:
    """Raise UnreadableFile where there are no words to read, or far too many."""
    if not story.text.strip():
        raise UnreadableFile(f"{name} is empty: there are no words in it.", "Save the story into it and try again.")
    if len(story.text) > MOST_CHARACTERS:
        raise UnreadableFile(
            f"{name} holds {len(story.text) // 1_000_000} million characters; the most that can be read is "
            f"{MOST_CHARACTERS // 1_000_000} million.",
            "Split it into books or parts and review them one by one.",
        )


def _called(kind: str) -> str:
    """What a format is called in a sentence."""
    names = {
        "txt": "plain text",
        "docx": "a Word document",
        "odt": "an OpenDocument text",
        "markdown": "Markdown",
    }
    return names.get(kind, kind.upper())


def _known_stranger(head: bytes) -> str:
    """What a file is that we do not read, by its signature ("a PDF"); "" where we do not know it."""
    signatures = (
        (b"%PDF-", "a PDF, which keeps the look of the pages but not the paragraphs"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Word document (.doc)"),
        (b"\x89PNG", "a picture"),
        (b"\xff\xd8\xff", "a picture"),
        (b"GIF8", "a picture"),
        (b"MZ", "a program"),
        (b"\x7fELF", "a program"),
        (b"\xffWPC", "a WordPerfect document"),
        (b"\x1f\x8b", "a packed archive"),
        (b"7z\xbc\xaf", "a packed archive"),
        (b"Rar!", "a packed archive"),
        (b"SQLite format 3", "a database"),
        (b"PK\x03\x04", "an archive that holds no Word, OpenDocument or EPUB story"),
        (b"PK\x05\x06", "an empty archive"),
    )
    for signature, words in signatures:
        if head.startswith(signature) and (signature != b"MZ" or b"\0" in head):
            return words
    if head[60:68] in (b"BOOKMOBI", b"TEXtREAd"):
        return "a Kindle book"
    start = head[:2000]
    if b"<office:document" in start or b"<pkg:package" in start or b"<w:wordDocument" in start:
        return "a word processor's document saved as one XML file"
    return ""
