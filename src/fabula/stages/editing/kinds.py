"""What kind of slip a proposal mends."""

from fabula.models.slips_proposals import Proposal
from fabula.stages.vocabulary import word_set

REAL_WORD, FORM, PRONOUN, PREPOSITION = "real-word", "verb-form", "pronoun", "preposition"
MISSING, EXTRA, APOSTROPHE, SPACING, MISSPELT = "missing-word", "extra-word", "apostrophe", "spacing", "misspelt"

_PRONOUNS = word_set(
    "he she it they we i you him her them us me his hers their theirs our ours my mine your yours its whose who whom "
    "himself herself itself themselves ourselves myself yourself"
)
_PREPOSITIONS = word_set(
    "in on at of to for from with by into onto upon over under through about off out up down around between against"
)
_AUXILIARIES = word_set(
    "is are was were am be been being have has had having do does did done doing will would can could shall should may might "
    "must"
)
_BY_TABLE = {
    "missing": MISSING, "extra": EXTRA, "apostrophe": APOSTROPHE, "joined": SPACING, "split": SPACING,
    "i": FORM, "d": FORM, "h": REAL_WORD, "s": REAL_WORD, "f": REAL_WORD,
}  # fmt: skip


def kind_of(typed: str, proposal: Proposal) -> str:
    """The kind, from the word typed (plain) and the word meant."""
    meant = proposal.meant
    if proposal.kind in ("missing", "extra", "joined", "split"):
        return _BY_TABLE[proposal.kind]
    if typed.replace("'", "") == meant.replace("'", ""):
        return APOSTROPHE
    for words, kind in ((_PRONOUNS, PRONOUN), (_PREPOSITIONS, PREPOSITION), (_AUXILIARIES, FORM)):
        if typed in words and meant in words and (proposal.kind != "h" or kind == FORM):
            return kind
    return _BY_TABLE[proposal.kind]
