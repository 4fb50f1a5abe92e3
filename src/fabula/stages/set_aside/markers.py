"""The words that announce a note, an ending, or an archive's own furniture."""

# ruff: noqa: E501  (patterns are easier to compare unbroken)

import re
from enum import IntEnum

_OPEN = r"^(?:[^\w\n]|_)*"
_COLON = r"(?:[^\w\n]{0,3}[:;\-–—.~!]|\W*$)"
# "A/N", "AN:", "Author's note": nothing else in a story begins so.
_PLAIN = re.compile(
    _OPEN + r"(?P<words>a ?[/\\] ?n(?:'?s)?(?![a-z])\d?|(?-i:A\. ?N\.|A[Nn]\d?(?=\W{0,3}[:\-–—~]|\W*$))"
    r"|auth?or[’']?s?[’']?s? ?[-–]? ?(?:\w+ )?notes?\b|note from (?:the |your )?auth?or\b|auth?or here\b"
    r"|(?:end|ending|final|closing|opening|pre|post|more|pre-?fic|post-?fic|chapter|beginning|start|story|fic|reader)[- ](?:chapter |story )?(?:a/?n\b|notes?(?=" + _COLON + r"))"
    r"|dis-?claimers?(?=" + _COLON + r"))",
    re.I,
)  # fmt: skip
# These stand in stories too (a sign, a memo), so they count only where a note may stand.
_EDGE = re.compile(
    _OPEN + r"(?P<words>(?:(?:chapter|trigger|content|general|additional|other|extra) )?(?:warnings?|notes?)(?=" + _COLON + r")"
    r"|warnings? for\b|(?-i:TWs?|CWs?|T/W|C/W)(?=\W{0,2}[:\-–—])|(?:trigger|content) warnings?\b|un-?beta[’']?e?d\b"
    r"|beta(?:[’']?e?d|[- ]?read)? by\b|betas?(?=" + _COLON + r")|thanks to my beta\b"
    r"|(?:glossary|translations?|vocabulary|(?:translation|language|historical|cultural|research) notes?)(?:\W+\w+){0,4}(?=" + _COLON + r")"
    r"|prompts?(?: (?:was|were|is|used|fill(?:ed)?|from)\b|(?=" + _COLON + r"))|fill(?:ed)? for\b|for the prompt\b"
    r"|written (?:for|in response)\b|gift for\b|challenge(?=" + _COLON + r")|edit(?:ed)?(?=\s*:)|spoilers?(?=" + _COLON + r")"
    r"|(?:review|reader|reviewer)s?[’']? (?:replies|responses|answers|corner)\b|(?:replies|responses|answers) to (?:\w+ )?review\w*"
    r"|credits?(?=\s*:)|feedback(?=\s*:)|soundtrack(?=\s*:)|playlist(?=\s*:))",
    re.I,
)  # fmt: skip
_SIGN_OFF = re.compile(
    _OPEN + r"(?:(?:the )?end(?: of (?:the )?(?:chapter|part|book|story|fic|prologue)(?: \w+)?)?|fin|finis|finito|owari|ende|t\.?b\.?c\.?|"
    r"to be continued|complete|(?:please )?(?:read (?:and|&) )?review(?: please)?|(?:please )?r ?[&n] ?r(?: please)?|"
    r"reviews?(?: (?:are|is|=|equals?) (?:love|life|\w+))?|kudos|thanks for reading|thank you (?:so much )?for reading|"
    r"until next time|tbc next (?:week|time|chapter)|next chapter[^.!?]{0,60}|(?:that[’']s|thats) all(?:,? folks| for now))[^\w]*$",
    re.I,
)  # fmt: skip
_ENDED = re.compile(
    _OPEN
    + r"(?:end(?: of)?(?: the)? (?:a ?/ ?n|auth?or[’']?s?[’']? notes?|notes?|rant)|a ?/ ?n (?:end|ends|over))\W*$",
    re.I,
)
_FURNITURE = re.compile(
    _OPEN + r"(?:(?:work|chapter) text\W*|\(?see the end of the (?:work|chapter)[^.]*notes?[.)]*|preface|afterword"
    r"|posted originally on .*|archive of our own(?: beta)?|end file\.?|story start(?:s)?(?: here)?\W*|originally (?:posted|published) (?:on|at|by) .*)$",
    re.I,
)  # fmt: skip
_SIGNATURE = re.compile(
    r"^(?:[~\-–—*xX♥ ]+|(?:love|yours|cheers|hugs|kisses|xoxo|peace)\W+)\w[\w.]*(?: \w+)?[\W xXoO]*$", re.I
)
_GLOSSARY = re.compile(r"^\W*(?:glossary|translations?|vocabulary|\w+ (?:words|phrases) used)\b", re.I)
_GLOSS = re.compile(r"^\W*[^\s.!?][^.!?\n]{0,50}?\s?(?:[-–—=:]|means)\s+\W*\w[^\n]{0,100}$")
_REPLY = re.compile(
    r"^\W*[\w.\- ]{2,25}\W?\s?[:\-–—]+\W*(?:thank|thanks|thx|aww|lol|haha|hehe|glad|yes|no|yay|omg|hi|hey|i(?:'|’)?(?:m|ll| won[’']t| can[’']t)|you|your|well|sorry)\b", re.I
)  # fmt: skip


