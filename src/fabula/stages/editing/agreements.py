"""Nouns with a verb for another number ("the cups has to be washed"), by the reader's syntax: the tagger misses them."""

from collections.abc import Iterator, Sequence

from fabula.models.output import ReaderOutput
from fabula.models.slips import SlipWords
from fabula.models.slips_proposals import Proposal
from fabula.stages.vocabulary import word_set

_PLURAL = {
    "was": "were",
    "is": "are",
    "has": "have",
    "does": "do",
    "wasn't": "weren't",
    "isn't": "aren't",
    "hasn't": "haven't",
}
_SINGULAR = {"were": "was", "are": "is", "have": "has", "weren't": "wasn't", "aren't": "isn't", "haven't": "hasn't"}
_ONE_OF = word_set("the a an this that my your his her its our their every each")
_MANY = word_set(
    "people police crew family couple pair number lot rest majority half staff team crowd company public group band cattle "
    "enemy gang party government committee army fish sheep deer whole remainder dozen handful poor rich dead young old sick "
    "men women children"
)
"""Words for one that are often many."""
_SUPPOSED = word_set(
    "if supposing though although wish wished wishes would unless lest "
    "suppose supposed until till were whether did does do could should "
    "may might shall will let make made makes see saw hear heard watch watched help and or nor had have has neither either"
)
"""Behind these another form or another subject may stand."""
_FARTHEST = 4
"""Words between the noun and its verb: the farther, the likelier another reading."""
_ONE = word_set(
    "news means series species politics mathematics physics works barracks headquarters crossroads gallows always"
)
"""Words in -s that can be one thing."""
_AMOUNTS = word_set(
    "years months weeks days hours minutes seconds miles yards feet inches pounds dollars cents times degrees"
)
"""An amount is one thing: "ten years is a long time"."""
_CUTS = frozenset((",", "and", "or", "that", "which", "who", "of", ";", ":", "—", "”", '"'))
_SURE = 0.97


def wrong_numbers(output: ReaderOutput, words: SlipWords) -> Iterator[Proposal]:
    """A proposal for each verb whose subject, a noun close by, is plain by its tag and its form to be of the other number."""
    numbers = {place[0]: number for number, place in enumerate(words.places)}
    for subject, upos in enumerate(output.upos):
        if upos != "NOUN" or not output.deprels[subject].startswith("nsubj"):
            continue
        forms = _PLURAL if _is_plural(output, subject) else _SINGULAR if _is_singular(output, subject) else {}
        verb = _finite(output, subject) if forms else -1
        number = numbers.get(int(output.starts[verb])) if verb >= 0 else None
        if number is not None and (meant := forms.get(words.words[number].lower().replace("’", "'"))):
            yield Proposal(number, number + 1, meant, "i", _SURE, _SURE)


def _is_singular(output: ReaderOutput, noun: int) -> bool:
    """Whether a noun with *the*, *a* or whose it is stands alone and is one thing, where nothing is supposed or wished."""
    first = output.words[noun - 1].lower() if noun else ""
    before = {word.lower() for word in output.words[max(0, noun - 12) : noun]}
    alone = not any(output.heads[n] == noun for n in _near(output, noun)) and not _hangs(output, noun)
    word = output.words[noun].lower()
    plain = "Number=Sing" in output.feats[noun] and not word.endswith("s") and word not in _MANY
    return alone and plain and first in _ONE_OF and not before & _SUPPOSED


def _hangs(output: ReaderOutput, noun: int) -> bool:
    """Whether a preposition or a number belongs to a noun, so that its verb may be another's."""
    near = range(max(0, noun - 4), noun)
    return any(output.heads[n] == noun and output.deprels[n] in ("case", "nummod") for n in near)


def _is_plural(output: ReaderOutput, noun: int) -> bool:
    word = output.words[noun].lower()
    joined = any(output.heads[n] == noun and output.deprels[n] in ("conj", "cc") for n in _near(output, noun))
    alone = not joined and not any(
        output.heads[n] == noun and output.deprels[n] == "case" for n in range(max(0, noun - 4), noun)
    )
    plain = word.endswith("s") and word not in _ONE and word not in _AMOUNTS and output.words[noun][0].islower()
    return alone and plain and "Number=Plur" in output.feats[noun]


def _finite(output: ReaderOutput, subject: int) -> int:
    """The word that says how many there are: the helping verb or copula right before the head, or the head; -1 if too far."""
    head = int(output.heads[subject])
    helps = [
        n for n in _near(output, subject) if output.heads[n] == head and output.deprels[n].startswith(("aux", "cop"))
    ]
    between = range(subject + 1, helps[0] if helps else head)
    marks = {output.words[n].lower() for n in between} & _CUTS
    found = helps[0] if helps else head
    return found if subject < found <= subject + _FARTHEST and not marks else -1


def _near(output: ReaderOutput, word: int) -> Sequence[int]:
    return range(word + 1, min(len(output.words), word + 12))
