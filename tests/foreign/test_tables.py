"""The tables are small, hold what the phrasebooks say, and are opened when a word asks for them."""

from concurrent.futures import ThreadPoolExecutor
from importlib.resources import files
from pathlib import Path

import pytest
from training.foreign import phrasebook

from fabula.packs import all_forms, common_keys, look_up, open_shelf, read_book
from fabula.stages.foreign.bookcase import open_library

TABLES = Path(str(files("fabula.packs") / "data"))
LARGEST = 15_000_000
"""Bytes: what the tables may add to the program."""


def test_twenty_languages_take_little_room():
    assert len(open_shelf().languages) == 20
    assert sum(path.stat().st_size for path in TABLES.iterdir()) < LARGEST


@pytest.mark.parametrize("language", open_shelf().languages)
def test_the_program_has_the_phrasebook_as_it_is_written(language, tmp_path):
    assert phrasebook.write(language, tmp_path).read_bytes() == (TABLES / f"{language}.phrases").read_bytes()


def test_nothing_is_opened_before_a_word_asks_for_it():
    library = open_library()
    assert (library.shelf.opened, library.books) == ({}, {})
    assert look_up(library.shelf, "fr", "maison")
    assert list(library.shelf.opened) == ["fr"]


def test_a_word_has_all_its_readings_and_a_lemma_all_its_forms():
    shelf = open_shelf()
    readings = look_up(shelf, "ru", "lubimaa")
    assert {(one.form, one.lemma, one.tags) for one in readings} >= {("любимая", "любимый", "a.f.s.nom..")}
    assert {one.form for one in all_forms(shelf, "ru", "любимый")} >= {"любимый", "любимого", "любимыми"}
    assert [one.often for one in readings] == sorted((one.often for one in readings), reverse=True)


def test_common_words_are_those_that_have_a_grammar():
    shelf = open_shelf()
    keys = common_keys(shelf, "fr", 5.0)
    assert "maison" in keys
    assert all(any(word.tags for word in look_up(shelf, "fr", key)) for key in keys)


def test_a_language_without_a_table_or_a_book_knows_nothing():
    shelf = open_shelf()
    assert look_up(shelf, "ar", "habibi") == ()
    assert read_book(shelf, "xx").right == {}


def test_two_threads_read_the_same():
    shelf = open_shelf()
    with ThreadPoolExecutor(8) as pool:
        found = list(pool.map(lambda _: look_up(shelf, "de", "haus"), range(64)))
    assert len(set(found)) == 1
    assert found[0]
