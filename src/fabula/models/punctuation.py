"""Where punctuation hangs in a tree: what Universal Dependencies asks of it, decided by the scores where that leaves a choice.

Source: https://universaldependencies.org/u/dep/punct.html. A pair of marks hangs on the word that heads what it encloses; any
other mark on the highest word beside it, to its left or its right, that lets no arc cross; nothing hangs on a mark.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

CLOSING = {"(": ")", "[": "]", "{": "}", "“": "”", "‘": "’", "«": "»", "``": "''", '"': '"', "'": "'"}
"""The mark that closes what a mark opens."""


def hang_punctuation(
    heads: Sequence[int], words: Sequence[str], marks: Sequence[bool], score: Callable[[int, int], float]
) -> list[int]:
    """Heads of the words of a sentence, counted from 0 and -1 for the root, with its `marks` hung anew.

    `score(word, head)` is how likely the parser finds that head. A mark that is the root, or stands alone, stays.
    """
    kept = [_readable(heads, marks, head) for head in heads]
    pairs, hung = _pairs(words, marks), list(kept)
    for mark in (n for n, is_mark in enumerate(marks) if is_mark and heads[n] >= 0):
        inside = _tops_between(kept, marks, *pairs[mark]) if mark in pairs else []
        beside = inside if len(inside) == 1 else _highest_beside(kept, marks, mark)
        if beside:
            hung[mark] = max(beside, key=lambda head, mark=mark: score(mark, head))
    return hung


def _readable(heads: Sequence[int], marks: Sequence[bool], head: int) -> int:
    """The head itself, or what it hangs on in the end where it is a mark."""
    while head >= 0 and marks[head] and heads[head] >= 0:
        head = heads[head]
    return head


def _highest_beside(heads: Sequence[int], marks: Sequence[bool], mark: int) -> list[int]:
    """The next words to the left and right, each followed up its heads as long as those stay on its side."""
    left = next((n for n in range(mark - 1, -1, -1) if not marks[n]), -1)
    right = next((n for n in range(mark + 1, len(heads)) if not marks[n]), -1)
    while left >= 0 and 0 <= heads[left] < mark:
        left = heads[left]
    while right >= 0 and heads[right] > mark:
        right = heads[right]
    return [word for word in (left, right) if word >= 0]


def _tops_between(heads: Sequence[int], marks: Sequence[bool], start: int, end: int) -> list[int]:
    """The words between two marks whose heads are not between them."""
    return [n for n in range(start + 1, end) if not marks[n] and not start < heads[n] < end]


def _pairs(words: Sequence[str], marks: Sequence[bool]) -> dict[int, tuple[int, int]]:
    """Of each mark with a partner in the sentence, the places of the two; one opened between them and not closed has none."""
    opened: list[int] = []
    pairs: dict[int, tuple[int, int]] = {}
    for place, word in enumerate(words):
        if not marks[place]:
            continue
        partner = next((n for n in range(len(opened) - 1, -1, -1) if CLOSING[words[opened[n]]] == word), None)
        if partner is not None:
            pairs[opened[partner]] = pairs[place] = (opened[partner], place)
            del opened[partner:]
        elif word in CLOSING:
            opened.append(place)
    return pairs
