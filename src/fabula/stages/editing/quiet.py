"""Where the tagger's doubts are not told: names and coined words, foreign phrases, dialect, chats, speech that breaks off."""

import re
from bisect import bisect_right
from itertools import pairwise

import msgspec

from fabula.models.slips import SlipWords
from fabula.models.slips_proposals import Proposal
from fabula.models.slips_words import plain_word
from fabula.reading import Lexicon, Quotations
from fabula.stages.small_letters import is_typed_small
from fabula.stages.vocabulary import word_set
from fabula.story import Span

_DIALECT = re.compile(
    r"\w+in['’](?!\w)|(?<!\w)['’](?:em|tis|twas|er|im|ow|ere|ave|ome|bout|cause|fore|nuff)\b"
    r"|\b(?:ain['’]t|y['’]all|ye|yer|yeh|nowt|owt|summat|thee|thou|thy|tha|hath|doth|dunno|gotta|gonna|wanna|kinda|outta|lemme"
    r"|gimme|wot|wuz|sez|dat|dis|dem|dey|nuthin|sumthin|mebbe|naw|nae|dinna|canna|wee|lass|laddie|bairn)\b"
    r"|\b(?:o|an|th|wi|t|fo|ol)['’](?!\w)",
    re.IGNORECASE,
)
"""Spellings that say how somebody talks."""
_BROKEN = frozenset("— – - -- … ... .. ....".split())  # noqa: SIM905
"""Marks beside which speech and thought break off and begin again."""

_OLD = word_set("an ere unto onto meself scarce withal whose afore nigh yon betwixt amid lest o'er ne'er e'er fer")
"""Old and spoken words that are no slips for what they are near to; but *an* may be one for those in `_ARTICLES`."""
_ARTICLES = word_set("a and any can")
_FAR = {"off": "of"}
"""Its verb may stand far before it: "nipped the buds off her roses"."""
_PARTICLES = word_set(
    "in on at of to for from with by into onto over under through about off out up down around between against across "
    "behind along back away as"
)
"""Two of these side by side seldom are one too many: "from up there", "smiled across at Jack"."""

_HAVE = word_set("had have has")
"""What a memory is told with ("he had grinned") is never one too many for being possible without."""
_NOW = {
    "is": "was",
    "are": "were",
    "am": "was",
    "has": "had",
    "have": "had",
    "does": "did",
    "do": "did",
    "isn't": "wasn't",
}
"""What is true for good, and a thought on its way, may stand in the present of any story; `time.tense-slip` looks at these."""


class Ground(msgspec.Struct, frozen=True):
    """What is known of a story that decides where to keep silent: its own words, its speeches, paragraphs typed small."""

    own: frozenset[str]
    foreign: frozenset[str]
    names: frozenset[str]
    spoken: tuple[Span, ...]
    dialect: tuple[Span, ...]
    small: tuple[Span, ...]


def ground_of(text: str, paragraphs: tuple[Span, ...], quotations: Quotations, lexicon: Lexicon) -> Ground:
    """The ground of a story."""
    spoken = tuple(one.span for one in quotations.items if not one.nested)
    return Ground(
        lexicon.coined | lexicon.foreign | lexicon.sounds,
        lexicon.foreign,
        lexicon.names,
        spoken,
        tuple(span for span in spoken if _DIALECT.search(text, span.start, span.end)),
        tuple(span for span in paragraphs if is_typed_small(text[span.start : span.end])),
    )


def is_spoken(ground: Ground, at: int) -> bool:
    """Whether a place lies in direct speech."""
    return _lies_in(ground.spoken, at)


def keeps_silent(ground: Ground, words: SlipWords, proposal: Proposal) -> bool:
    """Whether nothing is said of a proposal, however sure the tagger is."""
    at = words.places[proposal.start][0]
    if _lies_in(ground.dialect, at) or _lies_in(ground.small, at):
        return True
    typed = plain_word(words.words[proposal.start])
    if proposal.meant in (_NOW.get(typed), _FAR.get(typed)) or (typed in _OLD and proposal.meant not in _ARTICLES):
        return True
    if proposal.kind == "extra" and (typed in _HAVE or _is_pair_of_particles(words, proposal.start)):
        return True
    touched = words.words[proposal.start : max(proposal.end, proposal.start + 1)]
    if proposal.kind != "missing" and any(_is_own(ground, word) for word in touched):
        return True
    near = words.words[max(0, proposal.start - 2) : proposal.end + 3]
    if any(plain_word(word) in ground.foreign for word in near):
        return True
    one_of_them = proposal.kind == "joined" and words.words[proposal.end : proposal.end + 1] == ("of",)
    return one_of_them or _breaks_off(words, proposal) or _is_said_alone(words, proposal)


def _is_pair_of_particles(words: SlipWords, number: int) -> bool:
    """Whether a word and the one before or behind it are two particles of which the first is not *of*."""
    near = [plain_word(word) for word in words.words[max(0, number - 1) : number + 2]]
    pairs = {*pairwise(near)}
    return any(one != two and one != "of" and {one, two} <= _PARTICLES for one, two in pairs)


def _is_own(ground: Ground, word: str) -> bool:
    plain = plain_word(word)
    return plain in ground.own or (word[:1].isupper() and plain.removesuffix("'s") in ground.names)


def _breaks_off(words: SlipWords, proposal: Proposal) -> bool:
    before = words.words[proposal.start - 1] if proposal.start and proposal.start not in words.opens else ""
    after = words.words[proposal.end] if proposal.end < len(words.words) else ""
    return before in _BROKEN or after in _BROKEN


def _is_said_alone(words: SlipWords, proposal: Proposal) -> bool:
    """Whether the word is all that is said (“Noted,” he says): no other word tells what it should be."""
    before = words.words[proposal.start - 1 : proposal.start]
    after = words.words[proposal.end : proposal.end + 1]
    return proposal.kind != "missing" and before in (("“",), ('"',), ("'",), ("‘",)) and not _has_letters(after)


def _has_letters(words: tuple[str, ...]) -> bool:
    return any(letter.isalnum() for word in words for letter in word)


def _lies_in(spans: tuple[Span, ...], at: int) -> bool:
    index = bisect_right(spans, at, key=lambda span: span.start) - 1
    return index >= 0 and at < spans[index].end
