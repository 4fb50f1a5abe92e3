"""What the program knows of other languages: read-only tables, two files for each language, and the keys they go by.

`training/foreign/` makes the tables; `docs/foreign.md` says from what, under which licence.
"""

from fabula.packs.keys import ROMANISED, key_of, loose_key_of, phrase_key, plain, split_words
from fabula.packs.phrasebook import Book, Entry, Line, Pattern, read_book
from fabula.packs.romanise import romanised, scheme_of
from fabula.packs.shelf import Shelf, Word, all_forms, common_keys, look_up, open_shelf

__all__ = [
    "ROMANISED",
    "Book",
    "Entry",
    "Line",
    "Pattern",
    "Shelf",
    "Word",
    "all_forms",
    "common_keys",
    "key_of",
    "look_up",
    "loose_key_of",
    "open_shelf",
    "phrase_key",
    "plain",
    "read_book",
    "romanised",
    "scheme_of",
    "split_words",
]
