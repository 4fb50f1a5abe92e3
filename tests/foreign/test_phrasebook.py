"""The phrasebooks are tables in one shape, and never call a right form wrong."""

import re
import unicodedata
from pathlib import Path

import pytest


def words(line):
    return set(line.split())


FOLDER = Path(__file__).parents[2] / "training" / "foreign" / "phrasebook"
BOOKS = sorted(FOLDER.glob("*.tsv"))
COLUMNS = ["native", "romanised", "gloss", "kind", "register", "variants", "wrong"]
LONG = {"ru", "uk", "fr", "es", "de", "it", "pt", "la", "ja"}
OTHER_SCRIPTS = {"ru", "uk", "ja", "zh", "ko", "el", "ar", "hi", "ur", "yi"}
KINDS = words(
    "endearment greeting farewell curse kin title oath order thanks toast prayer motto apology "
    "question answer feeling exclamation statement"
)
REGISTERS = words("tender plain polite formal familiar rude vulgar religious archaic")
WHO = words("to-woman to-man to-many speaker-woman speaker-man formal familiar plural")
FAULTS = words("spelling agreement form literal address word-order article particle")

each_book = pytest.mark.parametrize("book", BOOKS, ids=lambda book: book.stem)


def rows(book):
    lines = book.read_text(encoding="utf-8").splitlines()
    return [dict(zip(COLUMNS, line.split("\t"), strict=True)) for line in lines[1:]]


def listed(cell, mark):
    return [part.strip() for part in cell.split(mark)] if cell else []


def faults(row):
    return [wrong.partition(" => ")[::2] for wrong in listed(row["wrong"], " | ")]


def variants(row):
    return [variant.partition("=")[::2] for variant in listed(row["variants"], " | ")]


def letters(form):
    """A form as a reader compares it: no capitals, no punctuation, its accents kept."""
    return " ".join(re.sub(r"[^\w\s]", "", form.casefold()).split())


def bare(form):
    """The form as someone types it who leaves every accent out, which is no fault."""
    return letters("".join(sign for sign in unicodedata.normalize("NFD", form) if not unicodedata.combining(sign)))


def right_forms(row):
    """Every right spelling a row gives: its own, and its variants' in both scripts."""
    own = [row["native"], *listed(row["romanised"], " / ")]
    for _, form in variants(row):
        native, _, romanised = form.removesuffix(")").partition(" (")
        own += [native, *listed(romanised, " / ")]
    return own


def test_there_are_phrasebooks():
    assert BOOKS


@each_book
def test_a_phrasebook_is_a_table_of_composed_text(book):
    text = book.read_text(encoding="utf-8")
    assert unicodedata.is_normalized("NFC", text)
    lines = text.splitlines()
    assert lines[0].split("\t") == COLUMNS
    assert [line for line in lines if line.count("\t") != len(COLUMNS) - 1] == []
    assert len(lines) > (150 if book.stem in LONG else 50)


@each_book
def test_every_phrase_is_listed_once_with_its_meaning_and_use(book):
    table = rows(book)
    natives = [row["native"].casefold() for row in table]
    assert sorted({native for native in natives if natives.count(native) > 1}) == []
    assert [row for row in table if not (row["native"].strip() and row["gloss"].strip())] == []
    assert {row["kind"] for row in table} <= KINDS
    assert {row["register"] for row in table} <= REGISTERS


@each_book
def test_only_other_scripts_are_romanised(book):
    romanised = {bool(row["romanised"]) for row in rows(book)}
    assert romanised == {book.stem in OTHER_SCRIPTS}


@each_book
def test_variants_and_faults_are_named_and_explained(book):
    table = rows(book)
    assert {who for row in table for who, _ in variants(row)} <= WHO
    assert [row["native"] for row in table for _, form in variants(row) if not form] == []
    told = [(form, *why.partition(": ")[::2]) for row in table for form, why in faults(row)]
    assert [one for one in told if not (one[0] and one[1] in FAULTS and one[2])] == []


@each_book
def test_no_form_is_called_wrong_that_is_right_elsewhere_in_the_book(book):
    table = rows(book)
    right = {said(form) for row in table for form in right_forms(row) for said in (letters, bare)}
    assert [form for row in table for form, _ in faults(row) if letters(form) in right] == []
