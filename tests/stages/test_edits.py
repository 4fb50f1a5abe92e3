"""What the tagger doubts, told: spans and words that mend the sentence, silence where the story means it."""

import pytest

from fabula import desk

TOOLS = {}


def edits_of(text):
    story = desk.story_from(text.encode(), "a.txt")
    return [
        (text[edit.span.start : edit.span.end], edit.suggestions[0], edit.kind)
        for edit in desk.read(story, tools=TOOLS).edits.items
    ]


@pytest.mark.parametrize(
    ("text", "edit"),
    [
        (
            "She did not want go home before it was dark, and nobody asked her to.",
            ("want go", "want to go", "missing-word"),
        ),
        ("They put the box on the a table and went out to look for the dog.", ("a table", "table", "extra-word")),
        ("The dog had lost it’s collar somewhere in the wood.", ("it’s", "its", "apostrophe")),
        ("I saw him my self, and I tell you he was not alone.", ("my self", "myself", "spacing")),
        ("It had never began to rain before noon, not in those years.", ("began", "begun", "verb-form")),
        ("The shutters on the left was open when she came in from the yard.", ("was", "were", "verb-form")),
    ],
)
def test_a_slip_is_mended_in_place(text, edit):
    assert edits_of(text) == [edit]


@pytest.mark.parametrize(
    "text",
    [
        "“We was only lookin’, sir,” said the boy. “I ain’t never want go home.”",
        "If the soup were cold, she would say so. Ten years is a long time, and the news was bad.",
        "“I was only going to—” she said. “They told me the—never mind.”",
    ],
)
def test_what_is_meant_is_left_alone(text):
    assert edits_of(text) == []
