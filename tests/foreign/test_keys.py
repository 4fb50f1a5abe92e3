"""Every usual spelling of a word has one key; another word has another."""

import pytest

from fabula.packs import key_of, romanised, scheme_of

SAME = [
    ("ru", "любимая lyubimaya ljubimaja liubimaia lubimaya"),
    ("ru", "хороший khoroshiy horoshij khoroshii xoroshiy"),
    ("ru", "чёрта chyorta chorta cherta"),
    ("ru", "свидания svidaniya svidania svidanija"),
    ("uk", "моє moye"),
    ("ja", "ohayou ohayo ohayō"),
    ("de", "für fuer fur"),
    ("es", "mañana manana"),
    ("fr", "cœur coeur"),
    ("la", "iuvat juvat iuuat"),
    ("ko", "gamsahamnida kamsahamnida"),
    ("el", "αγάπη agapi"),
    ("ar", "inshallah insha'Allah"),
]
OTHER = [
    ("ru", "moya", "moy"),
    ("fr", "bon", "bonne"),
    ("ja", "desu", "deshita"),
    ("de", "der", "das"),
    ("es", "pero", "perro"),
]


@pytest.mark.parametrize(("language", "spellings"), SAME)
def test_one_word_has_one_key(language, spellings):
    assert len({key_of(word, language) for word in spellings.split()}) == 1


@pytest.mark.parametrize(("language", "one", "other"), OTHER)
def test_two_words_have_two(language, one, other):
    assert key_of(one, language) != key_of(other, language)


@pytest.mark.parametrize(
    ("written", "native", "expected"),
    [
        ("horoshaya", "хороший", "horoshiy"),
        ("khoroshaya", "хороший", "khoroshiy"),
        ("moja ljubov", "моя", "moja"),
        ("mal'chik", "мальчик", "mal'chik"),
        ("malchik", "мальчик", "malchik"),
    ],
)
def test_the_authors_own_romanisation(written, native, expected):
    assert romanised(native, "ru", scheme_of(written)) == expected