_SALUTATION = re.compile(
    r"^\W*(?:my )?(?:dear|dearest|beloved)\b(?!.*\b(?:readers?|all|everyone|reviewers?|friends|guys|followers)\b).*[,:;!.\-–—]*$", re.I
)  # fmt: skip


_REVIEWS = re.compile(r"\b(?:review|repl(?:y|ies)|respon|comment|feedback)", re.I)


_VIEWPOINT = re.compile(r"^(?:[^\w]|_)*(?:[\w.]+[’'\s]*){1,3}(?:POV|point of view)[\W_]*$", re.I)


class Marking(IntEnum):
    """How clearly a paragraph's first words announce a note: not at all, where a note may stand, anywhere."""

    NONE = 0
    EDGE = 1
    PLAIN = 2


def marking_of(text: str) -> tuple[Marking, str]:
    """How clearly the paragraph is marked as a note, and the marking words ("" where there are none)."""
    plain = _PLAIN.match(text)
    if plain:
        return Marking.PLAIN, plain["words"].strip()
    edge = _EDGE.match(text)
    if edge:
        return Marking.EDGE, edge["words"].strip()
    return Marking.NONE, ""


def is_bare(text: str) -> bool:
    """True where the paragraph is a note's label and no more ("Author's Note:")."""
    found = _PLAIN.match(text) or _EDGE.match(text)
    return bool(found) and not re.search(r"[^\W_]", text[found.end() :])


def signs_off(text: str) -> bool:
    """True for a whole paragraph such as "The End", "TBC" or "Please review!"."""
    return len(text) < 90 and bool(_SIGN_OFF.match(text))


def ends_note(text: str) -> bool:
    """True for a paragraph that closes a note by name ("End A/N")."""
    return len(text) < 40 and bool(_ENDED.match(text))


def is_furniture(text: str) -> bool:
    """True for what an archive itself puts round a story ("Work Text:", "End file.")."""
    return len(text) < 200 and bool(_FURNITURE.match(text))


def opens_glossary(text: str) -> bool:
    """True for the label of a word list ("Translations:")."""
    return bool(_GLOSSARY.match(text))


def is_signature(text: str) -> bool:
    """True for a name that closes a note ("~starlight", "- Moss xx")."""
    return len(text) < 30 and bool(_SIGNATURE.match(text))


def is_gloss(text: str) -> bool:
    """True for a line of a word list: a phrase, a dash or colon, its meaning."""
    return len(text) < 160 and bool(_GLOSS.match(text))


def opens_story(text: str) -> bool:
    """True for the first line of a letter to somebody of the story ("Dear Anna,"), or one that says whose turn it is."""
    return len(text) < 60 and bool(_SALUTATION.match(text) or _VIEWPOINT.match(text))


def speaks_of_reviews(text: str) -> bool:
    """True where reviews or replies are spoken of, so that what follows may answer them."""
    return bool(_REVIEWS.search(text))


def replies(text: str) -> bool:
    """True for an answer to one reviewer ("wolfgirl22: thank you, I'm glad …")."""
    return bool(_REPLY.match(text))
