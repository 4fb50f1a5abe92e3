"""The plain lines of a comment."""

from sample_review import comment_on

from fabula.outputs.wording import lines_of, signature_of
from fabula.review import Evidence
from fabula.story import Span

TEXT = "Her eyes were green.\n\n" + "word " * 60 + "end."


def test_message_suggestions_evidence_and_signature():
    evidence = (Evidence(Span(0, 20), "chapter 1 says"),)
    comment = comment_on(Span(22, 26), "slips.sample", "Blue here?", "green", "grey", evidence=evidence)
    assert lines_of(comment, TEXT) == [
        "Blue here?",
        "Perhaps: “green” or “grey”",
        "chapter 1 says: “Her eyes were green.”",
    ]
    assert signature_of(comment) == f"slips.sample · {comment.id}"


def test_long_evidence_is_cut_in_the_middle_and_keeps_to_one_line():
    evidence = (Evidence(Span(0, len(TEXT)), "before"),)
    line = lines_of(comment_on(Span(0, 3), "slips.sample", "Hm.", evidence=evidence), TEXT)[1]
    assert line.startswith("before: “Her eyes were green. word") and line.endswith("word end.”")
    assert " … " in line and "\n" not in line and len(line) < 140
