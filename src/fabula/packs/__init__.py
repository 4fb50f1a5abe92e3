"""What the program knows of other languages: read-only tables, one file for each language, and the keys they go by.

`training/foreign/` makes the tables; `docs/foreign.md` says from what, under which licence.
"""

from fabula.packs.keys import ROMANISED, key_of, loose_key_of, plain
from fabula.packs.romanise import romanised, scheme_of
from fabula.packs.shelf import (
    Entry,
    Pattern,
    Shelf,
    Word,
    all_forms,
    common_keys,
    entries_of,
    look_up,
    open_shelf,
    patterns_of,
)

__all__ = [
    "ROMANISED",
    "Entry",
    "Pattern",
    "Shelf",
    "Word",
    "all_forms",
    "common_keys",
    "entries_of",
    "key_of",
    "look_up",
    "loose_key_of",
    "open_shelf",
    "patterns_of",
    "plain",
    "romanised",
    "scheme_of",
]
