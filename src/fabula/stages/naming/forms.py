"""One way of naming, taken apart: titles, given name, surname, "of Somewhere"."""

from itertools import takewhile

import msgspec

from fabula.stages.naming.words import FEMALE_KIN, FEMALE_TITLES, MALE_KIN, MALE_TITLES, TITLES


class Form(msgspec.Struct, frozen=True):
    """`titles` lead, `core` is what remains before "of"; `key` is the whole, casefolded, for telling forms apart."""

    key: str
    titles: tuple[str, ...]
    core: tuple[str, ...]
    definite: bool

    @property
    def given(self) -> str:
        """The first word of a full or single name, casefolded, "" for a bare title."""
        return self.core[0].casefold() if self.core else ""

    @property
    def surname(self) -> str:
        """The last word of a name of two words or more, casefolded, else ""."""
        return self.core[-1].casefold() if len(self.core) > 1 else ""


def form_of(words: tuple[str, ...], definite: bool) -> Form:
    """The form of a name's words; a definite name without a title ("the Grey Hand") is an epithet and kept whole."""
    titles = tuple(takewhile(lambda word: word.casefold() in TITLES, words))
    rest = words[len(titles) :]
    core = tuple(takewhile(lambda word: word != "of", rest))
    key = " ".join(words).casefold()
    if definite and not titles:
        return Form("the " + key, (), (), True)
    if titles and not core:
        return Form("the " + key if definite else key, titles, (), definite)
    return Form(key, titles, core, definite)


def gender_of(form: Form) -> str:
    """What the title or kinship word says: "he", "she" or ""."""
    for word in (*form.titles, *form.core[:1]):
        low = word.casefold()
        if low in MALE_TITLES or low in MALE_KIN:
            return "he"
        if low in FEMALE_TITLES or low in FEMALE_KIN:
            return "she"
    return ""
