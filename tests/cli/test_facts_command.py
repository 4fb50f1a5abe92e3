STORY = "Marta Keller had grey eyes. Marta sold fish. The clock in the hall had stopped.\n"


def test_facts_tells_what_is_said_of_whom_and_where(fabula, tmp_path):
    (tmp_path / "fish.txt").write_text(STORY, "utf-8")
    done = fabula("facts", "fish.txt")
    said = done.stdout.decode()
    assert done.returncode == 0
    assert said.startswith("Marta Keller\n  eye colour: grey  “Marta Keller had grey eyes.” (scene 1)\n")
    assert "clock: stops" in said


def test_facts_of_nothing_is_one_line_and_exit_code_2(fabula):
    done = fabula("facts")
    assert done.returncode == 2
    assert done.stderr.decode().count("\n") == 1
