"""The BookNLP layout: columns, numbers that point at words, and nobody else's files overwritten."""

import csv
import io
import json
from pathlib import Path

import pytest

from fabula import desk
from fabula.errors import BadConfig
from fabula.outputs.booknlp import booknlp_files
from fabula.outputs.ledger import ledger
from fabula.reading import Reading

STORY = """Mara put down the lamp. "Who is there?" asked Mara.

"Only me," said Corin. He took her hand.
"""


@pytest.fixture(scope="module")
def reading() -> Reading:
    return desk.read(desk.story_from(STORY.encode(), "lamp.txt"))


def rows(files: dict[str, bytes], suffix: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(files[f"lamp.{suffix}"].decode()), delimiter="\t", quoting=csv.QUOTE_NONE))


def test_tokens_stand_where_they_say(reading: Reading) -> None:
    tokens = rows(booknlp_files(reading, "lamp"), "tokens")
    assert len(tokens) > 20
    for number, token in enumerate(tokens):
        assert int(token["token_ID_within_document"]) == number
        assert STORY[int(token["byte_onset"]) : int(token["byte_offset"])] == token["word"]
    assert [token["paragraph_ID"] for token in tokens if token["word"] in ("Mara", "Corin")] == ["0", "0", "1"]


def test_entities_and_quotes_point_at_their_words(reading: Reading) -> None:
    files = booknlp_files(reading, "lamp")
    words = [token["word"] for token in rows(files, "tokens")]
    people = {
        one["text"]: one["COREF"] for one in rows(files, "entities") if one["prop"] == "PROP" and one["cat"] == "PER"
    }
    for one in rows(files, "entities"):
        assert words[int(one["start_token"])] == one["text"].split()[0]
    asked, answered = rows(files, "quotes")
    assert asked["quote"] == '"Who is there?"' and words[int(asked["quote_start"]) + 1] == "Who"
    assert (asked["char_id"], answered["char_id"]) == (people["Mara"], people["Corin"])
    assert asked["mention_phrase"] == "Mara"


def test_the_book_tells_what_people_do(reading: Reading) -> None:
    book = json.loads(booknlp_files(reading, "lamp")["lamp.book"])
    deeds = {
        person["mentions"]["proper"][0]["n"]: [deed["w"] for deed in person["agent"]] for person in book["characters"]
    }
    assert "put" in deeds["Mara"] and "took" in deeds["Corin"]


def test_files_of_others_are_left_alone(reading: Reading, tmp_path: Path) -> None:
    paths = desk.deliver_booknlp(reading, "lamp", tmp_path)
    assert desk.deliver_booknlp(reading, "lamp", tmp_path) == paths
    paths[0].write_text("mine")
    with pytest.raises(BadConfig):
        desk.deliver_booknlp(reading, "lamp", tmp_path)
    assert paths[0].read_text() == "mine"


def test_the_ledger_says_who_uses_a_name_first(reading: Reading) -> None:
    entries = {entry.name: entry for entry in ledger(reading)}
    assert entries["Mara"].names[0].times == 2 and entries["Mara"].names[0].by == ""
    assert entries["Mara"].words_spoken == 3 and entries["Corin"].words_spoken == 2
    assert entries["Mara"].scenes == (0,)
