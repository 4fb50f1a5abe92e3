"""What an author's note declares silences the checks there really are."""

from fnmatch import fnmatchcase

import pytest

from fabula import desk

NOTES = {
    "There are no quotation marks on purpose.": {"slips.unclosed-quotation", "slips.missing-stop", "slips.tag-comma"},
    "The misspellings are on purpose, he can't spell.": {"slips.spelling", "names.misspelt"},
    "All the repetition is deliberate.": {"slips.doubled-word"},
    "British and American spelling is mixed, sorry, not Brit-picked!": {"slips.mixed-spelling"},
}


@pytest.mark.parametrize("sentence", NOTES)
def test_a_note_silences_real_checks(sentence):
    story = desk.story_from(f"A/N: {sentence}\n\n***\n\nThe rain fell on the the roof.\n".encode(), "rain.txt")
    intents = desk.read(story).intents.items
    silenced = {
        check.name
        for check in desk.find_checks()
        for intent in intents
        for glob in intent.silences
        if fnmatchcase(check.name, glob)
    }
    assert silenced >= NOTES[sentence]
