"""The best dependency tree of a sentence: the maximum spanning tree with one root (Chu and Liu 1965; Edmonds 1967)."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy
    from numpy.typing import NDArray

    Scores = NDArray[numpy.float64]

NEVER = -1e9


def best_tree(scores: NDArray[numpy.float32]) -> list[int]:
    """Heads of `n` words from scores (n, n + 1), column 0 the root: 0 for the root, else the head's number from 1.

    Exactly one word hangs on the root.
    """
    import numpy

    count = len(scores)
    heads = [int(head) for head in scores.argmax(1)]
    if heads.count(0) == 1 and _is_tree(heads):
        return heads
    table = numpy.full((count + 1, count + 1), NEVER)
    table[1:] = scores
    numpy.fill_diagonal(table, NEVER)
    return _with_one_root(table)[1:]


def _is_tree(heads: list[int]) -> bool:
    """Whether every word of `heads` (numbered from 1) comes to the root."""
    safe = {0}
    for word in range(1, len(heads) + 1):
        path: list[int] = []
        while word not in safe:
            if word in path:
                return False
            path.append(word)
            word = heads[word - 1]
        safe.update(path)
    return True


def _with_one_root(table: Scores) -> list[int]:
    heads = spanning_tree(table)
    roots = [word for word in range(1, len(table)) if heads[word] == 0]
    if len(roots) == 1:
        return heads
    return max((_rooted(table, root) for root in roots), key=lambda tree: _total(table, tree))


def _rooted(table: Scores, root: int) -> list[int]:
    """The best tree in which only `root` hangs on 0."""
    only = table.copy()
    only[1:, 0] = NEVER
    only[root, 0] = table[root, 0]
    return spanning_tree(only)


def _total(table: Scores, heads: list[int]) -> float:
    return float(sum(table[word, heads[word]] for word in range(1, len(heads))))


def spanning_tree(table: Scores) -> list[int]:
    """Heads of all nodes under node 0 (whose own is -1), of scores `table[word, head]`; NEVER on the diagonal."""
    heads = [-1, *(int(head) for head in table[1:].argmax(1))]
    cycle = _cycle(heads)
    if not cycle:
        return heads
    inside = set(cycle)
    rest = [node for node in range(len(table)) if node not in inside]
    small, enters, leaves = _contracted(table, heads, cycle, rest)
    joined = len(rest)
    for number, head in enumerate(spanning_tree(small)):
        if number == joined:
            heads[enters[rest[head]]] = rest[head]
        elif number:
            heads[rest[number]] = leaves[rest[number]] if head == joined else rest[head]
    return heads


def _cycle(heads: list[int]) -> list[int]:
    """The nodes of one cycle, or none."""
    safe = {0}
    for start in range(1, len(heads)):
        path: list[int] = []
        node = start
        while node not in safe:
            if node in path:
                return path[path.index(node) :]
            path.append(node)
            node = heads[node]
        safe.update(path)
    return []


def _contracted(
    table: Scores, heads: list[int], cycle: list[int], rest: list[int]
) -> tuple[Scores, dict[int, int], dict[int, int]]:
    """The table with the cycle as its last node; where each outer node would enter it, and which of it would be its head."""
    import numpy

    joined = len(rest)
    small = numpy.full((joined + 1, joined + 1), NEVER)
    small[:joined, :joined] = table[numpy.ix_(rest, rest)]
    inner = numpy.array(cycle)
    kept = numpy.array([table[node, heads[node]] for node in cycle])
    enters: dict[int, int] = {}
    leaves: dict[int, int] = {}
    for number, node in enumerate(rest):
        gain = table[inner, node] - kept
        enters[node] = cycle[int(gain.argmax())]
        small[joined, number] = gain.max() + kept.sum()
        if number:
            leaves[node] = cycle[int(table[node, inner].argmax())]
            small[number, joined] = table[node, inner].max()
    return small, enters, leaves
