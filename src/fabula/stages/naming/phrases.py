"""Nouns that mean one person wherever a story says them: "the ferryman", "my aunt", "the Captain"."""

from collections.abc import Collection, Sequence

from fabula.models.output import ReaderOutput
from fabula.stages.naming.candidates import Candidate
from fabula.stages.naming.nouns import Reference, head_of, reference_of
from fabula.stages.naming.words import TITLES
from fabula.stages.vocabulary import word_set

OWN = "own "
"""How the phrase of a relation of the narrator begins, whatever the possessive."""
ANYONE = word_set(
    """
    man woman boy girl child lady gentleman person fellow other one guy kid figure voice creature youth lad lass baby
    friend stranger people couple pair rest first second third last latter former speaker
    """
)
"""Heads that mean another person in another scene."""
_KIN = {
    **dict.fromkeys("mom mum mommy mummy mam mama mamma ma mamá mother".split(), "mother"),  # noqa: SIM905
    **dict.fromkeys("dad daddy papa papá pa pop father".split(), "father"),  # noqa: SIM905
    **dict.fromkeys("gran granny grandma nan nana nonna oma abuela babcia grandmother".split(), "grandmother"),  # noqa: SIM905
    **dict.fromkeys("grandpa grandad granddad gramps nonno opa abuelo grandfather".split(), "grandfather"),  # noqa: SIM905
}


def constant_phrases(found: Sequence[Candidate], output: ReaderOutput, tellers: Collection[str]) -> dict[int, str]:
    """For each noun (and each title or kinship word that is used as a name) what it is called everywhere, by its number.

    Two with the same phrase are likely one person. `tellers` are the possessives that mean the narrator outside speech:
    "my" where an I tells, "your" where a you is told of.
    """
    phrases: dict[int, str] = {}
    for number, one in enumerate(found):
        if one.is_person and (phrase := _named(one, tellers) if one.named else _noun(one, output, tellers)):
            phrases[number] = phrase
    return phrases


def _named(one: Candidate, tellers: Collection[str]) -> str:
    word = one.low.removeprefix("the ")
    if word in _KIN and one.quotation < 0 and tellers:
        return f"{OWN}{_KIN[word]}"
    return f"the {word}" if word in TITLES else ""


def _noun(one: Candidate, output: ReaderOutput, tellers: Collection[str]) -> str:
    if not one.is_noun:
        return ""
    reference, head = reference_of(one, output), output.words[head_of(one, output)].casefold()
    words = one.low.split()
    if reference is Reference.THE and words[0] == "the" and head not in ANYONE:
        return one.low
    if reference is Reference.OWNED and words[0] in tellers and one.quotation < 0 and head not in ANYONE:
        return OWN + " ".join((*words[1:-1], _KIN.get(words[-1], words[-1])))
    return ""
