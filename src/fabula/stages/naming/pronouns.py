"""Pronouns by what they point at: the one who speaks, the one spoken to, one spoken of, several."""

from fabula.stages.vocabulary import word_set

FIRST = word_set("i me my mine myself")
SECOND = word_set("you your yours yourself thou thee thy thine")
WE = word_set("we us our ours ourselves")
HE = word_set("he him his himself")
SHE = word_set("she her hers herself")
THEY = word_set("they them their theirs themself themselves")
IT = word_set("it its itself")
CHOSEN = {
    form: forms[0]
    for forms in (
        ("xe", "xem", "xyr", "xyrs", "xemself"),
        ("ze", "zir", "zirs", "hir", "hirs"),
        ("fae", "faer", "faers"),
    )
    for form in forms
}
"""Pronouns some people choose, each with the one it is a form of."""
NOBODY = word_set(
    """
    nobody noone none anybody anyone somebody someone everybody everyone one ones each other others another who whom whose
    whoever all both some any many few several neither either people most those these this that which what here there
    half
    """
)
"""Words that may stand for people but name no one of them."""
