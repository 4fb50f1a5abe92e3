"""The order in which scenes happen: everything said about before and after, weighed together.

What a story says of its time is sparse, soft and may contradict itself, so no word may rule alone. Edges are taken from the
weightiest down, each unless it contradicts what stands already (ranked pairs, Tideman 1987): a contradiction costs the
weakest word in it and nothing else. Between scenes of which nothing is said, told order holds. Exact for all that does not
contradict itself, the same every time, and without a library.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from heapq import heappop, heappush


@dataclass(frozen=True)
class Edge:
    """Scene `before` happens before scene `after`; `why` in a few words, `weight` how surely."""

    before: int
    after: int
    weight: float
    why: str


def edges_that_hold(count: int, edges: Sequence[Edge]) -> list[Edge]:
    """The edges between `count` scenes that contradict none weightier, the weightiest first; one for each pair of scenes."""
    after: list[set[int]] = [set() for _ in range(count)]
    held: list[Edge] = []
    for edge in sorted(edges, key=lambda one: (-one.weight, abs(one.after - one.before), one.before, one.after)):
        known = edge.before == edge.after or edge.after in after[edge.before]
        if not known and not _leads_to(after, edge.after, edge.before):
            after[edge.before].add(edge.after)
            held.append(edge)
    return held


def rank_scenes(count: int, held: Sequence[Edge]) -> list[int]:
    """The rank of each scene from 1, all different; `held` are edges that do not contradict one another."""
    after: list[set[int]] = [set() for _ in range(count)]
    for edge in held:
        after[edge.before].add(edge.after)
    ranks = [0] * count
    for rank, scene in enumerate(_earliest_first(after), start=1):
        ranks[scene] = rank
    return ranks


def _leads_to(after: list[set[int]], scene: int, goal: int) -> bool:
    """Whether edges lead from one scene to another."""
    seen, open_ends = {scene}, [scene]
    while open_ends:
        reached = open_ends.pop()
        if reached == goal:
            return True
        fresh = after[reached] - seen
        seen |= fresh
        open_ends.extend(fresh)
    return False


def _earliest_first(after: list[set[int]]) -> Iterator[int]:
    """The scenes in an order that keeps to every edge; where several may come next, the one told first does."""
    waiting = Counter(scene for ends in after for scene in ends)
    ready = [scene for scene in range(len(after)) if not waiting[scene]]
    while ready:
        scene = heappop(ready)
        yield scene
        for following in after[scene]:
            waiting[following] -= 1
            if not waiting[following]:
                heappush(ready, following)
