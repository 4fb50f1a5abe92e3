"""Whether somebody who matters dies in the story, as the archive's own warning asks."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from fabula.reading import Cast, ContentWarning, Fact, Facts, Modality, Scenes

_TAG, _ARCHIVE = "Character death", "Major Character Death"
_LEADING, _PLACES, _DEEDS = 6, 12, 2
"""Who matters: one of the six most spoken of, in at least so many places, who does at least so many things."""
_AFTERLIFE = 3
"""Who does more than so many things later in the story's time is not dead, or tells it as a memory."""
_CHANCE = 0.6


def with_deaths(tags: Sequence[ContentWarning], facts: Facts, cast: Cast, scenes: Scenes) -> tuple[ContentWarning, ...]:
    """The tags, the one for a character's death with the archive's warning where the narrator says so of a main character.

    Rule: "significant presence in this work and dies in it", not if revealed alive within the same work (Terms of Service FAQ).
    """
    deaths = [death for one in cast.items[:_LEADING] if (death := _death(one.id, len(one.places), facts, scenes))]
    if not deaths:
        return tuple(tags)
    spans = tuple(sorted(death.span for death in deaths))
    found = next((tag for tag in tags if tag.tag == _TAG), ContentWarning(_TAG, None, (), _CHANCE))
    evidence = tuple(sorted({*found.evidence, *spans}))
    major = msgspec.structs.replace(
        found, archive_warning=_ARCHIVE, evidence=evidence, confidence=max(found.confidence, _CHANCE)
    )
    rest = [tag for tag in tags if tag.tag != _TAG]
    return tuple(sorted((*rest, major), key=lambda one: (-one.confidence, one.tag)))


def _death(who: int, places: int, facts: Facts, scenes: Scenes) -> Fact | None:
    """What the narrator says of a character's death, if they matter and are not found alive again."""
    said = [one for one in facts.items if one.character == who and one.attribute == "alive"]
    deeds = [one for one in facts.notes if one.owner == who and one.attribute.startswith("acts")]
    if any(one.modality is not Modality.ASSERTED for one in said) or places < _PLACES or len(deeds) < _DEEDS:
        return None
    death = next((one for one in said if one.teller is None), None)
    if death is None:
        return None
    order = scenes.items[death.scene].story_order
    after = [
        one
        for one in deeds
        if scenes.items[one.scene].story_order > order or (one.scene == death.scene and one.span.start > death.span.end)
    ]
    return death if len(after) <= _AFTERLIFE else None
