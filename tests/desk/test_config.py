import pytest

from fabula import desk
from fabula.desk.config import Settings, settings_beside, settings_in
from fabula.desk.intents import declared_intents
from fabula.errors import BadConfig


def settings(tmp_path, text):
    (tmp_path / "fabula.toml").write_text(text, "utf-8")
    return settings_beside(tmp_path / "story.txt")


def test_no_file_means_default_settings(tmp_path):
    assert settings_beside(tmp_path / "story.txt") == Settings()


def test_every_setting_is_read(tmp_path):
    found = settings(
        tmp_path,
        'select = ["slips.*"]\nignore = ["slips.tag"]\nwords = ["Zhenya"]\ndismissed = ["c0ffee"]\n'
        'intents = ["no beta", {text = "old spelling", silences = ["slips.spelling"]}]\n[checks."slips.x"]\nleast = 3\n',
    )
    assert found.select == ("slips.*",)
    assert found.words == ("Zhenya",)
    assert found.checks == {"slips.x": {"least": 3}}
    assert declared_intents(found)[-1].silences == ("slips.spelling",)


@pytest.mark.parametrize("text", ["selct = []\n", "words = 3\n", "words = [\n", "\xff"])
def test_what_makes_no_sense_is_refused_in_one_line(tmp_path, text):
    (tmp_path / "fabula.toml").write_bytes(text.encode("latin-1"))
    with pytest.raises(BadConfig) as refusal:
        settings_in(tmp_path / "fabula.toml")
    assert "\n" not in str(refusal.value)


def test_a_plain_sentence_is_read_as_a_note_would_be():
    (intent,) = declared_intents(Settings(intents=("The names are withheld on purpose.",)))
    assert intent.silences
    assert intent.span is None


def test_a_sentence_we_do_not_understand_is_kept_and_silences_nothing():
    (intent,) = declared_intents(Settings(intents=("Blue is the colour of the ninth door.",)))
    assert intent.silences == ()


def test_unknown_settings_of_a_check_are_refused():
    with_config = [check for check in desk.find_checks() if check.config]
    for check in with_config:
        reading = desk.read(desk.story_from(b"It rained.\n", "rain.txt"))
        with pytest.raises(BadConfig, match=check.name):
            desk.review_reading(reading, Settings(checks={check.name: {"no-such-setting": 1}}))
