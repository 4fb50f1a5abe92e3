"""Words that leave the tense of their scene, or the mind it is told from."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from fabula.models.output import words_under
from fabula.reading import Cast, Form, Mention, Stray, StrayKind
from fabula.stages.timing.sights import Sight
from fabula.stages.timing.telling import FUTURE, PAST, PLUPERFECT, PRESENT, Telling
from fabula.stages.vocabulary import word_set
from fabula.story import Span

_FEWEST_VERBS, _NEARLY_ALL = 10, 0.93
_OF_NOBODY = word_set("saying story song proverb legend rumour rumor which that there this what god heaven")
_STATES = word_set(
    "hold know need seem sound reveal mean matter live own belong remain stand lie contain consist deserve claim "
    "have do believe show prove make take appear say tell call like love hate"
)
"""What these verbs tell may hold still when the story is told."""
_CLOSE = 6
_INWARD = word_set("think wonder hope wish remember realise realize decide feel know")
_ONE_MIND = 6
"""So many thoughts of one person, and a single one of another, make a scene of one mind with a stray in it."""


def stray_verbs(telling: Telling, number: int, sight: Sight) -> list[Stray]:
    """The narrated verbs in the present where a scene is told in the past.

    Only a verb in -s that tells of somebody counts, beside a past one in its own sentence or in a sentence by itself between
    two told in the past: what is always so, and a narrator's own now, are told in the present anywhere.
    """
    counts = telling.verbs[sight.sentences.start : sight.sentences.stop].sum(0)
    past = int(counts[PAST] + counts[PLUPERFECT])
    if past < _FEWEST_VERBS or past < _NEARLY_ALL * (int(counts.sum()) - 2):
        return []
    found: list[Stray] = []
    for sentence in sight.sentences:
        verbs = telling.verbs[sentence]
        if not verbs[PRESENT] or verbs[FUTURE] or verbs[PRESENT] > max(2, verbs[PAST] + 1):
            continue
        alone = not verbs[PAST] and not verbs[PLUPERFECT]
        if alone and (verbs[PRESENT] > 1 or not _told_around(telling, sentence, sight.sentences)):
            continue
        first, end = (int(at) for at in telling.sentences[sentence])
        for at in range(first, end):
            if _is_stray(telling, at, alone):
                span = Span(int(telling.output.starts[at]), int(telling.output.ends[at]))
                found.append(Stray(span, StrayKind.TENSE, number, "past", "present"))
    return found


def _told_around(telling: Telling, sentence: int, sentences: range) -> bool:
    """Whether the sentences before and behind one are of its paragraph and told in the past."""
    beside = [near for near in (sentence - 1, sentence + 1) if near in sentences]
    return len(beside) == 2 and all(
        telling.verbs[near, PAST] > 0 and not telling.verbs[near, PRESENT] for near in beside
    )


def _is_stray(telling: Telling, word: int, alone: bool) -> bool:
    output = telling.output
    feats, text = output.feats[word], output.words[word]
    if telling.spoken[word] or output.upos[word] != "VERB" or not text.endswith("s") or not text.islower():
        return False
    if "Tense=Pres" not in feats or "VerbForm=Fin" not in feats or "Person=3" not in feats:
        return False
    if not _carries_on(telling, word) or output.lemmas[word] in _STATES or _speaks_to_us(telling, word):
        return False
    subject = _subject(telling, word)
    if subject < 0 or "Number=Sing" not in output.feats[subject] or output.lemmas[subject].casefold() in _OF_NOBODY:
        return False
    name = output.words[subject].casefold()
    if name == "it":
        return not alone and any(
            output.deprels[at] == "advcl" and output.heads[at] == word for at in range(max(0, word - 8), word)
        )
    return name in ("he", "she") or output.upos[subject] == "PROPN" or _is_known(telling, subject, alone)


def _carries_on(telling: Telling, word: int) -> bool:
    """Whether a verb tells what happened next: the main verb of its sentence, or one that goes on from it."""
    output = telling.output
    while output.deprels[word] == "conj" and output.heads[word] >= 0:
        word = int(output.heads[word])
    return output.deprels[word] in ("root", "parataxis")


def _speaks_to_us(telling: Telling, word: int) -> bool:
    """Whether the narrator is in the words just behind a verb ("he tells me"): that is the narrator's own now."""
    return any("Person=1" in feats for feats in telling.output.feats[word + 1 : word + 4])


def _subject(telling: Telling, verb: int) -> int:
    """The word number of a verb's own subject close before it, or where it follows "and", of the verb it goes on from."""
    output = telling.output
    for at in range(max(0, verb - _CLOSE), verb):
        if output.heads[at] == verb and output.deprels[at] == "nsubj":
            return at
    if output.deprels[verb] != "conj" or output.upos[verb - 1] not in ("CCONJ", "ADV"):
        return -1
    head = int(output.heads[verb])
    return next(
        (at for at in range(max(0, head - 12), head) if output.heads[at] == head and output.deprels[at] == "nsubj"), -1
    )


def _is_known(telling: Telling, word: int, alone: bool) -> bool:
    """Whether a noun is the or somebody's, and for a sentence by itself, spoken of in the sentence before."""
    output = telling.output
    if not _is_definite(telling, word):
        return False
    return not alone or output.lemmas[word] in output.lemmas[max(0, word - 15) : word]


def _is_definite(telling: Telling, word: int) -> bool:
    output = telling.output
    return any(
        output.heads[at] == word and output.words[at].casefold() in ("the", "his", "her", "my")
        for at in range(max(0, word - 4), word)
    )


def stray_minds(telling: Telling, number: int, sight: Sight, mentions: Sequence[Mention], cast: Cast) -> list[Stray]:
    """The one thought of somebody else in a scene that is otherwise told from one mind."""
    if sight.person != 3:
        return []
    names = {character.id: character.name for character in cast.items}
    thoughts: Counter[int] = Counter()
    named: dict[int, list[Span]] = {}
    for one in mentions:
        if one.character is None or one.character not in names:
            continue
        first, end = words_under(telling.output, one.span)
        verb = next((at for at in range(first, end) if _is_inward(telling, at)), -1)
        if verb < 0:
            continue
        thoughts[one.character] += 1
        if one.form is Form.NAME:
            deed = int(telling.output.heads[verb])
            named.setdefault(one.character, []).append(Span(one.span.start, int(telling.output.ends[deed])))
    if len(thoughts) != 2:
        return []
    (mind, times), (other, once) = thoughts.most_common(2)
    if times < _ONE_MIND or once != 1 or other not in named:
        return []
    return [Stray(named[other][0], StrayKind.MIND, number, names[mind], names[other])]


def _is_inward(telling: Telling, word: int) -> bool:
    """Whether a word is the subject of a plainly told thought."""
    output, head = telling.output, int(telling.output.heads[word])
    subject = output.deprels[word] == "nsubj" and head > word and not bool(telling.spoken[word])
    thought = (
        output.lemmas[head] in _INWARD and "Tense=Past" in output.feats[head] and "VerbForm=Fin" in output.feats[head]
    )
    return subject and thought
