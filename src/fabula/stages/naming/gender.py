"""What a mention's own words say of gender."""

from fabula.stages.naming.forms import form_of, gender_of

PEOPLE = {
    **dict.fromkeys(("he", "him", "his", "himself"), "he"),
    **dict.fromkeys(("she", "her", "hers", "herself"), "she"),
    **dict.fromkeys(("they", "them", "their", "themself", "themselves"), "they"),
}
"""The pronouns that follow a person's name, each with the one it is a form of."""
_PRONOUNS = {**PEOPLE, "theirs": "they", **dict.fromkeys(("it", "its", "itself"), "it")}


def gender_said(words: str, name: bool) -> str:
    """The pronoun that fits: what a pronoun is, or what the title of a name asks for; "" where nothing is said."""
    if not name:
        return _PRONOUNS.get(words.casefold(), "")
    return gender_of(form_of(tuple(words.replace(".", "").split()), False))
