"""Who is in a scene, and whose mind it is told from."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from fabula.models.output import words_under
from fabula.reading import Cast, Mention
from fabula.stages.timing.cuts import Role
from fabula.stages.timing.sights import Sight
from fabula.stages.timing.telling import Telling
from fabula.stages.vocabulary import word_set

MINDFUL = word_set(
    "think know feel wonder remember hope want wish believe realize realise notice hear see guess suppose decide fear forget "
    "understand recognise recognize imagine expect recall love hate like need dread suspect"
)
"""Lemmas of verbs that tell from inside: only who does them can know it."""
_FEWEST = 4
_LEADS = 1.5
"""The mind of a scene has so many times the score of the next; a thought counts as four deeds."""


def people_in(telling: Telling, sight: Sight, mentions: Sequence[Mention], cast: Cast) -> tuple[int, ...]:
    """The characters who are there: those the narration itself names or means, not those only spoken of; in a tale told aloud
    the speech is the narration.
    """
    known = {character.id for character in cast.items}
    return tuple(
        sorted(
            {
                one.character
                for one in mentions
                if one.character is not None
                and one.character in known
                and (sight.role is Role.TALE or not _is_spoken(telling, one))
            }
        )
    )


def mind_of(telling: Telling, sight: Sight, mentions: Sequence[Mention], cast: Cast) -> int | None:
    """Whose mind the scene is told from: the I of the narration, or who alone thinks and feels. None where it is open."""
    known = {character.id for character in cast.items}
    thinks: Counter[int] = Counter()
    for one in mentions:
        if one.character is None or one.character not in known or _is_spoken(telling, one):
            continue
        first, end = words_under(telling.output, one.span)
        if sight.person == 1 and "Person=1" in telling.output.feats[first]:
            return one.character
        words = range(first, end)
        thinks[one.character] += 4 * is_mindful(telling, words) + any(
            telling.output.deprels[at] == "nsubj" for at in words
        )
    ranked = thinks.most_common(2)
    if not ranked or ranked[0][1] < _FEWEST:
        return None
    return ranked[0][0] if len(ranked) == 1 or ranked[0][1] >= _LEADS * ranked[1][1] else None


def is_mindful(telling: Telling, words: range) -> bool:
    """Whether a mention is the subject of a verb that tells from inside."""
    output = telling.output
    return any(
        output.deprels[at] == "nsubj" and output.heads[at] >= 0 and output.lemmas[output.heads[at]] in MINDFUL
        for at in words
    )


def _is_spoken(telling: Telling, mention: Mention) -> bool:
    first, end = words_under(telling.output, mention.span)
    return first == end or bool(telling.spoken[first])
