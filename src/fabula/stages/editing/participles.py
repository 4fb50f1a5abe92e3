"""A past where *have* asks for a participle ("it had began", "he could have ran"): the tagger sees few of them, a list all."""

from collections.abc import Iterator

from fabula.models.slips import SlipWords
from fabula.models.slips_proposals import Proposal
from fabula.models.slips_words import plain_word
from fabula.stages.vocabulary import word_set

_PARTICIPLES = {
    "began": "begun", "ran": "run", "drank": "drunk", "went": "gone", "wrote": "written", "came": "come", "became": "become",
    "took": "taken", "gave": "given", "knew": "known", "grew": "grown", "threw": "thrown", "flew": "flown", "drew": "drawn",
    "fell": "fallen", "ate": "eaten", "sang": "sung", "sank": "sunk", "swam": "swum", "rang": "rung", "sprang": "sprung",
    "shrank": "shrunk", "shook": "shaken", "forgave": "forgiven", "overcame": "overcome", "mistook": "mistaken",
}  # fmt: skip
"""Pasts that stand so nine times in six million words of edited fiction, all in dialect; *had broke* is old, *saw* a tool."""
_HAVE = word_set(
    "have has had having haven't hasn't hadn't could've would've should've must've might've i've you've we've they've"
)
_BETWEEN = word_set("never not just already ever always only almost nearly also all both since still")
_SURE = 0.97


def wrong_participles(words: SlipWords) -> Iterator[Proposal]:
    """A proposal for each such past right behind a form of *have*, or behind one and an adverb."""
    for number, word in enumerate(words.words):
        meant = _PARTICIPLES.get(word.lower())
        if meant is None or number < 2 or {number, number - 1} & words.opens:
            continue
        before = plain_word(words.words[number - 1])
        if before in _BETWEEN and number - 1 not in words.opens:
            before = plain_word(words.words[number - 2])
        if before in _HAVE:
            yield Proposal(number, number + 1, meant, "i", _SURE, _SURE)
