"""Readers of corpora and what is made of them."""

import random

from training.data.augment import drop_marks, replace_marks, swap_pronouns, vary
from training.data.conllu import read_conllu
from training.data.document import Document, GoldMention, GoldQuotation, plain_text
from training.data.litbank import book_paragraphs
from training.data.sentences import mend_sentences

TREEBANK = """# newdoc id = d
# newpar
1-2\tDon't\t_\t_\t_\t_\t_\t_\t_\tSpaceAfter=No
1\tDo\tdo\tAUX\t_\t_\t3\taux\t_\t_
2\tn't\tnot\tPART\t_\t_\t3\tadvmod\t_\t_
3\t!\t!\tPUNCT\t_\t_\t0\troot\t_\t_

# newpar
1\tGo\tgo\tVERB\t_\t_\t0\troot\t_\t_

"""

SPEECH = Document(
    "s",
    tuple(['"', "Wait", "!", '"', "she", "said", ".", '"', "Her", "dog", ".", '"']),
    (0, 3, 6, 10),
    (0,),
    mentions=(GoldMention(4, 5, 0, 2, "a"), GoldMention(8, 10, 0, 1, "b"), GoldMention(8, 9, 0, 2, "a")),
    quotations=(GoldQuotation(0, 4, "a"), GoldQuotation(7, 12, "a")),
)


def test_treebank_and_its_text(tmp_path):
    path = tmp_path / "d.conllu"
    path.write_text(TREEBANK, "utf-8")
    (document,) = read_conllu(path)
    assert document.syntax is not None
    assert (document.sentence_starts, document.paragraph_starts, document.syntax.heads) == (
        (0, 3),
        (0, 3),
        (2, 2, -1, -1),
    )
    text, places = plain_text(document)
    assert text.strip() == "Don't!\n\nGo"
    assert [text[a:b] for a, b in places] == list(document.words)


def test_paragraphs_of_the_printed_book():
    assert book_paragraphs(("Go", "on", "!", "Why"), "I\n\nGo\non!\n\n  Why?") == (0, 3)
    assert book_paragraphs(("Stop",), "Go on!") is None


def test_sentences_are_mended():
    assert mend_sentences(SPEECH).sentence_starts == (0, 6, 10) or mend_sentences(SPEECH).sentence_starts == (0, 6)


def test_marks_change_and_go():
    assert replace_marks(SPEECH, "«", "»").words[:4] == ("«", "Wait", "!", "»")
    bare = drop_marks(SPEECH)
    assert bare.words == tuple(["Wait", "!", "she", "said", ".", "Her", "dog", "."])
    assert [bare.words[q.start : q.end] for q in bare.quotations] == [("Wait", "!"), ("Her", "dog", ".")]
    assert [bare.words[m.start : m.end] for m in bare.mentions] == [("she",), ("Her", "dog"), ("Her",)]


def test_pronouns_of_one_character_change_by_their_case():
    words = swap_pronouns(SPEECH, random.Random(1)).words
    assert (words[4], words[8]) in (("they", "Their"), ("xe", "Xyr"))


def test_variation_keeps_every_label_on_a_word():
    for seed in range(50):
        varied = vary(SPEECH, random.Random(seed))
        assert all(0 <= m.start < m.end <= len(varied.words) for m in varied.mentions)
