"""Foreign phrases found, read and checked, sentence by sentence."""

import pytest

from fabula.reading import Verdict
from fabula.stages.foreign.bookcase import open_library
from fabula.stages.foreign.likelihood import Known
from fabula.stages.phrases import phrases_in
from fabula.stages.wordlist import fiction_words, rare_words
from fabula.story import Span

UNSPELT = frozenset(("dankke", "spaseebo", "gratzie", "geschlagen", "nomine"))


@pytest.fixture(scope="module")
def find():
    library, known = open_library(), Known(fiction_words(), rare_words(), frozenset(), UNSPELT)

    def phrases(text):
        return phrases_in(text, (Span(0, len(text)),), (), library, known)

    return phrases


RIGHT = [
    ('"Moya sestra," he told them, "does not miss."', "Moya sestra", "ru", "моя сестра"),
    ('"Bonne nuit," she said, and put out the light.', "Bonne nuit", "fr", "bonne nuit"),
    ('"Buenos dias," said the driver.', "Buenos dias", "es", "buenos días"),
    ('"Arigatou gozaimasu," she said, bowing.', "Arigatou gozaimasu", "ja", "ありがとうございます"),
    ('"Gute Nacht," the old man said.', "Gute Nacht", "de", "gute Nacht"),
    ('"Gute Nacht, mein Schatz," the old man said.', "Gute Nacht, mein Schatz", "de", "gute Nacht mein Schatz"),
    ('"Yalla, habibi," said the driver.', "Yalla, habibi", "ar", "يلاحبيبي"),
    ('"Está muy lejos," said the driver.', "Está muy lejos", "es", "está muy lejos"),
    ('"Está en la casa," said the nun.', "Está en la casa", "es", "está en la casa"),
]


@pytest.mark.parametrize(("text", "said", "language", "native"), RIGHT)
def test_found_read_and_right(find, text, said, language, native):
    (phrase,) = find(text)
    assert (text[phrase.span.start : phrase.span.end], phrase.language) == (said, language)
    assert phrase.verdict is Verdict.RIGHT
    assert phrase.native.casefold().replace(" ", "") == native.casefold().replace(" ", "")
    assert phrase.gloss


WRONG = [
    ('"Moy babushka," he said, and wept.', "agreement", "Moya babushka"),
    ('"Horoshaya kot," she told the cat.', "agreement", "Horoshiy kot"),
    ('"Mi casa blanco," he said.', "agreement", "Mi casa blanca"),
    ('"Ma livre," said the boy.', "agreement", "Mon livre"),
    ('"La ami," he said, "is here."', "article", "L'ami"),
    ('"Die Buch," she said.', "article", "Das Buch"),
    ('"Ich sehe er," she said.', "form", "Ich sehe ihn"),
    ('"Nous parle trop," he said.', "form", "Nous parlons trop"),
    ('"Elle est soif," he said.', "literal", "Elle a soif"),
    ('"Tengo veinte anos," he said.', "spelling", "Tengo veinte años"),
    ('"Soy perdido," he said.', "form", "Estoy perdido"),
    ('"Ona govorish," he said.', "form", "Ona govorit"),
    ('"Bez tebe," she wrote.', "form", "Bez tebya"),
    ('"Mit mich," he said.', "form", "Mit mir"),
    ('"Tsuyoi na hito," she said.', "particle", "Tsuyoi hito"),
    ('"Mo cailín," he said.', "form", "Mo chailín"),
    ('"Ma mére," she said, "is dead."', "spelling", "Ma mère"),
    ('"Ich liebe dir," the boy said.', "form", "Ich liebe dich"),
    ('"Ich bin gegangen nach Hause," she said.', "word-order", "Ich bin nach Hause gegangen"),
    ('"Sono freddo," she said, and shivered.', "literal", "Ho freddo"),
    ('"Tá mé ocras," said the child.', "literal", "Tá ocras orm"),
    ('"Ik ben honger," said the child.', "literal", "Ik heb honger"),
    ('"Ya imeyu brata," he said.', "literal", "U menya yest brat"),
    ('"In nomine pater," he muttered, and crossed himself.', "form", "In nomine patris"),
    ('"Ona krasivyy," he said.', "agreement", "Ona krasivaya"),
    ('"Cum fratrem meum," he wrote.', "form", "Cum fratre meo"),
    ('"Wo shi gaoxing," she said, yawning.', "literal", "Wo hen gaoxing"),
    ('"Não está com mim," she said.', "form", "Não está comigo"),
    ('"Eto dlya yeyo," he said.', "form", "Eto dlya neyo"),
    ('"Sono molto freddo," she said.', "literal", "Ho molto freddo"),
    ('"Estoy muy embarazada," she said, blushing.', "literal", "Me da mucha vergüenza"),
]


@pytest.mark.parametrize(("text", "problem", "mended"), WRONG)
def test_what_does_not_go_together_is_shown_and_mended(find, text, problem, mended):
    (phrase,) = find(text)
    assert (phrase.verdict, phrase.problem) == (Verdict.WRONG, problem)
    assert phrase.suggestions[0] == mended
    assert phrase.evidence


QUIET = [
    "Ivan and Katerina Petrovna walked along the Neva.",
    "It was déjà vu, a faux pas, and his fiancée knew it.",
    '"Grrrr," said the dog. "Tsk," said she.',
    '"Ulgrath hungers," said Ulgrath of Thornwythe.',
    "Her freind had alot of experiance with horsees.",
    "\"Me an' him was jus' settin' there,\" he said.",
    "The grey cat sat in the sun, and the man was come again.",
]


@pytest.mark.parametrize("text", QUIET)
def test_what_is_english_after_all_is_let_be(find, text):
    assert find(text) == []


def test_a_claim_needs_every_reading_to_disagree(find):
    for text in (
        '"Mon amie," he said.',
        '"La mano," she said.',
        '"El agua," he said.',
        '"Ferme la porte," he said.',
        '"Puis-je espérer?" he said.',
        '"Er hat mir geholfen," she said.',
        '"Jal jayo," she said, and put out the light.',
        '"Namaste, ji," he said, bowing.',
        '"Qué pasa, amigo," he said.',
        '"Bonne soiree," he said.',
    ):
        assert all(phrase.verdict is not Verdict.WRONG for phrase in find(text)), text


def test_what_stands_inside_a_phrase_that_english_has_is_no_phrase(find):
    assert not find("They served coq au vin, then the crème de la crème of cheeses.")


def test_a_verb_by_itself_is_not_called_right(find):
    (phrase,) = find('"Yameru!" he shouted.')
    assert phrase.verdict is Verdict.UNCHECKED
