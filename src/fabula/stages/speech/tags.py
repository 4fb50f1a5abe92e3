"""Speech tags: the words beside a quotation that say who speaks ("said Priya", "the old man whispered").

The verbs are those that English fiction uses for saying; each is listed in its past and present form, because stories are
told in both.
"""

import re
from enum import StrEnum

from fabula.stages.vocabulary import word_set

VERBS = word_set("""
    said says say asked asks ask told tells replied replies reply answered answers answer cried cries shouted shouts
    whispered whispers murmured murmurs muttered mutters mumbled mumbles yelled yells screamed screams called calls
    exclaimed exclaims demanded demands inquired inquires enquired enquires remarked remarks observed observes added adds
    agreed agrees continued continues began begins went goes snapped snaps growled growls groaned groans moaned moans
    sighed sighs hissed hisses gasped gasps panted pants laughed laughs chuckled chuckles giggled giggles grinned grins
    sobbed sobs wailed wails whimpered whimpers whined whines pleaded pleads begged begs urged urges insisted insists
    protested protests objected objects argued argues admitted admits confessed confesses conceded concedes
    declared declares announced announces stated states explained explains suggested suggests offered offers
    promised promises warned warns threatened threatens ordered orders commanded commands instructed instructs
    repeated repeats echoed echoes corrected corrects interrupted interrupts returned returns retorted retorts
    responded responds rejoined rejoins countered counters assured assures reminded reminds wondered wonders
    mused muses thought thinks breathed breathes croaked croaks rasped rasps barked barks bellowed bellows
    roared roars thundered thunders boomed booms squeaked squeaks squealed squeals shrieked shrieks screeched screeches
    drawled drawls purred purrs cooed coos crooned croons stammered stammers stuttered stutters faltered falters
    blurted blurts spat spits snarled snarls sneered sneers scoffed scoffs snorted snorts grunted grunts grumbled grumbles
    complained complains teased teases joked jokes quipped quips mocked mocks chided chides scolded scolds
    greeted greets ventured ventures prompted prompts pressed presses persisted persists finished finishes
    concluded concludes ended ends read reads recited recites quoted quotes sang sings chanted chants prayed prays
    swore swears cursed curses lied lies coaxed coaxes soothed soothes comforted comforts encouraged encourages
    noted notes commented comments volunteered volunteers chimed chimes piped pipes put puts burst broke
    ejaculated affirmed affirms asserted asserts allowed allows guessed guesses reported reports translated translates
    quavered rumbled rumbles wheezed wheezes simpered lisped vowed vows cautioned cautions advised advises
    """)
PRONOUNS = word_set("he she they i we you it who one someone somebody everyone everybody nobody another")
ARTICLES = word_set("the a an his her their my your our its this that these those")


class Tag(StrEnum):
    """How a tag names the speaker."""

    NAME = "name"
    NOUN = "noun"
    NONE = "none"


_WORD = re.compile(r"[^\W\d_][\w’'\-.]*")
_STOP = re.compile(r"[!?;:\n\"“”«»—–]|--|(?<!\bMr)(?<!\bMrs)(?<!\bDr)(?<!\bMs)(?<!\bSt)\.")
_CLAUSES = re.compile(r"[.!?;\n\"“”«»—–]\s*")
_MISPLACED = re.compile(r"[.,?!](?=\s+[a-z])")
_LINKS = frozenset(("and", "but", "then", "so", "at", "when", "as", "what", "after", "before", "now", "in", "for"))


def tag_after(text: str, at: int, end: int) -> Tag:
    """What kind of tag begins at `at`, just behind a closing mark, looking no further than `end`.

    "He said" with a capital opens a sentence of its own and is no tag, nor is a name behind a full stop ("Yes." Dez sighed.).
    """
    misplaced = _MISPLACED.match(text, at, end)
    words = _words(text, misplaced.end() if misplaced else at, min(end, at + 90))
    if not words or (words[0][0].isupper() and words[0].casefold() in (PRONOUNS - {"i"}) | ARTICLES):
        return Tag.NONE
    inside = text[max(0, at - 6) : at].rstrip("\"'”’»*_)")
    if words[0][0].isupper() and inside.endswith("."):
        return Tag.NONE
    return _kind(words)


def tag_before(text: str, start: int, at: int) -> Tag:
    """What kind of tag ends at `at`, just before an opening mark ("Priya said, "), looking back no further than `start`."""
    lead = text[max(start, at - 120) : at].rstrip()
    if not lead or lead[-1] not in ",:":
        return Tag.NONE
    words = _WORD.findall(_CLAUSES.split(lead[:-1])[-1])
    for index in range(len(words) - 1, max(0, len(words) - 9), -1):
        if words[index].casefold() in VERBS:
            return _nearest_subject(words[:index])
    return Tag.NONE


def _nearest_subject(words: list[str]) -> Tag:
    """The subject that stands closest before the verb: a pronoun, a noun with its article, or a name."""
    for word in reversed(words[-5:]):
        low = word.casefold()
        if low in PRONOUNS or low in ARTICLES:
            return Tag.NOUN
        if word[0].isupper() and low not in _LINKS:
            return Tag.NAME
    return Tag.NONE


def _words(text: str, at: int, end: int) -> list[str]:
    """The words of the clause that begins at `at`, up to its first stop or its second comma; a first comma is skipped."""
    stop = _STOP.search(text, at, end)
    clause = text[at : stop.start() if stop else end].lstrip(" ,\n")
    return _WORD.findall(clause.split(",")[0])[:9]


def _kind(words: list[str]) -> Tag:
    if words[0].casefold() in VERBS:
        return _subject(words[1:5]) if len(words) > 1 else Tag.NONE
    for index, word in enumerate(words[1:8], start=1):
        if word.casefold() in VERBS:
            return _subject(words[:index])
    return Tag.NONE


def _subject(words: list[str]) -> Tag:
    """Whether a tag's subject is a name or capitalised title, or a pronoun or common noun; NONE where it is neither."""
    first = words[0].casefold()
    if first in PRONOUNS or first in ("all", "both"):
        return Tag.NOUN
    if first in ARTICLES:
        title = first == "the" and len(words) > 1 and words[1][0].isupper()
        return Tag.NAME if title else Tag.NOUN
    return Tag.NAME if words[0][0].isupper() else Tag.NONE
