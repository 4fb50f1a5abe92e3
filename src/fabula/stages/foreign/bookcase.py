"""The phrasebooks as they are searched, and what each language knows of a word."""

import msgspec

from fabula.packs import Book, Shelf, Word, key_of, look_up, open_shelf, phrase_key, plain, read_book, split_words


class Library(msgspec.Struct, frozen=True):
    """The tables of all languages. What has been looked up is remembered: books, readings, keys and weights of words, common
    words and nearest words. Each follows from the tables alone, so that two stories, or two threads, may share them.
    """

    shelf: Shelf
    books: dict[str, Book] = {}
    known: dict[tuple[str, str], tuple[Word, ...]] = {}
    keys: dict[tuple[str, str], str] = {}
    weighed: dict[tuple[str, str], float] = {}
    common: dict[str, tuple[str, ...]] = {}
    near: dict[tuple[str, str], str | None] = {}


def open_library() -> Library:
    """The phrasebooks and tables that the program comes with. Nothing is opened before a word asks for it."""
    return Library(open_shelf())


def book_of(library: Library, language: str) -> Book:
    """The phrasebook of a language, read the first time."""
    if language not in library.books:
        library.books[language] = read_book(library.shelf, language)
    return library.books[language]


def word_key(library: Library, language: str, low: str) -> str:
    """The key of a word in a language, made once: the hyphens of a compound do not count."""
    if (language, low) not in library.keys:
        library.keys[language, low] = phrase_key(low, language)
    return library.keys[language, low]


def readings(library: Library, language: str, low: str) -> tuple[Word, ...]:
    """What a language knows of a word, the commonest reading first."""
    if (language, low) not in library.known:
        library.known[language, low] = look_up(library.shelf, language, key_of(low, language))
    return library.known[language, low]


def unaccented(words: str) -> str:
    """The words in small letters without accents or marks: for comparing spellings."""
    return " ".join(split_words(plain(words)))
