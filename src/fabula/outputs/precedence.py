"""Why we think that a scene happens when it does, in words."""

from fabula.reading import Scenes

MOST = 2
"""Reasons given for a scene: the surest; the others mostly say the same."""


def reasons_of(scenes: Scenes) -> list[str]:
    """For each scene "before scene 1 (a memory goes back behind the story)", surest first, "" where it is told in its turn.

    Scenes are numbered from 1 as they are told.
    """
    found: list[list[str]] = [[] for _ in scenes.items]
    for one in scenes.order:
        if one.before > one.after:
            found[one.before].append(f"before scene {one.after + 1} ({one.why})")
            found[one.after].append(f"after scene {one.before + 1} ({one.why})")
    return ["; ".join(reasons[:MOST]) for reasons in found]
