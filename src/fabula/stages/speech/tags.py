"""Speech tags: the words beside a quotation that say who speaks ("said Priya", "the old man whispered").

The verbs are those that English fiction uses for saying; each is listed in its past and present form, because stories are
told in both.
"""

import re
from enum import StrEnum

import msgspec

from fabula.stages.vocabulary import word_set
from fabula.story import Span

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
    questioned questions proposed proposes interjected interjects interposed interposes queried queries
    reflected reflects wrote writes texted typed
    ejaculated affirmed affirms asserted asserts allowed allows guessed guesses reported reports translated translates
    saying asking crying adding replying answering shouting whispering murmuring exclaiming remarking observing
    quavered rumbled rumbles wheezed wheezes simpered lisped vowed vows cautioned cautions advised advises
    """)
PRONOUNS = word_set("he she they i we you it who one someone somebody everyone everybody nobody another")
ARTICLES = word_set("the a an his her their my your our its this that these those")


class Tag(StrEnum):
    """How a tag names the speaker."""

    NAME = "name"
    NOUN = "noun"
    NONE = "none"


class Said(msgspec.Struct, frozen=True):
    """A tag: how it names the speaker, the words that hold its subject ("the old man" in "said the old man"), its verb."""

    tag: Tag
    subject: Span | None = None
    verb: Span | None = None


NOTHING_SAID = Said(Tag.NONE)
"""What stands where there is no tag."""

_WORD = re.compile(r"[^\W\d_][\w’'\-.]*")
_STOP = re.compile(r"[!?;:\"“”«»—–]|--|(?<!\bMr)(?<!\bMrs)(?<!\bDr)(?<!\bMs)(?<!\bSt)\.")
_CLAUSES = re.compile(r"(?<!\bMr)(?<!\bMrs)(?<!\bDr)(?<!\bMs)(?<!\bSt)\.\s*|[!?;\"“”«»—–]\s*")
_FULL_STOP = re.compile(r"[.!?](?=\s)")
_MISPLACED = re.compile(r"[.,?!](?=\s+[a-z])")
_LINKS = frozenset(("and", "but", "then", "so", "at", "when", "as", "what", "after", "before", "now", "in", "for"))
_ENDS_SUBJECT = word_set("to of with at for from as that and but when while into about over by if or who which")
_WITHIN = frozenset(("in", "on", "under"))
_PAST = re.compile(r"[a-z]{3,}ed")
_OF_SPEECH = word_set(
    "voice voices word words reply answer response question cry shout whisper remark comment retort greeting"
)


def tag_after(text: str, at: int, end: int) -> Tag:
    """What kind of tag begins at `at`, just behind a closing mark, looking no further than `end`."""
    return said_after(text, at, end).tag


def said_after(text: str, at: int, end: int) -> Said:
    """The tag that begins at `at`, just behind a closing mark, looking no further than `end`.

    "He said" with a capital opens a sentence of its own and is no tag, nor is a name behind a full stop ("Yes." Dez sighed.).
    """
    misplaced = _MISPLACED.match(text, at, end)
    words = _words(text, misplaced.end() if misplaced else at, min(end, at + 90))
    if not words:
        return NOTHING_SAID
    first = words[0].group()
    if first[0].isupper() and first.casefold() in (PRONOUNS - {"i"}) | ARTICLES:
        return NOTHING_SAID
    inside = text[max(0, at - 6) : at].rstrip("\"'”’»*_)")
    if first[0].isupper() and inside.endswith("."):
        return NOTHING_SAID
    told = _told(words)
    goes_on = inside.endswith(",") or first in PRONOUNS
    return _told_anyhow(words) if told.tag is Tag.NONE and goes_on else told


def said_beside(text: str, before: Span, after: Span) -> Said:
    """The tag behind a speech, else the one before it, in the narration on its two sides."""
    said = said_after(text, after.start, after.end)
    return said if said.tag is not Tag.NONE else said_before(text, before.start, before.end)


def broken_off(between: str) -> bool:
    """Whether the words between two speeches leave the first unfinished (", he said, "): both are then one speech."""
    lead = between.strip(" \n")
    return bool(lead) and lead[-1] in ",—–-" and not _FULL_STOP.search(lead)


def said_before(text: str, start: int, at: int) -> Said:
    """The tag that ends at `at`, just before an opening mark ("Priya said, "), looking back no further than `start`."""
    begin = max(start, at - 120)
    lead = text[begin:at].rstrip()
    if not lead or lead[-1] not in ",:":
        return NOTHING_SAID
    clause = max((match.end() for match in _CLAUSES.finditer(lead[:-1])), default=0)
    words = list(_WORD.finditer(text, begin + clause, begin + len(lead) - 1))
    for index in range(len(words) - 1, max(0, len(words) - 9), -1):
        if words[index].group().casefold() in VERBS:
            return _with_verb(_nearest_subject(words[:index]), words[index])
    return _voice(words[-6:]) if lead[-1] == ":" else NOTHING_SAID


def _voice(words: list[re.Match[str]]) -> Said:
    """Whose words they are: "May's voice:", "Mrs. Archer's last word had been:"."""
    spoken = next((n for n, word in enumerate(words) if word.group().casefold() in _OF_SPEECH), 0)
    for index in range(spoken - 1, max(-1, spoken - 4), -1):
        word = words[index].group()
        if word.endswith(("'s", "’s")) or word.casefold() in ("his", "her", "my"):
            return _nearest_subject(words[: index + 1])
    return NOTHING_SAID


def _with_verb(said: Said, verb: re.Match[str]) -> Said:
    return said if said.tag is Tag.NONE else Said(said.tag, said.subject, Span(verb.start(), verb.end()))


def _nearest_subject(words: list[re.Match[str]]) -> Said:
    """The subject that stands closest before the verb: a pronoun, a noun with its article, or a name.

    Behind an "and" it is the one that the clause begins with ("he took her hand, and answered").
    """
    shared = any(word.group().casefold() == "and" for word in words[-2:])
    for word in words if shared else reversed(words[-5:]):
        low = word.group().casefold()
        if low in PRONOUNS or low in ARTICLES:
            return Said(Tag.NOUN, Span(word.start(), words[-1].end()))
        if word.group()[0].isupper() and low not in _LINKS:
            return Said(Tag.NAME, Span(word.start(), words[-1].end()))
    return NOTHING_SAID


def _words(text: str, at: int, end: int) -> list[re.Match[str]]:
    """The words of the clause that begins at `at`, up to its first stop or its second comma; a first comma is skipped."""
    while at < end and text[at] in " ,\n":
        at += 1
    stop = _STOP.search(text, at, end)
    comma = text.find(",", at, stop.start() if stop else end)
    return list(_WORD.finditer(text, at, comma if comma >= 0 else stop.start() if stop else end))[:9]


def _told(words: list[re.Match[str]]) -> Said:
    if words[0].group().casefold() in VERBS:
        return _with_verb(_subject_behind(words[1:6]), words[0])
    if words[0].group() in ("was", "is", "came") and len(words) > 1:
        return _owner(words[1:6])
    for index, word in enumerate(words[1:8], start=1):
        if word.group().casefold() in VERBS:
            return _with_verb(_subject(words[:index]), word)
    return NOTHING_SAID


def _told_anyhow(words: list[re.Match[str]]) -> Said:
    """The tag in a sentence that the speech began, where any past tense says it ("Medora rippled", "drivelled old Horace",
    "he soliloquised")."""
    if _PAST.fullmatch(words[0].group()):
        return _with_verb(_subject_behind(words[1:6]), words[0])
    for index, word in enumerate(words[1:5], start=1):
        if _PAST.fullmatch(word.group()):
            return _with_verb(_subject(words[:index]), word)
    return NOTHING_SAID


def _subject_behind(words: list[re.Match[str]]) -> Said:
    """The subject behind its verb, adverbs and adjectives skipped ("put in Kitty", "whispered young Newland")."""
    for index, word in enumerate(words):
        low = word.group().casefold()
        if low in _ENDS_SUBJECT or (index and words[index - 1].group() in _WITHIN and low in ARTICLES):
            break
        if word.group()[0].isupper() or low in PRONOUNS or low in ARTICLES or low in ("all", "both"):
            return _subject(words[index:])
    return NOTHING_SAID


def _owner(words: list[re.Match[str]]) -> Said:
    """Whose words they were: "was Mary's reply", "came her husband's answer"."""
    for index, word in enumerate(words[:3]):
        if word.group().endswith(("'s", "’s")):
            return _subject(words[: index + 1])
    return _subject(words[:1]) if words[0].group() in ("his", "her", "my", "their") else NOTHING_SAID


def _subject(words: list[re.Match[str]]) -> Said:
    """Whether a tag's subject is a name or capitalised title, or a pronoun or common noun; NONE where it is neither."""
    first, where = words[0].group().casefold(), Span(words[0].start(), words[-1].end())
    if first in PRONOUNS or first in ("all", "both"):
        return Said(Tag.NOUN, where)
    if first in ARTICLES:
        title = first == "the" and len(words) > 1 and words[1].group()[0].isupper()
        return Said(Tag.NAME if title else Tag.NOUN, where)
    return Said(Tag.NAME, where) if words[0].group()[0].isupper() else NOTHING_SAID
